package org.packetwalk.kernel.route;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.Ipv4Address;

/**
 * What an ICMP error taught about one destination behind a nexthop: the kernel's {@code struct fib_nh_exception}.
 *
 * @param info the route whose nexthop it is about
 * @param nexthop the place of the nexthop in the route
 * @param destination the destination
 * @param gateway the gateway a redirect named, 0.0.0.0 if none
 * @param mtu the path MTU in bytes, 0 if none
 * @param locked whether the path MTU is below the least believed one
 * @param expires when it ends
 */
public record RouteException(
        RouteInfo info,
        int nexthop,
        Ipv4Address destination,
        Ipv4Address gateway,
        int mtu,
        boolean locked,
        SimTime expires) {

    boolean isAbout(RouteInfo asked, int index, Ipv4Address address) {
        return nexthop == index && destination.equals(address) && info.sameAs(asked);
    }

    /** With what a later error taught ({@code update_or_create_fnhe}); what it says nothing about stays. */
    RouteException updated(RouteException later) {
        return new RouteException(
                info,
                nexthop,
                destination,
                later.gateway.isAny() ? gateway : later.gateway,
                later.mtu == 0 ? mtu : later.mtu,
                later.mtu == 0 ? locked : later.locked,
                later.expires);
    }
}
