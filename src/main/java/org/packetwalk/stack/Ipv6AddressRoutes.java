package org.packetwalk.stack;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.kernel.route6.Ipv6NextHop;
import org.packetwalk.kernel.route6.Ipv6Route;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.Ipv6Prefix;

/** The routes that the kernel makes for the IPv6 addresses of a device ({@code addrconf_f6i_alloc}). */
final class Ipv6AddressRoutes {

    private final Walk walk;
    private final HostId host;

    Ipv6AddressRoutes(Walk walk, HostId host) {
        this.walk = walk;
        this.host = host;
    }

    /** The route of an address that is this host's own, local or anycast. */
    Ipv6Route own(Ipv6Address address, RouteType type, int index) {
        return Ipv6Route.kernel(Ipv6Prefix.of(address), TableId.LOCAL, type, 0, Ipv6NextHop.direct(index));
    }

    /** The route of a subnet that is on the link of a device. */
    Ipv6Route onLink(Ipv6Prefix prefix, long metric, int index) {
        return Ipv6Route.kernel(prefix, TableId.MAIN, RouteType.UNICAST, metric, way(index));
    }

    private Ipv6NextHop way(int index) {
        return Ipv6NextHop.direct(index).linkdown(!walk.device(host, index).carrier());
    }

    void add(Ipv6Route route) {
        NetNamespace ns = walk.host(host);
        walk.update(ns.withIpv6(ns.ipv6().with(ns.ipv6().routing().with(route))));
    }

    void remove(Ipv6Route route) {
        NetNamespace ns = walk.host(host);
        walk.update(ns.withIpv6(ns.ipv6().with(ns.ipv6().routing().without(route))));
    }

    /** {@code addrconf_prefix_route}. */
    void subnet(int index, Ipv6Prefix prefix, long metric, SimTime end) {
        if (!walk.device(host, index).up()) {
            // Refused as any route over a device that is down (fib6_nh_init); it is made when the device comes up.
            return;
        }
        long used = metric == 0 ? Ipv6Route.ADDRESS_METRIC : metric;
        add(onLink(prefix, used, index).ending(end));
    }

    /** {@code addrconf_add_mroute}. */
    void multicast(int index) {
        if (!walk.device(host, index).isLoopback()) {
            add(Ipv6Route.kernel(
                    Ipv6Prefix.MULTICAST, TableId.LOCAL, RouteType.MULTICAST, Ipv6Route.ADDRESS_METRIC, way(index)));
        }
    }
}
