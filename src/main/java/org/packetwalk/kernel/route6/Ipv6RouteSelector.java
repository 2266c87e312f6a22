package org.packetwalk.kernel.route6;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.route.RouteProtocol;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.Ipv6Prefix;

/**
 * Which route to delete ({@code ip6_route_del}).
 *
 * @param prefix its prefix
 * @param table its table
 * @param device ifindex of its device, 0 for any
 * @param gateway its gateway, :: for any
 * @param metric its metric, 0 for any
 * @param protocol who made it, unspecified for any
 */
public record Ipv6RouteSelector(
        Ipv6Prefix prefix, TableId table, int device, Ipv6Address gateway, long metric, RouteProtocol protocol) {

    /** The one route. */
    public static Ipv6RouteSelector of(Ipv6Route route) {
        boolean single = route.nexthops().size() == 1;
        return new Ipv6RouteSelector(
                route.prefix(),
                route.table(),
                single ? route.way().device() : 0,
                single ? route.way().gateway() : Ipv6Address.ANY,
                route.metric(),
                route.protocol());
    }

    /** Whether this selects the entry that stands for no route where there is no default route ({@code fib6_null_entry}). */
    boolean selectsNoRoute() {
        return prefix.length() == 0
                && device == 0
                && gateway.isAny()
                && metric == 0
                && protocol.equals(RouteProtocol.UNSPECIFIED);
    }

    /** What is left of a route if this selects it: of several ways only the named one goes. Empty if it does not. */
    Optional<Ipv6Route> without(Ipv6Route route) {
        boolean fits = (metric == 0 || metric == route.metric())
                && (protocol.equals(RouteProtocol.UNSPECIFIED) || protocol.equals(route.protocol()));
        List<Ipv6NextHop> selected = route.nexthops().stream()
                .filter(way -> (device == 0 || way.device() == device)
                        && (gateway.isAny() || way.gateway().equals(gateway)))
                .toList();
        if (!fits || selected.isEmpty()) {
            return Optional.empty();
        }
        Ipv6NextHop gone = selected.get(0);
        return Optional.of(route.through(
                gateway.isAny()
                        ? List.of()
                        : route.nexthops().stream()
                                .filter(way -> !way.equals(gone))
                                .toList()));
    }
}
