package org.packetwalk.netlink;

import java.util.List;

import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.route.Route;

/**
 * The answer to a {@link RouteQuestion}.
 *
 * @param entry the route of the flow
 * @param matched the entry of the table it came from; none if no table was asked
 * @param realms the realms of the flow, that of the source in the upper half; 0 for none
 */
public record RouteAnswer(DestinationEntry entry, List<Route> matched, long realms) {

    /** Copies the list. */
    public RouteAnswer {
        matched = List.copyOf(matched);
    }
}
