package org.packetwalk.kernel.route;

import java.util.List;

import org.packetwalk.kernel.RouteMetrics;
import org.packetwalk.net.Ipv4Address;

/**
 * A route as it was asked for, before the kernel has looked at it: {@code struct fib_config}.
 *
 * @param destination the address of the prefix, maybe with bits behind it
 * @param length its length
 * @param table the table
 * @param tos the type of service
 * @param type the type
 * @param scope the scope
 * @param protocol who makes it
 * @param preferredSource the source address, 0.0.0.0 if not given
 * @param metric the metric
 * @param metrics the prescribed values
 * @param nexthops the nexthops: device 0 or gateway 0.0.0.0 if not given; scope and state do not count; none for
 *     rejecting routes
 * @param nexthopObject the nexthop object, if one was named
 */
public record RouteConfig(
        Ipv4Address destination,
        int length,
        TableId table,
        int tos,
        RouteType type,
        RouteScope scope,
        RouteProtocol protocol,
        Ipv4Address preferredSource,
        long metric,
        RouteMetrics metrics,
        List<NextHop> nexthops,
        NexthopReference nexthopObject) {

    /** Copies the list. */
    public RouteConfig {
        nexthops = List.copyOf(nexthops);
    }

    RouteConfig withNexthopObject(NexthopReference object, List<NextHop> ways) {
        return new RouteConfig(
                destination, length, table, tos, type, scope, protocol, preferredSource, metric, metrics, ways, object);
    }

    /**
     * The scope iproute2 asks for if none was typed.
     *
     * @param onLink whether no gateway, nexthops or nexthop object were typed
     */
    public static RouteScope defaultScope(RouteType type, boolean onLink) {
        return switch (type) {
            case LOCAL -> RouteScope.HOST;
            case BROADCAST, MULTICAST, ANYCAST -> RouteScope.LINK;
            case UNICAST -> onLink ? RouteScope.LINK : RouteScope.UNIVERSE;
            case BLACKHOLE, UNREACHABLE, PROHIBIT, THROW -> RouteScope.UNIVERSE;
        };
    }

    /** The table iproute2 asks for if none was typed. */
    public static TableId defaultTable(RouteType type) {
        return switch (type) {
            case LOCAL, BROADCAST, ANYCAST -> TableId.LOCAL;
            case UNICAST, MULTICAST, BLACKHOLE, UNREACHABLE, PROHIBIT, THROW -> TableId.MAIN;
        };
    }

    /** A route as {@code ip route add} asks for it with only type, prefix, nexthops typed. */
    public static RouteConfig typed(RouteType type, Ipv4Address destination, int length, List<NextHop> nexthops) {
        return new RouteConfig(
                destination,
                length,
                defaultTable(type),
                0,
                type,
                defaultScope(type, nexthops.size() == 1 && !nexthops.get(0).hasGateway()),
                RouteProtocol.BOOT,
                Ipv4Address.ANY,
                0,
                RouteMetrics.NONE,
                nexthops,
                NexthopReference.NONE);
    }

    /** Whether the type of service leaves the bits of congestion notification alone ({@code rtm_to_fib_config}). */
    public boolean validTos() {
        return (tos & 3) == 0;
    }
}
