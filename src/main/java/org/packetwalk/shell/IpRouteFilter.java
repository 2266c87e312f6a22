package org.packetwalk.shell;

import java.util.List;

import org.packetwalk.kernel.route.NextHop;
import org.packetwalk.kernel.route.Route;
import org.packetwalk.kernel.route.RouteProtocol;
import org.packetwalk.kernel.route.RouteScope;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;

/**
 * Which routes {@code ip route show} prints ({@code iproute_list_flush_or_save}). What is asked for is not printed
 * again, as in the real tool.
 *
 * @param tables one table, or none for all
 * @param cache whether only cached routes are asked for, of which there are none
 * @param device ifindex of the nexthop, 0 for all
 * @param types one type, or none for all
 * @param protocols one protocol, or none for all
 * @param scopes one scope, or none for all
 * @param tos the type of service, -1 for all
 * @param metric the metric, -1 for all
 * @param gateway the gateway, 0.0.0.0 for all
 * @param source the preferred source, 0.0.0.0 for all
 * @param realms the realms, as far as the mask goes
 * @param realmMask which of the realms count
 * @param root the prefix that contains the routes
 * @param match the prefix that the routes contain, /0 for all
 * @param matchGiven whether {@link #match} counts
 */
record IpRouteFilter(
        List<TableId> tables,
        boolean cache,
        int device,
        List<RouteType> types,
        List<RouteProtocol> protocols,
        List<RouteScope> scopes,
        int tos,
        long metric,
        Ipv4Address gateway,
        Ipv4Address source,
        long realms,
        long realmMask,
        Ipv4Prefix root,
        Ipv4Prefix match,
        boolean matchGiven) {

    static IpRouteFilter parse(Words words, Place place) {
        Reader reader = new Reader(place);
        while (words.hasNext()) {
            reader.word(words.next(), words);
        }
        return reader.filter();
    }

    boolean shows(Route route) {
        return (types.isEmpty() || types.contains(route.effect()))
                && (protocols.isEmpty() || protocols.contains(route.protocol()))
                && (scopes.isEmpty() || scopes.contains(route.scope()))
                && (tos < 0 || tos == route.tos())
                && (metric < 0 || metric == route.metric())
                && (source.isAny() || source.equals(route.preferredSource()))
                && root.contains(route.prefix())
                && (!matchGiven || route.prefix().contains(match))
                && ((realms ^ route.nexthops().get(0).realms()) & realmMask) == 0
                && leadsThere(route.nexthops());
    }

    private boolean leadsThere(List<NextHop> nexthops) {
        return (device == 0 || nexthops.size() == 1 && nexthops.get(0).device() == device)
                && (gateway.isAny()
                        || nexthops.size() == 1 && nexthops.get(0).gateway().equals(gateway));
    }

    private static final class Reader {

        private final Place place;
        private List<TableId> tables = List.of(TableId.MAIN);
        private boolean cache;
        private int device;
        private List<RouteType> types = List.of();
        private List<RouteProtocol> protocols = List.of();
        private List<RouteScope> scopes = List.of();
        private int tos = -1;
        private long metric = -1;
        private Ipv4Address gateway = Ipv4Address.ANY;
        private Ipv4Address source = Ipv4Address.ANY;
        private long realms;
        private long realmMask;
        private Ipv4Prefix root = Ipv4Prefix.DEFAULT;
        private Ipv4Prefix match = Ipv4Prefix.DEFAULT;
        private boolean matchGiven;

        private Reader(Place place) {
            this.place = place;
        }

        private void word(String word, Words words) {
            if (Words.matches(word, "table")) {
                table(words.next());
            } else if (Words.matches(word, "cached") || Words.matches(word, "cloned")) {
                cache = true;
                tables = List.of();
            } else if (word.equals("tos") || Words.matches(word, "dsfield")) {
                String name = words.next();
                tos = TypeOfService.parse(name).orElseThrow(() -> Words.wrong(name, "TOS value is invalid"));
            } else if (Words.matches(word, "protocol")) {
                String name = words.next();
                protocols = name.equals("all")
                        ? List.of()
                        : List.of(
                                RouteProtocol.parse(name).orElseThrow(() -> Words.wrong(name, "invalid \"protocol\"")));
            } else if (Words.matches(word, "scope")) {
                String name = words.next();
                scopes = name.equals("all")
                        ? List.of()
                        : List.of(RouteScope.parse(name).orElseThrow(() -> Words.wrong(name, "invalid \"scope\"")));
            } else if (Words.matches(word, "type")) {
                String name = words.next();
                types = List.of(
                        RouteType.parse(name).orElseThrow(() -> Words.wrong(name, "node type value is invalid")));
            } else if (word.equals("dev") || word.equals("oif")) {
                device = place.deviceOrRefuse(words.next());
            } else if (Words.matches(word, "metric")) {
                metric = words.unsigned32("\"metric\" value is invalid");
            } else if (word.equals("via")) {
                gateway = words.prefix().address();
            } else if (word.equals("src")) {
                source = words.prefix().address();
            } else if (Words.matches(word, "realms")) {
                String name = words.next();
                realms = RouteRealms.parse(name).orElseThrow(() -> Words.wrong(name, "invalid realms"));
                realmMask = RouteRealms.mask(name);
            } else if (word.equals("vrf")) {
                throw Words.wrong(words.next(), "Invalid VRF");
            } else if (word.equals("iif")) {
                place.deviceOrRefuse(words.next());
            } else if (word.equals("mark")) {
                words.unsigned32("invalid mark value");
            } else if (Words.matches(word, "from")) {
                words.prefix();
            } else {
                prefix(word.equals("to") ? words.next() : word, words);
            }
        }

        private void table(String name) {
            if (name.equals("cache")) {
                cache = true;
                tables = List.of();
            } else if (name.equals("all") || name.equals("0")) {
                tables = List.of();
            } else {
                tables = List.of(TableId.parse(name).orElseThrow(() -> Words.wrong(name, "table id value is invalid")));
            }
        }

        private void prefix(String word, Words words) {
            if (Words.matches(word, "root")) {
                root = words.prefix().prefix();
            } else if (Words.matches(word, "match")) {
                match = words.prefix().prefix();
                matchGiven = true;
            } else {
                if (!Words.matches(word, "exact")) {
                    words.back();
                }
                root = words.prefix().prefix();
                match = root;
                matchGiven = true;
            }
        }

        private IpRouteFilter filter() {
            return new IpRouteFilter(
                    tables,
                    cache,
                    device,
                    types,
                    protocols,
                    scopes,
                    tos,
                    metric,
                    gateway,
                    source,
                    realms,
                    realmMask,
                    root,
                    match,
                    matchGiven);
        }
    }
}
