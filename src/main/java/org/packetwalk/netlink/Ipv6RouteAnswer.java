package org.packetwalk.netlink;

import java.util.List;

import org.packetwalk.kernel.Ipv6Destination;
import org.packetwalk.kernel.route6.Ipv6RouteMatch;
import org.packetwalk.net.Ipv6Address;

/**
 * What {@code ip -6 route get} answers.
 *
 * @param entry the route as packets get it
 * @param source the source a packet would get, :: if there is none
 * @param matched the route of a table, none or one
 */
public record Ipv6RouteAnswer(Ipv6Destination entry, Ipv6Address source, List<Ipv6RouteMatch> matched) {

    /** Copies the list. */
    public Ipv6RouteAnswer {
        matched = List.copyOf(matched);
    }
}
