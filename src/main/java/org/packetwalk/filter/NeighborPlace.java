package org.packetwalk.filter;

import org.packetwalk.net.IpAddress;
import org.packetwalk.trace.NeighborEvent;

/** The device an event of the neighbour table happens at, and the address it is about. */
final class NeighborPlace implements NeighborEvent.Visitor<NeighborPlace.Place> {

    /** A device and an address behind it. */
    record Place(String device, IpAddress address) {}

    @Override
    public Place created(NeighborEvent.Created event) {
        return new Place(event.device(), event.address());
    }

    @Override
    public Place updated(NeighborEvent.Updated event) {
        return new Place(event.device(), event.address());
    }

    @Override
    public Place eventSent(NeighborEvent.EventSent event) {
        return new Place(event.device(), event.address());
    }

    @Override
    public Place timerHandled(NeighborEvent.TimerHandled event) {
        return new Place(event.device(), event.address());
    }

    @Override
    public Place resolved(NeighborEvent.Resolved event) {
        return new Place(event.device(), event.decision().query().address());
    }

    @Override
    public Place waiting(NeighborEvent.Waiting event) {
        return new Place(event.device(), event.address());
    }

    @Override
    public Place solicited(NeighborEvent.Solicited event) {
        return new Place(event.device(), event.target());
    }

    @Override
    public Place arpReceived(NeighborEvent.ArpReceived event) {
        return new Place(event.device(), event.message().targetIp());
    }

    @Override
    public Place ndiscReceived(NeighborEvent.NdiscReceived event) {
        return new Place(event.device(), event.target());
    }

    @Override
    public Place ndiscSent(NeighborEvent.NdiscSent event) {
        return new Place(event.device(), event.target());
    }
}
