package org.packetwalk.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.packetwalk.filter.StepValue;

/** What can be answered to a prediction. The right answer is computed from the run. */
public sealed interface Answer {

    /** The right answer, as it is given; nothing if the run does not say or says two things. */
    Optional<String> right(Performance run);

    /** Some possibilities; one answers with a number, 1 and up. */
    record Choices(List<Choice> choices) implements Answer {

        /** Keeps its own copy of the list. */
        public Choices {
            choices = List.copyOf(choices);
        }

        @Override
        public Optional<String> right(Performance run) {
            List<String> holding = new ArrayList<>();
            for (int i = 0; i < choices.size(); i++) {
                if (choices.get(i).when().stream().allMatch(condition -> condition.holds(run))) {
                    holding.add(String.valueOf(i + 1));
                }
            }
            return holding.size() == 1 ? Optional.of(holding.get(0)) : Optional.empty();
        }
    }

    /**
     * One of the possibilities.
     *
     * @param label a word or a name
     * @param description what is meant by it, may be empty
     * @param when what holds in the run if it is right
     */
    record Choice(Text label, Text description, List<Condition> when) {

        /** Keeps its own copy of the list. */
        public Choice {
            when = List.copyOf(when);
        }
    }

    /** A value of the walk, typed freely. */
    record OfSteps(StepValue value) implements Answer {

        @Override
        public Optional<String> right(Performance run) {
            return value.of(run.steps());
        }
    }

    /**
     * A word that the command prints, typed freely.
     *
     * @param after what stands before it, runs of blanks taken for one
     */
    record OfOutput(String after) implements Answer {

        @Override
        public Optional<String> right(Performance run) {
            String printed = " " + run.printed().replaceAll("\\s+", " ").strip() + " ";
            int at = printed.indexOf(" " + after + " ");
            if (at < 0) {
                return Optional.empty();
            }
            String rest = printed.substring(at + after.length() + 2);
            return Optional.of(rest.split(" ", 2)[0]).filter(word -> !word.isEmpty());
        }
    }

    /** Whether two answers are the same. */
    static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String answer) {
        return answer.strip().toLowerCase(Locale.ROOT).replaceFirst("^0+(?=\\d+$)", "");
    }
}
