package org.packetwalk.trace;

import org.packetwalk.kernel.device.FdbDecision;
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
     * A bridge decides where a frame goes ({@code br_handle_frame_finish}, {@code br_dev_xmit}).
     *
     * @param bridge its name
     * @param decision where to, and why
     */
    record Decided(EventHead head, String bridge, FdbDecision decision) implements BridgeEvent {

        @Override
        public Stage stage() {
            return Stage.BRIDGE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.decided(this);
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

        /** A bridge decides where a frame goes ({@code br_handle_frame_finish}, {@code br_dev_xmit}). */
        R decided(Decided event);
    }
}
