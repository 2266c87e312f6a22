package org.packetwalk.kernel.route;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.RouteMetrics;
import org.packetwalk.net.Ipv4Address;

/** What the search of one table found: a route and the first usable of its nexthops, or nothing. */
public final class TableHit {

    /** Nothing found. */
    public static final TableHit NONE = new TableHit(0, new FibAlias(nothing(), 0, 0, 0, RouteType.THROW), 0);

    private final int key;
    private final FibAlias alias;
    private final int nexthopIndex;

    TableHit(int key, FibAlias alias, int nexthopIndex) {
        this.key = key;
        this.alias = alias;
        this.nexthopIndex = nexthopIndex;
    }

    private static RouteInfo nothing() {
        return new RouteInfo(
                TableId.of(0),
                RouteType.THROW,
                RouteScope.NOWHERE,
                RouteProtocol.UNSPECIFIED,
                Ipv4Address.ANY,
                0,
                RouteMetrics.NONE,
                List.of(NextHop.NONE),
                NexthopReference.NONE,
                false);
    }

    /** Whether a route was found, be it one that rejects. */
    public boolean found() {
        return this != NONE;
    }

    /** The error of {@code fib_table_lookup}: EAGAIN if nothing was found, that of a rejecting route, else nothing. */
    public Optional<Errno> error() {
        return alias.effect().error();
    }

    /** The route found. */
    public Route route() {
        return alias.route(key);
    }

    /** The length of its prefix. */
    public int prefixLength() {
        return 32 - alias.suffixLength;
    }

    /** The first nexthop that can be used. */
    public NextHop nexthop() {
        return alias.info.nexthops().get(nexthopIndex);
    }

    /** Its place in the route. */
    public int nexthopIndex() {
        return nexthopIndex;
    }

    /** The route found in a given table, with everything a walk needs. */
    RouteMatch match(TableId asked, long ruleRealms) {
        return new RouteMatch(route(), nexthop(), nexthopIndex, asked, ruleRealms);
    }
}
