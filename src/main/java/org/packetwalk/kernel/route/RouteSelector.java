package org.packetwalk.kernel.route;

import java.util.List;

import org.packetwalk.kernel.RouteMetrics;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;

/**
 * Which route {@code ip route del} means: the first that agrees with everything given ({@code fib_table_delete}).
 *
 * @param prefix the prefix
 * @param table the table
 * @param tos the type of service
 * @param types the types that will do
 * @param scope the scope, NOWHERE for any
 * @param protocol who made it, UNSPECIFIED for anybody
 * @param preferredSource its source address, 0.0.0.0 for any
 * @param metric its metric, 0 for any
 * @param metrics values it has to prescribe
 * @param nexthops its nexthops with device 0 or gateway 0.0.0.0 for any; empty for any
 * @param nexthopObject the id of its nexthop object, 0 for any
 */
public record RouteSelector(
        Ipv4Prefix prefix,
        TableId table,
        int tos,
        List<RouteType> types,
        RouteScope scope,
        RouteProtocol protocol,
        Ipv4Address preferredSource,
        long metric,
        RouteMetrics metrics,
        List<NextHop> nexthops,
        long nexthopObject) {

    /** Copies the lists. */
    public RouteSelector {
        types = List.copyOf(types);
        nexthops = List.copyOf(nexthops);
    }

    /** The first route for a prefix, whatever it is. */
    public static RouteSelector prefix(Ipv4Prefix prefix, TableId table) {
        return new RouteSelector(
                prefix,
                table,
                0,
                List.of(RouteType.values()),
                RouteScope.NOWHERE,
                RouteProtocol.UNSPECIFIED,
                Ipv4Address.ANY,
                0,
                RouteMetrics.NONE,
                List.of(),
                0);
    }

    /** Exactly this route, as a dump and a following delete mean it. */
    public static RouteSelector of(Route route) {
        return new RouteSelector(
                route.prefix(),
                route.table(),
                route.tos(),
                List.of(route.type()),
                route.scope(),
                route.protocol(),
                route.preferredSource(),
                route.metric(),
                route.metrics(),
                route.type().rejects() ? List.of() : route.nexthops(),
                route.info().nexthopObject().id());
    }

    boolean selects(FibAlias alias) {
        RouteInfo info = alias.info;
        return types.contains(alias.type())
                && (scope.equals(RouteScope.NOWHERE) || scope.equals(info.scope()))
                && (preferredSource.isAny() || preferredSource.equals(info.preferredSource()))
                && (protocol.number() == 0 || protocol.equals(info.protocol()))
                && (metric == 0 || metric == info.metric())
                && metrics.agreesWith(info.metrics())
                && leadsAlike(info);
    }

    /** {@code fib_nh_match}. */
    private boolean leadsAlike(RouteInfo info) {
        if (nexthopObject != 0) {
            return nexthopObject == info.nexthopObject().id();
        }
        if (nexthops.isEmpty()) {
            return true;
        }
        if (info.nexthopObject().isPresent()
                || nexthops.size() > 1 && nexthops.size() != info.nexthops().size()) {
            return false;
        }
        for (int i = 0; i < nexthops.size(); i++) {
            NextHop wanted = nexthops.get(i);
            NextHop there = info.nexthops().get(i);
            if (wanted.realms() != 0 && wanted.realms() != there.realms()
                    || wanted.device() != 0 && wanted.device() != there.device()
                    || wanted.hasGateway() && !wanted.gateway().equals(there.gateway())) {
                return false;
            }
        }
        return true;
    }
}
