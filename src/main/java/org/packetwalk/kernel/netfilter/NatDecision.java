package org.packetwalk.kernel.netfilter;

import java.util.List;

/**
 * How a connection is translated at one end ({@code nf_nat_setup_info}).
 *
 * @param query the connection
 * @param considered how its packets might look, in the order in which that was tried
 * @param outcome how they look
 */
public record NatDecision(NatQuery query, List<NatCandidate> considered, Tuple outcome) {

    /** Copies the list. */
    public NatDecision {
        considered = List.copyOf(considered);
    }

    /** Whether anything changes. */
    public boolean changes() {
        return !outcome.equals(query.tuple());
    }
}
