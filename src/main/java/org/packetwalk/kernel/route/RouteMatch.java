package org.packetwalk.kernel.route;

/**
 * The result of a lookup: the kernel's {@code struct fib_result}.
 *
 * @param route the route
 * @param nexthop the first usable nexthop; a route with several chooses again
 * @param nexthopIndex its place in the route
 * @param table the table that was asked, 254 if main and local share a trie
 * @param ruleRealms the realms of the rule that led to the table, 0 for none
 */
public record RouteMatch(Route route, NextHop nexthop, int nexthopIndex, TableId table, long ruleRealms) {

    private static final long TO = 0xffff;
    private static final long FROM = 0xffff0000L;

    /** The realms of the flow: of the nexthop, and where it names none, of the rule ({@code set_class_tag}). */
    public long realms() {
        long own = nexthop.realms();
        return own | ((own & TO) == 0 ? ruleRealms & TO : 0) | ((own & FROM) == 0 ? ruleRealms & FROM : 0);
    }

    /** The same result with another of the route's nexthops. */
    public RouteMatch withNexthop(int index) {
        return new RouteMatch(route, route.nexthops().get(index), index, table, ruleRealms);
    }
}
