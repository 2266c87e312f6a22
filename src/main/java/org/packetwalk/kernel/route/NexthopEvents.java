package org.packetwalk.kernel.route;

import java.util.List;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.ResultOrErrno;

/** What happens to routes when nexthop objects are made, changed and lost ({@code net/ipv4/nexthop.c}). */
final class NexthopEvents {

    private NexthopEvents() {}

    /** {@code ip nexthop add} and {@code replace}: routes follow a changed object at once. */
    static ResultOrErrno<RoutingState> put(RoutingState state, NexthopObject object, boolean replace) {
        ResultOrErrno<NexthopObjects> answer = state.nexthops().with(object, replace);
        if (answer instanceof ResultOrErrno.Refused<NexthopObjects> refused) {
            return ResultOrErrno.refused(refused.errno(), refused.message());
        }
        return ResultOrErrno.ok(follow(state, ((ResultOrErrno.Ok<NexthopObjects>) answer).value()));
    }

    /** {@code ip nexthop del}: its routes go. */
    static ResultOrErrno<RoutingState> delete(RoutingState state, long id) {
        return state.nexthops().find(id).isEmpty()
                ? ResultOrErrno.refused(Errno.ENOENT)
                : ResultOrErrno.ok(follow(state, state.nexthops().without(id)));
    }

    /** The interface was set down, lost its carrier or is gone: its objects go ({@code nexthop_flush_dev}). */
    static RoutingState deviceLost(RoutingState state, int device) {
        NexthopObjects left = state.nexthops();
        for (NexthopObject object : state.nexthops().all()) {
            if (object instanceof NexthopObject.Single single
                    && !single.blackhole()
                    && single.nexthop().device() == device) {
                left = left.without(object.id());
            }
        }
        return left == state.nexthops() ? state : follow(state, left);
    }

    private static RoutingState follow(RoutingState state, NexthopObjects changed) {
        RoutingTables tables = state.tables();
        if (tables.anyInfo(info -> isOrphan(info, changed))) {
            tables = tables.flush(alias -> isOrphan(alias.info, changed));
        }
        tables = tables.mapInfos(new InfoChange(info -> {
            if (!info.nexthopObject().isPresent()) {
                return info;
            }
            List<NextHop> ways = changed.resolve(info.nexthopObject().id());
            NexthopReference object = changed.reference(info.nexthopObject().id());
            return ways.equals(info.nexthops()) && object.equals(info.nexthopObject())
                    ? info
                    : info.through(object, ways);
        }));
        return new RoutingState(tables, state.addresses(), changed);
    }

    private static boolean isOrphan(RouteInfo info, NexthopObjects objects) {
        return info.nexthopObject().isPresent()
                && objects.find(info.nexthopObject().id()).isEmpty();
    }
}
