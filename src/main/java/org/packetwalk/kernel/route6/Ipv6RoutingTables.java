package org.packetwalk.kernel.route6;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.route.RouteInsertion;
import org.packetwalk.kernel.route.RouteProtocol;
import org.packetwalk.kernel.route.RoutingRule;
import org.packetwalk.kernel.route.RuleAction;
import org.packetwalk.kernel.route.RuleOrder;
import org.packetwalk.kernel.route.RuleSelector;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.net.Ipv6Prefix;

/**
 * Rules and routing tables of IPv6 ({@code struct netns_ipv6}). Unlike those of IPv4, main and local are always two
 * tables. A value.
 */
public final class Ipv6RoutingTables {

    /** A new namespace: two rules, no routes. */
    public static final Ipv6RoutingTables INITIAL = new Ipv6RoutingTables(
            List.of(kernelRule(0, TableId.LOCAL), kernelRule(32766, TableId.MAIN)),
            false,
            List.of(new Held(TableId.MAIN, Ipv6RouteTable.EMPTY), new Held(TableId.LOCAL, Ipv6RouteTable.EMPTY)));

    private record Held(TableId id, Ipv6RouteTable table) {}

    private final List<RoutingRule> rules;
    private final boolean customRules;
    private final List<Held> tables;

    private Ipv6RoutingTables(List<RoutingRule> rules, boolean customRules, List<Held> tables) {
        this.rules = List.copyOf(rules);
        this.customRules = customRules;
        this.tables = List.copyOf(tables);
    }

    private static RoutingRule kernelRule(long priority, TableId table) {
        return RoutingRule.lookup(priority, table).toBuilder()
                .from(Ipv6Prefix.DEFAULT)
                .to(Ipv6Prefix.DEFAULT)
                .origin(RouteProtocol.KERNEL)
                .build();
    }

    /** The rules by priority. */
    public List<RoutingRule> rules() {
        return rules;
    }

    /** The rules that lookups go by: those of the beginning, whatever was deleted, until one is added ({@code fib6_rule_lookup}). */
    public List<RoutingRule> lookedUp() {
        return customRules ? rules : INITIAL.rules;
    }

    /** Whether a rule was ever added ({@code fib6_has_custom_rules}): from then on lookups go through the rules. */
    public boolean customRules() {
        return customRules;
    }

    /** A table, if it is there. */
    public Optional<Ipv6RouteTable> table(TableId id) {
        return tables.stream()
                .filter(held -> held.id.equals(id))
                .map(Held::table)
                .findFirst();
    }

    /** The routes of a table in the order of a dump. */
    public List<Ipv6Route> routes(TableId id) {
        return table(id).map(Ipv6RouteTable::routes).orElse(List.of());
    }

    /** The routes of all tables, tables in the order of the kernel's hash of them. */
    public List<Ipv6Route> routes() {
        return tables.stream().flatMap(held -> held.table.routes().stream()).toList();
    }

    /** Puts a route into its table, which is made if need be ({@code fib6_add}). */
    public ResultOrErrno<Ipv6RoutingTables> insert(Ipv6Route route, RouteInsertion how) {
        Ipv6RouteTable table = table(route.table()).orElse(Ipv6RouteTable.EMPTY);
        return put(route.table(), table.insert(route, how));
    }

    /** Puts a route of the kernel in; nothing changes if it is there. */
    public Ipv6RoutingTables with(Ipv6Route route) {
        return insert(route, RouteInsertion.APPEND) instanceof ResultOrErrno.Ok<Ipv6RoutingTables> ok
                ? ok.value()
                : this;
    }

    /** Takes a route out ({@code fib6_del}); ESRCH if there is none or no such table. */
    public ResultOrErrno<Ipv6RoutingTables> delete(Ipv6RouteSelector selector) {
        Optional<Ipv6RouteTable> table = table(selector.table());
        boolean always =
                selector.table().equals(TableId.MAIN) || selector.table().equals(TableId.LOCAL);
        if (table.isEmpty() && !always) {
            return ResultOrErrno.refused(Errno.ESRCH, "FIB table does not exist");
        }
        return put(selector.table(), table.orElse(Ipv6RouteTable.EMPTY).delete(selector));
    }

    /** Takes a route of the kernel out, if it is there. */
    public Ipv6RoutingTables without(Ipv6Route route) {
        return delete(Ipv6RouteSelector.of(route)) instanceof ResultOrErrno.Ok<Ipv6RoutingTables> ok
                ? ok.value()
                : this;
    }

    /** Every route as a function changes it; those without a way left are taken out ({@code fib6_clean_all}). */
    public Ipv6RoutingTables mapping(Function<Ipv6Route, Ipv6Route> change) {
        return new Ipv6RoutingTables(
                rules,
                customRules,
                tables.stream()
                        .map(held -> new Held(held.id, held.table.mapping(change)))
                        .toList());
    }

    private ResultOrErrno<Ipv6RoutingTables> put(TableId id, ResultOrErrno<Ipv6RouteTable> answer) {
        if (answer instanceof ResultOrErrno.Refused<Ipv6RouteTable> refused) {
            return ResultOrErrno.refused(refused.errno(), refused.message());
        }
        Ipv6RouteTable changed = ((ResultOrErrno.Ok<Ipv6RouteTable>) answer).value();
        return ResultOrErrno.ok(new Ipv6RoutingTables(rules, customRules, held(id, changed)));
    }

    private List<Held> held(TableId id, Ipv6RouteTable changed) {
        List<Held> all = new ArrayList<>();
        boolean there = false;
        for (Held held : tables) {
            there |= held.id.equals(id);
            all.add(held.id.equals(id) ? new Held(id, changed) : held);
        }
        if (!there) {
            // A bucket of the hash lists its newest table first.
            int at = 0;
            while (at < all.size() && all.get(at).id.hash() < id.hash()) {
                at++;
            }
            all.add(at, new Held(id, changed));
        }
        return all;
    }

    /** The priority of a rule that names none. */
    public long defaultPriority() {
        return RuleOrder.defaultPriority(rules);
    }

    /** With a rule added ({@code fib_newrule}). */
    public ResultOrErrno<Ipv6RoutingTables> addRule(RoutingRule rule) {
        return withTableOf(rule).ruled(RuleOrder.add(rules, rule), true);
    }

    /** Without a rule ({@code fib_delrule}); lookups go by the rules only once one was added. */
    public ResultOrErrno<Ipv6RoutingTables> deleteRule(RuleSelector selector) {
        return ruled(RuleOrder.delete(rules, selector), customRules);
    }

    /** With the table that a rule leads to, empty if it was not there ({@code fib6_rule_configure}). */
    private Ipv6RoutingTables withTableOf(RoutingRule rule) {
        return rule.action() == RuleAction.LOOKUP && table(rule.table()).isEmpty()
                ? new Ipv6RoutingTables(rules, customRules, held(rule.table(), Ipv6RouteTable.EMPTY))
                : this;
    }

    private ResultOrErrno<Ipv6RoutingTables> ruled(ResultOrErrno<List<RoutingRule>> changed, boolean custom) {
        return changed instanceof ResultOrErrno.Refused<List<RoutingRule>> refused
                ? ResultOrErrno.refused(refused.errno(), refused.message())
                : ResultOrErrno.ok(
                        new Ipv6RoutingTables(((ResultOrErrno.Ok<List<RoutingRule>>) changed).value(), custom, tables));
    }

    /** The rule a goto jumps to; nothing if it is unresolved. */
    public Optional<RoutingRule> target(RoutingRule rule) {
        return RuleOrder.target(rules, rule);
    }
}
