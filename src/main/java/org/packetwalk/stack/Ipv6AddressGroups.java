package org.packetwalk.stack;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route6.Ipv6Device;
import org.packetwalk.kernel.route6.Ipv6InterfaceAddress;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.Ipv6Prefix;

/** The groups a device listens to because of its addresses: solicited nodes and, on a router, the anycast of subnets. */
final class Ipv6AddressGroups {
    private static final int LONGEST_ANYCAST = 127;

    private final Walk walk;
    private final HostId host;
    private final Ipv6AddressRoutes routes;

    Ipv6AddressGroups(Walk walk, HostId host, Ipv6AddressRoutes routes) {
        this.walk = walk;
        this.host = host;
        this.routes = routes;
    }

    private Ipv6Device device(int index) {
        return walk.host(host).ipv6().addresses().find(index).orElseThrow();
    }

    private void put(Ipv6Device device) {
        walk.update(walk.host(host).with(device));
    }

    /** {@code addrconf_join_solict}: the group that is asked for the address. */
    void joinSolicited(int index, Ipv6Address address) {
        NetDevice device = walk.device(host, index);
        if (device.isLoopback() || !device.arp()) {
            return;
        }
        Mld.join(walk, host, index, address.solicitedNode());
    }

    /** {@code addrconf_join_anycast}: a router listens to the subnet's own address (RFC 4291 section 2.6.1). */
    void joinAnycast(int index, Ipv6InterfaceAddress address) {
        Ipv6Address subnet =
                Ipv6Prefix.containing(address.address(), address.prefixLength()).network();
        if (address.prefixLength() >= LONGEST_ANYCAST || subnet.isAny()) {
            return;
        }
        boolean there = device(index).hasAnycast(subnet);
        put(device(index).joiningAnycast(subnet));
        if (!there) {
            routes.add(routes.own(subnet, RouteType.ANYCAST, index));
            joinSolicited(index, subnet);
        }
    }

    /** {@code addrconf_leave_anycast}. */
    void leaveAnycast(int index, Ipv6InterfaceAddress address) {
        Ipv6Address subnet =
                Ipv6Prefix.containing(address.address(), address.prefixLength()).network();
        if (!device(index).hasAnycast(subnet)) {
            return;
        }
        put(device(index).leavingAnycast(subnet));
        if (!device(index).hasAnycast(subnet)) {
            put(device(index).leaving(subnet.solicitedNode()));
            routes.remove(routes.own(subnet, RouteType.ANYCAST, index));
        }
    }
}
