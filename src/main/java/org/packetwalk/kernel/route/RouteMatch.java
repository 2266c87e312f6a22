package org.packetwalk.kernel.route;

/**
 * The result of a lookup: the kernel's {@code struct fib_result}.
 *
 * @param route the route
 * @param nexthop the first usable nexthop; a route with several chooses again
 * @param nexthopIndex its place in the route
 * @param table the table that was asked, 254 if main and local share a trie
 */
public record RouteMatch(Route route, NextHop nexthop, int nexthopIndex, TableId table) {

    /** The same result with another of the route's nexthops. */
    public RouteMatch withNexthop(int index) {
        return new RouteMatch(route, route.nexthops().get(index), index, table);
    }
}
