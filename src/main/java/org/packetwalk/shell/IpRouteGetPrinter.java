package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.PathLimit;
import org.packetwalk.kernel.RouteMetric;
import org.packetwalk.kernel.RouteMetrics;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.netlink.RouteAnswer;
import org.packetwalk.netlink.RouteQuestion;
import org.packetwalk.stack.NetNamespace;

/** What {@code ip route get} prints ({@code rt_fill_info}, {@code print_route}). */
final class IpRouteGetPrinter {

    private final NetNamespace ns;
    private final IpOptions options;
    private final SimTime now;
    private final IpRoutePrinter routes;

    IpRouteGetPrinter(NetNamespace ns, IpOptions options, SimTime now) {
        this.ns = ns;
        this.options = options;
        this.now = now;
        this.routes = new IpRoutePrinter(ns, options);
    }

    CommandResult print(RouteQuestion question, RouteAnswer answer) {
        if (question.tableEntry()) {
            return routes.print(answer.matched().get(0), typeOf(answer.entry()));
        }
        return CommandResult.printed(
                options.json() ? options.document(List.of(entryRow(question, answer))) : entry(question, answer));
    }

    private String entry(RouteQuestion question, RouteAnswer answer) {
        DestinationEntry entry = answer.entry();
        StringBuilder out = new StringBuilder();
        if (!unicast(entry) || options.details()) {
            out.append(routes.type(typeOf(entry))).append(' ');
        }
        out.append(question.flow().destination()).append(' ');
        if (!question.flow().source().isAny()) {
            out.append("from ").append(question.flow().source()).append(' ');
        }
        int tos = tosOf(answer);
        if (tos != 0) {
            out.append("tos ").append(IpRoutePrinter.tos(tos)).append(' ');
        }
        if (entry.usesGateway()) {
            out.append("via ").append(entry.gateway()).append(' ');
        }
        out.append("dev ").append(ns.devices().nameOf(entry.device())).append(' ');
        tableOf(entry)
                .ifPresent(table ->
                        out.append("table ").append(routes.table(table)).append(' '));
        if (showsSource(question, entry)) {
            out.append("src ").append(entry.source()).append(' ');
        }
        if (entry.multicast()) {
            out.append("rt_offload_failed ");
        }
        if (question.flow().mark() != 0) {
            out.append("mark ").append(mark(question.flow().mark())).append(' ');
        }
        if (answer.realms() != 0) {
            out.append(RouteRealms.described(answer.realms()));
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
        RouteMetricsPrinter.text(out, valid(limit));
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
            row.put("type", routes.type(typeOf(entry)));
        }
        row.put("dst", question.flow().destination().toString());
        if (!question.flow().source().isAny()) {
            row.put("from", question.flow().source().toString());
        }
        int tos = tosOf(answer);
        if (tos != 0) {
            row.put("tos", IpRoutePrinter.tos(tos));
        }
        if (entry.usesGateway()) {
            row.put("gateway", entry.gateway().toString());
        }
        row.put("dev", ns.devices().nameOf(entry.device()));
        tableOf(entry).ifPresent(table -> row.put("table", routes.table(table)));
        if (showsSource(question, entry)) {
            row.put("prefsrc", entry.source().toString());
        }
        row.put("flags", entry.multicast() ? List.of("rt_offload_failed") : List.of());
        if (question.flow().mark() != 0) {
            row.put("mark", Integer.toUnsignedLong(question.flow().mark()));
        }
        if (answer.realms() != 0) {
            row.put("flow", RouteRealms.flow(answer.realms()));
        }
        if (question.tellsUser()) {
            row.put("uid", question.flow().user());
        }
        row.put("cache", cacheFlags(entry));
        PathLimit limit = entry.limit();
        if (limit.isLearnt()) {
            row.put("expires", seconds(limit));
        }
        RouteMetricsPrinter.row(row, valid(limit));
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
        return limit.learnt() == 0 ? metrics : metrics.with(RouteMetric.MTU, limit.learnt(), limit.locked());
    }

    private static boolean unicast(DestinationEntry entry) {
        return entry.type() == DestinationEntry.Kind.UNICAST;
    }

    /** The type of the packet's route, which its address may make another than that of the entry ({@code rt_type}). */
    private static RouteType typeOf(DestinationEntry entry) {
        return switch (entry.type()) {
            case LOCAL -> RouteType.LOCAL;
            case BROADCAST -> RouteType.BROADCAST;
            case MULTICAST -> RouteType.MULTICAST;
            case UNICAST, NONE -> RouteType.UNICAST;
        };
    }

    /** The type of service of the route that was found, not of the flow. */
    private static int tosOf(RouteAnswer answer) {
        return answer.matched().isEmpty() ? 0 : answer.matched().get(0).tos();
    }

    /** The table asked, unless it is main or none. */
    private Optional<TableId> tableOf(DestinationEntry entry) {
        TableId table = new TableId(entry.table());
        boolean named = entry.table() != 0 && (options.details() || !table.equals(TableId.MAIN));
        return named ? Optional.of(table) : Optional.empty();
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

    private static String mark(int mark) {
        long number = Integer.toUnsignedLong(mark);
        return number >= 16 ? "0x" + Long.toHexString(number) : Long.toString(number);
    }
}
