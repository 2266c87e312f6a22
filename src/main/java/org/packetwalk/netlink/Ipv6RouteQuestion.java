package org.packetwalk.netlink;

import org.packetwalk.kernel.route6.Ipv6Flow;

/**
 * What {@code ip -6 route get} asks.
 *
 * @param flow the flow
 * @param received whether it is about a packet that comes in
 * @param tableEntry whether the route of the table is wanted ({@code fibmatch})
 */
public record Ipv6RouteQuestion(Ipv6Flow flow, boolean received, boolean tableEntry) {}
