package org.packetwalk.kernel.route;

import java.util.List;

import org.packetwalk.net.Ipv4Address;

/**
 * What an address is to this host: {@code inet_addr_type}.
 *
 * @param query the address
 * @param considered the searches made, which are tracepoint events of table 255; none for addresses known by sight
 * @param outcome LOCAL, BROADCAST, MULTICAST, or what else a route says; UNICAST if nothing is known
 */
public record AddressTypeDecision(Ipv4Address query, List<TableWalk> considered, RouteType outcome) {

    /** Copies the list. */
    public AddressTypeDecision {
        considered = List.copyOf(considered);
    }
}
