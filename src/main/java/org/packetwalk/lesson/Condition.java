package org.packetwalk.lesson;

import java.util.List;

import org.packetwalk.filter.StepFacts;
import org.packetwalk.filter.StepFilter;
import org.packetwalk.kernel.HostId;
import org.packetwalk.sim.World;

/** What has to hold so that a task is done, or a choice right. */
public sealed interface Condition {

    /** Whether it holds after a command was run. */
    boolean holds(Performance run);

    /** Whether it holds where somebody stands in a walk; what concerns a run as a whole never does. */
    default boolean holds(StepFacts step) {
        return false;
    }

    /** Whether it is about the world as it is, whatever was run. */
    default boolean ofState() {
        return false;
    }

    /**
     * The path that packets took: steps in this order, with any others between them.
     *
     * @param steps what to find
     * @param wanted whether it is to be found or to be missing
     */
    record OnPath(List<StepFilter> steps, boolean wanted) implements Condition {

        /** Keeps its own copy of the list. */
        public OnPath {
            steps = List.copyOf(steps);
        }

        @Override
        public boolean holds(Performance run) {
            int found = 0;
            for (StepFacts step : run.steps()) {
                if (found < steps.size() && steps.get(found).accepts(step)) {
                    found++;
                }
            }
            return (found == steps.size()) == wanted && !run.steps().isEmpty();
        }
    }

    /**
     * What the command has printed.
     *
     * @param text a part of it, runs of blanks taken for one
     * @param wanted whether it is to be there or to be missing
     */
    record OnOutput(String text, boolean wanted) implements Condition {

        @Override
        public boolean holds(Performance run) {
            return contains(run.printed(), text) == wanted;
        }
    }

    /**
     * How things stand, asked by a command that is tried in the world and then forgotten.
     *
     * @param host where it is tried
     * @param command what is tried
     * @param text a part of what it prints
     * @param wanted whether that is to be there or to be missing
     */
    record OnState(HostId host, String command, String text, boolean wanted) implements Condition {

        @Override
        public boolean holds(Performance run) {
            return holds(run.after());
        }

        /** Whether it holds in a world. */
        public boolean holds(World world) {
            return contains(Performance.of(world, new Typed(host, command)).printed(), text) == wanted;
        }

        @Override
        public boolean ofState() {
            return true;
        }
    }

    /**
     * The step somebody stands at.
     *
     * @param step which step is meant
     */
    record OnStep(StepFilter step) implements Condition {

        @Override
        public boolean holds(Performance run) {
            return run.steps().stream().anyMatch(step::accepts);
        }

        @Override
        public boolean holds(StepFacts standing) {
            return step.accepts(standing);
        }
    }

    private static boolean contains(String printed, String text) {
        return plain(printed).contains(plain(text));
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
