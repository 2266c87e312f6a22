package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.PathLimit;
import org.packetwalk.kernel.RouteMetrics;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.route.NextHop;
import org.packetwalk.kernel.route.NexthopObject;
import org.packetwalk.kernel.route.Route;
import org.packetwalk.kernel.route.RouteProtocol;
import org.packetwalk.kernel.route.RouteScope;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route.RoutingTables;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.kernel.sysctl.Ipv4Conf;
import org.packetwalk.net.Ipv4Prefix;
import org.packetwalk.netlink.RouteAnswer;
import org.packetwalk.netlink.RouteQuestion;
import org.packetwalk.stack.NetNamespace;

/** What {@code ip route show} and {@code ip route get} print ({@code print_route}). */
final class IpRoutePrinter {

    private final NetNamespace ns;
    private final IpOptions options;

    private final SimTime now;

    IpRoutePrinter(NetNamespace ns, IpOptions options, SimTime now) {
        this.ns = ns;
        this.options = options;
        this.now = now;
    }

    CommandResult print(IpRouteFilter filter) {
        if (filter.cache()) {
            return CommandResult.printed(options.json() ? options.document(List.of()) : "");
        }
        if (!filter.tables().isEmpty()
                && ns.routing().table(filter.tables().get(0)).isEmpty()) {
            TableId table = filter.tables().get(0);
            // The kernel knows main and default before they hold a route.
            boolean quiet = table.equals(TableId.MAIN);
            return quiet
                    ? CommandResult.printed(options.json() ? options.document(List.of()) : "")
                    : new CommandResult(
                            2,
                            options.json() ? options.document(List.of()) : "",
                            "Error: ipv4: FIB table does not exist.\nDump terminated\n");
        }
        List<Route> routes = chosen(ns.routing(), filter);
        if (options.json()) {
            List<Object> rows = new ArrayList<>();
            routes.forEach(route -> rows.add(row(route, filter)));
            return CommandResult.printed(options.document(rows));
        }
        StringBuilder out = new StringBuilder();
        routes.forEach(route -> text(out, route, filter));
        return CommandResult.printed(out.toString());
    }

    static List<Route> chosen(RoutingTables routing, IpRouteFilter filter) {
        List<Route> routes = filter.tables().isEmpty()
                ? routing.routes()
                : routing.routes(filter.tables().get(0));
        return routes.stream().filter(filter::shows).toList();
    }

    CommandResult print(RouteQuestion question, RouteAnswer answer) {
        if (question.tableEntry()) {
            Route route = answer.matched().get(0);
            IpRouteFilter all =
                    IpRouteFilter.parse(new Words(List.of("table", "all")), new Place(ns.id(), Known.EVERYTHING));
            if (options.json()) {
                return CommandResult.printed(options.document(List.of(row(route, asMain(all, route)))));
            }
            StringBuilder out = new StringBuilder();
            text(out, route, asMain(all, route));
            return CommandResult.printed(out.toString());
        }
        return CommandResult.printed(
                options.json() ? options.document(List.of(entryRow(question, answer))) : entry(question, answer));
    }

    /** While the tables share a trie the kernel answers main for routes of local, too. */
    private IpRouteFilter asMain(IpRouteFilter filter, Route route) {
        return ns.routing().shared() && route.table().equals(TableId.LOCAL)
                ? IpRouteFilter.parse(new Words(List.of("table", "local")), new Place(ns.id(), Known.EVERYTHING))
                : filter;
    }

    // -- a route of a table ----------------------------------------------------------------

    private void text(StringBuilder out, Route route, IpRouteFilter filter) {
        if (route.type() != RouteType.UNICAST || options.details()) {
            out.append(type(route.type())).append(' ');
        }
        out.append(destination(route.prefix())).append(' ');
        if (route.tos() != 0 && filter.tos() < 0) {
            out.append("tos ").append(tos(route.tos())).append(' ');
        }
        if (route.info().nexthopObject().isPresent()) {
            out.append("nhid ").append(route.info().nexthopObject().id()).append(' ');
        }
        boolean single = !route.type().rejects() && route.nexthops().size() == 1;
        if (single) {
            NextHop way = route.nexthops().get(0);
            if (way.hasGateway() && filter.gateway().isAny()) {
                out.append("via ").append(way.gateway()).append(' ');
            }
            if (way.device() != 0 && filter.device() == 0) {
                out.append("dev ").append(ns.devices().nameOf(way.device())).append(' ');
            }
        }
        if (showsTable(route.table(), filter)) {
            out.append("table ").append(table(route.table())).append(' ');
        }
        if ((!route.protocol().equals(RouteProtocol.BOOT) || options.details())
                && filter.protocols().isEmpty()) {
            out.append("proto ").append(protocol(route.protocol())).append(' ');
        }
        if ((!route.scope().equals(RouteScope.UNIVERSE) || options.details())
                && filter.scopes().isEmpty()) {
            out.append("scope ").append(scope(route.scope())).append(' ');
        }
        if (!route.preferredSource().isAny() && filter.source().isAny()) {
            out.append("src ").append(route.preferredSource()).append(' ');
        }
        if (route.metric() != 0 && filter.metric() < 0) {
            out.append("metric ").append(route.metric()).append(' ');
        }
        flags(route, single).forEach(flag -> out.append(flag).append(' '));
        metrics(out, route.metrics());
        // Also with -o on a line of its own.
        objectOf(route)
                .forEach(object -> out.append("\n\tnh_info ")
                        .append(nexthops().line(object).stripTrailing())
                        .append(' '));
        if (route.nexthops().size() > 1) {
            for (NextHop way : route.nexthops()) {
                out.append(options.lineBreak()).append("\tnexthop ");
                if (way.hasGateway()) {
                    out.append("via ").append(way.gateway()).append(' ');
                }
                out.append("dev ").append(ns.devices().nameOf(way.device())).append(' ');
                out.append("weight ").append(way.weight()).append(' ');
                flags(way).forEach(flag -> out.append(flag).append(' '));
            }
        }
        out.append('\n');
    }

    /** The nexthop object of a route, where details are asked for ({@code print_cache_nexthop_id}). */
    private List<NexthopObject> objectOf(Route route) {
        return options.details() && route.info().nexthopObject().isPresent()
                ? ns.nexthops().find(route.info().nexthopObject().id()).stream().toList()
                : List.of();
    }

    private IpNexthopPrinter nexthops() {
        return new IpNexthopPrinter(ns, options);
    }

    private Map<String, Object> row(Route route, IpRouteFilter filter) {
        Map<String, Object> row = new LinkedHashMap<>();
        if (route.type() != RouteType.UNICAST || options.details()) {
            row.put("type", type(route.type()));
        }
        row.put("dst", destination(route.prefix()));
        if (route.tos() != 0 && filter.tos() < 0) {
            row.put("tos", tos(route.tos()));
        }
        if (route.info().nexthopObject().isPresent()) {
            row.put("nhid", route.info().nexthopObject().id());
        }
        boolean single = !route.type().rejects() && route.nexthops().size() == 1;
        if (single) {
            NextHop way = route.nexthops().get(0);
            if (way.hasGateway() && filter.gateway().isAny()) {
                row.put("gateway", way.gateway().toString());
            }
            if (way.device() != 0 && filter.device() == 0) {
                row.put("dev", ns.devices().nameOf(way.device()));
            }
        }
        if (showsTable(route.table(), filter)) {
            row.put("table", table(route.table()));
        }
        if ((!route.protocol().equals(RouteProtocol.BOOT) || options.details())
                && filter.protocols().isEmpty()) {
            row.put("protocol", protocol(route.protocol()));
        }
        if ((!route.scope().equals(RouteScope.UNIVERSE) || options.details())
                && filter.scopes().isEmpty()) {
            row.put("scope", scope(route.scope()));
        }
        if (!route.preferredSource().isAny() && filter.source().isAny()) {
            row.put("prefsrc", route.preferredSource().toString());
        }
        if (route.metric() != 0 && filter.metric() < 0) {
            row.put("metric", route.metric());
        }
        row.put("flags", flags(route, single));
        metricsRow(row, route.metrics());
        objectOf(route).forEach(object -> row.put("nh_info", nexthops().row(object)));
        if (route.nexthops().size() > 1) {
            List<Object> ways = new ArrayList<>();
            for (NextHop way : route.nexthops()) {
                Map<String, Object> one = new LinkedHashMap<>();
                if (way.hasGateway()) {
                    one.put("gateway", way.gateway().toString());
                }
                one.put("dev", ns.devices().nameOf(way.device()));
                one.put("weight", way.weight());
                one.put("flags", flags(way));
                ways.add(one);
            }
            row.put("nexthops", ways);
        }
        return row;
    }

    private boolean showsTable(TableId table, IpRouteFilter filter) {
        return filter.tables().isEmpty() && (!table.equals(TableId.MAIN) || options.details());
    }

    private static void metrics(StringBuilder out, RouteMetrics metrics) {
        if (metrics.mtu() != 0) {
            out.append(metrics.mtuLocked() ? "mtu lock " : "mtu ")
                    .append(metrics.mtu())
                    .append(' ');
        }
        if (metrics.window() != 0) {
            out.append("window ").append(metrics.window()).append(' ');
        }
        if (metrics.advertisedMss() != 0) {
            out.append("advmss ").append(metrics.advertisedMss()).append(' ');
        }
        if (metrics.hopLimit() != 0) {
            out.append("hoplimit ").append(metrics.hopLimit()).append(' ');
        }
        if (metrics.initialWindow() != 0) {
            out.append("initcwnd ").append(metrics.initialWindow()).append(' ');
        }
    }

    private static void metricsRow(Map<String, Object> row, RouteMetrics metrics) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (metrics.mtu() != 0) {
            values.put("mtu", metrics.mtu());
        }
        if (metrics.window() != 0) {
            values.put("window", metrics.window());
        }
        if (metrics.advertisedMss() != 0) {
            values.put("advmss", metrics.advertisedMss());
        }
        if (metrics.hopLimit() != 0) {
            values.put("hoplimit", metrics.hopLimit());
        }
        if (metrics.initialWindow() != 0) {
            values.put("initcwnd", metrics.initialWindow());
        }
        if (!values.isEmpty()) {
            row.put("metrics", List.of(values));
        }
    }

    /**
     * The flags of a route: of its only way, or, if all its ways lost their carrier at once, being of one device, that
     * ({@code fib_sync_down_dev}).
     */
    private List<String> flags(Route route, boolean single) {
        if (single) {
            return flags(route.nexthops().get(0));
        }
        boolean linkdown = route.nexthops().size() > 1
                && !route.info().nexthopObject().isPresent()
                && route.nexthops().stream()
                        .allMatch(way -> way.linkdown()
                                && way.device() == route.nexthops().get(0).device());
        return linkdown ? List.of("linkdown") : List.of();
    }

    /** {@code print_rt_flags}; {@code fib_nexthop_info} calls a nexthop without a carrier dead if such are ignored. */
    private List<String> flags(NextHop way) {
        List<String> flags = new ArrayList<>();
        boolean ignored = way.linkdown() && ns.sysctls().either(way.device(), Ipv4Conf.IGNORE_ROUTES_WITH_LINKDOWN);
        if (way.dead() || ignored) {
            flags.add("dead");
        }
        if (way.onlink()) {
            flags.add("onlink");
        }
        if (way.linkdown()) {
            flags.add("linkdown");
        }
        return flags;
    }

    // -- the route of a flow ---------------------------------------------------------------

    private String entry(RouteQuestion question, RouteAnswer answer) {
        DestinationEntry entry = answer.entry();
        StringBuilder out = new StringBuilder();
        if (!unicast(entry) || options.details()) {
            out.append(typeOf(entry)).append(' ');
        }
        out.append(question.flow().destination()).append(' ');
        if (!question.flow().source().isAny()) {
            out.append("from ").append(question.flow().source()).append(' ');
        }
        int tos = tosOf(answer);
        if (tos != 0) {
            out.append("tos ").append(tos(tos)).append(' ');
        }
        if (entry.usesGateway()) {
            out.append("via ").append(entry.gateway()).append(' ');
        }
        out.append("dev ").append(ns.devices().nameOf(entry.device())).append(' ');
        tableOf(entry)
                .ifPresent(table -> out.append("table ").append(table(table)).append(' '));
        if (showsSource(question, entry)) {
            out.append("src ").append(entry.source()).append(' ');
        }
        if (entry.multicast()) {
            out.append("rt_offload_failed ");
        }
        if (question.flow().mark() != 0) {
            out.append("mark ").append(mark(question.flow().mark())).append(' ');
        }
        if (question.tellsUser()) {
            out.append("uid ").append(question.flow().user()).append(' ');
        }
        out.append(options.lineBreak()).append("    cache ");
        List<String> flags = cacheFlags(entry);
        if (!flags.isEmpty()) {
            out.append('<').append(String.join(",", flags)).append("> ");
        }
        PathLimit limit = entry.limit();
        if (limit.isLearnt()) {
            out.append("expires ").append(seconds(limit)).append("sec ");
        }
        metrics(out, valid(limit));
        if (question.received()) {
            out.append("iif ")
                    .append(ns.devices().nameOf(question.flow().inputInterface()))
                    .append(' ');
        }
        return out.append('\n').toString();
    }

    private Map<String, Object> entryRow(RouteQuestion question, RouteAnswer answer) {
        DestinationEntry entry = answer.entry();
        Map<String, Object> row = new LinkedHashMap<>();
        if (!unicast(entry) || options.details()) {
            row.put("type", typeOf(entry));
        }
        row.put("dst", question.flow().destination().toString());
        if (!question.flow().source().isAny()) {
            row.put("from", question.flow().source().toString());
        }
        int tos = tosOf(answer);
        if (tos != 0) {
            row.put("tos", tos(tos));
        }
        if (entry.usesGateway()) {
            row.put("gateway", entry.gateway().toString());
        }
        row.put("dev", ns.devices().nameOf(entry.device()));
        tableOf(entry).ifPresent(table -> row.put("table", table(table)));
        if (showsSource(question, entry)) {
            row.put("prefsrc", entry.source().toString());
        }
        row.put("flags", entry.multicast() ? List.of("rt_offload_failed") : List.of());
        if (question.flow().mark() != 0) {
            row.put("mark", Integer.toUnsignedLong(question.flow().mark()));
        }
        if (question.tellsUser()) {
            row.put("uid", question.flow().user());
        }
        row.put("cache", cacheFlags(entry));
        PathLimit limit = entry.limit();
        if (limit.isLearnt()) {
            row.put("expires", seconds(limit));
        }
        metricsRow(row, valid(limit));
        if (question.received()) {
            row.put("iif", ns.devices().nameOf(question.flow().inputInterface()));
        }
        return row;
    }

    /** The seconds until what was learnt ends, rounded down as jiffies are. */
    private long seconds(PathLimit limit) {
        return Math.max(limit.expires().since(now) / 1_000_000_000, 0);
    }

    /** A learnt path MTU stands in place of the prescribed one ({@code rt_fill_info}). */
    private static RouteMetrics valid(PathLimit limit) {
        RouteMetrics metrics = limit.prescribed();
        return limit.learnt() == 0
                ? metrics
                : new RouteMetrics(
                        limit.learnt(),
                        limit.locked(),
                        metrics.advertisedMss(),
                        metrics.hopLimit(),
                        metrics.window(),
                        metrics.initialWindow(),
                        metrics.rttMillis());
    }

    private static boolean unicast(DestinationEntry entry) {
        return entry.type() == DestinationEntry.Kind.UNICAST;
    }

    private String typeOf(DestinationEntry entry) {
        return switch (entry.type()) {
            case LOCAL -> type(RouteType.LOCAL);
            case BROADCAST -> type(RouteType.BROADCAST);
            case MULTICAST -> type(RouteType.MULTICAST);
            case UNICAST, NONE -> type(RouteType.UNICAST);
        };
    }

    /** The type of service of the route that was found, not of the flow. */
    private static int tosOf(RouteAnswer answer) {
        return answer.matched().isEmpty() ? 0 : answer.matched().get(0).tos();
    }

    /** The table asked, unless it is main or none. */
    private java.util.Optional<TableId> tableOf(DestinationEntry entry) {
        TableId table = new TableId(entry.table());
        boolean named = entry.table() != 0 && (options.details() || !table.equals(TableId.MAIN));
        return named ? java.util.Optional.of(table) : java.util.Optional.empty();
    }

    /** {@code rt_fill_info}: the source of an output route, if it is not what was asked for. */
    private static boolean showsSource(RouteQuestion question, DestinationEntry entry) {
        return !question.received()
                && !entry.source().isAny()
                && !entry.source().equals(question.flow().source());
    }

    private static List<String> cacheFlags(DestinationEntry entry) {
        List<String> flags = new ArrayList<>();
        if (entry.local()) {
            flags.add("local");
        }
        if (entry.broadcast()) {
            flags.add("brd");
        }
        if (entry.multicast()) {
            flags.add("mc");
        }
        if (entry.limit().redirected()) {
            flags.add("redirected");
        }
        if (entry.redirect()) {
            flags.add("redirect");
        }
        return flags;
    }

    // -- words -----------------------------------------------------------------------------

    private static String mark(int mark) {
        long number = Integer.toUnsignedLong(mark);
        return number >= 16 ? "0x" + Long.toHexString(number) : Long.toString(number);
    }

    private static String destination(Ipv4Prefix prefix) {
        if (prefix.length() == 0) {
            return "default";
        }
        return prefix.length() == 32 ? prefix.network().toString() : prefix.toString();
    }

    private String type(RouteType type) {
        return options.numeric() ? Integer.toString(type.number()) : type.word();
    }

    private static String tos(int tos) {
        return TypeOfService.word(tos);
    }

    private String table(TableId table) {
        return options.numeric() ? Long.toString(table.number()) : table.word();
    }

    private String protocol(RouteProtocol protocol) {
        return options.numeric() ? Integer.toString(protocol.number()) : protocol.word();
    }

    private String scope(RouteScope scope) {
        return options.numeric() ? Integer.toString(scope.number()) : scope.word();
    }
}
