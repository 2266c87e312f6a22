package org.packetwalk.stack;

import java.util.List;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.route.NexthopObject;
import org.packetwalk.kernel.route.RouteConfig;
import org.packetwalk.kernel.route.RouteInsertion;
import org.packetwalk.kernel.route.RoutingEvents;
import org.packetwalk.kernel.route.RoutingState;
import org.packetwalk.trace.KernelFunction;

/** The request {@code RTM_NEWROUTE}: the kernel asks its tables before it takes a route ({@code inet_rtm_newroute}). */
public final class RouteAdd {

    private RouteAdd() {}

    /** Checks a route and puts it into its table; refused, the host stays as it is. */
    public static ResultOrErrno<RoutingState> add(Walk walk, HostId host, RouteConfig config, RouteInsertion how) {
        String congestionControl = config.metrics().congestionControl();
        if (!congestionControl.isEmpty() && !available(walk.host(host), congestionControl)) {
            return ResultOrErrno.refused(Errno.EINVAL, "Unknown tcp congestion algorithm");
        }
        return Netlink.request(
                walk,
                KernelFunction.INET_RTM_NEWROUTE,
                () -> walk.call(
                        KernelFunction.FIB_TABLE_INSERT,
                        () -> walk.call(KernelFunction.FIB_CREATE_INFO, () -> insert(walk, host, config, how))));
    }

    private static boolean available(NetNamespace ns, String name) {
        return ns.sysctls()
                .text("net.ipv4.tcp_available_congestion_control")
                .map(names -> List.of(names.split(" ")).contains(name))
                .orElse(false);
    }

    private static ResultOrErrno<RoutingState> insert(Walk walk, HostId host, RouteConfig config, RouteInsertion how) {
        if (config.validTos()) {
            walk.update(walk.host(host).with(walk.host(host).routingState().withTable(config.table())));
        }
        NetNamespace ns = walk.host(host);
        ResultOrErrno<RoutingState> answer = new RoutingEvents(new Interfaces(ns.devices()), Fib.policy(ns))
                .addRoute(ns.routingState(), config, how, AdmissionReport.ofRoute(walk, host));
        if (answer instanceof ResultOrErrno.Ok<RoutingState> ok) {
            walk.update(walk.host(host).with(ok.value()));
        }
        return answer;
    }

    /** {@code RTM_NEWNEXTHOP}: checks a nexthop object and keeps it; refused, the host stays as it is. */
    public static ResultOrErrno<RoutingState> putNexthop(
            Walk walk, HostId host, NexthopObject object, boolean replace) {
        return Netlink.request(walk, KernelFunction.RTM_NEW_NEXTHOP, () -> {
            NetNamespace ns = walk.host(host);
            ResultOrErrno<RoutingState> answer = new RoutingEvents(new Interfaces(ns.devices()), Fib.policy(ns))
                    .putNexthop(ns.routingState(), object, replace, AdmissionReport.ofRoute(walk, host));
            if (answer instanceof ResultOrErrno.Ok<RoutingState> ok) {
                walk.update(walk.host(host).with(ok.value()));
            }
            return answer;
        });
    }
}
