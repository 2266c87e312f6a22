package org.packetwalk.kernel.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Check;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.Field;

/** The routing lookup of a namespace: {@code fib_lookup}. */
public final class RouteLookup {

    private final RoutingTables tables;
    private final LinkStates links;
    private final LinkdownPolicy policy;

    /** A lookup in these tables. */
    public RouteLookup(RoutingTables tables, LinkStates links, LinkdownPolicy policy) {
        this.tables = tables;
        this.links = links;
        this.policy = policy;
    }

    /** Where a flow goes, and why. */
    public RouteDecision decide(RouteQuery query) {
        return tables.shared() ? decideShared(query) : decideByRules(query);
    }

    /** No rule was ever added: main's trie, then default, rules are not walked. */
    private RouteDecision decideShared(RouteQuery query) {
        List<RuleVisit> visits = new ArrayList<>();
        for (RoutingRule rule : tables.rules().subList(1, tables.rules().size())) {
            RuleVisit visit = search(rule, List.of(), query);
            if (!(visit.walk().event() instanceof TableLookupEvent.NotSearched)) {
                visits.add(visit);
            }
            if (visit.outcome().ends()) {
                return new RouteDecision(query, visits, visit.outcome());
            }
        }
        return new RouteDecision(query, visits, RouteOutcome.NO_ROUTE);
    }

    /** {@code fib_rules_lookup}. */
    private RouteDecision decideByRules(RouteQuery query) {
        List<RuleVisit> visits = new ArrayList<>();
        List<RoutingRule> rules = tables.rules();
        int i = 0;
        while (i < rules.size()) {
            RuleVisit visit = visit(rules.get(i), query);
            visits.add(visit);
            if (visit.outcome().ends()) {
                return new RouteDecision(query, visits, visit.outcome());
            }
            boolean jumped = visit.outcome().equals(new RouteOutcome.Continue(RouteOutcome.Reason.JUMPED));
            i = jumped ? rules.indexOf(tables.target(rules.get(i)).orElseThrow()) : i + 1;
        }
        return new RouteDecision(query, visits, RouteOutcome.NO_ROUTE);
    }

    private RuleVisit visit(RoutingRule rule, RouteQuery query) {
        List<Check> checks = new RuleChecks(rule, query.flow(), links).all();
        boolean matches = checks.stream().allMatch(Check::holds) != rule.inverted();
        if (!matches) {
            return undecided(rule, checks, RouteOutcome.Reason.RULE_DOES_NOT_MATCH);
        }
        return switch (rule.action()) {
            case LOOKUP -> search(rule, checks, query);
            case GOTO ->
                undecided(
                        rule,
                        checks,
                        tables.target(rule).isPresent()
                                ? RouteOutcome.Reason.JUMPED
                                : RouteOutcome.Reason.TARGET_MISSING);
            case NOP -> undecided(rule, checks, RouteOutcome.Reason.NOP);
            case BLACKHOLE -> refused(rule, checks, new RouteOutcome.Blackholed());
            case UNREACHABLE -> refused(rule, checks, new RouteOutcome.Unreachable(Errno.ENETUNREACH));
            case PROHIBIT -> refused(rule, checks, new RouteOutcome.Prohibited());
        };
    }

    private RuleVisit search(RoutingRule rule, List<Check> checks, RouteQuery query) {
        Optional<RouteTable> table = tables.table(rule.table());
        if (table.isEmpty()) {
            return undecided(rule, checks, RouteOutcome.Reason.NO_SUCH_TABLE);
        }
        TableSearch search = table.get().explain(rule.table(), query, policy);
        TableHit hit = search.hit();
        if (!hit.found()) {
            return new RuleVisit(
                    rule, checks, search.walk(), new RouteOutcome.Continue(RouteOutcome.Reason.NOTHING_FOUND));
        }
        RouteOutcome outcome = RouteOutcome.found(hit.match(rule.table(), rule.realms()));
        if (hit.error().isPresent()) {
            return new RuleVisit(rule, checks, search.walk(), outcome);
        }
        return suppressed(rule, checks, search, outcome);
    }

    /** {@code fib4_rule_suppress}. */
    private RuleVisit suppressed(RoutingRule rule, List<Check> checks, TableSearch search, RouteOutcome outcome) {
        List<Check> all = new ArrayList<>(checks);
        if (rule.suppressPrefixLength() >= 0) {
            int length = search.hit().prefixLength();
            boolean kept = length > rule.suppressPrefixLength();
            all.add(new Check(Field.PREFIX_LENGTH, "/" + rule.suppressPrefixLength(), "/" + length, kept));
            if (!kept) {
                return new RuleVisit(
                        rule,
                        all,
                        search.walk(),
                        new RouteOutcome.Continue(RouteOutcome.Reason.SUPPRESSED_PREFIX_LENGTH));
            }
        }
        if (rule.suppressInterfaceGroup() >= 0) {
            int device = search.hit().route().nexthops().get(0).device();
            boolean kept = !links.exists(device) || links.group(device) != rule.suppressInterfaceGroup();
            all.add(new Check(
                    Field.INTERFACE_GROUP,
                    Long.toString(rule.suppressInterfaceGroup()),
                    Long.toString(links.group(device)),
                    kept));
            if (!kept) {
                return new RuleVisit(
                        rule,
                        all,
                        search.walk(),
                        new RouteOutcome.Continue(RouteOutcome.Reason.SUPPRESSED_INTERFACE_GROUP));
            }
        }
        return new RuleVisit(rule, all, search.walk(), outcome);
    }

    private static RuleVisit undecided(RoutingRule rule, List<Check> checks, RouteOutcome.Reason why) {
        return new RuleVisit(rule, checks, TableWalk.notSearched(rule.table()), new RouteOutcome.Continue(why));
    }

    private static RuleVisit refused(RoutingRule rule, List<Check> checks, RouteOutcome outcome) {
        return new RuleVisit(rule, checks, TableWalk.notSearched(rule.table()), outcome);
    }
}
