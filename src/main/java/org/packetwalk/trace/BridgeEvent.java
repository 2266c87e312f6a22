package org.packetwalk.trace;

import org.packetwalk.net.MacAddress;

/** A bridge learns or decides. */
public sealed interface BridgeEvent extends TraceEvent {

    @Override
    default <R> R accept(TraceEvent.Visitor<R> visitor) {
        return visitor.bridge(this);
    }

    /** Calls the method of the event's kind. */
    <R> R accept(Visitor<R> visitor);

    /** A bridge notes behind which port an address is ({@code br_fdb_update}). */
    record Learned(EventHead head, String port, MacAddress address) implements BridgeEvent {

        @Override
        public Stage stage() {
            return Stage.BRIDGE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.learned(this);
        }
    }

    /**
     * Speaks about each kind.
     *
     * @param <R> what it answers
     */
    interface Visitor<R> {

        /** A bridge notes behind which port an address is ({@code br_fdb_update}). */
        R learned(Learned event);
    }
}
