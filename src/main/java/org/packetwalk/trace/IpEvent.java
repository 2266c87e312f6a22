package org.packetwalk.trace;

/** The IP layer works on a packet. */
public sealed interface IpEvent extends TraceEvent {

    @Override
    default <R> R accept(TraceEvent.Visitor<R> visitor) {
        return visitor.ip(this);
    }

    /** Calls the method of the event's kind. */
    <R> R accept(Visitor<R> visitor);

    /** The IP header of an outgoing packet is written. */
    record HeaderBuilt(EventHead head) implements IpEvent {

        @Override
        public Stage stage() {
            return Stage.TRANSPORT_SEND;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.headerBuilt(this);
        }
    }

    /** The IP header of a received packet is in order. */
    record HeaderChecked(EventHead head) implements IpEvent {

        @Override
        public Stage stage() {
            return Stage.PREROUTING;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.headerChecked(this);
        }
    }

    /** A packet larger than the MTU is cut. */
    record Fragmented(EventHead head, int mtu, int fragments) implements IpEvent {

        @Override
        public Stage stage() {
            return Stage.POSTROUTING;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fragmented(this);
        }
    }

    /**
     * A fragment waits for the others.
     *
     * @param have bytes that are there
     * @param missing bytes that are still missing, -1 if not known yet
     */
    record FragmentKept(EventHead head, int have, int missing) implements IpEvent {

        @Override
        public Stage stage() {
            return Stage.INPUT;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fragmentKept(this);
        }
    }

    /** The last fragment came and the datagram is whole. */
    record Reassembled(EventHead head, int fragments) implements IpEvent {

        @Override
        public Stage stage() {
            return Stage.INPUT;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reassembled(this);
        }
    }

    /** The packet goes on to another host, its TTL one lower. */
    record Forwarded(EventHead head, int ttlBefore, int ttlAfter) implements IpEvent {

        @Override
        public Stage stage() {
            return Stage.FORWARD;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.forwarded(this);
        }
    }

    /** An ICMP error about the packet is about to be sent ({@code icmp_send}). */
    record IcmpErrorSent(EventHead head, String device, int type, int code) implements IpEvent {

        @Override
        public Stage stage() {
            return Stage.TRANSPORT_SEND;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.icmpErrorSent(this);
        }
    }

    /** An ICMP message is taken. */
    record IcmpReceived(EventHead head, int type, int code, IcmpAction action) implements IpEvent {

        @Override
        public Stage stage() {
            return Stage.TRANSPORT_RECEIVE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.icmpReceived(this);
        }
    }

    /** What is done with an ICMP message. */
    enum IcmpAction {
        /** An echo request that is answered. */
        ANSWER,
        /** An echo reply or error that goes to the sockets. */
        TO_SOCKETS,
        /** Not answered, by a setting. */
        IGNORE
    }

    /**
     * Speaks about each kind.
     *
     * @param <R> what it answers
     */
    interface Visitor<R> {

        /** The IP header of an outgoing packet is written. */
        R headerBuilt(HeaderBuilt event);

        /** The IP header of a received packet is in order. */
        R headerChecked(HeaderChecked event);

        /** A packet larger than the MTU is cut. */
        R fragmented(Fragmented event);

        /** A fragment waits for the others. */
        R fragmentKept(FragmentKept event);

        /** The last fragment came and the datagram is whole. */
        R reassembled(Reassembled event);

        /** The packet goes on to another host, its TTL one lower. */
        R forwarded(Forwarded event);

        /** An ICMP error about the packet is about to be sent ({@code icmp_send}). */
        R icmpErrorSent(IcmpErrorSent event);

        /** An ICMP message is taken. */
        R icmpReceived(IcmpReceived event);
    }
}
