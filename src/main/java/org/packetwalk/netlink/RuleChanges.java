package org.packetwalk.netlink;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.route.NumberRange;
import org.packetwalk.kernel.route.RoutingRule;
import org.packetwalk.kernel.route.RoutingTables;
import org.packetwalk.kernel.route.RuleAction;
import org.packetwalk.kernel.route6.Ipv6RoutingTables;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.stack.Walk;

/** What {@code net/core/fib_rules.c} does with requests about rules. */
final class RuleChanges {

    private static final long NO_USER = 0xffffffffL;
    private static final long LAST_PORT = 0xffff;

    /** {@code INET_ECN_MASK}. */
    private static final int ECN = 3;

    private RuleChanges() {}

    static ResultOrErrno<Errno> apply(Walk walk, HostId host, RuleRequest request) {
        RoutingRule about = request instanceof RuleRequest.Add add
                ? add.rule()
                : ((RuleRequest.Delete) request).rule().wanted();
        ResultOrErrno<Errno> malformed = check(about);
        if (malformed instanceof ResultOrErrno.Refused<Errno>) {
            return malformed;
        }
        if (request instanceof RuleRequest.Add && (about.tos() & ECN) != 0) {
            return ResultOrErrno.refused(Errno.EINVAL, "Invalid dsfield (tos): ECN bits must be 0");
        }
        if (about.from().network() instanceof Ipv6Address) {
            return ipv6(walk, host, request);
        }
        RoutingTables tables = walk.host(host).routing();
        if (request instanceof RuleRequest.Add add) {
            RoutingRule rule = add.priorityGiven()
                    ? add.rule()
                    : add.rule().toBuilder().priority(tables.defaultPriority()).build();
            return put(walk, host, tables.addRule(rule));
        }
        return put(walk, host, tables.deleteRule(((RuleRequest.Delete) request).rule()));
    }

    /** The ranges of a rule ({@code fib_nl2rule}, {@code fib_rule_port_range_valid}). */
    private static ResultOrErrno<Errno> check(RoutingRule rule) {
        NumberRange users = rule.users();
        if (users.isGiven() && (users.last() == NO_USER || users.first() > users.last())) {
            return ResultOrErrno.refused(Errno.EINVAL, "Invalid uid range");
        }
        if (!validPorts(rule.sourcePorts())) {
            return ResultOrErrno.refused(Errno.EINVAL, "Invalid sport range");
        }
        return validPorts(rule.destinationPorts())
                ? Configurator.DONE
                : ResultOrErrno.refused(Errno.EINVAL, "Invalid dport range");
    }

    private static boolean validPorts(NumberRange ports) {
        return !ports.isGiven() || ports.first() != 0 && ports.last() < LAST_PORT && ports.first() <= ports.last();
    }

    private static ResultOrErrno<Errno> ipv6(Walk walk, HostId host, RuleRequest request) {
        NetNamespace ns = walk.host(host);
        Ipv6RoutingTables tables = ns.ipv6().routing();
        if (request instanceof RuleRequest.Add add
                && add.rule().action() == RuleAction.LOOKUP
                && !add.rule().vrf()
                && add.rule().table().number() == 0) {
            return ResultOrErrno.refused(Errno.EINVAL, "Invalid table");
        }
        ResultOrErrno<Ipv6RoutingTables> answer = request instanceof RuleRequest.Add add
                ? tables.addRule(
                        add.priorityGiven()
                                ? add.rule()
                                : add.rule().toBuilder()
                                        .priority(tables.defaultPriority())
                                        .build())
                : tables.deleteRule(((RuleRequest.Delete) request).rule());
        if (answer instanceof ResultOrErrno.Refused<Ipv6RoutingTables> refused) {
            return ResultOrErrno.refused(refused.errno(), refused.message());
        }
        walk.update(ns.withIpv6(ns.ipv6().with(((ResultOrErrno.Ok<Ipv6RoutingTables>) answer).value())));
        return Configurator.DONE;
    }

    private static ResultOrErrno<Errno> put(Walk walk, HostId host, ResultOrErrno<RoutingTables> answer) {
        if (answer instanceof ResultOrErrno.Refused<RoutingTables> refused) {
            return ResultOrErrno.refused(refused.errno(), refused.message());
        }
        NetNamespace ns = walk.host(host);
        walk.update(ns.withRouting(((ResultOrErrno.Ok<RoutingTables>) answer).value()));
        return Configurator.DONE;
    }
}
