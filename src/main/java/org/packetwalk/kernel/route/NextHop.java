package org.packetwalk.kernel.route;

import org.packetwalk.net.Ipv4Address;

/**
 * One way out of a route: the kernel's {@code struct fib_nh}.
 *
 * @param device the index of the interface, 0 for routes that reject
 * @param gateway the router on that interface, 0.0.0.0 if the destination is on the link itself
 * @param weight the share of flows, 1 to 256
 * @param scope how far the nexthop is away: LINK normally, HOST for an own address as gateway, NOWHERE for local routes
 * @param onlink whether the gateway was taken without asking where it is
 * @param dead whether the interface is down
 * @param linkdown whether the interface has no carrier
 * @param realms the realms of the destinations behind it, that of the source in the upper half; 0 for none
 * @param upperBound the highest hash this nexthop takes, -1 if it is out ({@code fib_nh_upper_bound}); only meaningful
 *     among several nexthops
 */
public record NextHop(
        int device,
        Ipv4Address gateway,
        int weight,
        RouteScope scope,
        boolean onlink,
        boolean dead,
        boolean linkdown,
        long realms,
        int upperBound) {

    /** The nexthop of routes that reject: no device, no gateway. */
    public static final NextHop NONE = direct(0, RouteScope.UNIVERSE);

    /** A nexthop without a gateway. */
    public static NextHop direct(int device, RouteScope scope) {
        return new NextHop(device, Ipv4Address.ANY, 1, scope, false, false, false, 0, Integer.MAX_VALUE);
    }

    /** A router on a link. */
    public static NextHop via(Ipv4Address gateway, int device) {
        return new NextHop(device, gateway, 1, RouteScope.LINK, false, false, false, 0, Integer.MAX_VALUE);
    }

    /** Whether there is a gateway. */
    public boolean hasGateway() {
        return !gateway.isAny();
    }

    /** Whether packets are handed to the gateway: not if the gateway is an own address ({@code rt_uses_gateway}). */
    public boolean usesGateway() {
        return hasGateway() && scope.equals(RouteScope.LINK);
    }

    NextHop withState(boolean nowDead, boolean nowLinkdown) {
        return new NextHop(device, gateway, weight, scope, onlink, nowDead, nowLinkdown, realms, upperBound);
    }

    NextHop withWeight(int changed) {
        return new NextHop(device, gateway, changed, scope, onlink, dead, linkdown, realms, upperBound);
    }

    /** With the realms of what is behind it. */
    public NextHop withRealms(long given) {
        return new NextHop(device, gateway, weight, scope, onlink, dead, linkdown, given, upperBound);
    }

    NextHop withUpperBound(int bound) {
        return new NextHop(device, gateway, weight, scope, onlink, dead, linkdown, realms, bound);
    }

    /** Whether the other leads the same way, whatever the state of the links ({@code nh_comp}). */
    boolean leadsLike(NextHop other) {
        return device == other.device
                && gateway.equals(other.gateway)
                && weight == other.weight
                && scope.equals(other.scope)
                && onlink == other.onlink
                && realms == other.realms;
    }
}
