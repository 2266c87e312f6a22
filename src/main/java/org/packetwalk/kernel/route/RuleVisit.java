package org.packetwalk.kernel.route;

import java.util.List;

import org.packetwalk.kernel.Check;

/**
 * One rule that was asked, and what came of it.
 *
 * @param rule the rule; while main and local share a trie, the default rule that leads to the table searched
 * @param checks what was compared, one per selector the rule has
 * @param walk the search of its table, if it came to that
 * @param outcome what it came to
 */
public record RuleVisit(RoutingRule rule, List<Check> checks, TableWalk walk, RouteOutcome outcome) {

    /** Copies the list. */
    public RuleVisit {
        checks = List.copyOf(checks);
    }
}
