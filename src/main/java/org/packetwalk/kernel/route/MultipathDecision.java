package org.packetwalk.kernel.route;

import java.util.List;

/**
 * The choice among several nexthops: {@code fib_select_multipath}, {@code nexthop_select_path}.
 *
 * @param query what was asked
 * @param considered the nexthops looked at, in order
 * @param outcome the route with the nexthop chosen
 */
public record MultipathDecision(MultipathQuery query, List<NexthopVisit> considered, RouteMatch outcome) {

    /** Copies the list. */
    public MultipathDecision {
        considered = List.copyOf(considered);
    }
}
