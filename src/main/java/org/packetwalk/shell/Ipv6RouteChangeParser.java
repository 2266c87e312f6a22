package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.route.RouteConfig;
import org.packetwalk.kernel.route.RouteInsertion;
import org.packetwalk.kernel.route.RouteProtocol;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.kernel.route6.Ipv6NextHop;
import org.packetwalk.kernel.route6.Ipv6Route;
import org.packetwalk.kernel.route6.Ipv6RouteSelector;
import org.packetwalk.kernel.route6.RouterPreference;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.netlink.RouteRequest;

/** Reads {@code ip -6 route add}, {@code append}, {@code change}, {@code del}, {@code prepend} and {@code replace}. */
final class Ipv6RouteChangeParser {

    private static final String KNOWN = "TYPE, via, dev, src, table, metric, proto, mtu, advmss, hoplimit, window,"
            + " initcwnd, onlink, pref, nexthop, scope, tos";

    private final Place place;
    private RouteType type = RouteType.UNICAST;
    private boolean typeGiven;
    private Optional<Ipv6AddressAndLength> destination = Optional.empty();
    private Optional<TableId> table = Optional.empty();
    private RouteProtocol protocol = RouteProtocol.BOOT;
    private Ipv6Address source = Ipv6Address.ANY;
    private long metric;
    private final RouteMetricWords metrics = new RouteMetricWords();
    private RouterPreference preference = RouterPreference.MEDIUM;
    private Ipv6Address gateway = Ipv6Address.ANY;
    private boolean gatewayGiven;
    private int device;
    private boolean onlink;
    private final List<Ipv6NextHop> several = new ArrayList<>();

    Ipv6RouteChangeParser(Place place) {
        this.place = place;
    }

    Command parse(String verb, Words words) {
        boolean delete = verb.equals("delete");
        if (delete) {
            protocol = RouteProtocol.UNSPECIFIED;
        }
        while (words.hasNext()) {
            word(words.next(), words);
        }
        if (destination.isEmpty()) {
            throw IpUsage.refusal(IpUsage.ROUTE);
        }
        // Table 0 is the main one (fib6_get_table).
        TableId where = table.map(named -> named.number() == 0 ? TableId.MAIN : named)
                .orElseGet(() -> typeGiven ? RouteConfig.defaultTable(type) : TableId.MAIN);
        return new Command.Configure(place.host(), delete ? deletion(where) : addition(verb, where));
    }

    private RouteRequest deletion(TableId where) {
        return new RouteRequest.DeleteIpv6(
                new Ipv6RouteSelector(destination.orElseThrow().prefix(), where, device, gateway, metric, protocol));
    }

    private RouteRequest addition(String verb, TableId where) {
        List<Ipv6NextHop> ways = new ArrayList<>();
        several.forEach(way -> ways.add(completed(way)));
        if (several.isEmpty() && (device != 0 || gatewayGiven)) {
            ways.add(new Ipv6NextHop(device, gateway, 1, onlink, false, gatewayGiven));
        }
        RouteInsertion how = switch (verb) {
            case "change", "chg" -> RouteInsertion.CHANGE;
            case "replace" -> RouteInsertion.REPLACE;
            case "append" -> RouteInsertion.APPEND;
            case "prepend" -> RouteInsertion.PREPEND;
            default -> RouteInsertion.ADD;
        };
        return new RouteRequest.AddIpv6(
                new Ipv6Route(
                        destination.orElseThrow().prefix(),
                        where,
                        type,
                        protocol,
                        metric == 0 ? Ipv6Route.USER_METRIC : metric,
                        preference,
                        source,
                        metrics.metrics(),
                        ways,
                        Ipv6Route.NEVER,
                        false),
                how,
                !several.isEmpty());
    }

    /** What one of several ways leaves open is what was said of the route as a whole ({@code ip6_route_multipath_add}). */
    private Ipv6NextHop completed(Ipv6NextHop way) {
        return new Ipv6NextHop(
                way.device() == 0 ? device : way.device(),
                way.hasGateway() ? way.gateway() : gateway,
                way.weight(),
                way.onlink(),
                false,
                way.hasGateway() || gatewayGiven);
    }

    private void word(String word, Words words) {
        switch (word) {
            case "src" -> source = words.ipv6Address();
            case "via" -> {
                gateway = via(words);
                gatewayGiven = true;
            }
            case "dev", "oif" -> device = place.deviceOrRefuse(words.next());
            case "onlink" -> onlink = true;
            case "nexthop" -> nexthops(words);
            case "scope" -> words.next();
            case "pref" -> {
                String name = words.next();
                preference =
                        RouterPreference.parse(name).orElseThrow(() -> Words.wrong(name, "\"pref\" value is invalid"));
            }
            default -> {
                if (!metrics.take(word, words)) {
                    abbreviated(word, words);
                }
            }
        }
    }

    private static Ipv6Address via(Words words) {
        if (words.hasNext() && words.peek().equals("inet6")) {
            words.next();
        }
        return words.ipv6Address();
    }

    private void abbreviated(String word, Words words) {
        if (Words.matches(word, "metric") || Words.matches(word, "priority") || Words.matches(word, "preference")) {
            metric = words.unsigned32("\"metric\" value is invalid");
        } else if (Words.matches(word, "protocol")) {
            String name = words.next();
            protocol = RouteProtocol.parse(name).orElseThrow(() -> Words.wrong(name, "\"protocol\" value is invalid"));
        } else if (Words.matches(word, "table")) {
            String name = words.next();
            table = Optional.of(TableId.parse(name).orElseThrow(() -> Words.wrong(name, "\"table\" value is invalid")));
        } else if (word.equals("tos") || Words.matches(word, "dsfield")) {
            String name = words.next();
            TypeOfService.parse(name).orElseThrow(() -> Words.wrong(name, "\"tos\" value is invalid"));
        } else if (List.of("from", "expires", "encap", "nhid", "as", "realms").contains(word)) {
            throw Words.notSimulated("ip -6 route", word, KNOWN);
        } else {
            destination(word.equals("to") ? words.next() : word, words);
        }
    }

    private void destination(String first, Words words) {
        String word = first;
        Optional<RouteType> named =
                word.indexOf(':') >= 0 || word.equals("default") ? Optional.empty() : RouteType.parse(word);
        if (named.isPresent()) {
            type = named.get();
            typeGiven = true;
            word = words.next();
        }
        if (Words.matches(word, "help")) {
            throw IpUsage.refusal(IpUsage.ROUTE);
        }
        if (destination.isPresent()) {
            throw Words.garbage("to", word);
        }
        words.back();
        destination = Optional.of(words.ipv6Prefix());
    }

    private void nexthops(Words words) {
        boolean more = true;
        while (more) {
            int index = 0;
            Ipv6Address through = Ipv6Address.ANY;
            boolean routed = false;
            int weight = 1;
            boolean direct = false;
            more = false;
            while (words.hasNext() && !more) {
                String word = words.next();
                switch (word) {
                    case "via" -> {
                        through = via(words);
                        routed = true;
                    }
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
                    default ->
                        throw new Refusal(
                                255, "Error: \"nexthop\" or end of line is expected instead of \"" + word + "\"");
                }
            }
            several.add(new Ipv6NextHop(index, through, weight, direct, false, routed));
        }
    }
}
