package org.packetwalk.kernel.route;

import org.packetwalk.net.IpPrefix;

/**
 * Which rule {@code ip rule del} means: the first that agrees with everything given ({@code rule_find}). A rule built
 * with what was typed says what counts; priority and action count only if given.
 *
 * @param wanted what was typed
 * @param priorityGiven whether a priority was typed
 * @param actionGiven whether an action was typed; otherwise any will do
 */
public record RuleSelector(RoutingRule wanted, boolean priorityGiven, boolean actionGiven) {

    /** The first rule of a priority. */
    public static RuleSelector priority(long priority) {
        return new RuleSelector(RoutingRule.of(priority, RuleAction.NOP), true, false);
    }

    boolean selects(RoutingRule rule) {
        return (!actionGiven || rule.action() == wanted.action())
                && (wanted.table().bits() == 0 || rule.table().equals(wanted.table()))
                && (!priorityGiven || rule.priority() == wanted.priority())
                && (wanted.inputInterface().isEmpty() || rule.inputInterface().equals(wanted.inputInterface()))
                && (wanted.outputInterface().isEmpty() || rule.outputInterface().equals(wanted.outputInterface()))
                && (wanted.mark() == 0 || rule.mark() == wanted.mark())
                && (wanted.markMask() == 0 || rule.markMask() == wanted.markMask())
                && (wanted.tunnelId() == 0 || rule.tunnelId() == wanted.tunnelId())
                && (!wanted.vrf() || rule.vrf())
                && (wanted.suppressInterfaceGroup() < 0
                        || rule.suppressInterfaceGroup() == wanted.suppressInterfaceGroup())
                && (wanted.suppressPrefixLength() < 0 || rule.suppressPrefixLength() == wanted.suppressPrefixLength())
                && (!wanted.users().isGiven() || rule.users().equals(wanted.users()))
                && (wanted.protocol() == 0 || rule.protocol() == wanted.protocol())
                && (!wanted.sourcePorts().isGiven() || rule.sourcePorts().equals(wanted.sourcePorts()))
                && (!wanted.destinationPorts().isGiven()
                        || rule.destinationPorts().equals(wanted.destinationPorts()))
                && agreesOnAddresses(wanted, rule);
    }

    /** Whether the kernel takes a rule to be there already ({@code rule_exists}): addresses count only if new. */
    static boolean repeats(RoutingRule added, RoutingRule there) {
        return there.action() == added.action()
                && there.table().equals(added.table())
                && there.priority() == added.priority()
                && there.inputInterface().equals(added.inputInterface())
                && there.outputInterface().equals(added.outputInterface())
                && there.mark() == added.mark()
                && there.markMask() == added.markMask()
                && there.suppressInterfaceGroup() == added.suppressInterfaceGroup()
                && there.suppressPrefixLength() == added.suppressPrefixLength()
                && there.tunnelId() == added.tunnelId()
                && there.vrf() == added.vrf()
                && there.users().equals(added.users())
                && there.protocol() == added.protocol()
                && there.origin().equals(added.origin())
                && there.sourcePorts().equals(added.sourcePorts())
                && there.destinationPorts().equals(added.destinationPorts())
                && agreesOnAddresses(added, there);
    }

    /** {@code fib4_rule_compare}. */
    private static boolean agreesOnAddresses(RoutingRule wanted, RoutingRule rule) {
        return agrees(wanted.from(), rule.from())
                && agrees(wanted.to(), rule.to())
                && (wanted.tos() == 0 || rule.tos() == wanted.tos())
                && (wanted.realms() == 0 || rule.realms() == wanted.realms());
    }

    private static boolean agrees(IpPrefix wanted, IpPrefix there) {
        return wanted.length() == 0 || there.equals(wanted);
    }
}
