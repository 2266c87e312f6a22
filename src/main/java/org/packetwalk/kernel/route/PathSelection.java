package org.packetwalk.kernel.route;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;

/** What follows a lookup: the choice among nexthops or default routes ({@code fib_select_path}), and the source. */
public final class PathSelection {

    private final RoutingTables tables;
    private final InterfaceAddresses addresses;
    private final LinkStates links;
    private final GatewayStates gateways;

    /** Choices in this namespace. */
    public PathSelection(RoutingTables tables, InterfaceAddresses addresses, LinkStates links, GatewayStates gateways) {
        this.tables = tables;
        this.addresses = addresses;
        this.links = links;
        this.gateways = gateways;
    }

    /** Chooses among the nexthops of a route; {@code useNeighbors} is {@code fib_multipath_use_neigh}. */
    public MultipathDecision select(MultipathQuery query, boolean useNeighbors) {
        return query.found().route().info().nexthopObject().group()
                ? selectOfGroup(query)
                : selectOfRoute(query, useNeighbors);
    }

    /** {@code fib_select_multipath}. */
    private MultipathDecision selectOfRoute(MultipathQuery query, boolean useNeighbors) {
        List<NexthopVisit> visits = new ArrayList<>();
        List<NextHop> nexthops = query.found().route().nexthops();
        int chosen = query.found().nexthopIndex();
        int best = -1;
        for (int i = 0; i < nexthops.size(); i++) {
            NextHop nexthop = nexthops.get(i);
            boolean usable = nexthop.upperBound() != -1 && !(useNeighbors && isBad(nexthop));
            Ipv4Address own = query.source().isAny() ? Ipv4Address.ANY : sourceOf(query.found(), nexthop);
            int score = usable ? score(query, nexthop, own) : -1;
            visits.add(new NexthopVisit(i, nexthop, own, usable, score));
            if (score > best) {
                best = score;
                chosen = i;
                if (score == 3 || score == 1 && query.source().isAny()) {
                    break;
                }
            }
        }
        return new MultipathDecision(query, visits, query.found().withNexthop(chosen));
    }

    private static int score(MultipathQuery query, NextHop nexthop, Ipv4Address own) {
        boolean ownSource = !query.source().isAny() && own.equals(query.source());
        return (ownSource ? 2 : 0) + (query.hash() <= nexthop.upperBound() ? 1 : 0);
    }

    /** {@code nexthop_select_path_hthr}: the first good one whose bound is not below the hash, else the first good. */
    private MultipathDecision selectOfGroup(MultipathQuery query) {
        List<NexthopVisit> visits = new ArrayList<>();
        List<NextHop> nexthops = query.found().route().nexthops();
        int firstGood = -1;
        for (int i = 0; i < nexthops.size(); i++) {
            NextHop nexthop = nexthops.get(i);
            boolean good = !isBad(nexthop);
            boolean within = good && query.hash() <= nexthop.upperBound();
            visits.add(new NexthopVisit(i, nexthop, Ipv4Address.ANY, good, good ? within ? 1 : 0 : -1));
            firstGood = good && firstGood < 0 ? i : firstGood;
            if (within) {
                return new MultipathDecision(query, visits, query.found().withNexthop(i));
            }
        }
        return new MultipathDecision(query, visits, query.found().withNexthop(Math.max(0, firstGood)));
    }

    /** {@code fib_good_nh}, negated: the gateway has an entry that cannot be used. */
    private boolean isBad(NextHop nexthop) {
        return nexthop.usesGateway()
                && switch (gateways.of(nexthop)) {
                    case UNKNOWN, VALID, REACHABLE -> false;
                    case INCOMPLETE, FAILED -> true;
                };
    }

    private Ipv4Address sourceOf(RouteMatch found, NextHop nexthop) {
        return addresses
                .selectSource(
                        new SourceAddressQuery(
                                nexthop.device(),
                                nexthop.gateway(),
                                found.route().scope(),
                                false),
                        links)
                .outcome();
    }

    /**
     * Chooses among default routes of equal metric one whose gateway seems alive ({@code fib_select_default}). A gateway that
     * is known but not surely reachable is not taken twice in a row.
     *
     * @param memory what was chosen before
     */
    public DefaultRouteDecision selectDefault(RouteMatch found, RouteMemory memory) {
        List<Route> defaults = found.route().prefix().equals(Ipv4Prefix.DEFAULT)
                ? tables.routes(found.route().table()).stream()
                        .filter(route ->
                                route.prefix().equals(Ipv4Prefix.DEFAULT) && isAlternative(route, found.route()))
                        .toList()
                : List.of();
        if (defaults.isEmpty()
                || !tables.hasSeveralDefaults(found.route().table())
                || !defaults.get(0).info().sameAs(found.route().info())) {
            return new DefaultRouteDecision(found, List.of(), new DefaultRouteChoice(found, memory));
        }
        RouteInfo first = defaults.get(0).info();
        if (defaults.size() == 1) {
            RouteMemory none = memory.taking(new DefaultChoice(first, -1));
            return new DefaultRouteDecision(found, defaults, new DefaultRouteChoice(found, none));
        }
        int before = memory.taken(first);
        int lastResort = -1;
        for (int order = 0; order < defaults.size(); order++) {
            GatewayStates.State state =
                    gateways.of(defaults.get(order).nexthops().get(0));
            boolean usable = state == GatewayStates.State.VALID || state == GatewayStates.State.REACHABLE;
            if (state == GatewayStates.State.UNKNOWN
                    || state == GatewayStates.State.REACHABLE
                    || usable && order != before) {
                return chosen(found, defaults, order, memory);
            }
            if (usable || lastResort < 0 && order > before && state != GatewayStates.State.INCOMPLETE) {
                lastResort = order;
            }
        }
        return chosen(found, defaults, lastResort, memory);
    }

    private static DefaultRouteDecision chosen(RouteMatch found, List<Route> defaults, int order, RouteMemory memory) {
        RouteMemory now = memory.taking(new DefaultChoice(defaults.get(0).info(), order));
        Route route = order < 0 ? found.route() : defaults.get(order);
        RouteMatch match = order < 0
                ? found
                : new RouteMatch(route, route.nexthops().get(0), 0, found.table(), found.ruleRealms());
        return new DefaultRouteDecision(found, defaults, new DefaultRouteChoice(match, now));
    }

    private static boolean isAlternative(Route route, Route found) {
        return route.type() == RouteType.UNICAST
                && route.tos() == found.tos()
                && route.metric() == found.metric()
                && route.scope().equals(found.scope())
                && !route.info().dead()
                && route.nexthops().get(0).usesGateway();
    }

    /** The source a route gives to packets that have none: its preferred source, else one of its interface ({@code fib_result_prefsrc}). */
    public SourceAddressDecision source(RouteMatch found, boolean routeLocalnet) {
        SourceAddressQuery query = new SourceAddressQuery(
                found.nexthop().device(),
                found.nexthop().gateway(),
                found.route().scope(),
                routeLocalnet);
        Ipv4Address preferred = found.route().preferredSource();
        return preferred.isAny()
                ? addresses.selectSource(query, links)
                : new SourceAddressDecision(query, List.of(), preferred);
    }
}
