package org.packetwalk.trace;

/** A netfilter hook is passed. */
public sealed interface FilterEvent extends TraceEvent {

    @Override
    default <R> R accept(TraceEvent.Visitor<R> visitor) {
        return visitor.filter(this);
    }

    /** Calls the method of the event's kind. */
    <R> R accept(Visitor<R> visitor);

    /**
     * All chains of a hook were asked and the packet goes on.
     *
     * @param rules how many rules were tested
     */
    record HookPassed(EventHead head, Hook hook, String inputDevice, String outputDevice, int rules)
            implements FilterEvent {

        @Override
        public Stage stage() {
            return hook.stage();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.hookPassed(this);
        }
    }

    /** The netfilter hooks of IPv4, in the kernel's numbering ({@code enum nf_inet_hooks}). */
    enum Hook {
        PREROUTING(Stage.PREROUTING),
        INPUT(Stage.INPUT),
        FORWARD(Stage.FORWARD),
        OUTPUT(Stage.OUTPUT),
        POSTROUTING(Stage.POSTROUTING);

        private final Stage stage;

        Hook(Stage stage) {
            this.stage = stage;
        }

        /** The box of the picture. */
        public Stage stage() {
            return stage;
        }
    }

    /**
     * Speaks about each kind.
     *
     * @param <R> what it answers
     */
    interface Visitor<R> {

        /** All chains of a hook were asked and the packet goes on. */
        R hookPassed(HookPassed event);
    }
}
