package org.packetwalk.netlink;

import org.packetwalk.kernel.route.RouteConfig;
import org.packetwalk.kernel.route.RouteInsertion;
import org.packetwalk.kernel.route.RouteSelector;

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
}
