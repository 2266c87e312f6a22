package org.packetwalk.kernel.route6;

import org.packetwalk.net.Ipv6Address;

/**
 * One way a route leads ({@code struct fib6_nh}).
 *
 * @param device ifindex of the outgoing device
 * @param gateway the router, :: if the destination is on the link
 * @param weight its share among several, from 1
 * @param onlink whether the gateway is on the link whatever the routes say
 * @param linkdown whether the device has no carrier ({@code RTNH_F_LINKDOWN})
 * @param hasGateway whether it leads to a router ({@code RTF_GATEWAY}); one that is asked for may name ::
 */
public record Ipv6NextHop(
        int device, Ipv6Address gateway, int weight, boolean onlink, boolean linkdown, boolean hasGateway) {

    /** A device without a gateway. */
    public static Ipv6NextHop direct(int device) {
        return new Ipv6NextHop(device, Ipv6Address.ANY, 1, false, false, false);
    }

    /** A gateway, over a device or, with 0, over whichever leads to it. */
    public static Ipv6NextHop through(Ipv6Address gateway, int device) {
        return new Ipv6NextHop(device, gateway, 1, false, false, true);
    }

    /** Whether another way leads by the same device to the same router ({@code rt6_duplicate_nexthop}). */
    public boolean leadsWhere(Ipv6NextHop other) {
        return device == other.device && gateway.equals(other.gateway);
    }

    /** With or without a carrier. */
    public Ipv6NextHop linkdown(boolean now) {
        return new Ipv6NextHop(device, gateway, weight, onlink, now, hasGateway);
    }
}
