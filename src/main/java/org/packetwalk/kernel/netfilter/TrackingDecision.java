package org.packetwalk.kernel.netfilter;

import java.util.List;

import org.packetwalk.kernel.Check;

/**
 * Which connection a packet belongs to ({@code nf_conntrack_in}).
 *
 * @param query the tuple it was looked up by
 * @param considered what had to hold for it
 * @param outcome what it is
 */
public record TrackingDecision(Tuple query, List<Check> considered, TrackingOutcome outcome) {

    /** Copies the list. */
    public TrackingDecision {
        considered = List.copyOf(considered);
    }
}
