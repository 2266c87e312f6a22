package org.packetwalk.netlink;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.route.RoutingRule;
import org.packetwalk.kernel.route.RoutingTables;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.stack.Walk;

/** What {@code net/core/fib_rules.c} does with requests about rules. */
final class RuleChanges {

    private RuleChanges() {}

    static ResultOrErrno<Errno> apply(Walk walk, HostId host, RuleRequest request) {
        RoutingTables tables = walk.host(host).routing();
        if (request instanceof RuleRequest.Add add) {
            RoutingRule rule = add.priorityGiven()
                    ? add.rule()
                    : add.rule().toBuilder().priority(tables.defaultPriority()).build();
            return put(walk, host, tables.addRule(rule));
        }
        return put(walk, host, tables.deleteRule(((RuleRequest.Delete) request).rule()));
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
