package org.packetwalk.trace;

import org.packetwalk.kernel.TransmitResult;

/** A device takes, sends or receives a packet. */
public sealed interface LinkEvent extends TraceEvent {

    @Override
    default <R> R accept(TraceEvent.Visitor<R> visitor) {
        return visitor.link(this);
    }

    /** Calls the method of the event's kind. */
    <R> R accept(Visitor<R> visitor);

    /** Given to a device ({@code net_dev_queue}). */
    record Queued(EventHead head, String device) implements LinkEvent {

        @Override
        public Stage stage() {
            return Stage.DEVICE_TRANSMIT;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.queued(this);
        }
    }

    /** The driver is called ({@code net_dev_start_xmit}). */
    record TransmitStarted(EventHead head, String device) implements LinkEvent {

        @Override
        public Stage stage() {
            return Stage.DEVICE_TRANSMIT;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.transmitStarted(this);
        }
    }

    /** The driver is done ({@code net_dev_xmit}). */
    record TransmitDone(EventHead head, String device, TransmitResult result) implements LinkEvent {

        @Override
        public Stage stage() {
            return Stage.DEVICE_TRANSMIT;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.transmitDone(this);
        }
    }

    /** Put into the receive queue by a driver ({@code netif_rx}). */
    record ReceiveQueued(EventHead head, String device) implements LinkEvent {

        @Override
        public Stage stage() {
            return Stage.DEVICE_RECEIVE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.receiveQueued(this);
        }
    }

    /**
     * Taken up by the stack ({@code netif_receive_skb}).
     *
     * @param loopCopy whether it is the sender's own copy of a broadcast or multicast
     */
    record Received(EventHead head, String device, boolean loopCopy) implements LinkEvent {

        @Override
        public Stage stage() {
            return Stage.RECEIVE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.received(this);
        }
    }

    /**
     * Speaks about each kind.
     *
     * @param <R> what it answers
     */
    interface Visitor<R> {

        /** Given to a device ({@code net_dev_queue}). */
        R queued(Queued event);

        /** The driver is called ({@code net_dev_start_xmit}). */
        R transmitStarted(TransmitStarted event);

        /** The driver is done ({@code net_dev_xmit}). */
        R transmitDone(TransmitDone event);

        /** Put into the receive queue by a driver ({@code netif_rx}). */
        R receiveQueued(ReceiveQueued event);

        /** Taken up by the stack ({@code netif_receive_skb}). */
        R received(Received event);
    }
}
