package org.packetwalk.netlink;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.route.RoutingState;
import org.packetwalk.kernel.route.RoutingTables;
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
        NetNamespace ns = walk.host(host);
        if (request instanceof RouteRequest.FlushCache) {
            walk.update(ns.withMemory(ns.memory().withoutExceptions()));
            return Configurator.DONE;
        }
        ResultOrErrno<RoutingTables> answer = ns.routing().delete(((RouteRequest.Delete) request).route());
        if (answer instanceof ResultOrErrno.Refused<RoutingTables> refused) {
            return ResultOrErrno.refused(refused.errno(), refused.message());
        }
        walk.update(ns.withRouting(((ResultOrErrno.Ok<RoutingTables>) answer).value()));
        return Configurator.DONE;
    }

    private static ResultOrErrno<Errno> add(Walk walk, HostId host, RouteRequest.Add add) {
        ResultOrErrno<RoutingState> answer = RouteAdd.add(walk, host, add.route(), add.how());
        return answer instanceof ResultOrErrno.Refused<RoutingState> refused
                ? ResultOrErrno.refused(refused.errno(), refused.message())
                : Configurator.DONE;
    }
}
