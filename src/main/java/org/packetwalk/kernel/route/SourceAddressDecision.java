package org.packetwalk.kernel.route;

import java.util.List;

import org.packetwalk.net.Ipv4Address;

/**
 * The choice of a source address: {@code inet_select_addr}.
 *
 * @param query what was asked
 * @param considered the addresses looked at, in order
 * @param outcome the address, 0.0.0.0 if there is none
 */
public record SourceAddressDecision(SourceAddressQuery query, List<SourceCandidate> considered, Ipv4Address outcome) {

    /** Copies the list. */
    public SourceAddressDecision {
        considered = List.copyOf(considered);
    }
}
