package org.packetwalk.kernel.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.ResultOrErrno;

/** The list of rules of one family, and how it changes ({@code net/core/fib_rules.c}). */
public final class RuleOrder {

    private static final String BACKWARD_GOTO = "Backward goto not supported";

    private RuleOrder() {}

    /** {@code fib_nl2rule} looks at this for rules to delete, too. */
    private static boolean jumpsBack(RoutingRule rule, long priority) {
        return rule.action() == RuleAction.GOTO && rule.target() <= priority;
    }

    /** The priority of a rule that names none: just before the second one ({@code fib_default_rule_pref}). */
    public static long defaultPriority(List<RoutingRule> rules) {
        return rules.size() > 1 && rules.get(1).priority() != 0 ? rules.get(1).priority() - 1 : 0;
    }

    /** With a rule behind those of equal priority ({@code fib_newrule}); EEXIST if it is there. */
    public static ResultOrErrno<List<RoutingRule>> add(List<RoutingRule> rules, RoutingRule rule) {
        if (jumpsBack(rule, rule.priority())) {
            return ResultOrErrno.refused(Errno.EINVAL, BACKWARD_GOTO);
        }
        for (RoutingRule there : rules) {
            if (RuleSelector.repeats(rule, there)) {
                return ResultOrErrno.refused(Errno.EEXIST);
            }
        }
        List<RoutingRule> longer = new ArrayList<>(rules);
        int at = 0;
        while (at < longer.size() && longer.get(at).priority() <= rule.priority()) {
            at++;
        }
        longer.add(at, rule);
        return ResultOrErrno.ok(List.copyOf(longer));
    }

    /** Without the first selected rule ({@code fib_delrule}); ENOENT if there is none. */
    public static ResultOrErrno<List<RoutingRule>> delete(List<RoutingRule> rules, RuleSelector selector) {
        RoutingRule wanted = selector.wanted();
        if (jumpsBack(wanted, selector.priorityGiven() ? wanted.priority() : defaultPriority(rules))) {
            return ResultOrErrno.refused(Errno.EINVAL, BACKWARD_GOTO);
        }
        for (int i = 0; i < rules.size(); i++) {
            if (selector.selects(rules.get(i))) {
                List<RoutingRule> shorter = new ArrayList<>(rules);
                shorter.remove(i);
                return ResultOrErrno.ok(List.copyOf(shorter));
            }
        }
        return ResultOrErrno.refused(Errno.ENOENT);
    }

    /** The rule a goto jumps to: the first of that priority; nothing if it is unresolved. */
    public static Optional<RoutingRule> target(List<RoutingRule> rules, RoutingRule rule) {
        return rules.stream().filter(other -> other.priority() == rule.target()).findFirst();
    }
}
