package org.packetwalk.lesson;

import java.util.List;

import org.packetwalk.filter.StepFilter;

/** Something to do in a lesson. */
public sealed interface Item {

    /** The sentence it is listed with. */
    Text text();

    /** Its line in the file, 1 and up. */
    int line();

    /**
     * Something to be done; the program finds out itself whether it is.
     *
     * @param solution commands that do it, none if it is done by walking to a step
     * @param done what holds then, all of it
     */
    record Task(Text text, List<Typed> solution, List<Condition> done, int line) implements Item {

        /** Keeps its own copies. */
        public Task {
            solution = List.copyOf(solution);
            done = List.copyOf(done);
        }

        /** Whether it is done by walking to a step. */
        public boolean walked() {
            return done.stream().anyMatch(Condition.OnStep.class::isInstance);
        }

        /** Whether it is done by changing something, however that was done. */
        public boolean ofState() {
            return done.stream().allMatch(Condition::ofState);
        }
    }

    /**
     * A question that is answered before the answer can be seen.
     *
     * @param text the question
     * @param command what is run then
     * @param hide the first step that gives the answer away: from there on nothing is shown
     * @param answer what can be answered, and how the right answer is found
     */
    record Prediction(Text text, Typed command, StepFilter hide, Answer answer, int line) implements Item {

        /** Whether a command is the one it is about. */
        public boolean isAskedBy(String host, String typed) {
            return command.host().name().equals(host) && command.command().equals(typed.strip());
        }

        /** How many steps can be seen while it is open. */
        public int visible(Performance run) {
            int step = 0;
            while (step < run.steps().size() && !hide.accepts(run.steps().get(step))) {
                step++;
            }
            return step;
        }
    }
}
