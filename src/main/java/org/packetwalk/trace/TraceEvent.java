package org.packetwalk.trace;

/** One thing that happened. Every event belongs to one of nine families. */
public sealed interface TraceEvent
        permits LinkEvent,
                BridgeEvent,
                NeighborEvent,
                RouteEvent,
                FilterEvent,
                IpEvent,
                SocketEvent,
                PacketEvent,
                ControlEvent {

    /** When, where, by whom and about which packet. */
    EventHead head();

    /** Which box of the layered picture is lit. */
    Stage stage();

    /** Calls the method of the event's family. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Speaks about each family.
     *
     * @param <R> what it answers
     */
    interface Visitor<R> {

        /** About a device. */
        R link(LinkEvent event);

        /** About a bridge. */
        R bridge(BridgeEvent event);

        /** About a neighbour. */
        R neighbor(NeighborEvent event);

        /** About a route. */
        R route(RouteEvent event);

        /** About a netfilter hook. */
        R filter(FilterEvent event);

        /** About the IP layer. */
        R ip(IpEvent event);

        /** About a socket. */
        R socket(SocketEvent event);

        /** About the life of a packet. */
        R packet(PacketEvent event);

        /** About the simulation itself. */
        R control(ControlEvent event);
    }
}
