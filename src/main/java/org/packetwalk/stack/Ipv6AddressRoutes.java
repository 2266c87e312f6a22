package org.packetwalk.stack;

import java.util.Optional;

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

    /** {@code addrconf_get_prefix_route}: the route to a prefix on the link of a device, whoever made it. */
    Optional<Ipv6Route> find(Ipv6Prefix prefix, int index) {
        return walk.host(host).ipv6().routing().table(TableId.MAIN).stream()
                .flatMap(table -> table.at(prefix).stream())
                .filter(route -> route.way().device() == index && !route.way().hasGateway())
                .findFirst();
    }

    void add(Ipv6Route route) {
        NetNamespace ns = walk.host(host);
        walk.update(ns.withIpv6(ns.ipv6().with(ns.ipv6().routing().with(route))));
    }

    /** Takes a route out; one of another kind that has its place stays. */
    void remove(Ipv6Route route) {
        NetNamespace ns = walk.host(host);
        boolean there = ns.ipv6().routing().table(route.table()).stream()
                .flatMap(table -> table.at(route.prefix()).stream())
                .anyMatch(one -> one.type() == route.type()
                        && one.way().device() == route.way().device());
        if (!there) {
            return;
        }
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

    /** {@code modify_prefix_route}: the route gets another end or metric; one that is not there any more is made again. */
    void renew(int index, Ipv6Prefix prefix, long metric, SimTime end) {
        long used = metric == 0 ? Ipv6Route.ADDRESS_METRIC : metric;
        Optional<Ipv6Route> there = find(prefix, index);
        there.ifPresent(this::remove);
        if (there.isPresent() && there.get().metric() == used) {
            add(there.get().ending(end));
        } else {
            subnet(index, prefix, metric, end);
        }
    }

    /** {@code addrconf_add_mroute}. */
    void multicast(int index) {
        if (!walk.device(host, index).isLoopback()) {
            add(Ipv6Route.kernel(
                    Ipv6Prefix.MULTICAST, TableId.LOCAL, RouteType.MULTICAST, Ipv6Route.ADDRESS_METRIC, way(index)));
        }
    }
}
