package org.packetwalk.kernel.route;

import java.util.List;

/**
 * The choice among equal default routes: {@code fib_select_default}.
 *
 * @param query the route that the lookup found
 * @param considered the default routes it may be exchanged for, in order; none if there is nothing to choose
 * @param outcome the route chosen
 */
public record DefaultRouteDecision(RouteMatch query, List<Route> considered, DefaultRouteChoice outcome) {

    /** Copies the list. */
    public DefaultRouteDecision {
        considered = List.copyOf(considered);
    }
}
