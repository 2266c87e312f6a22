package org.packetwalk.shell;

import java.util.List;

import org.packetwalk.kernel.route.RouteProtocol;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.kernel.route6.Ipv6Route;
import org.packetwalk.kernel.route6.Ipv6RoutingTables;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.Ipv6Prefix;

/**
 * Which routes {@code ip -6 route show} and {@code flush} mean; empty lists and :: mean all.
 *
 * @param tables the table, none for all
 * @param cache whether what ICMPv6 taught is meant
 * @param device ifindex of the device, 0 for all
 * @param types the type
 * @param protocols who made them
 * @param metric the metric, -1 for all
 * @param gateway the gateway
 * @param source the preferred source
 * @param root a prefix that contains theirs
 * @param match a prefix that theirs contain
 * @param matchGiven whether {@code match} counts
 */
record Ipv6RouteFilter(
        List<TableId> tables,
        boolean cache,
        int device,
        List<RouteType> types,
        List<RouteProtocol> protocols,
        long metric,
        Ipv6Address gateway,
        Ipv6Address source,
        Ipv6Prefix root,
        Ipv6Prefix match,
        boolean matchGiven) {

    private static final String KNOWN = "table, cache, dev, type, proto, metric, via, src, root, match, exact";

    static final Ipv6RouteFilter EVERYTHING = new Ipv6RouteFilter(
            List.of(TableId.MAIN),
            false,
            0,
            List.of(),
            List.of(),
            -1,
            Ipv6Address.ANY,
            Ipv6Address.ANY,
            Ipv6Prefix.DEFAULT,
            Ipv6Prefix.DEFAULT,
            false);

    static Ipv6RouteFilter parse(Words words, Place place) {
        Ipv6RouteFilter filter = EVERYTHING;
        while (words.hasNext()) {
            filter = filter.with(words.next(), words, place);
        }
        return filter;
    }

    private Ipv6RouteFilter with(String word, Words words, Place place) {
        if (Words.matches(word, "table")) {
            return table(words.next());
        }
        if (Words.matches(word, "cached") || Words.matches(word, "cloned")) {
            return table("cache");
        }
        if (Words.matches(word, "protocol")) {
            String name = words.next();
            return protocols(RouteProtocol.parse(name).orElseThrow(() -> Words.wrong(name, "invalid \"protocol\"")));
        }
        if (Words.matches(word, "type")) {
            String name = words.next();
            RouteType type = RouteType.parse(name).orElseThrow(() -> Words.wrong(name, "node type value is invalid"));
            return copy(device, List.of(type), protocols, metric, gateway, source);
        }
        if (word.equals("dev") || word.equals("oif")) {
            return copy(place.deviceOrRefuse(words.next()), types, protocols, metric, gateway, source);
        }
        if (Words.matches(word, "metric")) {
            return copy(device, types, protocols, words.unsigned32("\"metric\" value is invalid"), gateway, source);
        }
        if (word.equals("via")) {
            return copy(device, types, protocols, metric, words.ipv6Address(), source);
        }
        if (word.equals("src")) {
            return copy(device, types, protocols, metric, gateway, words.ipv6Address());
        }
        if (List.of("vrf", "iif", "mark", "realms", "from", "nhid", "scope", "tos")
                .contains(word)) {
            throw Words.notSimulated("ip -6 route show", word, KNOWN);
        }
        return prefix(word.equals("to") ? words.next() : word, words);
    }

    private Ipv6RouteFilter copy(
            int newDevice,
            List<RouteType> newTypes,
            List<RouteProtocol> newProtocols,
            long newMetric,
            Ipv6Address newGateway,
            Ipv6Address newSource) {
        return new Ipv6RouteFilter(
                tables,
                cache,
                newDevice,
                newTypes,
                newProtocols,
                newMetric,
                newGateway,
                newSource,
                root,
                match,
                matchGiven);
    }

    private Ipv6RouteFilter protocols(RouteProtocol protocol) {
        return copy(device, types, List.of(protocol), metric, gateway, source);
    }

    Ipv6RouteFilter table(String name) {
        boolean learnt = name.equals("cache");
        List<TableId> chosen = learnt || name.equals("all") || name.equals("0")
                ? List.of()
                : List.of(TableId.parse(name).orElseThrow(() -> Words.wrong(name, "table id value is invalid")));
        return new Ipv6RouteFilter(
                chosen, learnt, device, types, protocols, metric, gateway, source, root, match, matchGiven);
    }

    private Ipv6RouteFilter prefix(String word, Words words) {
        if (Words.matches(word, "root")) {
            return within(words.ipv6Prefix().prefix(), match, matchGiven);
        }
        if (Words.matches(word, "match")) {
            return within(root, words.ipv6Prefix().prefix(), true);
        }
        if (!Words.matches(word, "exact")) {
            words.back();
        }
        Ipv6Prefix exact = words.ipv6Prefix().prefix();
        return within(exact, exact, true);
    }

    private Ipv6RouteFilter within(Ipv6Prefix newRoot, Ipv6Prefix newMatch, boolean given) {
        return new Ipv6RouteFilter(
                tables, cache, device, types, protocols, metric, gateway, source, newRoot, newMatch, given);
    }

    /** The routes meant. */
    List<Ipv6Route> chosen(Ipv6RoutingTables routing) {
        List<Ipv6Route> routes = tables.isEmpty() ? routing.routes() : routing.routes(tables.get(0));
        return routes.stream().filter(this::shows).toList();
    }

    private boolean shows(Ipv6Route route) {
        boolean single = route.nexthops().size() == 1;
        return (types.isEmpty() || types.contains(route.type()))
                && (protocols.isEmpty() || protocols.contains(route.protocol()))
                && (metric < 0 || metric == route.metric())
                && (source.isAny() || source.equals(route.preferredSource()))
                && root.contains(route.prefix())
                && (!matchGiven || route.prefix().contains(match))
                && (device == 0 || single && route.way().device() == device)
                && (gateway.isAny() || single && route.way().gateway().equals(gateway));
    }
}
