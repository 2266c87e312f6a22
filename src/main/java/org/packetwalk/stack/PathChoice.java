package org.packetwalk.stack;

import java.util.function.ToIntFunction;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.neigh.NeighborKey;
import org.packetwalk.kernel.route.DefaultRouteDecision;
import org.packetwalk.kernel.route.GatewayStates;
import org.packetwalk.kernel.route.MultipathDecision;
import org.packetwalk.kernel.route.MultipathQuery;
import org.packetwalk.kernel.route.PathSelection;
import org.packetwalk.kernel.route.RouteMatch;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.Stage;

/** The choice that follows a lookup where a route has several nexthops or there are several defaults. */
final class PathChoice {

    private PathChoice() {}

    /** {@code fib_select_path} of an own packet whose source is maybe known. */
    static RouteMatch output(
            Walk walk,
            HostId host,
            SkBuff skb,
            RouteMatch found,
            ToIntFunction<NetNamespace> hash,
            Ipv4Address source) {
        if (found.route().nexthops().size() > 1) {
            return among(walk, host, skb, Stage.ROUTE_OUTPUT, found, hash, source);
        }
        if (found.route().prefix().length() != 0 || found.route().type() != RouteType.UNICAST) {
            return found;
        }
        NetNamespace ns = walk.host(host);
        DefaultRouteDecision decision = selection(ns).selectDefault(found, ns.memory());
        if (!decision.considered().isEmpty()) {
            walk.update(ns.withMemory(decision.outcome().memory()));
        }
        return decision.outcome().match();
    }

    /** {@code ip_mkroute_input}: only nexthops are chosen, by the hash alone. */
    static RouteMatch input(Walk walk, HostId host, SkBuff skb, RouteMatch found, ToIntFunction<NetNamespace> hash) {
        return found.route().nexthops().size() > 1
                ? among(walk, host, skb, Stage.ROUTE_INPUT, found, hash, Ipv4Address.ANY)
                : found;
    }

    private static RouteMatch among(
            Walk walk,
            HostId host,
            SkBuff skb,
            Stage stage,
            RouteMatch found,
            ToIntFunction<NetNamespace> hash,
            Ipv4Address source) {
        NetNamespace ns = walk.host(host);
        boolean useNeighbors = ns.sysctls().number("net.ipv4.fib_multipath_use_neigh") != 0;
        MultipathDecision decision =
                selection(ns).select(new MultipathQuery(found, hash.applyAsInt(ns), source), useNeighbors);
        walk.emit(new RouteEvent.NexthopChosen(walk.head(host, skb), stage, decision, Fib.context(ns)));
        return decision.outcome();
    }

    private static PathSelection selection(NetNamespace ns) {
        GatewayStates gateways = nexthop -> ns.neighbors()
                .find(new NeighborKey(nexthop.device(), nexthop.gateway()))
                .map(PathChoice::state)
                .orElse(GatewayStates.State.UNKNOWN);
        return new PathSelection(ns.routing(), ns.addresses(), new Interfaces(ns.devices()), gateways);
    }

    private static GatewayStates.State state(NeighborEntry entry) {
        return switch (entry.state()) {
            case REACHABLE -> GatewayStates.State.REACHABLE;
            case STALE, DELAY, PROBE, NOARP, PERMANENT -> GatewayStates.State.VALID;
            case INCOMPLETE -> GatewayStates.State.INCOMPLETE;
            case NONE, FAILED -> GatewayStates.State.FAILED;
        };
    }
}
