package org.packetwalk.kernel.route;

import java.util.ArrayList;
import java.util.List;

/** How links that go and come mark the nexthops of routes: {@code fib_sync_down_dev}, {@code fib_sync_up}. */
final class NexthopStates {

    /** What was lost. */
    enum Loss {
        /** The interface was set down, or its last address removed. */
        DOWN,
        /** The interface is gone. */
        UNREGISTERED,
        /** The interface has no carrier. */
        CARRIER
    }

    private final LinkStates links;
    private final LinkdownPolicy policy;

    NexthopStates(LinkStates links, LinkdownPolicy policy) {
        this.links = links;
        this.policy = policy;
    }

    /** {@code fib_disable_ip}: marks, and removes the routes that have no nexthop left. */
    RoutingTables disable(RoutingTables tables, int device, Loss loss, boolean force) {
        RoutingTables marked = lose(tables, device, loss, force);
        return marked.anyInfo(RouteInfo::dead) ? marked.flush(alias -> alias.info.dead()) : marked;
    }

    /** {@code fib_sync_down_dev}. */
    RoutingTables lose(RoutingTables tables, int device, Loss loss, boolean force) {
        return tables.mapInfos(new InfoChange(info -> lost(info, device, loss, force)));
    }

    private RouteInfo lost(RouteInfo info, int device, Loss loss, boolean force) {
        if (!leadsTo(info, device)) {
            return info;
        }
        List<NextHop> changed = new ArrayList<>();
        boolean whole = true;
        for (NextHop nexthop : info.nexthops()) {
            boolean hit = nexthop.device() == device
                    && !nexthop.dead()
                    && (force || !nexthop.scope().equals(RouteScope.NOWHERE));
            boolean all = loss == Loss.UNREGISTERED;
            whole &= hit || all || nexthop.dead();
            changed.add(hit || all ? nexthop.withState(nexthop.dead() || loss != Loss.CARRIER, true) : nexthop);
        }
        return info.withNexthops(Multipath.rebalance(changed, policy), whole || info.linkdown());
    }

    /** {@code fib_sync_up}: for an interface that is up again, or has its carrier back. */
    RoutingTables up(RoutingTables tables, int device, boolean revive) {
        if (!links.up(device)) {
            return tables;
        }
        boolean carrier = !revive || links.carrier(device);
        return tables.mapInfos(new InfoChange(info -> {
            if (!leadsTo(info, device)) {
                return info;
            }
            List<NextHop> changed = new ArrayList<>();
            boolean alive = false;
            for (NextHop nexthop : info.nexthops()) {
                boolean lacks = revive && nexthop.dead() || carrier && nexthop.linkdown();
                alive |= nexthop.device() == device || !lacks;
                changed.add(
                        nexthop.device() == device
                                ? nexthop.withState(nexthop.dead() && !revive, nexthop.linkdown() && !carrier)
                                : nexthop);
            }
            List<NextHop> balanced = Multipath.rebalance(changed, policy);
            boolean noted = info.linkdown() && !(alive && carrier);
            return balanced.equals(info.nexthops()) && noted == info.linkdown()
                    ? info
                    : info.withNexthops(balanced, noted);
        }));
    }

    private static boolean leadsTo(RouteInfo info, int device) {
        if (info.nexthopObject().isPresent()) {
            return false;
        }
        for (NextHop nexthop : info.nexthops()) {
            if (nexthop.device() == device) {
                return true;
            }
        }
        return false;
    }
}
