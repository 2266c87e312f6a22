package org.packetwalk.kernel.route;

import org.packetwalk.net.Ipv4Address;

/**
 * A nexthop that was looked at.
 *
 * @param index its place in the route
 * @param nexthop the nexthop, with its upper bound
 * @param source its own source address, 0.0.0.0 if it has none or it does not count
 * @param usable whether it takes part
 * @param score 2 for the flow's own source, plus 1 if the hash lies within the bound; -1 if it takes no part
 */
public record NexthopVisit(int index, NextHop nexthop, Ipv4Address source, boolean usable, int score) {}
