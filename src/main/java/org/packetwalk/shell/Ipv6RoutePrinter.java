package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.packetwalk.kernel.Ipv6Destination;
import org.packetwalk.kernel.PathLimit;
import org.packetwalk.kernel.RouteMetric;
import org.packetwalk.kernel.RouteMetrics;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.route.RouteProtocol;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.kernel.route6.Ipv6NextHop;
import org.packetwalk.kernel.route6.Ipv6Route;
import org.packetwalk.kernel.route6.Ipv6RouteMatch;
import org.packetwalk.net.Ipv6Prefix;
import org.packetwalk.netlink.Ipv6RouteAnswer;
import org.packetwalk.netlink.Ipv6RouteQuestion;
import org.packetwalk.stack.NetNamespace;

/** Routes of IPv6 as iproute2 prints them ({@code print_route}): the same facts as a line or as JSON. */
final class Ipv6RoutePrinter {

    private final NetNamespace ns;
    private final IpOptions options;
    private final SimTime now;

    Ipv6RoutePrinter(NetNamespace ns, IpOptions options, SimTime now) {
        this.ns = ns;
        this.options = options;
        this.now = now;
    }

    /** {@code ip -6 route show}. */
    CommandResult print(Ipv6RouteFilter filter) {
        boolean missing = !filter.tables().isEmpty()
                && ns.ipv6().routing().table(filter.tables().get(0)).isEmpty();
        if (missing) {
            return new CommandResult(
                    2,
                    options.json() ? options.document(List.of()) : "",
                    "Error: ipv6: FIB table does not exist.\nDump terminated\n");
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        if (!filter.cache()) {
            filter.chosen(ns.ipv6().routing()).forEach(route -> rows.add(row(route, filter)));
        }
        return printed(rows);
    }

    private CommandResult printed(List<Map<String, Object>> rows) {
        if (options.json()) {
            rows.forEach(row -> row.computeIfPresent(
                    "metrics", (key, metrics) -> RouteMetricsPrinter.values((RouteMetrics) metrics)));
            return CommandResult.printed(options.document(List.copyOf(rows)));
        }
        StringBuilder out = new StringBuilder();
        rows.forEach(row -> out.append(text(row)).append('\n'));
        return CommandResult.printed(out.toString());
    }

    /** {@code ip -6 route get}. */
    CommandResult print(Ipv6RouteQuestion question, Ipv6RouteAnswer answer) {
        Ipv6RouteMatch match = answer.matched().get(0);
        if (question.tableEntry()) {
            return printed(List.of(row(match.route(), Ipv6RouteFilter.EVERYTHING.table("all"))));
        }
        Ipv6Destination entry = answer.entry();
        Ipv6Route route = match.route();
        Map<String, Object> row = new LinkedHashMap<>();
        if (route.type() != RouteType.UNICAST || options.details()) {
            row.put("type", type(route));
        }
        row.put("dst", question.flow().destination().toString());
        row.put("from", question.flow().source().toString());
        if (entry.usesGateway()) {
            row.put("gateway", entry.gateway().toString());
        }
        row.put("dev", ns.devices().nameOf(entry.device()));
        if (!route.table().equals(TableId.MAIN) || options.details()) {
            row.put("table", table(route.table()));
        }
        origin(row, route);
        if (!answer.source().isAny()) {
            row.put("prefsrc", answer.source().toString());
        }
        row.put("metric", route.metric());
        // What stands for a packet's route has no flags of its way (rt6_fill_node).
        row.put("flags", List.of());
        PathLimit limit = entry.limit();
        if (limit.isLearnt() && limit.learnt() != 0) {
            row.put("expires", Math.max(0, limit.expires().since(now) / 1_000_000_000));
        }
        metrics(row, valid(route.metrics(), limit.learnt()));
        if (question.received()) {
            row.put("iif", ns.devices().nameOf(question.flow().inputInterface()));
        }
        row.put("pref", route.preference().word());
        return printed(List.of(row));
    }

    private void origin(Map<String, Object> row, Ipv6Route route) {
        if (!route.protocol().equals(RouteProtocol.BOOT) || options.details()) {
            row.put(
                    "protocol",
                    options.numeric()
                            ? Integer.toString(route.protocol().number())
                            : route.protocol().word());
        }
        if (options.details()) {
            row.put("scope", "global");
        }
    }

    private Map<String, Object> row(Ipv6Route route, Ipv6RouteFilter filter) {
        Map<String, Object> row = new LinkedHashMap<>();
        if ((route.type() != RouteType.UNICAST || options.details())
                && filter.types().isEmpty()) {
            row.put("type", type(route));
        }
        row.put("dst", destination(route.prefix()));
        boolean single = route.nexthops().size() == 1;
        if (single) {
            Ipv6NextHop way = route.way();
            if (way.hasGateway() && filter.gateway().isAny()) {
                row.put("gateway", way.gateway().toString());
            }
            if (filter.device() == 0) {
                row.put("dev", ns.devices().nameOf(way.device()));
            }
        }
        if (filter.tables().isEmpty() && (!route.table().equals(TableId.MAIN) || options.details())) {
            row.put("table", table(route.table()));
        }
        if (filter.protocols().isEmpty()) {
            origin(row, route);
        }
        if (!route.preferredSource().isAny() && filter.source().isAny()) {
            row.put("prefsrc", route.preferredSource().toString());
        }
        if (filter.metric() < 0) {
            row.put("metric", route.metric());
        }
        row.put("flags", single ? flags(route.way()) : List.of());
        if (route.ends()) {
            row.put("expires", route.expires().since(now) / 1_000_000_000);
        }
        metrics(row, route.metrics());
        row.put("pref", route.preference().word());
        if (!single) {
            row.put("nexthops", route.nexthops().stream().map(this::way).toList());
        }
        return row;
    }

    private Map<String, Object> way(Ipv6NextHop way) {
        Map<String, Object> row = new LinkedHashMap<>();
        if (way.hasGateway()) {
            row.put("gateway", way.gateway().toString());
        }
        row.put("dev", ns.devices().nameOf(way.device()));
        row.put("weight", way.weight());
        row.put("flags", flags(way));
        return row;
    }

    private static void metrics(Map<String, Object> row, RouteMetrics metrics) {
        if (!metrics.equals(RouteMetrics.NONE)) {
            row.put("metrics", metrics);
        }
    }

    private static RouteMetrics valid(RouteMetrics metrics, int learnt) {
        return learnt == 0 ? metrics : metrics.with(RouteMetric.MTU, learnt, metrics.mtuLocked());
    }

    private List<String> flags(Ipv6NextHop way) {
        List<String> flags = new ArrayList<>();
        boolean ignored = way.linkdown() && ns.sysctls().ipv6Conf(way.device(), "ignore_routes_with_linkdown") != 0;
        if (ignored) {
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

    private String type(Ipv6Route route) {
        return options.numeric()
                ? Integer.toString(route.type().number())
                : route.type().word();
    }

    private String table(TableId table) {
        return options.numeric() ? Long.toString(table.number()) : table.word();
    }

    private static String destination(Ipv6Prefix prefix) {
        if (prefix.length() == 0) {
            return "default";
        }
        return prefix.length() == 128 ? prefix.network().toString() : prefix.toString();
    }

    // -- the line of a row -----------------------------------------------------------------

    private String text(Map<String, Object> row) {
        StringBuilder out = new StringBuilder();
        row.forEach((key, value) -> {
            switch (key) {
                case "type", "dst" -> out.append(value).append(' ');
                case "gateway" -> out.append("via ").append(value).append(' ');
                case "protocol" -> out.append("proto ").append(value).append(' ');
                case "prefsrc" -> out.append("src ").append(value).append(' ');
                case "flags" ->
                    ((List<?>) value).forEach(flag -> out.append(flag).append(' '));
                case "expires" -> out.append("expires ").append(value).append("sec ");
                case "metrics" -> RouteMetricsPrinter.text(out, (RouteMetrics) value);
                case "pref" -> out.append("pref ").append(value);
                case "nexthops" -> ((List<?>) value).forEach(way -> wayText(out, (Map<?, ?>) way));
                default -> out.append(key).append(' ').append(value).append(' ');
            }
        });
        return out.toString();
    }

    private void wayText(StringBuilder out, Map<?, ?> way) {
        out.append(options.lineBreak()).append("\tnexthop ");
        if (way.containsKey("gateway")) {
            out.append("via ").append(way.get("gateway")).append(' ');
        }
        out.append("dev ")
                .append(way.get("dev"))
                .append(" weight ")
                .append(way.get("weight"))
                .append(' ');
        ((List<?>) way.get("flags")).forEach(flag -> out.append(flag).append(' '));
    }
}
