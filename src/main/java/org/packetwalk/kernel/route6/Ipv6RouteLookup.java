package org.packetwalk.kernel.route6;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Check;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.Field;
import org.packetwalk.kernel.route.LinkStates;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route.RoutingRule;
import org.packetwalk.kernel.route.RuleChecks;
import org.packetwalk.kernel.route.TableId;

/** Finds the route of an IPv6 flow ({@code fib6_rule_lookup}). */
public final class Ipv6RouteLookup {

    private final Ipv6RoutingTables tables;
    private final LinkStates links;
    private final Ipv6Gateways gateways;

    /** A lookup in these tables. */
    public Ipv6RouteLookup(Ipv6RoutingTables tables, LinkStates links, Ipv6Gateways gateways) {
        this.tables = tables;
        this.links = links;
        this.gateways = gateways;
    }

    /** What one table answers, whatever the rules say ({@code fib6_table_lookup}); nothing if there is no such table. */
    public Optional<Ipv6TableWalk> searchTable(TableId id, Ipv6RouteQuery query) {
        return tables.table(id).map(table -> new Ipv6TableLookup(query, gateways).search(id, table));
    }

    /** The answer and what was considered. */
    public Ipv6RouteDecision decide(Ipv6RouteQuery query) {
        List<Ipv6RuleVisit> visits = new ArrayList<>();
        List<RoutingRule> rules = tables.lookedUp();
        int i = 0;
        while (i < rules.size()) {
            RoutingRule rule = rules.get(i);
            List<Check> checks = new RuleChecks(rule, query.flow(), links).all();
            boolean matches = checks.stream().allMatch(Check::holds) != rule.inverted();
            i++;
            if (!matches) {
                visits.add(new Ipv6RuleVisit(rule, checks, Ipv6TableWalk.notSearched(rule.table()), false));
                continue;
            }
            switch (rule.action()) {
                case LOOKUP -> {
                    Ipv6RuleVisit visit = search(rule, checks, query);
                    visits.add(visit);
                    if (visit.end()) {
                        return new Ipv6RouteDecision(query, visits, outcome(visit.walk()));
                    }
                }
                case GOTO -> {
                    visits.add(new Ipv6RuleVisit(rule, checks, Ipv6TableWalk.notSearched(rule.table()), false));
                    Optional<RoutingRule> target = tables.target(rule);
                    i = target.map(rules::indexOf).orElse(i);
                }
                case NOP -> visits.add(new Ipv6RuleVisit(rule, checks, Ipv6TableWalk.notSearched(rule.table()), false));
                case BLACKHOLE -> {
                    return refused(query, visits, rule, checks, Errno.EINVAL);
                }
                case UNREACHABLE -> {
                    return refused(query, visits, rule, checks, Errno.ENETUNREACH);
                }
                case PROHIBIT -> {
                    return refused(query, visits, rule, checks, Errno.EACCES);
                }
            }
        }
        return new Ipv6RouteDecision(query, visits, new Ipv6RouteOutcome(List.of(), Errno.ENETUNREACH));
    }

    private static Ipv6RouteDecision refused(
            Ipv6RouteQuery query, List<Ipv6RuleVisit> visits, RoutingRule rule, List<Check> checks, Errno errno) {
        visits.add(new Ipv6RuleVisit(rule, checks, Ipv6TableWalk.notSearched(rule.table()), true));
        return new Ipv6RouteDecision(query, visits, new Ipv6RouteOutcome(List.of(), errno));
    }

    private Ipv6RuleVisit search(RoutingRule rule, List<Check> checks, Ipv6RouteQuery query) {
        Optional<Ipv6RouteTable> table = tables.table(rule.table());
        if (table.isEmpty()) {
            return new Ipv6RuleVisit(rule, checks, Ipv6TableWalk.notSearched(rule.table()), false);
        }
        Ipv6TableWalk walk = new Ipv6TableLookup(query, gateways).search(rule.table(), table.get());
        List<Check> all = new ArrayList<>(checks);
        boolean ends = walk.match()
                        .filter(match -> match.route().type() != RouteType.THROW)
                        .isPresent()
                && !suppressed(rule, walk.match().get(), all);
        return new Ipv6RuleVisit(rule, all, walk, ends);
    }

    /** {@code fib6_rule_suppress}. */
    private boolean suppressed(RoutingRule rule, Ipv6RouteMatch match, List<Check> checks) {
        int length = match.route().prefix().length();
        if (rule.suppressPrefixLength() >= 0) {
            boolean kept = length > rule.suppressPrefixLength();
            checks.add(new Check(Field.PREFIX_LENGTH, "/" + rule.suppressPrefixLength(), "/" + length, kept));
            if (!kept) {
                return true;
            }
        }
        if (rule.suppressInterfaceGroup() >= 0) {
            int device = match.way().device();
            boolean kept = !links.exists(device) || links.group(device) != rule.suppressInterfaceGroup();
            checks.add(new Check(
                    Field.INTERFACE_GROUP,
                    Long.toString(rule.suppressInterfaceGroup()),
                    Long.toString(links.group(device)),
                    kept));
            return !kept;
        }
        return false;
    }

    private static Ipv6RouteOutcome outcome(Ipv6TableWalk walk) {
        Errno error =
                walk.match().flatMap(match -> match.route().type().error()).orElse(Errno.OK);
        return new Ipv6RouteOutcome(walk.found(), error);
    }
}
