package org.packetwalk.netlink;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.route.NexthopObject;
import org.packetwalk.kernel.route.NexthopObjects;
import org.packetwalk.kernel.route.RoutingState;
import org.packetwalk.stack.RouteAdd;
import org.packetwalk.stack.Walk;

/** What {@code net/ipv4/nexthop.c} does with requests about nexthop objects. */
final class NexthopChanges {

    private NexthopChanges() {}

    static ResultOrErrno<Errno> apply(Walk walk, HostId host, NexthopRequest request) {
        RoutingView routing = new RoutingView(walk, host);
        if (request instanceof NexthopRequest.Put put) {
            NexthopObject object = named(put.object(), routing.state().nexthops());
            return RouteAdd.putNexthop(walk, host, object, put.replace())
                            instanceof ResultOrErrno.Refused<RoutingState> refused
                    ? ResultOrErrno.refused(refused.errno(), refused.message())
                    : Configurator.DONE;
        }
        return answer(routing, routing.events().deleteNexthop(routing.state(), ((NexthopRequest.Delete) request).id()));
    }

    private static ResultOrErrno<Errno> answer(RoutingView routing, ResultOrErrno<RoutingState> answer) {
        if (answer instanceof ResultOrErrno.Refused<RoutingState> refused) {
            return ResultOrErrno.refused(refused.errno(), refused.message());
        }
        routing.put(((ResultOrErrno.Ok<RoutingState>) answer).value());
        return Configurator.DONE;
    }

    /** {@code nh_find_unused_id}: an object without an id gets the first free one. */
    private static NexthopObject named(NexthopObject object, NexthopObjects there) {
        if (object.id() != 0) {
            return object;
        }
        long free = 1;
        while (there.find(free).isPresent()) {
            free++;
        }
        return object instanceof NexthopObject.Group group
                ? new NexthopObject.Group(free, group.members(), group.protocol())
                : ((NexthopObject.Single) object).named(free);
    }
}
