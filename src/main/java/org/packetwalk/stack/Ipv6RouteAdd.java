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
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route.RouteInsertion;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route6.Ipv6Flow;
import org.packetwalk.kernel.route6.Ipv6NextHop;
import org.packetwalk.kernel.route6.Ipv6Route;
import org.packetwalk.kernel.route6.Ipv6RouteQuery;
import org.packetwalk.kernel.route6.Ipv6RoutingTables;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.trace.KernelFunction;

/** The administrator adds a route of IPv6 ({@code inet6_rtm_newroute}, {@code fib6_nh_init}). */
public final class Ipv6RouteAdd {

    private final Walk walk;
    private final HostId host;
    private final Ipv6Route wanted;

    private Ipv6RouteAdd(Walk walk, HostId host, Ipv6Route wanted) {
        this.walk = walk;
        this.host = host;
        this.wanted = wanted;
    }

    /** Puts a route in; ways without a device get the one their gateway is reached by. */
    public static ResultOrErrno<Errno> add(Walk walk, HostId host, Ipv6Route wanted, RouteInsertion how) {
        return Netlink.request(
                walk, KernelFunction.INET6_RTM_NEWROUTE, () -> new Ipv6RouteAdd(walk, host, wanted).insert(how));
    }

    /** What was asked already: one question for each gateway. */
    private final Map<Ipv6NextHop, Optional<NetDevice>> known = new LinkedHashMap<>();

    private record Fault(Errno errno, String message) {}

    private ResultOrErrno<Errno> insert(RouteInsertion how) {
        List<Ipv6NextHop> ways = new ArrayList<>();
        if (wanted.type().rejects()) {
            ways.add(Ipv6NextHop.direct(NetDevice.LOOPBACK_INDEX));
        } else {
            for (Ipv6NextHop way : wanted.nexthops()) {
                Optional<Fault> fault = fault(way);
                if (fault.isPresent()) {
                    return ResultOrErrno.refused(
                            fault.get().errno(), fault.get().message());
                }
                ways.add(resolved(way));
            }
        }
        if (ways.isEmpty()) {
            return ResultOrErrno.refused(Errno.ENODEV);
        }
        Ipv6Route route = wanted.through(ways);
        NetNamespace ns = walk.host(host);
        ResultOrErrno<Ipv6RoutingTables> answer = ns.ipv6().routing().insert(route, how);
        if (answer instanceof ResultOrErrno.Refused<Ipv6RoutingTables> refused) {
            return refused.errno() == Errno.ENOENT
                    ? ResultOrErrno.refused(Errno.ENOENT, "Can not replace route - no match found")
                    : ResultOrErrno.refused(refused.errno());
        }
        walk.update(ns.withIpv6(ns.ipv6().with(((ResultOrErrno.Ok<Ipv6RoutingTables>) answer).value())));
        return ResultOrErrno.ok(Errno.OK);
    }

    private Optional<NetDevice> device(Ipv6NextHop way) {
        if (way.device() != 0) {
            return walk.host(host).device(way.device());
        }
        return way.hasGateway() ? towards(way.gateway(), 0) : Optional.empty();
    }

    private Ipv6NextHop resolved(Ipv6NextHop way) {
        NetDevice device = device(way).orElseThrow();
        boolean own = wanted.type() == RouteType.LOCAL || wanted.type() == RouteType.ANYCAST;
        return new Ipv6NextHop(device.index(), way.gateway(), way.weight(), way.onlink(), !own && !device.carrier());
    }

    private Optional<Fault> fault(Ipv6NextHop way) {
        NetNamespace ns = walk.host(host);
        if (way.hasGateway()) {
            Optional<Fault> fault = gatewayFault(way);
            if (fault.isPresent()) {
                return fault;
            }
        }
        Optional<NetDevice> device = device(way);
        if (device.isEmpty()) {
            return Optional.of(new Fault(Errno.ENODEV, ""));
        }
        int index = device.get().index();
        if (ns.sysctls().ipv6Conf(index, "disable_ipv6") != 0) {
            return Optional.of(new Fault(Errno.EACCES, "IPv6 is disabled on nexthop device"));
        }
        if (ns.ipv6().addresses().find(index).isEmpty()) {
            return Optional.of(new Fault(Errno.ENODEV, ""));
        }
        if (!device.get().up()) {
            return Optional.of(new Fault(Errno.ENETDOWN, "Nexthop device is not up"));
        }
        Ipv6Address source = wanted.preferredSource();
        boolean foreign = !source.isAny() && ns.ipv6().addresses().owner(source, 0) == 0;
        return foreign ? Optional.of(new Fault(Errno.EINVAL, "Invalid source address")) : Optional.empty();
    }

    /** {@code ip6_validate_gw}. */
    private Optional<Fault> gatewayFault(Ipv6NextHop way) {
        Ipv6Address gateway = way.gateway();
        NetNamespace ns = walk.host(host);
        if (ns.ipv6().addresses().owner(gateway, gateway.isLinkLocal() ? way.device() : 0) != 0) {
            return Optional.of(new Fault(Errno.EINVAL, "Gateway can not be a local address"));
        }
        if (gateway.isMulticast() || gateway.isLoopback()) {
            return Optional.of(new Fault(Errno.EINVAL, "Invalid gateway address"));
        }
        if (!gateway.isLinkLocal()
                && !way.onlink()
                && towards(gateway, way.device()).isEmpty()) {
            return Optional.of(new Fault(Errno.EHOSTUNREACH, ""));
        }
        if (device(way).isEmpty() || gateway.isLinkLocal() && way.device() == 0) {
            return Optional.of(new Fault(Errno.EINVAL, "Egress device not specified"));
        }
        return device(way).get().isLoopback()
                ? Optional.of(new Fault(Errno.EINVAL, "Egress device can not be loopback device for this route"))
                : Optional.empty();
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
                .filter(match -> !match.route().type().rejects()
                        && !match.way().hasGateway()
                        && match.route().type() != RouteType.LOCAL)
                .flatMap(match -> walk.host(host).device(match.way().device()))
                .filter(there -> device == 0 || there.index() == device);
        if (found.isPresent()) {
            return found;
        }
        Ipv6Fib.Answer answer = checking(() -> Ipv6Routing.output(
                walk, host, SkBuff.NONE, Ipv6Flow.output(gateway).withOutputInterface(device), false));
        boolean direct = !answer.refused()
                && !answer.entry().usesGateway()
                && !answer.entry().local();
        return direct
                ? walk.host(host).device(answer.entry().owner()).filter(there -> device == 0 || there.index() == device)
                : Optional.empty();
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
