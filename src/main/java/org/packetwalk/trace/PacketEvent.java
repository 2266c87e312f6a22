package org.packetwalk.trace;

import org.packetwalk.kernel.DropReason;

/** A packet begins or ends. */
public sealed interface PacketEvent extends TraceEvent {

    @Override
    default <R> R accept(TraceEvent.Visitor<R> visitor) {
        return visitor.packet(this);
    }

    /** Calls the method of the event's kind. */
    <R> R accept(Visitor<R> visitor);

    /**
     * A packet is freed before its time ({@code kfree_skb}).
     *
     * @param function where it was dropped
     */
    record Dropped(EventHead head, DropReason reason, KernelFunction function, Stage stage) implements PacketEvent {

        /** Whether this is only the end of a copy that has done its work. */
        public boolean harmless() {
            return function == KernelFunction.PING_RCV && reason == DropReason.NO_SOCKET
                    || function == KernelFunction.SKB_RELEASE_DATA;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropped(this);
        }
    }

    /** A packet has done its work. */
    record Consumed(EventHead head, Stage stage) implements PacketEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.consumed(this);
        }
    }

    /**
     * Speaks about each kind.
     *
     * @param <R> what it answers
     */
    interface Visitor<R> {

        /** A packet is freed before its time ({@code kfree_skb}). */
        R dropped(Dropped event);

        /** A packet has done its work. */
        R consumed(Consumed event);
    }
}
