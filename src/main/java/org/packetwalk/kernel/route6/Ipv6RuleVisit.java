package org.packetwalk.kernel.route6;

import java.util.List;

import org.packetwalk.kernel.Check;
import org.packetwalk.kernel.route.RoutingRule;

/**
 * A rule that was looked at.
 *
 * @param rule the rule
 * @param checks what it compared
 * @param walk the table it asked
 * @param end whether the lookup ended here
 */
public record Ipv6RuleVisit(RoutingRule rule, List<Check> checks, Ipv6TableWalk walk, boolean end) {

    /** Copies the checks. */
    public Ipv6RuleVisit {
        checks = List.copyOf(checks);
    }
}
