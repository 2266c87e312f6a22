package org.packetwalk.kernel.route;

import java.util.List;

import org.packetwalk.kernel.RouteMetrics;
import org.packetwalk.net.Ipv4Address;

/**
 * What many routes have in common: the kernel's {@code struct fib_info}. Routes with equal ones share one.
 *
 * @param table the table it was made for
 * @param type the type of the routes
 * @param scope how far the destinations are away
 * @param protocol who made it
 * @param preferredSource the source address for packets that have none, 0.0.0.0 if not given
 * @param metric the priority, lower is preferred, 0 to 4294967295
 * @param metrics MTU and the like
 * @param nexthops the ways out, at least one; state and bounds included
 * @param nexthopObject the nexthop object or group the ways come from
 * @param linkdown whether it was noted as a whole that its ways have no carrier ({@code RTNH_F_LINKDOWN} of the fib_info): when it
 *     was made or when the last of them lost it
 */
public record RouteInfo(
        TableId table,
        RouteType type,
        RouteScope scope,
        RouteProtocol protocol,
        Ipv4Address preferredSource,
        long metric,
        RouteMetrics metrics,
        List<NextHop> nexthops,
        NexthopReference nexthopObject,
        boolean linkdown) {

    /** Copies the list. */
    public RouteInfo {
        nexthops = List.copyOf(nexthops);
    }

    /** Whether all nexthops are dead ({@code RTNH_F_DEAD} of the fib_info). */
    public boolean dead() {
        for (NextHop nexthop : nexthops) {
            if (!nexthop.dead()) {
                return false;
            }
        }
        return true;
    }

    RouteInfo withNexthops(List<NextHop> changed, boolean noted) {
        return new RouteInfo(
                table, type, scope, protocol, preferredSource, metric, metrics, changed, nexthopObject, noted);
    }

    /** What a route of a type does to a packet: a nexthop object that discards makes each a blackhole. */
    RouteType effect(RouteType declared) {
        return nexthopObject.blackhole() ? RouteType.BLACKHOLE : declared;
    }

    /** The same by way of a nexthop object, as it is now. */
    RouteInfo through(NexthopReference object, List<NextHop> ways) {
        return new RouteInfo(table, type, scope, protocol, preferredSource, metric, metrics, ways, object, false);
    }

    /** Whether the kernel would use one fib_info for both ({@code fib_find_info}). */
    boolean sameAs(RouteInfo other) {
        if (this == other) {
            return true;
        }
        return table.equals(other.table)
                && type == other.type
                && scope.equals(other.scope)
                && protocol.equals(other.protocol)
                && preferredSource.equals(other.preferredSource)
                && metric == other.metric
                && metrics.equals(other.metrics)
                && nexthopObject.id() == other.nexthopObject.id()
                && (nexthopObject.isPresent() || sameNexthops(other));
    }

    private boolean sameNexthops(RouteInfo other) {
        if (nexthops.size() != other.nexthops.size()) {
            return false;
        }
        for (int i = 0; i < nexthops.size(); i++) {
            if (!nexthops.get(i).leadsLike(other.nexthops.get(i))) {
                return false;
            }
        }
        return true;
    }
}
