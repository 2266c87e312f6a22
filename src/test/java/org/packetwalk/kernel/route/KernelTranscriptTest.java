package org.packetwalk.kernel.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.packetwalk.kernel.Errno;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;

/**
 * What a real kernel printed for the commands of the labs, against the values of this package. The transcripts are the
 * parts of the recordings that concern routing on host a.
 */
class KernelTranscriptTest {

    private record Entry(String command, boolean probe, List<String> out, List<String> errors, List<String> events) {}

    @ParameterizedTest
    @CsvSource({
        // transcript, answers that are compared
        "route-fib-trie-shared, 16",
        "route-fib-trie-separate, 9",
        "route-gateway-checks, 16",
        "route-local-before-main, 5",
        "route-longest-prefix, 9",
        "route-merged-tables, 4",
        "route-metric, 7",
        "route-tos, 4",
        "route-types-local, 5",
        "rule-cable-to-itself, 2",
        "rule-delete-local-rule, 2",
        "rule-from, 6",
        "rule-fwmark, 4",
        "rule-goto, 7",
        "rule-iif-and-oif, 6",
        "rule-move-local-rule, 3",
        "rule-refusing-rules, 4",
        "rule-suppress-prefixlength, 4",
        "rule-uidrange-and-ports, 7",
        "address-scope-and-peer, 7",
        "address-secondary, 5",
        "address-source-selection, 10",
        "ecmp-two-gateways, 9",
        "ecmp-nexthop-objects, 5",
        "ecmp-weights-and-ports, 3",
        "loopback-own-address-link-down, 3",
        "loopback-own-address-no-carrier, 4",
        "loopback-lo-down, 2"
    })
    void answersAsTheKernelDid(String transcript, int answers) throws IOException {
        LabHost host = new LabHost();
        int compared = 0;

        for (Entry entry : read(transcript)) {
            String command = entry.command();
            if (command.contains("fib_triestat")) {
                assertThat(host.state.tables().fibTrieStatText().lines()).containsExactlyElementsOf(entry.out());
            } else if (command.contains("fib_trie")) {
                assertThat(host.state.tables().fibTrieText().lines()).containsExactlyElementsOf(entry.out());
            } else if (command.contains("/proc/net/route")) {
                assertThat(host.state.tables().procNetRouteText(host).lines().map(String::strip))
                        .containsExactlyElementsOf(
                                entry.out().stream().map(String::strip).toList());
            } else if (command.contains(" nexthop show")) {
                assertThat(nexthops(host)).containsExactlyElementsOf(entry.out());
            } else if (command.contains(" route show")) {
                assertThat(show(host, command)).as(command).containsExactlyElementsOf(entry.out());
            } else if (command.contains(" route get ")) {
                List<String> expected = entry.events();
                // a received packet is looked up first; what follows is the check of its source
                int first = command.contains(" iif ") ? lookups(host, command).size() : expected.size();
                assertThat(lookups(host, command)).as(command).isEqualTo(expected.subList(0, first));
            } else if (command.contains(" rule show")) {
                assertThat(host.state.tables().rules().stream().map(RoutingRule::priority))
                        .containsExactlyElementsOf(entry.out().stream()
                                .map(line -> Long.valueOf(line.substring(0, line.indexOf(':'))))
                                .toList());
            } else if (command.contains(" addr show dev ")) {
                assertThat(addresses(host, command))
                        .containsExactlyElementsOf(entry.out().stream()
                                .map(String::strip)
                                .filter(line -> line.startsWith("inet "))
                                .toList());
            } else {
                String error = host.run(command);
                if (!entry.probe()) {
                    continue;
                }
                assertThat(error.isEmpty() ? List.of() : List.of(error))
                        .as(command)
                        .isEqualTo(entry.errors());
            }
            compared++;
        }

        assertThat(compared).isEqualTo(answers);
    }

    private static List<String> lookups(LabHost host, String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        Iterator<String> it = words.subList(words.indexOf("get") + (words.contains("fibmatch") ? 2 : 1), words.size())
                .iterator();
        FlowKey flow = FlowKey.output(Ipv4Address.parse(it.next())).withTransport(17, 0, 0);
        while (it.hasNext()) {
            String word = it.next();
            String value = it.next();
            flow = switch (word) {
                case "from" -> flow.withSource(Ipv4Address.parse(value));
                case "iif" -> flow.withInputInterface(host.index(value));
                case "oif" -> flow.withOutputInterface(host.index(value));
                case "tos" -> flow.withTos(Integer.decode(value));
                case "mark" -> flow.withMark(Integer.decode(value));
                case "uid" -> flow.withUser(Long.parseLong(value));
                case "ipproto" ->
                    flow.withTransport(value.equals("tcp") ? 6 : 17, flow.sourcePort(), flow.destinationPort());
                case "sport" -> flow.withTransport(flow.protocol(), Integer.parseInt(value), flow.destinationPort());
                case "dport" -> flow.withTransport(flow.protocol(), flow.sourcePort(), Integer.parseInt(value));
                default -> throw new IllegalArgumentException(word);
            };
        }
        return new RouteLookup(host.state.tables(), host, host.policy())
                .decide(RouteQuery.of(flow)).searches().stream()
                        .map(walk -> text(host, walk))
                        .toList();
    }

    private static String text(LabHost host, TableWalk walk) {
        String head = "table " + walk.table().number();
        if (walk.event() instanceof TableLookupEvent.Found found) {
            return head + " dev " + host.name(found.device()) + " gw " + found.gateway() + " err -";
        }
        Errno errno = ((TableLookupEvent.Failed) walk.event()).errno();
        return head + " dev - gw 0.0.0.0 err -" + errno;
    }

    private static List<String> addresses(LabHost host, String command) {
        String device = command.substring(command.lastIndexOf(' ') + 1);
        return host.state.addresses().of(host.index(device)).stream()
                .map(address -> "inet " + address.address()
                        + (address.peer().equals(address.address()) ? "" : " peer " + address.peer())
                        + "/" + address.prefixLength()
                        + (address.broadcast().isAny() ? "" : " brd " + address.broadcast())
                        + " scope " + address.scope().word()
                        + (address.secondary() ? " secondary" : "")
                        + " " + address.label())
                .toList();
    }

    private static List<String> nexthops(LabHost host) {
        List<String> lines = new ArrayList<>();
        for (NexthopObject object : host.state.nexthops().all()) {
            if (object instanceof NexthopObject.Single single) {
                lines.add("id " + single.id() + " " + way(host, single.nexthop()) + "scope "
                        + single.nexthop().scope().word() + " ");
            } else if (object instanceof NexthopObject.Group group) {
                List<String> ids = group.members().stream()
                        .map(member -> Long.toString(member.id()))
                        .toList();
                lines.add("id " + group.id() + " group " + String.join("/", ids) + " ");
            }
        }
        return lines;
    }

    private static List<String> show(LabHost host, String command) {
        String rest = command.substring(command.indexOf(" route show") + 11).strip();
        boolean all = rest.equals("table all");
        if (rest.startsWith("table ") && !all) {
            TableId id = TableId.parse(rest.substring(6)).orElseThrow();
            return host.state.tables().routes(id).stream()
                    .flatMap(route -> line(host, route, false).stream())
                    .toList();
        }
        List<Route> routes =
                all ? host.state.tables().routes() : host.state.tables().routes(TableId.MAIN);
        return routes.stream()
                .filter(route -> all
                        || rest.isEmpty()
                        || rest.startsWith("dev ")
                        || route.prefix().equals(Ipv4Prefix.parse(rest)))
                .flatMap(route -> line(host, route, all).stream())
                .toList();
    }

    private static List<String> line(LabHost host, Route route, boolean withTable) {
        StringBuilder out = new StringBuilder();
        if (route.type() != RouteType.UNICAST) {
            out.append(route.type().word()).append(' ');
        }
        String prefix = route.prefix().toString();
        out.append(
                route.prefix().equals(Ipv4Prefix.DEFAULT)
                        ? "default"
                        : prefix.endsWith("/32") ? prefix.substring(0, prefix.length() - 3) : prefix);
        out.append(' ');
        if (route.tos() != 0) {
            out.append("tos 0x").append(Integer.toHexString(route.tos())).append(' ');
        }
        if (route.info().nexthopObject().isPresent()) {
            out.append("nhid ").append(route.info().nexthopObject().id()).append(' ');
        }
        boolean several = route.nexthops().size() > 1;
        if (!several && !route.type().rejects()) {
            out.append(way(host, route.nexthops().get(0)));
        }
        if (withTable && !route.table().equals(TableId.MAIN)) {
            out.append("table ").append(route.table().word()).append(' ');
        }
        if (!route.protocol().equals(RouteProtocol.BOOT)) {
            out.append("proto ").append(route.protocol().word()).append(' ');
        }
        if (!route.scope().equals(RouteScope.UNIVERSE)) {
            out.append("scope ").append(route.scope().word()).append(' ');
        }
        if (!route.preferredSource().isAny()) {
            out.append("src ").append(route.preferredSource()).append(' ');
        }
        if (route.metric() != 0) {
            out.append("metric ").append(route.metric()).append(' ');
        }
        if (!several) {
            out.append(flags(host, route.nexthops().get(0)));
            return List.of(out.toString());
        }
        List<String> lines = new ArrayList<>(List.of(out.toString()));
        for (NextHop nexthop : route.nexthops()) {
            lines.add("\tnexthop " + way(host, nexthop) + "weight " + nexthop.weight() + " " + flags(host, nexthop));
        }
        return lines;
    }

    private static String way(LabHost host, NextHop nexthop) {
        return (nexthop.hasGateway() ? "via " + nexthop.gateway() + " " : "") + "dev " + host.name(nexthop.device())
                + " ";
    }

    private static String flags(LabHost host, NextHop nexthop) {
        boolean dead = nexthop.dead() || nexthop.linkdown() && host.ignoreLinkdown;
        return (dead ? "dead " : "") + (nexthop.onlink() ? "onlink " : "") + (nexthop.linkdown() ? "linkdown " : "");
    }

    private static List<Entry> read(String transcript) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (InputStream in = KernelTranscriptTest.class.getResourceAsStream(transcript + ".txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String rest = line.length() > 2 ? line.substring(2) : "";
                Entry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
                switch (line.charAt(0)) {
                    case '$' ->
                        entries.add(new Entry(rest, false, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
                    case '=' ->
                        entries.set(
                                entries.size() - 1,
                                new Entry(last.command(), true, last.out(), last.errors(), last.events()));
                    case '|' -> last.out().add(rest);
                    case '!' -> last.errors().add(rest);
                    case '@' -> last.events().add(rest);
                    default -> assertThat(line).startsWith("#");
                }
            }
        }
        return entries;
    }
}
