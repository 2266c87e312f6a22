package org.packetwalk.kernel.route;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;

import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.RouteMetrics;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;

/** Host a of a transcript: its interfaces, and the commands of the labs on the values of this package. */
final class LabHost implements LinkStates {

    private final List<String> names = new ArrayList<>(List.of("lo"));
    private final TreeMap<String, Boolean> up = new TreeMap<>();
    private final TreeMap<String, String> peers = new TreeMap<>();
    RoutingState state = RoutingState.INITIAL;
    boolean ignoreLinkdown;
    boolean promoteSecondaries;

    LinkdownPolicy policy() {
        return device -> ignoreLinkdown;
    }

    private RoutingEvents events() {
        return new RoutingEvents(this, policy());
    }

    /** Runs a command; answers what iproute2 would print as an error, or nothing. */
    String run(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        if (command.contains("ignore_routes_with_linkdown=")) {
            ignoreLinkdown |= command.endsWith("=1");
            return "";
        }
        String host = words.get(2);
        String object = words.size() > 4 ? words.get(3) : "";
        List<String> rest = words.size() > 4 ? words.subList(4, words.size()) : List.of();
        return switch (object) {
            case "link" -> link(host, rest);
            case "addr" -> address(rest);
            case "route" -> route(rest);
            case "rule" -> rule(rest);
            case "nexthop" -> nexthop(rest);
            default -> "";
        };
    }

    private String link(String host, List<String> words) {
        if (words.get(0).equals("add")) {
            String name = words.get(1);
            if (host.equals("a") && words.contains("veth")) {
                names.add(name);
                int peer = words.indexOf("peer");
                peers.put(name, words.get(words.indexOf("netns") + 1) + "/" + words.get(peer + 2));
            }
            return "";
        }
        int at = words.get(1).equals("dev") ? 2 : 1;
        String name = words.get(at);
        if (words.contains("up") || words.contains("down")) {
            boolean nowUp = words.contains("up");
            boolean before = isUp(host + "/" + name);
            up.put(host + "/" + name, nowUp);
            if (host.equals("a")) {
                if (before != nowUp) {
                    state = nowUp
                            ? events().linkUp(events().loopbackUp(state, index(name)), index(name))
                            : events().linkDown(state, index(name));
                }
            } else {
                peers.forEach((mine, peer) -> {
                    if (peer.equals(host + "/" + name) && up(index(mine))) {
                        state = events().carrierChanged(state, index(mine));
                    }
                });
            }
        }
        return "";
    }

    private String address(List<String> words) {
        int device = index(words.get(words.indexOf("dev") + 1));
        String[] parts = words.get(1).split("/");
        Ipv4Address address = Ipv4Address.parse(parts[0]);
        Ipv4Address peer = address;
        int length = parts.length > 1 ? Integer.parseInt(parts[1]) : 32;
        if (words.contains("peer")) {
            String[] other = words.get(words.indexOf("peer") + 1).split("/");
            peer = Ipv4Address.parse(other[0]);
            length = Integer.parseInt(other[1]);
        }
        if (words.get(0).equals("del")) {
            return outcome(events().deleteAddress(state, device, address, length, promoteSecondaries));
        }
        Ipv4Address broadcast = Ipv4Address.ANY;
        if (words.contains("broadcast")) {
            String word = words.get(words.indexOf("broadcast") + 1);
            broadcast =
                    word.equals("+") ? Ipv4Prefix.containing(address, length).lastAddress() : Ipv4Address.parse(word);
        }
        RouteScope scope = words.contains("scope")
                ? RouteScope.parse(words.get(words.indexOf("scope") + 1)).orElseThrow()
                : address.isLoopback() ? RouteScope.HOST : RouteScope.UNIVERSE;
        return outcome(events().addAddress(
                        state,
                        device,
                        new InterfaceAddress(
                                address,
                                length,
                                peer,
                                broadcast,
                                scope,
                                name(device),
                                false,
                                false,
                                false,
                                0,
                                AddressLifetime.UNLIMITED)));
    }

    private String outcome(ResultOrErrno<RoutingState> answer) {
        if (answer instanceof ResultOrErrno.Refused<RoutingState> refused) {
            return refused.message().isEmpty()
                    ? "RTNETLINK answers: " + refused.errno().text()
                    : "Error: " + refused.message() + ".";
        }
        state = ((ResultOrErrno.Ok<RoutingState>) answer).value();
        return "";
    }

    private String tables(ResultOrErrno<RoutingTables> answer) {
        if (answer instanceof ResultOrErrno.Ok<RoutingTables> ok) {
            return outcome(ResultOrErrno.ok(state.with(ok.value())));
        }
        ResultOrErrno.Refused<RoutingTables> refused = (ResultOrErrno.Refused<RoutingTables>) answer;
        return outcome(ResultOrErrno.refused(refused.errno(), refused.message()));
    }

    private String route(List<String> words) {
        String verb = words.get(0);
        if (verb.equals("flush")) {
            TableId id = TableId.parse(words.get(2)).orElseThrow();
            for (Route route : state.tables().routes(id)) {
                tables(state.tables().delete(RouteSelector.of(route)));
            }
            return "";
        }
        Iterator<String> it = words.subList(1, words.size()).iterator();
        String word = it.next();
        RouteType type = RouteType.UNICAST;
        if (RouteType.parse(word).isPresent()) {
            type = RouteType.parse(word).get();
            word = it.next();
        }
        String[] prefix = word.equals("default") ? new String[] {"0.0.0.0", "0"} : (word + "/32").split("/");
        List<NextHop> nexthops = new ArrayList<>();
        int device = 0;
        Ipv4Address gateway = Ipv4Address.ANY;
        Ipv4Address source = Ipv4Address.ANY;
        int weight = 1;
        boolean onlink = false;
        boolean several = false;
        int tos = 0;
        long metric = 0;
        long object = 0;
        TableId table = RouteConfig.defaultTable(type);
        while (it.hasNext()) {
            word = it.next();
            switch (word) {
                case "via" -> gateway = Ipv4Address.parse(it.next());
                case "dev" -> {
                    String name = it.next();
                    device = index(name);
                    if (device == 0) {
                        return "Cannot find device \"" + name + "\"";
                    }
                }
                case "src" -> source = Ipv4Address.parse(it.next());
                case "tos" -> tos = Integer.decode(it.next());
                case "metric" -> metric = Long.parseLong(it.next());
                case "table" -> table = TableId.parse(it.next()).orElseThrow();
                case "weight" -> weight = Integer.parseInt(it.next());
                case "onlink" -> onlink = true;
                case "nhid" -> object = Long.parseLong(it.next());
                case "nexthop" -> {
                    if (several) {
                        nexthops.add(
                                new NextHop(device, gateway, weight, RouteScope.UNIVERSE, onlink, false, false, 0, 0));
                    }
                    several = true;
                    device = 0;
                    weight = 1;
                }
                default -> throw new IllegalArgumentException(word);
            }
        }
        if (device != 0 || !gateway.isAny()) {
            nexthops.add(new NextHop(device, gateway, weight, RouteScope.UNIVERSE, onlink, false, false, 0, 0));
        }
        if (verb.equals("del")) {
            RouteSelector selector = RouteSelector.prefix(
                    new Ipv4Prefix(Ipv4Address.parse(prefix[0]), Integer.parseInt(prefix[1])), table);
            return tables(state.tables()
                    .delete(new RouteSelector(
                            selector.prefix(),
                            table,
                            tos,
                            selector.types(),
                            selector.scope(),
                            selector.protocol(),
                            source,
                            metric,
                            RouteMetrics.NONE,
                            nexthops,
                            0)));
        }
        RouteConfig config = new RouteConfig(
                Ipv4Address.parse(prefix[0]),
                Integer.parseInt(prefix[1]),
                table,
                tos,
                type,
                RouteConfig.defaultScope(
                        type,
                        object == 0 && nexthops.size() == 1 && !nexthops.get(0).hasGateway()),
                RouteProtocol.BOOT,
                source,
                metric,
                RouteMetrics.NONE,
                nexthops,
                NexthopReference.of(object));
        RouteInsertion how = switch (verb) {
            case "add" -> RouteInsertion.ADD;
            case "append" -> RouteInsertion.APPEND;
            case "replace" -> RouteInsertion.REPLACE;
            default -> throw new IllegalArgumentException(verb);
        };
        return outcome(events().addRoute(state, config, how));
    }

    private String nexthop(List<String> words) {
        long id = Long.parseLong(words.get(2));
        if (words.get(0).equals("del")) {
            return outcome(events().deleteNexthop(state, id));
        }
        boolean replace = words.get(0).equals("replace");
        if (words.contains("group")) {
            List<NexthopObject.Member> members = new ArrayList<>();
            for (String member : words.get(4).split("/")) {
                String[] parts = member.split(",");
                members.add(new NexthopObject.Member(
                        Long.parseLong(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : 1));
            }
            return outcome(events().putNexthop(
                            state, new NexthopObject.Group(id, members, RouteProtocol.UNSPECIFIED), replace));
        }
        NextHop way = NextHop.via(Ipv4Address.parse(words.get(4)), index(words.get(6)));
        return outcome(
                events().putNexthop(state, new NexthopObject.Single(id, way, RouteProtocol.UNSPECIFIED), replace));
    }

    private String rule(List<String> words) {
        boolean add = words.get(0).equals("add");
        RoutingRule.Builder rule = RoutingRule.of(0, add ? RuleAction.LOOKUP : RuleAction.NOP).toBuilder();
        boolean priorityGiven = false;
        Iterator<String> it = words.subList(1, words.size()).iterator();
        while (it.hasNext()) {
            String word = it.next();
            switch (word) {
                case "not" -> rule.inverted(true);
                case "pref" -> {
                    rule.priority(Long.parseLong(it.next()));
                    priorityGiven = true;
                }
                case "from" -> rule.from(Ipv4Prefix.parse(it.next()));
                case "to" -> rule.to(Ipv4Prefix.parse(it.next()));
                case "iif" -> rule.inputInterface(it.next());
                case "oif" -> rule.outputInterface(it.next());
                case "fwmark" -> {
                    String[] mark = it.next().split("/");
                    rule.mark(Integer.decode(mark[0]), mark.length > 1 ? Integer.decode(mark[1]) : -1);
                }
                case "uidrange" -> rule.users(range(it.next()));
                case "ipproto" -> rule.protocol(it.next().equals("tcp") ? 6 : 17);
                case "dport" -> rule.destinationPorts(range(it.next()));
                case "lookup" -> rule.table(TableId.parse(it.next()).orElseThrow());
                case "suppress_prefixlength" -> rule.suppressPrefixLength(Integer.parseInt(it.next()));
                case "goto" -> rule.action(RuleAction.GOTO).target(Long.parseLong(it.next()));
                case "nop" -> rule.action(RuleAction.NOP);
                case "unreachable" -> rule.action(RuleAction.UNREACHABLE);
                case "prohibit" -> rule.action(RuleAction.PROHIBIT);
                case "blackhole" -> rule.action(RuleAction.BLACKHOLE);
                default -> throw new IllegalArgumentException(word);
            }
        }
        if (!add) {
            return tables(state.tables().deleteRule(new RuleSelector(rule.build(), priorityGiven, false)));
        }
        if (!priorityGiven) {
            rule.priority(state.tables().defaultPriority());
        }
        return tables(state.tables().addRule(rule.build()));
    }

    private static NumberRange range(String word) {
        String[] ends = word.split("-");
        return new NumberRange(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
    }

    private boolean isUp(String hostAndName) {
        return up.getOrDefault(hostAndName, false);
    }

    @Override
    public List<Integer> indexes() {
        return java.util.stream.IntStream.rangeClosed(1, names.size()).boxed().toList();
    }

    @Override
    public int index(String name) {
        return names.indexOf(name) + 1;
    }

    @Override
    public String name(int index) {
        return exists(index) ? names.get(index - 1) : "*";
    }

    @Override
    public boolean exists(int index) {
        return index > 0 && index <= names.size();
    }

    @Override
    public boolean up(int index) {
        return isUp("a/" + name(index));
    }

    @Override
    public boolean carrier(int index) {
        return loopback(index) || up(index) && isUp(peers.getOrDefault(name(index), "?"));
    }

    @Override
    public boolean loopback(int index) {
        return index == 1;
    }

    @Override
    public int mtu(int index) {
        return index == 1 ? 65536 : 1500;
    }

    @Override
    public long group(int index) {
        return 0;
    }
}
