package org.packetwalk.kernel.route;

import org.packetwalk.net.Ipv4Address;

/**
 * The question for one of several nexthops.
 *
 * @param found the route, with the nexthop the table lookup found
 * @param hash the hash of the flow, 0 to 2147483647
 * @param source the source of the flow, 0.0.0.0 while none is chosen and for forwarded packets
 */
public record MultipathQuery(RouteMatch found, int hash, Ipv4Address source) {}
