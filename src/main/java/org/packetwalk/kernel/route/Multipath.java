package org.packetwalk.kernel.route;

import java.util.ArrayList;
import java.util.List;

/** The shares of the nexthops of a route: {@code fib_rebalance}. */
final class Multipath {

    private Multipath() {}

    /** The nexthops with their upper bounds made anew. */
    static List<NextHop> rebalance(List<NextHop> nexthops, LinkdownPolicy policy) {
        if (nexthops.size() < 2) {
            return nexthops;
        }
        long total = 0;
        for (NextHop nexthop : nexthops) {
            total += usable(nexthop, policy) ? nexthop.weight() : 0;
        }
        List<NextHop> rebalanced = new ArrayList<>();
        long sum = 0;
        for (NextHop nexthop : nexthops) {
            if (usable(nexthop, policy)) {
                sum += nexthop.weight();
                rebalanced.add(nexthop.withUpperBound((int) (((sum << 31) + total / 2) / total - 1)));
            } else {
                rebalanced.add(nexthop.withUpperBound(-1));
            }
        }
        return rebalanced;
    }

    private static boolean usable(NextHop nexthop, LinkdownPolicy policy) {
        return !nexthop.dead() && !(nexthop.linkdown() && policy.ignoresLinkdown(nexthop.device()));
    }
}
