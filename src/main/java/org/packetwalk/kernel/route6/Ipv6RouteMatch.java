package org.packetwalk.kernel.route6;

/**
 * A route that was found and the way taken ({@code struct fib6_result}).
 *
 * @param route the route
 * @param way the way
 */
public record Ipv6RouteMatch(Ipv6Route route, Ipv6NextHop way) {}
