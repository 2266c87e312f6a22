package org.packetwalk.kernel.route6;

import java.util.List;

/**
 * Which route a flow takes, and what was considered.
 *
 * @param query the question
 * @param considered the rules in turn
 * @param outcome the answer
 */
public record Ipv6RouteDecision(Ipv6RouteQuery query, List<Ipv6RuleVisit> considered, Ipv6RouteOutcome outcome) {

    /** Copies the visits. */
    public Ipv6RouteDecision {
        considered = List.copyOf(considered);
    }
}
