package org.packetwalk.kernel.route;

/**
 * A question to the routing tables.
 *
 * @param flow what is asked for
 * @param ignoreLinkState whether nexthops without a carrier count in any case ({@code FIB_LOOKUP_IGNORE_LINKSTATE})
 */
public record RouteQuery(FlowKey flow, boolean ignoreLinkState) {

    /** The ordinary question about a flow. */
    public static RouteQuery of(FlowKey flow) {
        return new RouteQuery(flow, false);
    }
}
