package org.packetwalk.kernel.netfilter;

import java.util.List;

/**
 * To which real server a packet goes ({@code ip_vs_in}).
 *
 * @param query the service and the packet
 * @param considered the real servers the scheduler looked at, in that order; none if the connection is known
 * @param outcome the choice
 */
public record IpvsDecision(IpvsQuery query, List<IpvsCandidate> considered, IpvsOutcome outcome) {

    /** Copies the list. */
    public IpvsDecision {
        considered = List.copyOf(considered);
    }
}
