package org.packetwalk.kernel.route6;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.Ipv6Prefix;

/**
 * What ICMPv6 taught about one destination of a route ({@code struct rt6_exception}).
 *
 * @param prefix the prefix of the route it belongs to
 * @param device ifindex of the route's device
 * @param destination the destination
 * @param gateway the better next hop a redirect named, :: if none
 * @param mtu the path MTU in bytes, 0 if none
 * @param expires when it ends; {@link Ipv6Route#NEVER} if it does not
 */
public record Ipv6Exception(
        Ipv6Prefix prefix, int device, Ipv6Address destination, Ipv6Address gateway, int mtu, SimTime expires) {

    /** Whether its end has come. */
    public boolean expired(SimTime now) {
        return !expires.equals(Ipv6Route.NEVER) && !now.isBefore(expires);
    }
}
