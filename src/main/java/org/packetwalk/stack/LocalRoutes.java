package org.packetwalk.stack;

import org.packetwalk.kernel.route.RouteProtocol;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route.TableId;

/** What table local holds beyond what addresses put there. */
final class LocalRoutes {

    private LocalRoutes() {}

    /** Whether somebody added a local route by hand ({@code fib_has_custom_local_routes}). */
    static boolean addedByHand(NetNamespace ns) {
        return ns.routing().routes(TableId.LOCAL).stream()
                .anyMatch(route -> route.type() == RouteType.LOCAL
                        && !route.info().protocol().equals(RouteProtocol.KERNEL));
    }
}
