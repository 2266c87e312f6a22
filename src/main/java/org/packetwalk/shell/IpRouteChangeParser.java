package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.route.NextHop;
import org.packetwalk.kernel.route.NexthopReference;
import org.packetwalk.kernel.route.RouteConfig;
import org.packetwalk.kernel.route.RouteInsertion;
import org.packetwalk.kernel.route.RouteProtocol;
import org.packetwalk.kernel.route.RouteScope;
import org.packetwalk.kernel.route.RouteSelector;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.kernel.route6.RouterPreference;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.netlink.RouteRequest;

/** {@code ip route add} and its sisters ({@code iproute_modify}). */
final class IpRouteChangeParser {

    private static final String KNOWN =
            "TYPE, via, dev, src, table, metric, tos, scope, proto, realms, onlink, nexthop, nhid, and what a route"
                    + " prescribes, as mtu";

    private static final List<String> NOT_SIMULATED = List.of("as", "from", "encap", "pervasive");

    private final Place place;
    private boolean typeGiven;
    private RouteType type = RouteType.UNICAST;
    private boolean destinationGiven;
    private AddressAndLength destination = new AddressAndLength(Ipv4Address.ANY, 0, true);
    private int tos;
    private boolean tableGiven;
    private TableId table = TableId.MAIN;
    private Optional<RouteScope> scope = Optional.empty();
    private RouteProtocol protocol;
    private Ipv4Address source = Ipv4Address.ANY;
    private long metric;
    private final RouteMetricWords metrics = new RouteMetricWords();
    private Ipv4Address gateway = Ipv4Address.ANY;
    private boolean gatewayGiven;
    private String device = "";
    private boolean onlink;
    private long object;
    private long realms;
    private final List<NextHop> multipath = new ArrayList<>();

    IpRouteChangeParser(Place place) {
        this.place = place;
        this.protocol = RouteProtocol.BOOT;
    }

    Command parse(String verb, Words words) {
        boolean delete = verb.equals("delete");
        if (delete) {
            protocol = RouteProtocol.UNSPECIFIED;
        }
        while (words.hasNext()) {
            word(words.next(), words);
        }
        if (!destinationGiven) {
            throw IpUsage.refusal(IpUsage.ROUTE);
        }
        int index = device.isEmpty() ? 0 : place.deviceOrRefuse(device);
        List<NextHop> nexthops = new ArrayList<>(multipath);
        if (index != 0 || !gateway.isAny() || onlink) {
            nexthops.add(0, nexthop(index, gateway, 1, onlink).withRealms(realms));
        }
        if (object != 0 && !nexthops.isEmpty() && !delete) {
            throw new Refusal(2, "Error: Nexthop specification and nexthop id are mutually exclusive.");
        }
        TableId where = tableGiven ? table : typeGiven ? RouteConfig.defaultTable(type) : TableId.MAIN;
        return new Command.Configure(
                place.host(),
                delete ? deletion(where, nexthops) : addition(verb, where, nexthops, NexthopReference.of(object)));
    }

    private RouteRequest addition(String verb, TableId where, List<NextHop> nexthops, NexthopReference named) {
        boolean onLink = !gatewayGiven && multipath.isEmpty() && !named.isPresent();
        RouteScope reach = scope.orElseGet(() -> RouteConfig.defaultScope(type, onLink));
        RouteInsertion how = switch (verb) {
            case "change", "chg" -> RouteInsertion.CHANGE;
            case "replace" -> RouteInsertion.REPLACE;
            case "append" -> RouteInsertion.APPEND;
            case "prepend" -> RouteInsertion.PREPEND;
            default -> RouteInsertion.ADD;
        };
        return new RouteRequest.Add(
                new RouteConfig(
                        destination.address(),
                        destination.length(),
                        where,
                        tos,
                        type,
                        reach,
                        protocol,
                        source,
                        metric,
                        metrics.metrics(),
                        nexthops,
                        named),
                how);
    }

    private RouteRequest deletion(TableId where, List<NextHop> nexthops) {
        if (!destination.canonical()) {
            throw new Refusal(2, "Error: Invalid prefix for given prefix length.");
        }
        RouteScope reach = scope.orElseGet(() -> switch (typeGiven ? type : RouteType.UNICAST) {
            case LOCAL -> RouteScope.HOST;
            case BROADCAST, MULTICAST, ANYCAST -> RouteScope.LINK;
            case UNICAST, BLACKHOLE, UNREACHABLE, PROHIBIT, THROW -> RouteScope.NOWHERE;
        });
        return new RouteRequest.Delete(new RouteSelector(
                destination.prefix(),
                where,
                tos,
                typeGiven ? List.of(type) : List.of(RouteType.values()),
                reach,
                protocol,
                source,
                metric,
                metrics.metrics(),
                nexthops,
                object));
    }

    private static NextHop nexthop(int index, Ipv4Address via, int weight, boolean isOnlink) {
        return new NextHop(index, via, weight, RouteScope.UNIVERSE, isOnlink, false, false, 0, Integer.MAX_VALUE);
    }

    private void word(String word, Words words) {
        switch (word) {
            case "src" -> source = words.address();
            case "via" -> {
                if (gatewayGiven) {
                    throw Words.wrong(word, "use nexthop syntax to specify multiple via");
                }
                gateway = via(words);
                gatewayGiven = true;
            }
            case "scope" -> {
                String name = words.next();
                scope = Optional.of(RouteScope.parse(name)
                        .orElseThrow(() -> Words.wrong(name, "invalid \"scope\" value\n".strip())));
            }
            case "realm", "realms" -> realms = realms(words);
            case "expires" -> words.unsigned32("\"expires\" value is invalid");
            case "pref" -> preference(words.next());
            case "ttl-propagate" -> propagation(words.next());
            case "onlink" -> onlink = true;
            case "nhid" -> object = words.unsigned32("\"id\" value is invalid\n".strip());
            case "nexthop" -> multipath(words);
            case "dev", "oif" -> device = words.next();
            default -> {
                if (!metrics.take(word, words)) {
                    abbreviated(word, words);
                }
            }
        }
    }

    private void abbreviated(String word, Words words) {
        if (word.equals("tos") || Words.matches(word, "dsfield")) {
            String name = words.next();
            tos = TypeOfService.parse(name).orElseThrow(() -> Words.wrong(name, "\"tos\" value is invalid"));
        } else if (Words.matches(word, "metric")
                || Words.matches(word, "priority")
                || Words.matches(word, "preference")) {
            metric = words.unsigned32("\"metric\" value is invalid");
        } else if (Words.matches(word, "protocol")) {
            String name = words.next();
            protocol = RouteProtocol.parse(name).orElseThrow(() -> Words.wrong(name, "\"protocol\" value is invalid"));
        } else if (Words.matches(word, "table")) {
            String name = words.next();
            table = TableId.parse(name).orElseThrow(() -> Words.wrong(name, "\"table\" value is invalid"));
            tableGiven = true;
        } else if (NOT_SIMULATED.contains(word)) {
            throw Words.notSimulated("ip route", word, KNOWN);
        } else {
            destination(word, words);
        }
    }

    private void destination(String first, Words words) {
        String word = first.equals("to") ? words.next() : first;
        if (!word.isEmpty() && !Character.isDigit(word.charAt(0))) {
            if (word.equals("nat")) {
                throw new Refusal(2, "Error: Invalid scope.");
            }
            Optional<RouteType> named = RouteType.parse(word);
            if (named.isPresent()) {
                type = named.get();
                typeGiven = true;
                words.next();
                word = words.last();
            }
        }
        if (Words.matches(word, "help")) {
            throw IpUsage.refusal(IpUsage.ROUTE);
        }
        if (destinationGiven) {
            throw Words.garbage("to", word);
        }
        words.back();
        destination = words.prefix();
        destinationGiven = true;
    }

    private static long realms(Words words) {
        String word = words.next();
        return RouteRealms.parse(word).orElseThrow(() -> Words.wrong(word, "\"realm\" value is invalid"));
    }

    /** A preference of routers is taken, though only IPv6 has a use for it. */
    private static void preference(String word) {
        if (RouterPreference.parse(word).isEmpty() && (Words.number(word) < 0 || Words.number(word) > 255)) {
            throw Words.wrong(word, "\"pref\" value is invalid");
        }
    }

    /** Of use for labels only ({@code RTA_TTL_PROPAGATE}). */
    private static void propagation(String word) {
        if (!word.equals("enabled") && !word.equals("disabled")) {
            throw Words.wrong(word, "\"ttl-propagate\" value is invalid");
        }
    }

    private static Ipv4Address via(Words words) {
        String word = words.next();
        if (word.equals("inet")) {
            return words.address();
        }
        if (word.equals("inet6")) {
            throw Words.notSimulated("ip route … via", "inet6", "via ADDRESS of IPv4");
        }
        words.back();
        return words.address();
    }

    /** {@code parse_nexthops}: everything up to the end is nexthops. */
    private void multipath(Words words) {
        boolean more = true;
        while (more) {
            int index = 0;
            Ipv4Address through = Ipv4Address.ANY;
            int weight = 1;
            boolean direct = false;
            long behind = 0;
            more = false;
            if (!words.hasNext()) {
                throw new Refusal(255, "Error: unexpected end of line after \"nexthop\"");
            }
            while (words.hasNext() && !more) {
                String word = words.next();
                switch (word) {
                    case "via" -> through = via(words);
                    case "dev" -> {
                        String name = words.next();
                        index = place.device(name)
                                .orElseThrow(() -> new Refusal(
                                        255, "Cannot find device \"" + name + "\"\nError: cannot parse nexthop"));
                    }
                    case "weight" ->
                        weight = (int) words.number(value -> value >= 1 && value <= 256, "\"weight\" is invalid");
                    case "onlink" -> direct = true;
                    case "nexthop" -> more = true;
                    case "realm", "realms" -> behind = realms(words);
                    case "encap", "as" ->
                        throw Words.notSimulated("ip route … nexthop", word, "via, dev, weight, onlink, realms");
                    default ->
                        throw new Refusal(
                                255, "Error: \"nexthop\" or end of line is expected instead of \"" + word + "\"");
                }
            }
            multipath.add(nexthop(index, through, weight, direct).withRealms(behind));
        }
    }
}
