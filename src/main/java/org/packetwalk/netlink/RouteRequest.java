package org.packetwalk.netlink;

import org.packetwalk.kernel.route.RouteConfig;
import org.packetwalk.kernel.route.RouteInsertion;
import org.packetwalk.kernel.route.RouteSelector;
import org.packetwalk.kernel.route6.Ipv6Route;
import org.packetwalk.kernel.route6.Ipv6RouteSelector;

/** A change of the routing tables ({@code RTM_NEWROUTE}, {@code RTM_DELROUTE}). */
public sealed interface RouteRequest extends ConfigRequest {

    @Override
    default <R> R accept(ConfigRequest.Visitor<R> visitor) {
        return visitor.route(this);
    }

    /** A new or changed route. */
    record Add(RouteConfig route, RouteInsertion how) implements RouteRequest {}

    /** A route goes. */
    record Delete(RouteSelector route) implements RouteRequest {}

    /** What ICMP taught is forgotten ({@code net.ipv4.route.flush}). */
    record FlushCache() implements RouteRequest {}

    /**
     * Puts a route of IPv6 into its table; ways without a device get the one their gateway is reached by.
     *
     * @param several whether its ways are listed one by one ({@code RTA_MULTIPATH}), be it one alone
     */
    record AddIpv6(Ipv6Route route, RouteInsertion how, boolean several) implements RouteRequest {}

    /** Takes a route of IPv6 out of its table. */
    record DeleteIpv6(Ipv6RouteSelector route) implements RouteRequest {}

    /** Forgets what ICMPv6 taught. */
    record FlushIpv6Cache() implements RouteRequest {}
}
