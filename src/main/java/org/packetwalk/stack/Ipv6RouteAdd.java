package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route.RouteInsertion;
import org.packetwalk.kernel.route6.Ipv6Flow;
import org.packetwalk.kernel.route6.Ipv6NextHop;
import org.packetwalk.kernel.route6.Ipv6Route;
import org.packetwalk.kernel.route6.Ipv6RouteQuery;
import org.packetwalk.kernel.route6.Ipv6RoutingTables;
import org.packetwalk.kernel.route6.Ipv6Scope;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.trace.KernelFunction;

/** The administrator adds a route of IPv6 ({@code inet6_rtm_newroute}, {@code fib6_nh_init}). */
public final class Ipv6RouteAdd {

    private final Walk walk;
    private final HostId host;
    private final Ipv6Route wanted;
    private final boolean several;

    private Ipv6RouteAdd(Walk walk, HostId host, Ipv6Route wanted, boolean several) {
        this.walk = walk;
        this.host = host;
        this.wanted = wanted;
        this.several = several;
    }

    /**
     * Puts a route in; ways without a device get the one their gateway is reached by.
     *
     * @param several whether the ways are listed one by one, which only gateways may be
     */
    public static ResultOrErrno<Errno> add(
            Walk walk, HostId host, Ipv6Route wanted, RouteInsertion how, boolean several) {
        return Netlink.request(
                walk,
                KernelFunction.INET6_RTM_NEWROUTE,
                () -> new Ipv6RouteAdd(walk, host, wanted, several).insert(how));
    }

    /** What was asked already of the gateway of a way. */
    private final Map<Ipv6NextHop, Optional<NetDevice>> known = new LinkedHashMap<>();

    private record Fault(Errno errno, String message) {

        private static final Fault NO_DEVICE = new Fault(Errno.ENODEV, "");
        private static final Fault LOCAL_GATEWAY = new Fault(Errno.EINVAL, "Gateway can not be a local address");
    }

    private ResultOrErrno<Errno> insert(RouteInsertion how) {
        List<Ipv6NextHop> ways = new ArrayList<>();
        for (Ipv6NextHop way : asked()) {
            known.clear();
            Optional<Fault> fault = fault(way).or(() -> sourceFault(way)).or(() -> kindFault(way));
            if (fault.isPresent()) {
                return ResultOrErrno.refused(fault.get().errno(), fault.get().message());
            }
            Ipv6NextHop resolved = resolved(way);
            if (ways.stream().anyMatch(there -> there.leadsWhere(resolved))) {
                return ResultOrErrno.refused(Errno.EEXIST);
            }
            ways.add(resolved);
        }
        Ipv6Route route = wanted.through(ways);
        NetNamespace ns = walk.host(host);
        ResultOrErrno<Ipv6RoutingTables> answer = ns.ipv6().routing().insert(route, how);
        if (answer instanceof ResultOrErrno.Refused<Ipv6RoutingTables> refused) {
            return ResultOrErrno.refused(refused.errno(), refused.message());
        }
        walk.update(ns.withIpv6(ns.ipv6().with(((ResultOrErrno.Ok<Ipv6RoutingTables>) answer).value())));
        return ResultOrErrno.ok(Errno.OK);
    }

    private List<Ipv6NextHop> asked() {
        return wanted.nexthops().isEmpty() ? List.of(Ipv6NextHop.direct(0)) : wanted.nexthops();
    }

    private Optional<NetDevice> device(Ipv6NextHop way) {
        if (wanted.type().rejects()) {
            return walk.host(host).device(NetDevice.LOOPBACK_INDEX);
        }
        if (way.device() != 0) {
            return walk.host(host).device(way.device());
        }
        return way.hasGateway() ? towards(way.gateway(), 0) : Optional.empty();
    }

    private Ipv6NextHop resolved(Ipv6NextHop way) {
        NetDevice device = device(way).orElseThrow();
        if (wanted.type().rejects()) {
            return Ipv6NextHop.direct(device.index());
        }
        return new Ipv6NextHop(
                device.index(),
                way.gateway(),
                way.weight(),
                way.onlink(),
                !wanted.own() && !device.carrier(),
                way.hasGateway());
    }

    /** {@code fib6_nh_init}. */
    private Optional<Fault> fault(Ipv6NextHop way) {
        NetNamespace ns = walk.host(host);
        if (way.device() != 0 && ns.ipv6().addresses().find(way.device()).isEmpty()) {
            return Optional.of(Fault.NO_DEVICE);
        }
        if (way.onlink() && way.device() == 0) {
            return Optional.of(new Fault(Errno.EINVAL, "Nexthop device required for onlink"));
        }
        if (wanted.type().rejects()) {
            return Optional.empty();
        }
        Optional<Fault> fault = way.hasGateway() ? gatewayFault(way) : Optional.empty();
        if (fault.isPresent()) {
            return fault;
        }
        Optional<NetDevice> device = device(way);
        if (device.isEmpty()) {
            return Optional.of(Fault.NO_DEVICE);
        }
        int index = device.get().index();
        if (ns.sysctls().ipv6Conf(index, "disable_ipv6") != 0
                || ns.ipv6().addresses().find(index).isEmpty()) {
            return Optional.of(new Fault(Errno.EACCES, "IPv6 is disabled on nexthop device"));
        }
        return device.get().up()
                ? Optional.empty()
                : Optional.of(new Fault(Errno.ENETDOWN, "Nexthop device is not up"));
    }

    /** {@code ip6_route_info_create}: the source is an address of this host, a link-local one of the device. */
    private Optional<Fault> sourceFault(Ipv6NextHop way) {
        Ipv6Address source = wanted.preferredSource();
        if (source.isAny()) {
            return Optional.empty();
        }
        int counts = Ipv6Scope.of(source).number() <= Ipv6Scope.LINK.number()
                ? device(way).orElseThrow().index()
                : 0;
        return walk.host(host).ipv6().addresses().owner(source, counts) == 0
                ? Optional.of(new Fault(Errno.EINVAL, "Invalid source address"))
                : Optional.empty();
    }

    /** {@code ip6_route_multipath_add}. */
    private Optional<Fault> kindFault(Ipv6NextHop way) {
        return several && !way.hasGateway()
                ? Optional.of(
                        new Fault(Errno.EINVAL, "Device only routes can not be added for IPv6 using the multipath API"))
                : Optional.empty();
    }

    /** {@code ip6_validate_gw}. */
    private Optional<Fault> gatewayFault(Ipv6NextHop way) {
        Ipv6Address gateway = way.gateway();
        if (way.device() != 0 && own(gateway, way.device())) {
            return Optional.of(Fault.LOCAL_GATEWAY);
        }
        if (!gateway.isLinkLocal()) {
            if (gateway.isAny() || gateway.isMulticast()) {
                return Optional.of(new Fault(Errno.EINVAL, "Invalid gateway address"));
            }
            if (!way.onlink() && towards(gateway, way.device()).isEmpty()) {
                return Optional.of(new Fault(Errno.EHOSTUNREACH, ""));
            }
        } else if (way.device() == 0) {
            return Optional.of(new Fault(Errno.EINVAL, "Egress device not specified"));
        }
        NetDevice device = device(way).orElseThrow();
        if (device.isLoopback()) {
            return Optional.of(new Fault(Errno.EINVAL, "Egress device can not be loopback device for this route"));
        }
        return way.device() == 0 && own(gateway, device.index()) ? Optional.of(Fault.LOCAL_GATEWAY) : Optional.empty();
    }

    /** An address of this host counts while it is still checked; a link-local one only on its device. */
    private boolean own(Ipv6Address gateway, int device) {
        return walk.host(host).ipv6().addresses().owner(gateway, gateway.isLinkLocal() ? device : 0, true) != 0;
    }

    /** {@code ip6_route_check_nh}: the device on whose link a gateway is, by the table of the route, else by all rules. */
    private Optional<NetDevice> towards(Ipv6Address gateway, int device) {
        Ipv6NextHop asked = Ipv6NextHop.through(gateway, device);
        if (!known.containsKey(asked)) {
            known.put(asked, lookup(gateway, device));
        }
        return known.get(asked);
    }

    private Optional<NetDevice> lookup(Ipv6Address gateway, int device) {
        Ipv6Flow flow = Ipv6Flow.input(gateway, wanted.preferredSource(), 0).withOutputInterface(device);
        Ipv6RouteQuery query = new Ipv6RouteQuery(flow, device, device != 0, false, walk.now());
        Optional<NetDevice> found = checking(() -> walk.call(
                        KernelFunction.IP6_NH_LOOKUP_TABLE, () -> Ipv6Fib.table(walk, host, wanted.table(), query)))
                .filter(match -> !match.route().rejects() && !match.way().hasGateway())
                .flatMap(match -> walk.host(host).device(match.way().device()))
                .filter(there -> device == 0 || there.index() == device);
        if (found.isPresent()) {
            return found;
        }
        Ipv6Flow bare = Ipv6Flow.input(gateway, Ipv6Address.ANY, 0).withOutputInterface(device);
        return checking(() ->
                        Ipv6Fib.tables(walk, host, new Ipv6RouteQuery(bare, device, device != 0, false, walk.now())))
                .filter(match -> !match.route().rejects() && !match.way().hasGateway())
                .flatMap(match -> walk.host(host).device(match.way().device()))
                .filter(there -> device == 0 || there.index() == device);
    }

    private <T> T checking(Supplier<T> question) {
        return walk.call(
                KernelFunction.IP6_ROUTE_ADD,
                () -> walk.call(
                        KernelFunction.IP6_ROUTE_INFO_CREATE_NH,
                        () -> walk.call(
                                KernelFunction.FIB6_NH_INIT,
                                () -> walk.call(KernelFunction.IP6_ROUTE_CHECK_NH, question))));
    }
}
