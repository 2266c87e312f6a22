package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route6.Ipv6Device;
import org.packetwalk.kernel.route6.Ipv6InterfaceAddress;
import org.packetwalk.kernel.route6.Ipv6InterfaceAddress.DadState;
import org.packetwalk.kernel.route6.Ipv6Route;
import org.packetwalk.kernel.route6.Ipv6RoutingTables;
import org.packetwalk.kernel.route6.Ipv6Scope;
import org.packetwalk.kernel.sysctl.SysctlTable;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.Ipv6Prefix;
import org.packetwalk.net.MacAddress;
import org.packetwalk.packet.Ipv6Header;

/**
 * The IPv6 addresses of a host's devices and the routes and groups that go with them ({@code net/ipv6/addrconf.c},
 * RFC 4862).
 */
public final class Addrconf {

    private static final int INTERFACE_ID = 64;
    private static final Ipv6Prefix LINK_LOCAL = Ipv6Prefix.parse("fe80::/64");

    private final Walk walk;
    private final HostId host;
    private final Ipv6AddressRoutes routes;
    private final Ipv6AddressGroups groups;

    /** The addresses of a host. */
    public Addrconf(Walk walk, HostId host) {
        this.walk = walk;
        this.host = host;
        this.routes = new Ipv6AddressRoutes(walk, host);
        this.groups = new Ipv6AddressGroups(walk, host, routes);
    }

    private NetNamespace ns() {
        return walk.host(host);
    }

    private Optional<Ipv6Device> find(int index) {
        return ns().ipv6().addresses().find(index);
    }

    private void put(Ipv6Device device) {
        walk.update(ns().with(device));
    }

    private void route(Ipv6RoutingTables tables) {
        walk.update(ns().withIpv6(ns().ipv6().with(tables)));
    }

    private long conf(int index, String key) {
        return ns().sysctls().ipv6Conf(index, key);
    }

    private boolean disabled(int index) {
        return conf(index, "disable_ipv6") != 0;
    }

    private boolean forwarding(int index) {
        return conf(index, "forwarding") != 0;
    }

    // -- devices ---------------------------------------------------------------------------

    /**
     * {@code rt6_mtu_change}: a route that prescribes more than its device takes now prescribes that; one that prescribed
     * as much as the device took follows it.
     */
    public void resizing(int index, int mtu) {
        if (mtu < Ipv6Header.MINIMUM_MTU || find(index).isEmpty()) {
            return;
        }
        long before = conf(index, "mtu");
        route(ns().ipv6().routing().mapping(route -> {
            int prescribed = route.metrics().mtu();
            boolean concerned = route.way().device() == index
                    && prescribed != 0
                    && !route.metrics().mtuLocked();
            return concerned && (prescribed >= mtu || prescribed == before) ? route.withMtu(mtu) : route;
        }));
    }

    /** A device came, or its MTU changed ({@code NETDEV_REGISTER}, {@code NETDEV_CHANGEMTU}). */
    public void sized(int index) {
        NetDevice device = walk.device(host, index);
        boolean there = find(index).isPresent();
        if (device.mtu() < Ipv6Header.MINIMUM_MTU && there) {
            if (device.isLoopback()) {
                down(index);
            } else {
                unregistered(index);
            }
        } else if (device.mtu() >= Ipv6Header.MINIMUM_MTU && !there) {
            put(Ipv6Device.created(index));
            if (forwarding(index) && !device.isLoopback()) {
                put(find(index).orElseThrow().joining(Ipv6Address.ALL_ROUTERS));
            }
            changed(index);
        }
    }

    /** A device went away ({@code NETDEV_UNREGISTER}). */
    public void unregistered(int index) {
        down(index);
        walk.update(ns().withIpv6(ns().ipv6().with(ns().ipv6().addresses().without(index))));
    }

    /** A device went up or down, or its carrier came or went ({@code addrconf_notify}). */
    public void changed(int index) {
        Optional<NetDevice> found = ns().device(index);
        Optional<Ipv6Device> ours = find(index);
        if (found.isEmpty() || ours.isEmpty()) {
            return;
        }
        NetDevice device = found.get();
        if (!device.up() || disabled(index)) {
            down(index);
        } else if (!device.carrier()) {
            subnetsOf(ours.get());
            linkdown(index, true);
        } else if (ours.get().ready()) {
            linkdown(index, false);
        } else {
            subnetsOf(ours.get());
            ready(device);
        }
    }

    /** {@code addrconf_permanent_addr}: addresses that came before the device was up have no route to their subnets yet. */
    private void subnetsOf(Ipv6Device device) {
        for (Ipv6InterfaceAddress address : device.ready() ? List.<Ipv6InterfaceAddress>of() : device.addresses()) {
            if (!address.dynamic() && !address.noPrefixRoute()) {
                routes.subnet(
                        device.index(),
                        Ipv6Prefix.containing(address.address(), address.prefixLength()),
                        address.metric(),
                        Ipv6Route.NEVER);
            }
        }
    }

    /** The device has a carrier: its addresses are checked, and it gets one of its own. */
    private void ready(NetDevice device) {
        int index = device.index();
        put(find(index).orElseThrow().ready(true));
        if (device.isLoopback()) {
            loopback(index);
        } else {
            // Addresses that came before the link are checked now; they have joined their groups already.
            for (Ipv6InterfaceAddress address : find(index).orElseThrow().addresses()) {
                if (address.state() == DadState.TENTATIVE) {
                    DuplicateDetection.begin(walk, host, index, address.address());
                }
            }
            routes.multicast(index);
            linkLocal(device);
        }
        linkdown(index, false);
    }

    /** {@code init_loopback}. */
    private void loopback(int index) {
        if (find(index).orElseThrow().find(Ipv6Address.LOOPBACK).isEmpty()) {
            Ipv6InterfaceAddress own = Ipv6InterfaceAddress.permanent(Ipv6Address.LOOPBACK, 128, walk.now());
            put(find(index).orElseThrow().adding(own));
            completed(index, own);
        }
    }

    /** {@code addrconf_addr_gen}: an address of the link, made of the hardware address. */
    private void linkLocal(NetDevice device) {
        int index = device.index();
        if (conf(index, "addr_gen_mode") != 0) {
            if (conf(index, "addr_gen_mode") != 1) {
                routes.subnet(index, LINK_LOCAL, 0, Ipv6Route.NEVER);
            }
            return;
        }
        Ipv6Address address = interfaceAddress(LINK_LOCAL.network(), device.address());
        if (find(index).orElseThrow().find(address).isPresent()) {
            return;
        }
        put(find(index).orElseThrow().adding(Ipv6InterfaceAddress.permanent(address, INTERFACE_ID, walk.now())));
        routes.subnet(index, LINK_LOCAL, 0, Ipv6Route.NEVER);
        check(index, address);
    }

    /** An address of a /64 with the interface identifier of a hardware address ({@code addrconf_ifid_eui48}). */
    static Ipv6Address interfaceAddress(Ipv6Address network, MacAddress mac) {
        long upper = mac.bits() >>> 24 ^ 0x020000;
        long lower = mac.bits() & 0xffffff;
        return new Ipv6Address(network.high(), upper << 40 | 0xfffeL << 24 | lower);
    }

    /** {@code addrconf_ifdown}: addresses, routes and neighbours go, groups stay. */
    private void down(int index) {
        Ipv6Device device = find(index).orElseThrow();
        boolean keep = conf(index, "keep_addr_on_down") > 0 && !disabled(index);
        for (Ipv6InterfaceAddress address : device.addresses()) {
            leave(index, address);
            boolean stays = keep && address.scope() != Ipv6Scope.LINK && !address.dynamic();
            put(
                    stays
                            ? find(index).orElseThrow().replacing(address.in(DadState.TENTATIVE))
                            : find(index).orElseThrow().without(address.address()));
        }
        put(find(index).orElseThrow().ready(false).soliciting(0).advertised(0, 0));
        route(ns().ipv6()
                .routing()
                .mapping(route -> route.through(route.nexthops().stream()
                        .filter(way -> way.device() != index)
                        .toList())));
        forgetNeighbors(index);
    }

    private void forgetNeighbors(int index) {
        for (NeighborEntry entry : List.copyOf(ns().neighbors().all())) {
            if (entry.key().device() == index && entry.key().address() instanceof Ipv6Address) {
                walk.update(ns().withNeighbors(ns().neighbors().without(entry.key())));
            }
        }
    }

    /** {@code rt6_sync_down_dev}, {@code rt6_sync_up}: routes without a carrier are marked. */
    private void linkdown(int index, boolean now) {
        route(ns().ipv6()
                .routing()
                .mapping(route -> route.own()
                        ? route
                        : route.through(route.nexthops().stream()
                                .map(way -> way.device() == index ? way.linkdown(now) : way)
                                .toList())));
    }

    // -- addresses -------------------------------------------------------------------------

    /** {@code inet6_addr_add}. */
    public ResultOrErrno<Errno> add(int index, Ipv6InterfaceAddress address) {
        Optional<Ipv6Device> found = find(index);
        if (found.isEmpty()) {
            return ResultOrErrno.refused(Errno.EINVAL);
        }
        if (found.get().find(address.address()).isPresent()) {
            return ResultOrErrno.refused(Errno.EEXIST, "ipv6: address already assigned");
        }
        if (address.managesTemporary() && address.prefixLength() != INTERFACE_ID) {
            return ResultOrErrno.refused(
                    Errno.EINVAL, "ipv6: address with \"mngtmpaddr\" flag must have a prefix length of 64");
        }
        if (disabled(index)) {
            return ResultOrErrno.refused(Errno.EACCES, "ipv6: IPv6 is disabled on this device");
        }
        // addrconf_add_dev: the groups get their way even if the address is refused in the end.
        if (walk.device(host, index).up()) {
            routes.multicast(index);
        }
        Ipv6Address own = address.address();
        if (own.isAny()) {
            return ResultOrErrno.refused(Errno.EADDRNOTAVAIL, "ipv6: Invalid address");
        }
        if (own.isMulticast() && !address.autojoin()) {
            return ResultOrErrno.refused(
                    Errno.EADDRNOTAVAIL, "ipv6: Cannot assign multicast address without \"IFA_F_MCAUTOJOIN\" flag");
        }
        if (own.isLoopback() && !walk.device(host, index).isLoopback()) {
            return ResultOrErrno.refused(Errno.EADDRNOTAVAIL, "ipv6: Cannot assign loopback address on this device");
        }
        if (address.autojoin()) {
            put(found.get().joining(address.address()));
        }
        put(find(index).orElseThrow().adding(address));
        if (!address.noPrefixRoute()) {
            routes.subnet(
                    index,
                    Ipv6Prefix.containing(address.address(), address.prefixLength()),
                    address.metric(),
                    end(address));
        }
        check(index, address.address());
        Ipv6Lifetimes.arm(walk, host);
        return ResultOrErrno.ok(Errno.OK);
    }

    private org.packetwalk.kernel.SimTime end(Ipv6InterfaceAddress address) {
        return address.validSeconds() == Ipv6InterfaceAddress.FOREVER
                ? Ipv6Route.NEVER
                : walk.now().plusMillis(address.validSeconds() * 1000);
    }

    /** {@code inet6_addr_modify}: other lifetimes. */
    public ResultOrErrno<Errno> modify(int index, Ipv6InterfaceAddress wanted) {
        Optional<Ipv6InterfaceAddress> there = find(index).flatMap(device -> device.find(wanted.address()));
        if (there.isEmpty()) {
            return add(index, wanted);
        }
        if (wanted.managesTemporary() && there.get().prefixLength() != INTERFACE_ID) {
            return ResultOrErrno.refused(Errno.EINVAL);
        }
        Ipv6InterfaceAddress before = there.get();
        Ipv6InterfaceAddress now = before.changedTo(wanted, walk.now());
        boolean otherPeer = !now.peer().equals(before.peer());
        if (otherPeer && !before.peer().isAny()) {
            routes.find(Ipv6Prefix.containing(before.peer(), before.prefixLength()), index)
                    .ifPresent(routes::remove);
        }
        put(find(index).orElseThrow().replacing(now));
        if (!now.noPrefixRoute()) {
            routes.renew(index, now.ownSubnet(), now.metric(), end(now));
            if (!now.peer().isAny()) {
                routes.renew(index, now.subnet(), now.metric(), end(now));
            }
        } else if (!before.noPrefixRoute() && !shared(index, before)) {
            routes.find(before.ownSubnet(), index).ifPresent(routes::remove);
        }
        Ipv6Lifetimes.arm(walk, host);
        return ResultOrErrno.ok(Errno.OK);
    }

    /** {@code inet6_addr_del}. */
    public ResultOrErrno<Errno> delete(int index, Ipv6Address address, int prefixLength) {
        if (find(index).isEmpty()) {
            return ResultOrErrno.refused(Errno.ENXIO, "ipv6: IPv6 is disabled on this device");
        }
        Optional<Ipv6InterfaceAddress> there = find(index)
                .flatMap(device -> device.find(address))
                .filter(found -> found.prefixLength() == prefixLength);
        if (there.isEmpty()) {
            return ResultOrErrno.refused(Errno.EADDRNOTAVAIL, "ipv6: address not found");
        }
        remove(index, there.get());
        return ResultOrErrno.ok(Errno.OK);
    }

    /** {@code ipv6_del_addr}: the route to the subnet stays as long as another address is in it. */
    void remove(int index, Ipv6InterfaceAddress address) {
        leave(index, address);
        put(find(index).orElseThrow().without(address.address()));
        BorrowedAddresses.addressGone(walk, host, index, address.address());
        if (!address.noPrefixRoute() && !shared(index, address)) {
            routes.find(address.ownSubnet(), index).ifPresent(routes::remove);
        }
        if (address.autojoin()) {
            put(find(index).orElseThrow().leaving(address.address()));
        }
    }

    /** {@code check_cleanup_prefix_route}: whether another address needs the route to the same subnet. */
    private boolean shared(int index, Ipv6InterfaceAddress address) {
        return find(index).orElseThrow().addresses().stream()
                .filter(other -> !other.address().equals(address.address()))
                .anyMatch(other -> other.ownSubnet().equals(address.ownSubnet()));
    }

    // -- duplicate address detection -------------------------------------------------------

    /** {@code addrconf_dad_begin}. */
    private void check(int index, Ipv6Address address) {
        Ipv6InterfaceAddress checked = find(index).orElseThrow().find(address).orElseThrow();
        NetDevice device = walk.device(host, index);
        groups.joinSolicited(index, address);
        boolean needless = device.isLoopback()
                || !device.arp()
                || checked.nodad()
                || conf(SysctlTable.ALL, "accept_dad") < 1 && conf(index, "accept_dad") < 1;
        if (needless) {
            completed(index, checked);
        } else if (find(index).orElseThrow().ready()) {
            DuplicateDetection.begin(walk, host, index, address);
        }
    }

    /** {@code addrconf_dad_completed}: from now on it is used, and packets to it are for this host. */
    void completed(int index, Ipv6InterfaceAddress address) {
        Ipv6Device device = find(index).orElseThrow();
        boolean hadLinkLocal = device.linkLocal(false).isPresent();
        put(device.replacing(address.in(DadState.DONE)));
        routes.add(routes.own(address.address(), RouteType.LOCAL, index));
        if (!address.peer().isAny()) {
            routes.subnet(index, Ipv6Prefix.of(address.peer()), address.metric(), Ipv6Route.NEVER);
        }
        if (forwarding(index)) {
            groups.joinAnycast(index, address);
        }
        if (address.scope() == Ipv6Scope.LINK && !hadLinkLocal) {
            RouterSolicitation.begin(walk, host, index);
        }
    }

    /** {@code addrconf_dad_failure}: another host has the address; it stays, unused. */
    void duplicate(int index, Ipv6Address address) {
        find(index)
                .flatMap(device -> device.find(address))
                .ifPresent(found -> put(find(index).orElseThrow().replacing(found.in(DadState.FAILED))));
    }

    // -- routes and groups of addresses ----------------------------------------------------

    private void leave(int index, Ipv6InterfaceAddress address) {
        if (forwarding(index)) {
            groups.leaveAnycast(index, address);
        }
        NetDevice device = walk.device(host, index);
        if (!device.isLoopback()
                && device.arp()
                && find(index).orElseThrow().listens(address.address().solicitedNode())) {
            put(find(index).orElseThrow().leaving(address.address().solicitedNode()));
        }
        routes.remove(routes.own(address.address(), RouteType.LOCAL, index));
        if (!address.peer().isAny()) {
            routes.find(Ipv6Prefix.of(address.peer()), index).ifPresent(routes::remove);
        }
    }

    // -- settings --------------------------------------------------------------------------

    /** A setting of IPv6 was written: what it switches follows ({@code addrconf_disable_ipv6}, {@code dev_forward_change}). */
    public void configured(SysctlTable before) {
        for (Ipv6Device device : List.copyOf(ns().ipv6().addresses().all())) {
            int index = device.index();
            if (before.ipv6Conf(index, "disable_ipv6") != conf(index, "disable_ipv6")) {
                changed(index);
            }
            if (before.ipv6Conf(index, "forwarding") != conf(index, "forwarding")) {
                forwardingChanged(index);
            }
            boolean other = before.ipv6Conf(index, "addr_gen_mode") != conf(index, "addr_gen_mode");
            if (other && !disabled(index)) {
                configured(walk.device(host, index));
            }
        }
    }

    /** {@code addrconf_init_auto_addrs}: a device gets its routes and its address, be it without a carrier. */
    private void configured(NetDevice device) {
        if (device.isLoopback()) {
            loopback(device.index());
            return;
        }
        if (device.up()) {
            routes.multicast(device.index());
        }
        linkLocal(device);
    }

    private void forwardingChanged(int index) {
        boolean now = forwarding(index);
        if (!walk.device(host, index).isLoopback()) {
            Ipv6Device device = find(index).orElseThrow();
            for (Ipv6Address group : Ipv6Address.ROUTER_GROUPS) {
                device = now ? device.joining(group) : device.leaving(group);
            }
            put(device);
        }
        for (Ipv6InterfaceAddress address : find(index).orElseThrow().addresses()) {
            if (!address.tentative() && now) {
                groups.joinAnycast(index, address);
            } else if (!address.tentative()) {
                groups.leaveAnycast(index, address);
            }
        }
    }
}
