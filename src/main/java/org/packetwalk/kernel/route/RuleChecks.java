package org.packetwalk.kernel.route;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.Check;
import org.packetwalk.kernel.Field;

/** The comparison of a flow with the selectors of a rule: {@code fib_rule_match}, {@code fib4_rule_match}. */
public final class RuleChecks {

    private final RoutingRule rule;
    private final RuleFlow flow;
    private final LinkStates links;
    private final List<Check> checks = new ArrayList<>();

    /** The comparisons of a rule with a flow. */
    public RuleChecks(RoutingRule rule, RuleFlow flow, LinkStates links) {
        this.rule = rule;
        this.flow = flow;
        this.links = links;
    }

    /** One check per selector the rule has, in the kernel's order, up to the first that fails. */
    public List<Check> all() {
        boolean holds = named(Field.INPUT_INTERFACE, rule.inputInterface(), flow.inputInterface())
                && named(Field.OUTPUT_INTERFACE, rule.outputInterface(), flow.outputInterface())
                && mark()
                && tunnel()
                && vrf()
                && range(Field.USER, rule.users(), flow.user())
                && prefixes()
                && number(Field.TOS, rule.tos(), flow.tos() & 0x1c)
                && number(Field.PROTOCOL, rule.protocol(), flow.protocol())
                && range(Field.SOURCE_PORT, rule.sourcePorts(), flow.sourcePort())
                && range(Field.DESTINATION_PORT, rule.destinationPorts(), flow.destinationPort());
        return holds ? List.copyOf(checks) : checks;
    }

    private boolean add(Field field, String wanted, String seen, boolean holds) {
        checks.add(new Check(field, wanted, seen, holds));
        return holds;
    }

    private boolean named(Field field, String wanted, int index) {
        if (wanted.isEmpty()) {
            return true;
        }
        int wantedIndex = links.index(wanted);
        return add(field, wanted, index == 0 ? "" : links.name(index), wantedIndex != 0 && wantedIndex == index);
    }

    private boolean mark() {
        if (rule.markMask() == 0) {
            return true;
        }
        String mask = rule.markMask() == -1 ? "" : "/0x" + Integer.toHexString(rule.markMask());
        return add(
                Field.MARK,
                "0x" + Integer.toHexString(rule.mark()) + mask,
                "0x" + Integer.toHexString(flow.mark()),
                ((rule.mark() ^ flow.mark()) & rule.markMask()) == 0);
    }

    /** The packets of tunnels that hand the number on are all those that have one; no device here does. */
    private boolean tunnel() {
        return rule.tunnelId() == 0 || add(Field.TUNNEL_ID, Long.toUnsignedString(rule.tunnelId()), "0", false);
    }

    /** No device here is, or belongs to, a VRF ({@code l3mdev_fib_rule_match}). */
    private boolean vrf() {
        return !rule.vrf() || add(Field.VRF_DEVICE, "1", "0", false);
    }

    private boolean prefixes() {
        return (rule.from().length() == 0
                        || add(
                                Field.FROM,
                                rule.from().toString(),
                                flow.source().toString(),
                                flow.sourceKnown() && rule.from().covers(flow.source())))
                && (rule.to().length() == 0
                        || add(
                                Field.TO,
                                rule.to().toString(),
                                flow.destination().toString(),
                                rule.to().covers(flow.destination())));
    }

    private boolean number(Field field, int wanted, int seen) {
        return wanted == 0 || add(field, Integer.toString(wanted), Integer.toString(seen), wanted == seen);
    }

    private boolean range(Field field, NumberRange wanted, long seen) {
        return !wanted.isGiven() || add(field, wanted.toString(), Long.toString(seen), wanted.contains(seen));
    }
}
