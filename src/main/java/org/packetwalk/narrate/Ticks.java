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
import org.packetwalk.trace.Stage;
import org.packetwalk.trace.TraceEvent;

/** The shape of each event on the scrubber. */
final class Ticks implements TraceEvent.Visitor<Tick>, PacketEvent.Visitor<Tick> {

    @Override
    public Tick link(LinkEvent event) {
        return event.stage().layer() == Stage.Layer.DEVICE ? Tick.DEVICE : Tick.LAYER;
    }

    @Override
    public Tick bridge(BridgeEvent event) {
        return Tick.LAYER;
    }

    @Override
    public Tick neighbor(NeighborEvent event) {
        return Tick.LAYER;
    }

    @Override
    public Tick route(RouteEvent event) {
        return Tick.LAYER;
    }

    @Override
    public Tick filter(FilterEvent event) {
        return Tick.HOOK;
    }

    @Override
    public Tick ip(IpEvent event) {
        return Tick.LAYER;
    }

    @Override
    public Tick socket(SocketEvent event) {
        return event instanceof SocketEvent.Refused ? Tick.DROP : Tick.LAYER;
    }

    @Override
    public Tick packet(PacketEvent event) {
        return event.accept((PacketEvent.Visitor<Tick>) this);
    }

    @Override
    public Tick control(ControlEvent event) {
        return Tick.LAYER;
    }

    @Override
    public Tick dropped(PacketEvent.Dropped event) {
        return event.harmless() ? Tick.LAYER : Tick.DROP;
    }

    @Override
    public Tick consumed(PacketEvent.Consumed event) {
        return Tick.LAYER;
    }
}
