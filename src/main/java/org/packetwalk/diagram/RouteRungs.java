package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.packetwalk.diagram.RoutePicture.Row;
import org.packetwalk.diagram.RoutePicture.RowState;
import org.packetwalk.diagram.RoutePicture.Rung;
import org.packetwalk.diagram.RoutePicture.RungState;
import org.packetwalk.diagram.RoutePicture.Selector;
import org.packetwalk.kernel.Check;
import org.packetwalk.kernel.Field;
import org.packetwalk.kernel.route.Candidate;
import org.packetwalk.kernel.route.CandidateFate;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.route.NextHop;
import org.packetwalk.kernel.route.Route;
import org.packetwalk.kernel.route.RouteOutcome;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route.RoutingRule;
import org.packetwalk.kernel.route.RoutingTables;
import org.packetwalk.kernel.route.RuleVisit;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.kernel.route.TableLookupEvent;
import org.packetwalk.kernel.route.TableWalk;
import org.packetwalk.kernel.route.TrieVisit;
import org.packetwalk.narrate.ConfigurationLine;
import org.packetwalk.trace.RoutingContext;

/** The rule ladder of a question: each rule with what it compared, and the table it led to, row by row. */
final class RouteRungs {
    static final String SHARED = "local + main";
    private static final int ADDRESS_BITS = 32;
    private static final int MOST_ROWS = 12;
    private static final int MOST_NOT_ASKED = 3;

    private final FlowKey flow;
    private final RoutingContext context;
    private final Optional<RoutingTables> tables;
    private final LookupProgress progress;

    RouteRungs(FlowKey flow, RoutingContext context, Optional<RoutingTables> tables, LookupProgress progress) {
        this.flow = flow;
        this.context = context;
        this.tables = tables;
        this.progress = progress;
    }

    /** The rules of a decision, and those it did not come to. */
    List<Rung> ladder(List<RuleVisit> visits) {
        var rungs = new ArrayList<Rung>();
        var left = new ArrayList<>(context.shared() ? List.<RoutingRule>of() : rules());
        int search = 0;
        for (int i = 0; i < visits.size(); i++) {
            RuleVisit visit = visits.get(i);
            int here = left.indexOf(visit.rule());
            for (int skipped = 0; skipped < here; skipped++) {
                rungs.add(notAsked(left.get(skipped), Word.LOOKUP_JUMPED_OVER.text()));
            }
            left.subList(0, Math.max(0, here + 1)).clear();
            boolean searched = !(visit.walk().event() instanceof TableLookupEvent.NotSearched);
            rungs.add(rung(visit, i, searched ? search : -1));
            search += searched ? 1 : 0;
        }
        boolean over = progress.rules() == visits.size();
        for (RoutingRule rule : left.subList(0, Math.min(MOST_NOT_ASKED, left.size()))) {
            rungs.add(notAsked(rule, over ? Word.LOOKUP_NOT_ASKED.text() : Text.NONE));
        }
        if (left.size() > MOST_NOT_ASKED) {
            Text more = Word.LOOKUP_MORE_RULES.text(Text.literal(Integer.toString(left.size() - MOST_NOT_ASKED)));
            rungs.add(new Rung(more, "", List.of(), RungState.NOT_ASKED, Text.NONE, List.of(), 0, false));
        }
        return rungs;
    }

    /** Searches that no rule led to. */
    List<Rung> tables(List<TableWalk> walks) {
        var rungs = new ArrayList<Rung>();
        for (int i = 0; i < walks.size(); i++) {
            TableWalk walk = walks.get(i);
            boolean over = progress.candidates(i) == Integer.MAX_VALUE;
            boolean found = chosen(walk).isPresent();
            RungState state = over
                    ? found ? RungState.DECIDED : RungState.WENT_ON
                    : progress.isSearching(i) ? RungState.ASKED : RungState.AHEAD;
            Text verdict = over ? (found ? Word.LOOKUP_MATCH : Word.LOOKUP_NO_MATCH).text() : Text.NONE;
            rungs.add(filled(
                    Word.LOOKUP_TABLE.text(Text.literal(name(walk.table()))),
                    "",
                    List.of(),
                    state,
                    verdict,
                    walk,
                    i,
                    false));
        }
        return rungs;
    }

    private List<RoutingRule> rules() {
        return tables.map(RoutingTables::rules).orElse(List.of());
    }

    private Rung notAsked(RoutingRule rule, Text why) {
        return new Rung(title(rule), action(rule), List.of(), RungState.NOT_ASKED, why, List.of(), 0, false);
    }

    private Rung rung(RuleVisit visit, int place, int search) {
        boolean reached = place < progress.rules();
        boolean over = reached && (search < 0 || progress.candidates(search) == Integer.MAX_VALUE);
        RungState state = !reached ? RungState.AHEAD : over ? state(visit.outcome()) : RungState.ASKED;
        Text verdict = over ? verdict(visit.outcome()) : Text.NONE;
        boolean current = progress.isCurrentRule(place);
        if (current && search >= 0) {
            state = RungState.ASKED;
        }
        boolean suppressed = over && visit.checks().stream().anyMatch(RouteRungs::afterwards);
        List<Selector> selectors = !reached
                ? List.of()
                : visit.checks().stream()
                        .filter(check -> suppressed || !afterwards(check))
                        .map(this::selector)
                        .toList();
        boolean shared = context.shared() && visit.rule().table().equals(TableId.MAIN);
        Text title = shared ? Word.LOOKUP_ONE_TRIE.text() : title(visit.rule());
        String line = shared ? SHARED : action(visit.rule());
        if (search < 0) {
            return new Rung(title, line, selectors, state, verdict, List.of(), 0, current);
        }
        return filled(title, line, selectors, state, verdict, visit.walk(), search, current);
    }

    private static boolean afterwards(Check check) {
        return check.field() == Field.PREFIX_LENGTH || check.field() == Field.INTERFACE_GROUP;
    }

    private static Text title(RoutingRule rule) {
        return Word.LOOKUP_RULE.text(Text.literal(Long.toString(rule.priority())));
    }

    /** What the rule says behind its priority. */
    private static String action(RoutingRule rule) {
        String line = ConfigurationLine.rule(rule);
        String said = line.substring(line.indexOf(' ') + 1);
        return said.startsWith("from all ") ? said.substring("from all ".length()) : said;
    }

    private static RungState state(RouteOutcome outcome) {
        if (outcome instanceof RouteOutcome.Continue) {
            return RungState.WENT_ON;
        }
        return outcome.error().isPresent() ? RungState.REFUSED : RungState.DECIDED;
    }

    private static Text verdict(RouteOutcome outcome) {
        if (outcome instanceof RouteOutcome.Continue on) {
            return (switch (on.why()) {
                        case RULE_DOES_NOT_MATCH -> Word.LOOKUP_NOT_FOR;
                        case NO_SUCH_TABLE -> Word.LOOKUP_NO_TABLE;
                        case NOTHING_FOUND -> Word.LOOKUP_NO_MATCH;
                        case THROWN -> Word.TABLE_THROWN;
                        case SUPPRESSED_PREFIX_LENGTH, SUPPRESSED_INTERFACE_GROUP -> Word.TABLE_SUPPRESSED;
                        case JUMPED -> Word.LOOKUP_JUMPS;
                        case TARGET_MISSING -> Word.LOOKUP_NO_TARGET;
                        case NOP -> Word.LOOKUP_NOP;
                    })
                    .text();
        }
        return outcome.error()
                .map(errno -> Word.LOOKUP_REFUSES.text(Text.literal(errno.name())))
                .orElseGet(Word.LOOKUP_MATCH::text);
    }

    private Selector selector(Check check) {
        String word = switch (check.field()) {
            case FROM -> "from";
            case TO -> "to";
            case INPUT_INTERFACE -> "iif";
            case OUTPUT_INTERFACE -> "oif";
            case MARK -> "fwmark";
            case TOS -> "tos";
            case PROTOCOL -> "ipproto";
            case SOURCE_PORT -> "sport";
            case DESTINATION_PORT -> "dport";
            case USER -> "uidrange";
            case TUNNEL_ID -> "tun_id";
            case VRF_DEVICE -> "l3mdev";
            case PREFIX_LENGTH -> "suppress_prefixlength";
            case INTERFACE_GROUP -> "suppress_ifgroup";
            case DESTINATION, SCOPE, NEXTHOP_ALIVE, NEXTHOP_CARRIER, NEXTHOP_DEVICE, TARGET_RULE ->
                check.field().name().toLowerCase(java.util.Locale.ROOT);
            case FRAGMENT,
                    ICMP_TYPE,
                    TCP_FLAGS,
                    TCP_OPTION,
                    CONNECTION_STATE,
                    CONNECTION_MARK,
                    CONNECTION,
                    SOURCE_TYPE,
                    DESTINATION_TYPE,
                    BRIDGE_PORT,
                    RATE,
                    TURN,
                    ADDRESS,
                    SUBNET,
                    STATE,
                    SYSCTL -> check.field().name().toLowerCase(java.util.Locale.ROOT);
        };
        return new Selector(word + " " + check.wanted(), check.seen(), check.holds());
    }

    private String name(TableId table) {
        return context.shared() && table.equals(TableId.MAIN) ? SHARED : table.word();
    }

    private Rung filled(
            Text title,
            String line,
            List<Selector> selectors,
            RungState state,
            Text verdict,
            TableWalk walk,
            int search,
            boolean current) {
        List<Row> rows = rows(walk, search);
        List<Row> shown = shortened(rows);
        return new Rung(title, line, selectors, state, verdict, shown, rows.size() - shown.size(), current);
    }

    /** The routes of the table, with what the search recorded of those it came to. */
    private List<Row> rows(TableWalk walk, int search) {
        boolean shared = context.shared() && walk.table().equals(TableId.MAIN);
        Map<Route, Integer> candidates = new LinkedHashMap<>();
        for (int i = 0; i < walk.candidates().size(); i++) {
            candidates.putIfAbsent(walk.candidates().get(i).route(), i);
        }
        var routes = new ArrayList<Route>();
        List<TableId> ids = shared ? List.of(TableId.LOCAL, TableId.MAIN) : List.of(walk.table());
        for (TableId id : ids) {
            tables.ifPresent(all -> routes.addAll(all.routes(id)));
        }
        candidates.keySet().stream().filter(route -> !routes.contains(route)).forEach(routes::add);
        var rows = new ArrayList<Row>();
        int seen = bitsSeen(walk, progress.steps(search));
        for (Route route : routes) {
            Integer candidate = candidates.get(route);
            rows.add(
                    candidate == null
                            ? bystander(route, shared, search, seen)
                            : met(walk.candidates().get(candidate), candidate, shared, search));
        }
        return rows;
    }

    /**
     * How many bits of the address, from the left, the first steps of a search have compared: up to the last one a slot was chosen
     * by, or up to the one by which a node or a leaf was seen to differ.
     */
    private int bitsSeen(TableWalk walk, int steps) {
        int seen = 0;
        for (TrieVisit visit :
                walk.path().subList(0, Math.min(steps, walk.path().size()))) {
            int difference = visit.node().firstDifference(flow.destination());
            seen = Math.max(
                    seen,
                    switch (visit.step()) {
                        case DESCEND -> ADDRESS_BITS - visit.position();
                        case MISMATCH, LEAF -> difference == 0 ? visit.node().length() : difference;
                        case DESCEND_ZERO, EMPTY_SLOT, BACKTRACK, CLIMB, NOT_FOUND -> 0;
                    });
        }
        return seen;
    }

    /** A route the search had no reason to come to: it is out as soon as the trie has compared a bit it differs in. */
    private Row bystander(Route route, boolean shared, int search, int seen) {
        int difference = route.prefix().firstDifference(flow.destination());
        boolean over = progress.candidates(search) == Integer.MAX_VALUE;
        boolean ahead = difference == 0 || !over && difference > seen;
        return row(
                route,
                shared,
                difference,
                ahead ? RowState.AHEAD : RowState.DIFFERS,
                ahead ? Text.NONE : differs(difference),
                false);
    }

    private Row met(Candidate candidate, int place, boolean shared, int search) {
        boolean ahead = place >= progress.candidates(search);
        RowState state = ahead
                ? RowState.AHEAD
                : switch (candidate.fate()) {
                    case CHOSEN -> RowState.WINNER;
                    case PREFIX_MISMATCH -> RowState.DIFFERS;
                    case TOS_MISMATCH,
                            SCOPE,
                            NEXTHOP_DEAD,
                            LINKDOWN_IGNORED,
                            OUTPUT_INTERFACE,
                            LOWER_PRIORITY,
                            SHORTER_PREFIX -> RowState.PASSED_OVER;
                };
        return row(
                candidate.route(),
                shared,
                candidate.firstDifference(),
                state,
                ahead ? Text.NONE : status(candidate),
                progress.isCurrent(search, place));
    }

    private Text status(Candidate candidate) {
        int length = candidate.route().prefix().length();
        return switch (candidate.fate()) {
            case CHOSEN ->
                length == 0
                        ? Word.LOOKUP_FITS_ANY.text()
                        : Word.LOOKUP_FITS.text(Text.literal(Integer.toString(length)));
            case PREFIX_MISMATCH -> differs(candidate.firstDifference());
            case TOS_MISMATCH -> Word.LOOKUP_OTHER_TOS.text();
            case SCOPE -> Word.LOOKUP_TOO_FAR.text();
            case NEXTHOP_DEAD -> Word.LOOKUP_DEAD.text();
            case LINKDOWN_IGNORED -> Word.LOOKUP_LINKDOWN.text();
            case OUTPUT_INTERFACE -> Word.LOOKUP_NOT_BY.text(Text.literal(context.nameOf(flow.outputInterface())));
            case LOWER_PRIORITY -> Word.LOOKUP_BEHIND.text();
            case SHORTER_PREFIX -> Word.LOOKUP_SHORTER.text();
        };
    }

    private static Text differs(int bit) {
        return Word.LOOKUP_DIFFERS.text(Text.literal(Integer.toString(bit)));
    }

    private Row row(Route route, boolean shared, int difference, RowState state, Text status, boolean current) {
        String type = route.type() == RouteType.UNICAST
                ? ""
                : route.type() == RouteType.BROADCAST ? "bcast" : route.type().word();
        return new Row(
                shared ? route.table().word() : "",
                ConfigurationLine.prefix(route.prefix()),
                route.prefix().network(),
                route.prefix().length(),
                type,
                way(route),
                difference,
                state,
                status,
                current);
    }

    /** Where a route leads, and what tells it from another to the same prefix. */
    private String way(Route route) {
        String ways = route.nexthops().stream()
                .filter(hop -> hop.device() != 0)
                .map(this::hop)
                .collect(Collectors.joining(" | "));
        String tos = route.tos() == 0 ? "" : " tos 0x" + Integer.toHexString(route.tos());
        String metric = route.metric() == 0 ? "" : " metric " + route.metric();
        return (ways + tos + metric).strip();
    }

    private String hop(NextHop hop) {
        String gateway = hop.hasGateway() ? "via " + hop.gateway() + " " : "";
        String state = hop.dead() ? " dead" : hop.linkdown() ? " linkdown" : "";
        return gateway + "dev " + context.nameOf(hop.device()) + state;
    }

    private static Optional<Candidate> chosen(TableWalk walk) {
        return walk.candidates().stream()
                .filter(candidate -> candidate.fate() == CandidateFate.CHOSEN)
                .findFirst();
    }

    /** Of a long table what the search came to, and the first of the others. */
    private static List<Row> shortened(List<Row> rows) {
        if (rows.size() <= MOST_ROWS) {
            return rows;
        }
        long fitting = rows.stream().filter(row -> row.firstDifference() == 0).count();
        long room = Math.max(0, MOST_ROWS - fitting);
        var shown = new ArrayList<Row>();
        for (Row row : rows) {
            boolean fits = row.firstDifference() == 0;
            if (fits ? shown.size() < MOST_ROWS || row.state() == RowState.WINNER : room > 0) {
                shown.add(row);
                room -= fits ? 0 : 1;
            }
        }
        return shown;
    }
}
