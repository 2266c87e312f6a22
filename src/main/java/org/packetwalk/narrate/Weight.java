package org.packetwalk.narrate;

import org.packetwalk.kernel.Errno;
import org.packetwalk.trace.BridgeEvent;
import org.packetwalk.trace.ControlEvent;
import org.packetwalk.trace.FilterEvent;
import org.packetwalk.trace.IpEvent;
import org.packetwalk.trace.LinkEvent;
import org.packetwalk.trace.NeighborEvent;
import org.packetwalk.trace.PacketEvent;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.SocketEvent;
import org.packetwalk.trace.TraceEvent;

/** How much an event decides among those of one station: the weightiest gives the station's step its sentence. */
final class Weight
        implements TraceEvent.Visitor<Integer>,
                LinkEvent.Visitor<Integer>,
                RouteEvent.Visitor<Integer>,
                PacketEvent.Visitor<Integer>,
                NeighborEvent.Visitor<Integer> {

    /** Only says that something is over, and opens no station. */
    static final int NOTHING = 0;

    private static final int SMALL = 1;
    private static final int USUAL = 2;

    /** A lookup that failed; it gives way to one that did not, as among those about an ICMP error. */
    private static final int REFUSAL = 3;

    private static final int DECISION = 4;

    /** The packet ends before its time: a station's step of its own. */
    static final int END = 5;

    @Override
    public Integer link(LinkEvent event) {
        return event.accept((LinkEvent.Visitor<Integer>) this);
    }

    @Override
    public Integer bridge(BridgeEvent event) {
        return SMALL;
    }

    @Override
    public Integer neighbor(NeighborEvent event) {
        return event.accept((NeighborEvent.Visitor<Integer>) this);
    }

    @Override
    public Integer route(RouteEvent event) {
        return event.accept((RouteEvent.Visitor<Integer>) this);
    }

    @Override
    public Integer filter(FilterEvent event) {
        return DECISION;
    }

    @Override
    public Integer ip(IpEvent event) {
        return USUAL;
    }

    @Override
    public Integer socket(SocketEvent event) {
        return DECISION;
    }

    @Override
    public Integer packet(PacketEvent event) {
        return event.accept((PacketEvent.Visitor<Integer>) this);
    }

    @Override
    public Integer control(ControlEvent event) {
        return SMALL;
    }

    @Override
    public Integer queued(LinkEvent.Queued event) {
        return SMALL;
    }

    @Override
    public Integer transmitStarted(LinkEvent.TransmitStarted event) {
        return USUAL;
    }

    @Override
    public Integer transmitDone(LinkEvent.TransmitDone event) {
        return NOTHING;
    }

    @Override
    public Integer receiveQueued(LinkEvent.ReceiveQueued event) {
        return USUAL;
    }

    @Override
    public Integer received(LinkEvent.Received event) {
        return USUAL;
    }

    @Override
    public Integer tableAsked(RouteEvent.TableAsked event) {
        return USUAL;
    }

    @Override
    public Integer routed(RouteEvent.Routed event) {
        return event.errno() == Errno.OK ? DECISION : REFUSAL;
    }

    @Override
    public Integer sourceChosen(RouteEvent.SourceChosen event) {
        return SMALL;
    }

    @Override
    public Integer nexthopChosen(RouteEvent.NexthopChosen event) {
        return DECISION;
    }

    @Override
    public Integer kept(RouteEvent.Kept event) {
        return DECISION;
    }

    @Override
    public Integer dropped(PacketEvent.Dropped event) {
        return event.harmless() ? SMALL : END;
    }

    @Override
    public Integer consumed(PacketEvent.Consumed event) {
        return NOTHING;
    }

    @Override
    public Integer created(NeighborEvent.Created event) {
        return SMALL;
    }

    @Override
    public Integer updated(NeighborEvent.Updated event) {
        return USUAL;
    }

    @Override
    public Integer eventSent(NeighborEvent.EventSent event) {
        return SMALL;
    }

    @Override
    public Integer timerHandled(NeighborEvent.TimerHandled event) {
        return USUAL;
    }

    @Override
    public Integer resolved(NeighborEvent.Resolved event) {
        return DECISION;
    }

    @Override
    public Integer waiting(NeighborEvent.Waiting event) {
        return DECISION;
    }

    @Override
    public Integer solicited(NeighborEvent.Solicited event) {
        return USUAL;
    }

    @Override
    public Integer arpReceived(NeighborEvent.ArpReceived event) {
        return DECISION;
    }

    @Override
    public Integer ipv6TableAsked(RouteEvent.Ipv6TableAsked event) {
        return USUAL;
    }

    @Override
    public Integer ipv6Routed(RouteEvent.Ipv6Routed event) {
        return event.result().error() == Errno.OK ? DECISION : REFUSAL;
    }

    @Override
    public Integer ipv6SourceChosen(RouteEvent.Ipv6SourceChosen event) {
        return SMALL;
    }

    @Override
    public Integer ndiscReceived(NeighborEvent.NdiscReceived event) {
        return DECISION;
    }

    @Override
    public Integer ndiscSent(NeighborEvent.NdiscSent event) {
        return USUAL;
    }
}
