package org.packetwalk.netlink;

import org.packetwalk.kernel.route.RoutingRule;
import org.packetwalk.kernel.route.RuleSelector;

/** A change of the routing rules ({@code RTM_NEWRULE}, {@code RTM_DELRULE}). */
public sealed interface RuleRequest extends ConfigRequest {

    @Override
    default <R> R accept(ConfigRequest.Visitor<R> visitor) {
        return visitor.rule(this);
    }

    /**
     * A new rule.
     *
     * @param priorityGiven whether it has a priority; otherwise the kernel gives one
     */
    record Add(RoutingRule rule, boolean priorityGiven) implements RuleRequest {}

    /** A rule goes. */
    record Delete(RuleSelector rule) implements RuleRequest {}
}
