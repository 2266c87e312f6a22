package org.packetwalk.diagram;

import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.sim.World;
import org.packetwalk.trace.BridgeEvent;
import org.packetwalk.trace.ControlEvent;
import org.packetwalk.trace.FilterEvent;
import org.packetwalk.trace.IpEvent;
import org.packetwalk.trace.LinkEvent;
import org.packetwalk.trace.NeighborEvent;
import org.packetwalk.trace.PacketEvent;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.SocketEvent;
import org.packetwalk.trace.Stage;
import org.packetwalk.trace.TraceEvent;

/** Where an event puts its packet: a station, a device or the wire; nowhere if it does not move it. */
final class Places implements TraceEvent.Visitor<Optional<Stop>>, LinkEvent.Visitor<Optional<Stop>> {
    private final World world;

    Places(World world) {
        this.world = world;
    }

    @Override
    public Optional<Stop> link(LinkEvent event) {
        return event.accept((LinkEvent.Visitor<Optional<Stop>>) this);
    }

    @Override
    public Optional<Stop> queued(LinkEvent.Queued event) {
        return device(event, event.device());
    }

    /** The driver of a cable puts the frame on it. */
    @Override
    public Optional<Stop> transmitStarted(LinkEvent.TransmitStarted event) {
        HostId host = event.head().host();
        return Cables.of(world)
                .from(host, event.device())
                .filter(cable -> !cable.isInside())
                .<Stop>map(cable -> new Stop.OnWire(cable.id()))
                .or(() -> device(event, event.device()));
    }

    /** The driver returns; the packet itself is at the other end by now. */
    @Override
    public Optional<Stop> transmitDone(LinkEvent.TransmitDone event) {
        return Optional.empty();
    }

    @Override
    public Optional<Stop> receiveQueued(LinkEvent.ReceiveQueued event) {
        return Stations.turnsBack(event.head().chain()) ? Optional.empty() : device(event, event.device());
    }

    @Override
    public Optional<Stop> received(LinkEvent.Received event) {
        return station(event);
    }

    @Override
    public Optional<Stop> bridge(BridgeEvent event) {
        return Optional.empty();
    }

    @Override
    public Optional<Stop> neighbor(NeighborEvent event) {
        return station(event);
    }

    @Override
    public Optional<Stop> route(RouteEvent event) {
        return station(event);
    }

    @Override
    public Optional<Stop> filter(FilterEvent event) {
        return station(event);
    }

    @Override
    public Optional<Stop> ip(IpEvent event) {
        return event instanceof IpEvent.IcmpErrorSent ? Optional.empty() : station(event);
    }

    @Override
    public Optional<Stop> socket(SocketEvent event) {
        return station(event);
    }

    @Override
    public Optional<Stop> packet(PacketEvent event) {
        return event.stage() == Stage.DEVICE_TRANSMIT || event.stage() == Stage.DEVICE_RECEIVE
                ? device(event, event.head().skb().deviceName())
                : station(event);
    }

    @Override
    public Optional<Stop> control(ControlEvent event) {
        return Optional.empty();
    }

    private static Optional<Stop> station(TraceEvent event) {
        return Stations.of(event)
                .map(station -> new Stop.AtStation(event.head().host().name(), station));
    }

    private static Optional<Stop> device(TraceEvent event, String device) {
        return device.isEmpty()
                ? Optional.empty()
                : Optional.of(new Stop.AtDevice(event.head().host().name(), device));
    }
}
