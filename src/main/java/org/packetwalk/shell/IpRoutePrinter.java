package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
import org.packetwalk.stack.NetNamespace;

/** What {@code ip route show} prints ({@code print_route}). */
final class IpRoutePrinter {

    private final NetNamespace ns;
    private final IpOptions options;

    IpRoutePrinter(NetNamespace ns, IpOptions options) {
        this.ns = ns;
        this.options = options;
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

    /** The entry of a table that a flow found, with the type its packets have. */
    CommandResult print(Route matched, RouteType type) {
        Route route = matched.withType(type);
        IpRouteFilter all =
                IpRouteFilter.parse(new Words(List.of("table", "all")), new Place(ns.id(), Known.EVERYTHING));
        if (options.json()) {
            return CommandResult.printed(options.document(List.of(row(route, asMain(all, route)))));
        }
        StringBuilder out = new StringBuilder();
        text(out, route, asMain(all, route));
        return CommandResult.printed(out.toString());
    }

    /** While the tables share a trie the kernel answers main for routes of local, too. */
    private IpRouteFilter asMain(IpRouteFilter filter, Route route) {
        return ns.routing().shared() && route.table().equals(TableId.LOCAL)
                ? IpRouteFilter.parse(new Words(List.of("table", "local")), new Place(ns.id(), Known.EVERYTHING))
                : filter;
    }

    // -- a route of a table ----------------------------------------------------------------

    private void text(StringBuilder out, Route route, IpRouteFilter filter) {
        if (route.effect() != RouteType.UNICAST || options.details()) {
            out.append(type(route.effect())).append(' ');
        }
        out.append(destination(route.prefix())).append(' ');
        if (route.tos() != 0 && filter.tos() < 0) {
            out.append("tos ").append(tos(route.tos())).append(' ');
        }
        if (route.info().nexthopObject().isPresent()) {
            out.append("nhid ").append(route.info().nexthopObject().id()).append(' ');
        }
        boolean single = leadsOneWay(route);
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
        if (single && showsRealms(route, filter)) {
            out.append(RouteRealms.described(route.nexthops().get(0).realms()));
        }
        RouteMetricsPrinter.text(out, route.metrics());
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
                if (way.realms() != 0) {
                    out.append(RouteRealms.described(way.realms()));
                }
                out.append("dev ").append(ns.devices().nameOf(way.device())).append(' ');
                out.append("weight ").append(way.weight()).append(' ');
                flags(way).forEach(flag -> out.append(flag).append(' '));
            }
        }
        out.append('\n');
    }

    /** A route that rejects has no way out, unless a nexthop object gave it one. */
    private static boolean leadsOneWay(Route route) {
        boolean leads =
                !route.effect().rejects() || route.info().nexthopObject().isPresent();
        return leads && route.nexthops().size() == 1;
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
        if (route.effect() != RouteType.UNICAST || options.details()) {
            row.put("type", type(route.effect()));
        }
        row.put("dst", destination(route.prefix()));
        if (route.tos() != 0 && filter.tos() < 0) {
            row.put("tos", tos(route.tos()));
        }
        if (route.info().nexthopObject().isPresent()) {
            row.put("nhid", route.info().nexthopObject().id());
        }
        boolean single = leadsOneWay(route);
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
        if (single && showsRealms(route, filter)) {
            row.put("flow", RouteRealms.flow(route.nexthops().get(0).realms()));
        }
        RouteMetricsPrinter.row(row, route.metrics());
        objectOf(route).forEach(object -> row.put("nh_info", nexthops().row(object)));
        if (route.nexthops().size() > 1) {
            List<Object> ways = new ArrayList<>();
            for (NextHop way : route.nexthops()) {
                Map<String, Object> one = new LinkedHashMap<>();
                if (way.hasGateway()) {
                    one.put("gateway", way.gateway().toString());
                }
                if (way.realms() != 0) {
                    one.put("flow", RouteRealms.flow(way.realms()));
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

    /** What was asked for with both realms is not printed again. */
    private static boolean showsRealms(Route route, IpRouteFilter filter) {
        return route.nexthops().get(0).realms() != 0 && filter.realmMask() != RouteRealms.mask("/0");
    }

    private boolean showsTable(TableId table, IpRouteFilter filter) {
        return filter.tables().isEmpty() && (!table.equals(TableId.MAIN) || options.details());
    }

    /** The flags of a route: of its only way, or what was noted of all its ways. */
    private List<String> flags(Route route, boolean single) {
        if (single) {
            return flags(route.nexthops().get(0));
        }
        return route.nexthops().size() > 1 && route.info().linkdown() ? List.of("linkdown") : List.of();
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

    // -- words -----------------------------------------------------------------------------

    private static String destination(Ipv4Prefix prefix) {
        if (prefix.length() == 0) {
            return "default";
        }
        return prefix.length() == 32 ? prefix.network().toString() : prefix.toString();
    }

    String type(RouteType type) {
        return options.numeric() ? Integer.toString(type.number()) : type.word();
    }

    static String tos(int tos) {
        return TypeOfService.word(tos);
    }

    String table(TableId table) {
        return options.numeric() ? Long.toString(table.number()) : table.word();
    }

    private String protocol(RouteProtocol protocol) {
        return options.numeric() ? Integer.toString(protocol.number()) : protocol.word();
    }

    private String scope(RouteScope scope) {
        return options.numeric() ? Integer.toString(scope.number()) : scope.word();
    }
}
