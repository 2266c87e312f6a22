package org.packetwalk.netlink;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.route.RouteSelector;
import org.packetwalk.kernel.route.RoutingState;
import org.packetwalk.kernel.route.RoutingTables;
import org.packetwalk.kernel.route6.Ipv6RoutingTables;
import org.packetwalk.stack.Ipv6RouteAdd;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.stack.RouteAdd;
import org.packetwalk.stack.Walk;

/** What {@code net/ipv4/fib_frontend.c} does with requests about routes. */
final class RouteChanges {

    private RouteChanges() {}

    static ResultOrErrno<Errno> apply(Walk walk, HostId host, RouteRequest request) {
        if (request instanceof RouteRequest.Add add) {
            return add(walk, host, add);
        }
        if (request instanceof RouteRequest.AddIpv6 add) {
            return Ipv6RouteAdd.add(walk, host, add.route(), add.how(), add.several());
        }
        NetNamespace ns = walk.host(host);
        if (request instanceof RouteRequest.FlushIpv6Cache) {
            walk.update(ns.withIpv6(ns.ipv6().forgetting()));
            return Configurator.DONE;
        }
        if (request instanceof RouteRequest.DeleteIpv6 delete) {
            return deleteIpv6(walk, ns, delete);
        }
        if (request instanceof RouteRequest.FlushCache) {
            walk.update(ns.withMemory(ns.memory().withoutExceptions())
                    .withSockets(ns.sockets().doubting()));
            return Configurator.DONE;
        }
        RouteSelector selector = ((RouteRequest.Delete) request).route();
        boolean byObject = selector.nexthopObject() != 0;
        if (byObject && ns.nexthops().find(selector.nexthopObject()).isEmpty()) {
            return ResultOrErrno.refused(Errno.EINVAL, "Nexthop id does not exist");
        }
        ResultOrErrno<RoutingTables> answer = ns.routing().delete(selector);
        if (answer instanceof ResultOrErrno.Refused<RoutingTables> refused) {
            return ResultOrErrno.refused(refused.errno(), refused.message());
        }
        walk.update(ns.withRouting(((ResultOrErrno.Ok<RoutingTables>) answer).value()));
        return Configurator.DONE;
    }

    private static ResultOrErrno<Errno> deleteIpv6(Walk walk, NetNamespace ns, RouteRequest.DeleteIpv6 delete) {
        ResultOrErrno<Ipv6RoutingTables> answer = ns.ipv6().routing().delete(delete.route());
        if (answer instanceof ResultOrErrno.Refused<Ipv6RoutingTables> refused) {
            return ResultOrErrno.refused(refused.errno(), refused.message());
        }
        walk.update(ns.withIpv6(ns.ipv6().with(((ResultOrErrno.Ok<Ipv6RoutingTables>) answer).value())));
        return Configurator.DONE;
    }

    private static ResultOrErrno<Errno> add(Walk walk, HostId host, RouteRequest.Add add) {
        ResultOrErrno<RoutingState> answer = RouteAdd.add(walk, host, add.route(), add.how());
        return answer instanceof ResultOrErrno.Refused<RoutingState> refused
                ? ResultOrErrno.refused(refused.errno(), refused.message())
                : Configurator.DONE;
    }
}
