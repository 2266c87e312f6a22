package org.packetwalk.kernel.netfilter;

import java.util.List;

/**
 * What a base chain decided about a packet: every rule asked, in order.
 *
 * @param query the packet and where it is
 * @param considered the rules asked, and the policy if it decided
 * @param outcome what happens to the packet
 */
public record ChainDecision(FilterQuery query, List<RuleTest> considered, ChainOutcome outcome) {

    /** Copies the list. */
    public ChainDecision {
        considered = List.copyOf(considered);
    }
}
