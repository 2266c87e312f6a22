package org.packetwalk.trace;

import org.packetwalk.kernel.neigh.NeighborDecision;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.MacAddress;
import org.packetwalk.packet.ArpMessage;

/** The neighbour table is asked or changes. */
public sealed interface NeighborEvent extends TraceEvent {

    @Override
    default <R> R accept(TraceEvent.Visitor<R> visitor) {
        return visitor.neighbor(this);
    }

    /** Calls the method of the event's kind. */
    <R> R accept(Visitor<R> visitor);

    /** An entry is made ({@code neigh_create}); the address is the one asked for, also where the entry has none. */
    record Created(EventHead head, String device, IpAddress address) implements NeighborEvent {

        @Override
        public Stage stage() {
            return Stage.NEIGHBOR;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.created(this);
        }
    }

    /** An entry changes ({@code neigh_update}); before is what it was, wanted what the caller asks for. */
    record Updated(
            EventHead head,
            String device,
            IpAddress address,
            NudState before,
            MacAddress lladdrBefore,
            NudState wanted,
            MacAddress lladdrWanted)
            implements NeighborEvent {

        @Override
        public Stage stage() {
            return Stage.NEIGHBOR;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.updated(this);
        }
    }

    /** A packet has used an entry that was not surely valid ({@code neigh_event_send_done}). */
    record EventSent(EventHead head, String device, IpAddress address, NudState state, MacAddress lladdr)
            implements NeighborEvent {

        @Override
        public Stage stage() {
            return Stage.NEIGHBOR;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.eventSent(this);
        }
    }

    /** The entry's timer fired ({@code neigh_timer_handler}). */
    record TimerHandled(EventHead head, String device, IpAddress address, NudState state, MacAddress lladdr)
            implements NeighborEvent {

        @Override
        public Stage stage() {
            return Stage.NEIGHBOR;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.timerHandled(this);
        }
    }

    /** The hardware address of the next hop is decided: known, not needed, or asked for. */
    record Resolved(EventHead head, String device, NeighborDecision decision) implements NeighborEvent {

        @Override
        public Stage stage() {
            return Stage.NEIGHBOR;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.resolved(this);
        }
    }

    /**
     * The packet waits for the answer.
     *
     * @param waiting packets that wait now
     */
    record Waiting(EventHead head, String device, IpAddress address, int waiting) implements NeighborEvent {

        @Override
        public Stage stage() {
            return Stage.NEIGHBOR;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.waiting(this);
        }
    }

    /** A neighbour is asked by ARP. */
    record Solicited(EventHead head, String device, IpAddress target, IpAddress sender, boolean broadcast)
            implements NeighborEvent {

        @Override
        public Stage stage() {
            return Stage.NEIGHBOR;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.solicited(this);
        }
    }

    /**
     * An ARP message is judged.
     *
     * @param decidedBy the setting or route that decided, empty if none
     */
    record ArpReceived(EventHead head, String device, ArpMessage message, ArpVerdict verdict, String decidedBy)
            implements NeighborEvent {

        @Override
        public Stage stage() {
            return Stage.RECEIVE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.arpReceived(this);
        }
    }

    /** A message of IPv6 neighbour discovery came in (RFC 4861); {@code target} is the address it is about. */
    record NdiscReceived(EventHead head, String device, int type, Ipv6Address target, NdiscVerdict verdict)
            implements NeighborEvent {

        @Override
        public Stage stage() {
            return Stage.TRANSPORT_RECEIVE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ndiscReceived(this);
        }
    }

    /** A message of IPv6 neighbour discovery goes out that no packet waits for. */
    record NdiscSent(EventHead head, String device, int type, Ipv6Address target) implements NeighborEvent {

        @Override
        public Stage stage() {
            return Stage.NEIGHBOR;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ndiscSent(this);
        }
    }

    /** What came of a message of neighbour discovery. */
    enum NdiscVerdict {
        ANSWERED,
        LEARNED,
        CONFIGURED,
        DUPLICATE,
        IGNORED
    }

    /** What becomes of an ARP message. */
    enum ArpVerdict {
        /** Answered with the device's own hardware address. */
        ANSWERED,
        /** The address asked for is not ours, or may not be told here. */
        IGNORED,
        /** An answer for us: the entry is updated. */
        LEARNED,
        /** Answered on behalf of another host. */
        PROXIED,
        /** Not acceptable. */
        DROPPED
    }

    /**
     * Speaks about each kind.
     *
     * @param <R> what it answers
     */
    interface Visitor<R> {

        /** An entry is made ({@code neigh_create}); the address is the one asked for, also where the entry has none. */
        R created(Created event);

        /** An entry changes ({@code neigh_update}); before is what it was, wanted what the caller asks for. */
        R updated(Updated event);

        /** A packet has used an entry that was not surely valid ({@code neigh_event_send_done}). */
        R eventSent(EventSent event);

        /** The entry's timer fired ({@code neigh_timer_handler}). */
        R timerHandled(TimerHandled event);

        /** The hardware address of the next hop is decided: known, not needed, or asked for. */
        R resolved(Resolved event);

        /** The packet waits for the answer. */
        R waiting(Waiting event);

        /** A neighbour is asked by ARP. */
        R solicited(Solicited event);

        /** An ARP message is judged. */
        R arpReceived(ArpReceived event);

        R ndiscReceived(NdiscReceived event);

        R ndiscSent(NdiscSent event);
    }
}
