package org.packetwalk.narrate;

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

/** Says what an event means and why it came so. It reads the event and nothing else, and it looks nothing up again. */
public final class Narrator implements TraceEvent.Visitor<Account> {

    private final LinkTeller link = new LinkTeller();
    private final BridgeTeller bridge = new BridgeTeller();
    private final IpTeller ip = new IpTeller();
    private final FilterTeller filter = new FilterTeller();
    private final NeighborTeller neighbor = new NeighborTeller();
    private final RouteTeller route = new RouteTeller();
    private final SocketTeller socket = new SocketTeller();
    private final PacketTeller packet = new PacketTeller();
    private final ControlTeller control = new ControlTeller();

    /** What is to be said about an event. */
    public Account tell(TraceEvent event) {
        return event.accept(this);
    }

    @Override
    public Account link(LinkEvent event) {
        return event.accept(link);
    }

    @Override
    public Account bridge(BridgeEvent event) {
        return event.accept(bridge);
    }

    @Override
    public Account neighbor(NeighborEvent event) {
        return event.accept(neighbor);
    }

    @Override
    public Account route(RouteEvent event) {
        return event.accept(route);
    }

    @Override
    public Account filter(FilterEvent event) {
        return event.accept(filter);
    }

    @Override
    public Account ip(IpEvent event) {
        return event.accept(ip);
    }

    @Override
    public Account socket(SocketEvent event) {
        return event.accept(socket);
    }

    @Override
    public Account packet(PacketEvent event) {
        return event.accept(packet);
    }

    @Override
    public Account control(ControlEvent event) {
        return event.accept(control);
    }
}
