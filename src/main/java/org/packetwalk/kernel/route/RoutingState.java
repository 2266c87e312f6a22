package org.packetwalk.kernel.route;

/**
 * What address and link events change together.
 *
 * @param tables the rules and tables
 * @param addresses the addresses
 * @param nexthops the nexthop objects
 */
public record RoutingState(RoutingTables tables, InterfaceAddresses addresses, NexthopObjects nexthops) {

    /** A new namespace. */
    public static final RoutingState INITIAL =
            new RoutingState(RoutingTables.INITIAL, InterfaceAddresses.NONE, NexthopObjects.NONE);

    /** With a table, empty if it was not there: asking to add a route makes it, even if the route is refused. */
    public RoutingState withTable(TableId table) {
        return with(tables.withTable(table));
    }

    RoutingState with(RoutingTables changed) {
        return new RoutingState(changed, addresses, nexthops);
    }

    RoutingState with(InterfaceAddresses changed) {
        return new RoutingState(tables, changed, nexthops);
    }
}
