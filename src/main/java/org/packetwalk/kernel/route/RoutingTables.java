package org.packetwalk.kernel.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.pcollections.TreePMap;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.KernelRelease;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.net.Ipv4Prefix;

/**
 * The routing of one network namespace: its rules and its tables. A value: every change answers new ones.
 *
 * <p>As long as no rule was ever added or deleted, main and local share one trie ({@link #shared}); the first change
 * of a rule separates them for good ({@code fib_unmerge}).
 */
public final class RoutingTables {

    /** A new namespace: the three default rules and no table. */
    public static final RoutingTables INITIAL = new RoutingTables(
            KernelRelease.CURRENT,
            List.of(
                    RoutingRule.lookup(0, TableId.LOCAL).toBuilder()
                            .origin(RouteProtocol.KERNEL)
                            .build(),
                    RoutingRule.lookup(32766, TableId.MAIN).toBuilder()
                            .origin(RouteProtocol.KERNEL)
                            .build(),
                    RoutingRule.lookup(32767, TableId.DEFAULT).toBuilder()
                            .origin(RouteProtocol.KERNEL)
                            .build()),
            true,
            false,
            List.of(),
            TreePMap.empty());

    private final KernelRelease release;
    private final List<RoutingRule> rules;
    private final boolean shared;
    private final boolean customLocalRoutes;
    private final List<TableId> order;
    private final TreePMap<TableId, RouteTable> tables;

    private RoutingTables(
            KernelRelease release,
            List<RoutingRule> rules,
            boolean shared,
            boolean customLocalRoutes,
            List<TableId> order,
            TreePMap<TableId, RouteTable> tables) {
        this.release = release;
        this.rules = rules;
        this.shared = shared;
        this.customLocalRoutes = customLocalRoutes;
        this.order = order;
        this.tables = tables;
    }

    /** The tables of a new namespace of some release of Linux: before 4.1 no two share a trie. */
    public static RoutingTables initial(KernelRelease release) {
        return new RoutingTables(
                release,
                INITIAL.rules,
                !release.before(KernelRelease.SHARED_TRIE),
                false,
                INITIAL.order,
                INITIAL.tables);
    }

    /** The release of Linux whose behaviour holds. */
    KernelRelease release() {
        return release;
    }

    /** The rules in the order they are asked. */
    public List<RoutingRule> rules() {
        return rules;
    }

    /** Whether main and local share one trie and rules are not walked ({@code !fib_has_custom_rules}). */
    public boolean shared() {
        return shared;
    }

    /**
     * Whether a user ever added a local route ({@code fib_has_custom_local_routes}): then the source of a received packet
     * is looked up even if nothing else asks for it.
     */
    public boolean hasCustomLocalRoutes() {
        return customLocalRoutes;
    }

    RoutingTables withCustomLocalRoutes() {
        return new RoutingTables(release, rules, shared, true, order, tables);
    }

    /** Whether a rule asks for protocol or ports, which are looked for in received packets then ({@code fib_rules_require_fldissect}). */
    public boolean dissectsFlows() {
        return rules.stream()
                .anyMatch(rule -> rule.protocol() != 0
                        || rule.sourcePorts().isGiven()
                        || rule.destinationPorts().isGiven());
    }

    /** The tables there are, in the order the kernel lists them. */
    public List<TableId> tables() {
        return order;
    }

    /** The trie that is searched for a table; nothing if there is no such table. */
    public Optional<RouteTable> table(TableId id) {
        TableId kept = keptAs(id);
        return tables.containsKey(id) ? Optional.of(tables.get(kept)) : Optional.empty();
    }

    private TableId keptAs(TableId id) {
        return shared && id.equals(TableId.LOCAL) ? TableId.MAIN : id;
    }

    private RouteTable trie(TableId id) {
        RouteTable found = tables.get(keptAs(id));
        return found == null ? RouteTable.EMPTY : found;
    }

    /** The routes of one table in the order {@code ip route show table ID} gets them. */
    public List<Route> routes(TableId id) {
        return trie(id).routes(id);
    }

    /** The routes of all tables in the order {@code ip route show table all} gets them. */
    public List<Route> routes() {
        List<Route> all = new ArrayList<>();
        for (TableId id : order) {
            all.addAll(routes(id));
        }
        return all;
    }

    /** These tables and one more, empty; unchanged if it is there ({@code fib_new_table}). */
    public RoutingTables withTable(TableId id) {
        if (tables.containsKey(id)) {
            return this;
        }
        RoutingTables base = shared && id.equals(TableId.LOCAL) ? withTable(TableId.MAIN) : this;
        List<TableId> longer = new ArrayList<>(base.order);
        int at = 0;
        while (at < longer.size() && longer.get(at).hash() < id.hash()) {
            at++;
        }
        longer.add(at, id);
        return new RoutingTables(
                release, rules, shared, customLocalRoutes, List.copyOf(longer), base.tables.plus(id, RouteTable.EMPTY));
    }

    private RoutingTables withTrie(TableId id, RouteTable trie) {
        return new RoutingTables(release, rules, shared, customLocalRoutes, order, tables.plus(keptAs(id), trie));
    }

    /** Adds many routes at once, each behind its equals, without asking whether it is there. */
    public RoutingTables load(TableId id, Iterable<Route> routes) {
        RoutingTables base = withTable(id);
        RouteTableEdit edit = base.trie(id).edit();
        for (Route route : routes) {
            edit.insert(route.prefix().network().bits(), FibAlias.of(route));
        }
        return base.withTrie(id, edit.table());
    }

    /** Puts a route into its table ({@code fib_table_insert}): EEXIST, or ENOENT if there is none to change. */
    public ResultOrErrno<RoutingTables> insert(Route route, RouteInsertion how) {
        RoutingTables base = withTable(route.table());
        RouteTable trie = base.trie(route.table());
        int key = route.prefix().network().bits();
        FibAlias alias = FibAlias.of(route);
        TrieLeaf leaf = trie.find(key);
        int at = Integer.MAX_VALUE;
        if (leaf != null) {
            at = leaf.find(alias.suffixLength, alias.tos(), route.metric(), alias.table);
            if (at < leaf.size() && isPeer(leaf.alias(at), alias)) {
                if (how.isExclusive()) {
                    return ResultOrErrno.refused(Errno.EEXIST);
                }
                int end = at;
                boolean same = false;
                while (!same && end < leaf.size() && isPeer(leaf.alias(end), alias)) {
                    same = leaf.alias(end).type() == route.type()
                            && leaf.alias(end).info.sameAs(route.info());
                    end += same ? 0 : 1;
                }
                if (how.replaces() && same) {
                    return end == at ? ResultOrErrno.ok(base) : ResultOrErrno.refused(Errno.EEXIST);
                }
                if (how.replaces()) {
                    RouteTableEdit edit = trie.edit();
                    edit.replace(key, at, alias);
                    return ResultOrErrno.ok(base.withTrie(route.table(), edit.table()));
                }
                if (same) {
                    return ResultOrErrno.refused(Errno.EEXIST);
                }
                at = how.appends() ? end : at;
            }
        }
        if (!how.creates()) {
            return ResultOrErrno.refused(Errno.ENOENT);
        }
        RouteTableEdit edit = trie.edit();
        edit.insert(key, alias, at);
        return ResultOrErrno.ok(base.withTrie(route.table(), edit.table()));
    }

    private static boolean isPeer(FibAlias one, FibAlias other) {
        return one.suffixLength == other.suffixLength
                && one.table == other.table
                && one.tos() == other.tos()
                && one.info.metric() == other.info.metric();
    }

    /** Takes the first selected route out of its table ({@code fib_table_delete}); ESRCH if there is none. */
    public ResultOrErrno<RoutingTables> delete(RouteSelector selector) {
        if (!tables.containsKey(selector.table())) {
            return ResultOrErrno.refused(Errno.ESRCH, "FIB table does not exist");
        }
        RouteTable trie = trie(selector.table());
        int key = selector.prefix().network().bits();
        int suffix = 32 - selector.prefix().length();
        TrieLeaf leaf = trie.find(key);
        int from = leaf == null
                ? 0
                : leaf.find(suffix, selector.tos(), 0, selector.table().bits());
        for (int i = from; leaf != null && i < leaf.size(); i++) {
            FibAlias alias = leaf.alias(i);
            if (alias.suffixLength != suffix
                    || alias.table != selector.table().bits()
                    || alias.tos() != selector.tos()) {
                break;
            }
            if (selector.selects(alias)) {
                RouteTableEdit edit = trie.edit();
                edit.remove(key, i);
                return ResultOrErrno.ok(withTrie(selector.table(), edit.table()));
            }
        }
        return ResultOrErrno.refused(Errno.ESRCH);
    }

    /** Removes routes from all tables as the kernel does when a device or address goes ({@code fib_flush}). */
    RoutingTables flush(Predicate<FibAlias> doomed) {
        RoutingTables result = this;
        for (TableId id : order) {
            RouteTable flushed = result.trie(id).flushing(alias -> alias.table == id.bits() && doomed.test(alias));
            result = result.withTrie(id, flushed);
        }
        return result;
    }

    /** Exchanges what routes share in all tables. */
    RoutingTables mapInfos(UnaryOperator<RouteInfo> change) {
        if (!anyInfo(info -> change.apply(info) != info)) {
            return this;
        }
        RoutingTables result = this;
        for (TableId id : order) {
            if (keptAs(id).equals(id)) {
                result = result.withTrie(id, result.trie(id).mapping(change));
            }
        }
        return result;
    }

    /** Whether any route of any table satisfies a condition. */
    boolean anyInfo(Predicate<RouteInfo> condition) {
        boolean[] found = {false};
        for (TableId id : order) {
            if (keptAs(id).equals(id)) {
                trie(id).forEach((leaf, alias) -> found[0] |= condition.test(alias.info));
            }
        }
        return found[0];
    }

    /** The priority a rule gets that was added without one. */
    public long defaultPriority() {
        return RuleOrder.defaultPriority(rules);
    }

    /**
     * Adds a rule behind those of equal priority and separates the tables ({@code fib_newrule}); EEXIST if it is there. One
     * that names table 0 gets the first number without a table ({@code fib_empty_table}).
     */
    public ResultOrErrno<RoutingTables> addRule(RoutingRule rule) {
        if (rule.action() == RuleAction.LOOKUP && !rule.vrf() && rule.table().number() == 0) {
            TableId empty = emptyTable();
            return withTable(empty).addRule(rule.toBuilder().table(empty).build());
        }
        return ruled(RuleOrder.add(rules, rule));
    }

    /** Deletes the first selected rule and separates the tables ({@code fib_delrule}); ENOENT if there is none. */
    public ResultOrErrno<RoutingTables> deleteRule(RuleSelector selector) {
        return ruled(RuleOrder.delete(rules, selector));
    }

    private TableId emptyTable() {
        int number = 1;
        while (tables.containsKey(TableId.of(number))) {
            number++;
        }
        return TableId.of(number);
    }

    private ResultOrErrno<RoutingTables> ruled(ResultOrErrno<List<RoutingRule>> changed) {
        return changed instanceof ResultOrErrno.Refused<List<RoutingRule>> refused
                ? ResultOrErrno.refused(refused.errno(), refused.message())
                : ResultOrErrno.ok(separated().withRules(((ResultOrErrno.Ok<List<RoutingRule>>) changed).value()));
    }

    /** Deletes the rules that were not there in the beginning or have a priority ({@code ip rule flush} of all but 0). */
    public RoutingTables flushRules() {
        List<RoutingRule> kept =
                rules.stream().filter(rule -> rule.priority() == 0).toList();
        return kept.size() == rules.size() ? this : separated().withRules(kept);
    }

    private RoutingTables withRules(List<RoutingRule> changed) {
        return new RoutingTables(release, List.copyOf(changed), shared, customLocalRoutes, order, tables);
    }

    /** Local with a trie of its own ({@code fib_trie_unmerge}), main without what is not its own. */
    private RoutingTables separated() {
        if (!shared) {
            return this;
        }
        if (!tables.containsKey(TableId.LOCAL)) {
            return new RoutingTables(release, rules, false, customLocalRoutes, order, tables);
        }
        RouteTable common = trie(TableId.MAIN);
        RouteTableEdit local = RouteTable.EMPTY.edit();
        common.forEach((leaf, alias) -> {
            if (alias.table == TableId.LOCAL.bits()) {
                local.insert(leaf.key, alias, Integer.MAX_VALUE);
            }
        });
        RouteTable main = common.flushing(alias -> alias.table != TableId.MAIN.bits());
        return new RoutingTables(
                release,
                rules,
                false,
                customLocalRoutes,
                order,
                tables.plus(TableId.MAIN, main).plus(TableId.LOCAL, local.table()));
    }

    /** The rule a goto jumps to: the first of that priority; nothing if it is unresolved. */
    public Optional<RoutingRule> target(RoutingRule rule) {
        return RuleOrder.target(rules, rule);
    }

    /** Whether a route with a /0 prefix is there more than once ({@code tb_num_default}). */
    public boolean hasSeveralDefaults(TableId id) {
        return routes(id).stream()
                        .filter(route -> route.prefix().equals(Ipv4Prefix.DEFAULT))
                        .limit(2)
                        .count()
                > 1;
    }

    /** {@code /proc/net/fib_trie}. */
    public String fibTrieText() {
        StringBuilder out = new StringBuilder();
        for (TableId id : order) {
            if (!trie(id).isEmpty()) {
                out.append(TrieText.heading(id)).append(TrieText.tree(trie(id).root()));
            }
        }
        return out.toString();
    }

    /** {@code /proc/net/fib_triestat}. */
    public String fibTrieStatText() {
        StringBuilder out = new StringBuilder(TrieText.STATISTICS_HEAD);
        for (TableId id : order) {
            out.append(TrieText.heading(id)).append(TrieText.statistics(trie(id).root()));
        }
        return out.toString();
    }

    /** {@code /proc/net/route}: table main, without broadcast and multicast routes. */
    public String procNetRouteText(LinkStates links) {
        return ProcNetRoute.text(routes(TableId.MAIN), links);
    }
}
