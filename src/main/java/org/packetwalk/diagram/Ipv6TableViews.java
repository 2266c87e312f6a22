package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.packetwalk.diagram.Lookups.Ipv6Lookup;
import org.packetwalk.diagram.StackPicture.TableRow;
import org.packetwalk.diagram.StackPicture.TableState;
import org.packetwalk.diagram.StackPicture.TableView;
import org.packetwalk.kernel.route.RoutingRule;
import org.packetwalk.kernel.route.RuleAction;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.kernel.route6.Ipv6NextHop;
import org.packetwalk.kernel.route6.Ipv6Route;
import org.packetwalk.kernel.route6.Ipv6RouteMatch;
import org.packetwalk.kernel.route6.Ipv6RoutingTables;
import org.packetwalk.kernel.route6.Ipv6RuleVisit;
import org.packetwalk.kernel.route6.Ipv6TableWalk;
import org.packetwalk.stack.NetNamespace;

/** The routing tables of IPv6 between the two routing decisions, while a question to them is the latest: always separate ones. */
final class Ipv6TableViews {
    private final NetNamespace host;
    private final Ipv6RoutingTables routing;
    private final Ipv6Lookup lookup;
    private final boolean narrow;

    /** The tables of a host; where there is little room the status leaves the rule out. */
    Ipv6TableViews(NetNamespace host, Ipv6Lookup lookup, boolean narrow) {
        this.host = host;
        this.routing = host.ipv6().routing();
        this.lookup = lookup;
        this.narrow = narrow;
    }

    List<TableView> views() {
        Set<TableId> ids = new LinkedHashSet<>();
        routing.rules().stream()
                .filter(rule -> rule.action() == RuleAction.LOOKUP)
                .map(RoutingRule::table)
                .filter(id -> id.equals(TableId.LOCAL)
                        || id.equals(TableId.MAIN)
                        || !routing.routes(id).isEmpty())
                .forEach(ids::add);
        routing.routes().stream().map(Ipv6Route::table).forEach(ids::add);
        return ids.stream().map(this::view).toList();
    }

    private TableView view(TableId id) {
        Optional<Ipv6TableWalk> walk = lookup.walks().stream()
                .filter(asked -> asked.searched() && asked.table().equals(id))
                .reduce((first, second) -> second);
        Optional<Ipv6Route> hit = walk.flatMap(Ipv6TableWalk::match).map(Ipv6RouteMatch::route);
        TableState state = state(walk);
        var rows = new ArrayList<TableRow>();
        routing.routes(id).forEach(route -> rows.add(row(route, hit)));
        return new TableView("ipv6-" + id.word(), "IPv6 " + id.word(), status(id, state), state, false, rows);
    }

    private TableState state(Optional<Ipv6TableWalk> walk) {
        if (walk.isPresent()) {
            return walk.get().match().isPresent() ? TableState.HIT : TableState.NO_MATCH;
        }
        boolean over = !lookup.rules().isEmpty()
                || lookup.walks().stream().anyMatch(other -> other.match().isPresent());
        return over ? TableState.NOT_ASKED : TableState.IDLE;
    }

    private Text status(TableId id, TableState state) {
        Text word = switch (state) {
            case HIT -> Word.TABLE_HIT.text();
            case NO_MATCH -> Word.TABLE_NO_MATCH.text();
            case NOT_ASKED -> Word.TABLE_NOT_ASKED.text();
            case IDLE, ASKED -> Text.NONE;
        };
        Optional<RoutingRule> rule = lookup.rules().stream()
                .map(Ipv6RuleVisit::rule)
                .filter(looked -> looked.table().equals(id))
                .findFirst();
        return narrow || word.isEmpty() || rule.isEmpty()
                ? word
                : Word.TABLE_RULE.text(Text.literal(Long.toString(rule.get().priority())), word);
    }

    private TableRow row(Ipv6Route route, Optional<Ipv6Route> hit) {
        boolean same = hit.isPresent() && hit.get().equals(route);
        String type = TableViews.type(route.type());
        return new TableRow(route.table().word(), type, prefix(route), devices(route), same);
    }

    /** As {@code ip -6 route show} begins the line. */
    private static String prefix(Ipv6Route route) {
        return route.prefix().length() == 0
                ? "default"
                : route.prefix().length() == 128
                        ? route.prefix().network().toString()
                        : route.prefix().toString();
    }

    private String devices(Ipv6Route route) {
        return route.nexthops().stream()
                .map(Ipv6NextHop::device)
                .filter(index -> index != 0)
                .distinct()
                .map(index -> host.devices().nameOf(index))
                .collect(Collectors.joining(" "));
    }
}
