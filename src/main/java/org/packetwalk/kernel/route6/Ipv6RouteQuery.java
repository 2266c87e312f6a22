package org.packetwalk.kernel.route6;

import org.packetwalk.kernel.SimTime;

/**
 * A question to the tables of IPv6 ({@code fib6_rule_lookup}).
 *
 * @param flow the flow
 * @param device the device that counts: the outgoing one of own packets, the incoming one of received packets
 * @param deviceOnly whether routes of other devices are out of the question ({@code RT6_LOOKUP_F_IFACE})
 * @param reachableFirst whether routers that answer come first ({@code RT6_LOOKUP_F_REACHABLE}): of hosts, not of routers
 * @param now the time
 */
public record Ipv6RouteQuery(Ipv6Flow flow, int device, boolean deviceOnly, boolean reachableFirst, SimTime now) {}
