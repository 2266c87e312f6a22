package org.packetwalk.kernel.route;

import java.util.List;

import org.packetwalk.kernel.RouteMetrics;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;

/**
 * One route: the kernel's {@code struct fib_alias} with its prefix.
 *
 * @param prefix the destinations
 * @param table the table it belongs to
 * @param tos the type of service it is for, 0 for all
 * @param type what it does
 * @param info what it shares with other routes
 */
public record Route(Ipv4Prefix prefix, TableId table, int tos, RouteType type, RouteInfo info) {

    /** The same route of another type. */
    public Route withType(RouteType changed) {
        return new Route(prefix, table, tos, changed, info);
    }

    /** What it does, which is also what the kernel tells of it: a nexthop object may make it a blackhole. */
    public RouteType effect() {
        return info.effect(type);
    }

    /** The scope of the destinations. */
    public RouteScope scope() {
        return info.scope();
    }

    /** Who made it. */
    public RouteProtocol protocol() {
        return info.protocol();
    }

    /** The priority among routes for the same prefix and type of service; lower is preferred. */
    public long metric() {
        return info.metric();
    }

    /** The source address for packets that have none, 0.0.0.0 if not given. */
    public Ipv4Address preferredSource() {
        return info.preferredSource();
    }

    /** The ways out. */
    public List<NextHop> nexthops() {
        return info.nexthops();
    }

    /** The values it prescribes. */
    public RouteMetrics metrics() {
        return info.metrics();
    }
}
