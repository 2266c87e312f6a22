package org.packetwalk.kernel.route;

import java.util.List;

import org.packetwalk.net.Ipv4Address;

/**
 * Which interface has an address: {@code __ip_dev_find}.
 *
 * @param query the address
 * @param considered the search of table local, if no interface has exactly this address
 * @param outcome the index of the interface, 0 if none has it
 */
public record AddressOwnerDecision(Ipv4Address query, List<TableWalk> considered, int outcome) {

    /** Copies the list. */
    public AddressOwnerDecision {
        considered = List.copyOf(considered);
    }
}
