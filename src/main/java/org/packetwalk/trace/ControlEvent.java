package org.packetwalk.trace;

/** The simulation itself. */
public sealed interface ControlEvent extends TraceEvent {

    @Override
    default <R> R accept(TraceEvent.Visitor<R> visitor) {
        return visitor.control(this);
    }

    /** Calls the method of the event's kind. */
    <R> R accept(Visitor<R> visitor);

    /** A command line begins. */
    record CommandStarted(EventHead head, String line) implements ControlEvent {

        @Override
        public Stage stage() {
            return Stage.CONFIGURATION;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.commandStarted(this);
        }
    }

    /** A command line has ended. */
    record CommandEnded(EventHead head, String line, int exit) implements ControlEvent {

        @Override
        public Stage stage() {
            return Stage.CONFIGURATION;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.commandEnded(this);
        }
    }

    /**
     * The configuration was changed.
     *
     * @param what the command that did it
     */
    record Configured(EventHead head, String what) implements ControlEvent {

        @Override
        public Stage stage() {
            return Stage.CONFIGURATION;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.configured(this);
        }
    }

    /**
     * The kernel wrote a line into its log.
     *
     * @param line the line without its time
     */
    record KernelLogged(EventHead head, String line) implements ControlEvent {

        @Override
        public Stage stage() {
            return Stage.CONFIGURATION;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.kernelLogged(this);
        }
    }

    /** The run was stopped: it made too many events, as a loop or a storm does. */
    record BudgetReached(EventHead head, int budget) implements ControlEvent {

        @Override
        public Stage stage() {
            return Stage.CONFIGURATION;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.budgetReached(this);
        }
    }

    /**
     * Speaks about each kind.
     *
     * @param <R> what it answers
     */
    interface Visitor<R> {

        /** A command line begins. */
        R commandStarted(CommandStarted event);

        /** A command line has ended. */
        R commandEnded(CommandEnded event);

        /** The configuration was changed. */
        R configured(Configured event);

        /** The kernel wrote a line into its log. */
        R kernelLogged(KernelLogged event);

        /** The run was stopped: it made too many events, as a loop or a storm does. */
        R budgetReached(BudgetReached event);
    }
}
