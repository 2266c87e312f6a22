package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.packetwalk.diagram.Lookups.Lookup;
import org.packetwalk.diagram.StackPicture.TableRow;
import org.packetwalk.diagram.StackPicture.TableState;
import org.packetwalk.diagram.StackPicture.TableView;
import org.packetwalk.kernel.route.Candidate;
import org.packetwalk.kernel.route.CandidateFate;
import org.packetwalk.kernel.route.NextHop;
import org.packetwalk.kernel.route.Route;
import org.packetwalk.kernel.route.RouteDecision;
import org.packetwalk.kernel.route.RouteOutcome;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route.RoutingRule;
import org.packetwalk.kernel.route.RoutingTables;
import org.packetwalk.kernel.route.RuleAction;
import org.packetwalk.kernel.route.RuleVisit;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.kernel.route.TableWalk;
import org.packetwalk.stack.NetNamespace;

/** The routing tables of a host between the two routing decisions, with what the latest question has to do with each. */
final class TableViews {
    private static final String SHARED_TITLE = "local + main";

    private final NetNamespace host;
    private final RoutingTables routing;
    private final Optional<Lookup> lookup;
    private final boolean narrow;

    /**
     * The tables of a host; where there is little room the status leaves the rule out, and the rows the name of
     * the table.
     */
    TableViews(NetNamespace host, Optional<Lookup> lookup, boolean narrow) {
        this.host = host;
        this.routing = host.routing();
        this.lookup = lookup;
        this.narrow = narrow;
    }

    List<TableView> views() {
        var views = new ArrayList<TableView>();
        Set<TableId> ids = new LinkedHashSet<>();
        if (routing.shared()) {
            views.add(shared());
        } else {
            ids.add(TableId.LOCAL);
            ids.add(TableId.MAIN);
            ids = inRuleOrder(ids);
        }
        routing.tables().stream().filter(id -> !routing.routes(id).isEmpty()).forEach(ids::add);
        if (routing.shared()) {
            ids.remove(TableId.LOCAL);
            ids.remove(TableId.MAIN);
        }
        ids.forEach(id -> views.add(separate(id)));
        return views;
    }

    /** Tables as the rules ask them; a table no rule names comes last. */
    private Set<TableId> inRuleOrder(Set<TableId> always) {
        Set<TableId> ids = new LinkedHashSet<>();
        for (RoutingRule rule : routing.rules()) {
            boolean shown = always.contains(rule.table())
                    || !routing.routes(rule.table()).isEmpty();
            if (rule.action() == RuleAction.LOOKUP && shown) {
                ids.add(rule.table());
            }
        }
        ids.addAll(always);
        return ids;
    }

    private TableView shared() {
        Optional<TableWalk> walk = walk(TableId.MAIN);
        Optional<Route> hit = walk.flatMap(TableViews::chosen);
        var rows = new ArrayList<TableRow>();
        for (TableId id : List.of(TableId.LOCAL, TableId.MAIN)) {
            routing.routes(id).forEach(route -> rows.add(row(route, hit)));
        }
        TableState state = state(walk, Optional.empty());
        return new TableView(SHARED_TITLE, SHARED_TITLE, word(state), state, !narrow, rows);
    }

    private TableView separate(TableId id) {
        Optional<TableWalk> walk = walk(id);
        Optional<RuleVisit> visit = visit(id);
        TableState state = state(walk, visit);
        Optional<Route> hit = walk.flatMap(TableViews::chosen);
        List<TableRow> rows =
                routing.routes(id).stream().map(route -> row(route, hit)).toList();
        return new TableView(id.word(), id.word(), status(id, state, visit), state, false, rows);
    }

    private Text status(TableId id, TableState state, Optional<RuleVisit> visit) {
        Text word = visit.flatMap(TableViews::passedOver).orElse(word(state));
        Optional<RoutingRule> rule = visit.map(RuleVisit::rule).or(() -> rule(id));
        if (narrow || word.isEmpty() || rule.isEmpty()) {
            return word;
        }
        return Word.TABLE_RULE.text(Text.literal(Long.toString(rule.get().priority())), word);
    }

    /** What a rule came to that looked at its table, or would not, and did not take the answer. */
    private static Optional<Text> passedOver(RuleVisit visit) {
        if (!(visit.outcome() instanceof RouteOutcome.Continue on)) {
            return Optional.empty();
        }
        return switch (on.why()) {
            case RULE_DOES_NOT_MATCH -> Optional.of(Word.TABLE_RULE_DIFFERS.text());
            case THROWN -> Optional.of(Word.TABLE_THROWN.text());
            case SUPPRESSED_PREFIX_LENGTH, SUPPRESSED_INTERFACE_GROUP -> Optional.of(Word.TABLE_SUPPRESSED.text());
            case NO_SUCH_TABLE, NOTHING_FOUND, JUMPED, TARGET_MISSING, NOP -> Optional.empty();
        };
    }

    private static Text word(TableState state) {
        return switch (state) {
            case HIT -> Word.TABLE_HIT.text();
            case NO_MATCH -> Word.TABLE_NO_MATCH.text();
            case NOT_ASKED -> Word.TABLE_NOT_ASKED.text();
            case IDLE, ASKED -> Text.NONE;
        };
    }

    private TableState state(Optional<TableWalk> walk, Optional<RuleVisit> visit) {
        if (lookup.isEmpty()) {
            return TableState.IDLE;
        }
        if (walk.isPresent()) {
            if (chosen(walk.get()).isEmpty()) {
                return TableState.NO_MATCH;
            }
            return visit.flatMap(TableViews::passedOver).isPresent() ? TableState.ASKED : TableState.HIT;
        }
        boolean over = lookup.get().answered()
                || lookup.get().walks().stream().anyMatch(other -> chosen(other).isPresent());
        return over || visit.isPresent() ? TableState.NOT_ASKED : TableState.IDLE;
    }

    /** How a table answered the question, if it was asked. */
    private Optional<TableWalk> walk(TableId id) {
        return lookup.flatMap(asked ->
                asked.walks().stream().filter(walk -> walk.table().equals(id)).reduce((first, second) -> second));
    }

    /** The rule that led to a table, as far as the question has come; the one that looked before one that did not. */
    private Optional<RuleVisit> visit(TableId id) {
        if (lookup.isEmpty() || lookup.get().decisions().isEmpty()) {
            return Optional.empty();
        }
        RouteDecision decision = lookup.get().decisions().get(0);
        var found = new ArrayList<RuleVisit>();
        int asked = 0;
        for (RuleVisit visit : decision.considered()) {
            boolean searched = decision.searches().contains(visit.walk());
            asked += searched ? 1 : 0;
            if (asked > lookup.get().walks().size()) {
                break;
            }
            boolean here = visit.rule().action() == RuleAction.LOOKUP
                    && visit.rule().table().equals(id);
            if (here && (found.isEmpty() || searched)) {
                found.add(visit);
            }
        }
        return found.stream().reduce((first, second) -> second);
    }

    private Optional<RoutingRule> rule(TableId id) {
        return routing.rules().stream()
                .filter(rule ->
                        rule.action() == RuleAction.LOOKUP && rule.table().equals(id))
                .findFirst();
    }

    private static Optional<Route> chosen(TableWalk walk) {
        return walk.candidates().stream()
                .filter(candidate -> candidate.fate() == CandidateFate.CHOSEN)
                .map(Candidate::route)
                .findFirst();
    }

    private TableRow row(Route route, Optional<Route> hit) {
        boolean same = hit.isPresent() && hit.get().equals(route);
        return new TableRow(route.table().word(), type(route.type()), prefix(route), devices(route), same);
    }

    /** What stands before the prefix of a route of a type. */
    static String type(RouteType type) {
        return switch (type) {
            case UNICAST -> "";
            case BROADCAST -> "bcast";
            case LOCAL, ANYCAST, MULTICAST, BLACKHOLE, UNREACHABLE, PROHIBIT, THROW -> type.word();
        };
    }

    /** As {@code ip route show} begins the line, with what tells two routes to the same prefix apart. */
    private static String prefix(Route route) {
        String prefix = route.prefix().length() == 0
                ? "default"
                : route.prefix().length() == 32
                        ? route.prefix().network().toString()
                        : route.prefix().toString();
        String tos = route.tos() == 0 ? "" : " tos 0x" + Integer.toHexString(route.tos());
        return prefix + tos + (route.metric() == 0 ? "" : " metric " + route.metric());
    }

    private String devices(Route route) {
        return route.nexthops().stream()
                .filter(hop -> hop.device() != 0)
                .map(NextHop::device)
                .distinct()
                .map(index -> host.devices().nameOf(index))
                .collect(Collectors.joining(" "));
    }
}
