package org.packetwalk.shell;

import java.util.List;
import java.util.OptionalInt;

import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.route6.Ipv6Flow;
import org.packetwalk.kernel.route6.Ipv6Route;
import org.packetwalk.kernel.route6.Ipv6RouteSelector;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.netlink.Ipv6RouteAnswer;
import org.packetwalk.netlink.Ipv6RouteQuestion;
import org.packetwalk.netlink.RouteRequest;
import org.packetwalk.stack.NetNamespace;

/** Reads {@code ip -6 route}: show, get, flush and the changes ({@code iproute.c}). */
final class Ipv6RouteParser {

    private static final String KNOWN = "to, from, iif, oif, dev, mark, uid, ipproto, sport, dport, fibmatch";

    private final Place place;
    private final IpOptions options;

    Ipv6RouteParser(Place place, IpOptions options) {
        this.place = place;
        this.options = options;
    }

    Command parse(String subcommand, Words words) {
        return switch (subcommand) {
            case "list", "show", "lst" -> show(words);
            case "get" -> get(words);
            case "add", "change", "chg", "replace", "prepend", "append", "delete" ->
                new Ipv6RouteChangeParser(place).parse(subcommand, words);
            case "flush" -> flush(words);
            case "help" -> throw IpUsage.refusal(IpUsage.ROUTE);
            default ->
                throw Words.notSimulated(
                        "ip -6 route", subcommand, "add, append, change, del, flush, get, prepend, replace, show");
        };
    }

    private Ipv6RoutePrinter printer(Computer computer) {
        NetNamespace ns = computer.machine().host(place.host());
        return new Ipv6RoutePrinter(ns, options, computer.machine().now());
    }

    private Command show(Words words) {
        Ipv6RouteFilter filter = Ipv6RouteFilter.parse(words, place);
        return new Command.Run(
                place.host(),
                "ip -6 route show",
                (computer, stdin) -> printer(computer).print(filter));
    }

    private Command flush(Words words) {
        if (!words.hasNext()) {
            throw new Refusal(1, "\"ip route flush\" requires arguments.");
        }
        Ipv6RouteFilter filter = Ipv6RouteFilter.parse(words, place);
        return new Command.Run(place.host(), "ip -6 route flush", (computer, stdin) -> {
            if (filter.cache()) {
                computer.configure(place.host(), new RouteRequest.FlushIpv6Cache());
                return CommandResult.SILENT;
            }
            List<Ipv6Route> doomed =
                    filter.chosen(computer.machine().host(place.host()).ipv6().routing());
            for (Ipv6Route route : doomed) {
                computer.configure(place.host(), new RouteRequest.DeleteIpv6(Ipv6RouteSelector.of(route)));
            }
            return CommandResult.SILENT;
        });
    }

    /** One question under way. */
    private static final class Question {
        private Ipv6Flow flow = Ipv6Flow.output(Ipv6Address.ANY);
        private boolean destinationGiven;
        private String input = "";
        private String warning = "";
        private boolean tableEntry;
    }

    private Command get(Words words) {
        Question question = new Question();
        while (words.hasNext()) {
            word(words.next(), words, question);
        }
        if (!question.destinationGiven) {
            throw new Refusal(1, "need at least a destination address");
        }
        boolean received = !question.input.isEmpty();
        int in = received ? place.deviceOrRefuse(question.input) : FlowKey.LOOPBACK_INTERFACE;
        Ipv6Flow asked = question.flow;
        Ipv6Flow flow = new Ipv6Flow(
                asked.destination(),
                asked.source(),
                asked.outputInterface(),
                in,
                asked.mark(),
                asked.tos(),
                asked.protocol(),
                asked.sourcePort(),
                asked.destinationPort(),
                asked.user());
        Ipv6RouteQuestion whole = new Ipv6RouteQuestion(flow, received, question.tableEntry);
        return new Command.Run(place.host(), "ip -6 route get", (computer, stdin) -> {
            ResultOrErrno<Ipv6RouteAnswer> answer = computer.ipv6Route(place.host(), whole);
            CommandResult result = answer instanceof ResultOrErrno.Ok<Ipv6RouteAnswer> ok
                    ? printer(computer).print(whole, ok.value())
                    : Rtnetlink.answer(answer);
            return question.warning.isEmpty() ? result : result.after(CommandResult.failed(0, question.warning));
        });
    }

    private void word(String word, Words words, Question question) {
        Ipv6Flow flow = question.flow;
        if (Words.matches(word, "from")) {
            question.flow = flow.withSource(words.ipv6Prefix().address());
        } else if (Words.matches(word, "iif")) {
            question.input = words.next();
        } else if (Words.matches(word, "oif") || word.equals("dev")) {
            question.flow = flow.withOutputInterface(place.deviceOrRefuse(words.next()));
        } else if (Words.matches(word, "mark")) {
            question.flow = flow.marked((int) words.unsigned32("\"mark\" value is invalid"), flow.tos());
        } else if (word.equals("tos") || Words.matches(word, "dsfield")) {
            String name = words.next();
            int tos = TypeOfService.parse(name).orElseThrow(() -> Words.wrong(name, "TOS value is invalid"));
            question.flow = flow.marked(flow.mark(), tos);
        } else if (Words.matches(word, "uid")) {
            question.flow = flow.withUser(words.unsigned32("invalid UID"));
        } else if (Words.matches(word, "fibmatch")) {
            question.tableEntry = true;
        } else if (word.equals("ipproto")) {
            String name = words.next();
            OptionalInt number = TransportNames.number(name).stream()
                    .mapToInt(Integer::intValue)
                    .findFirst();
            question.flow = flow.withTransport(
                    number.orElseThrow(() -> Words.wrong(name, "Invalid \"ipproto\" value")),
                    flow.sourcePort(),
                    flow.destinationPort());
        } else if (word.equals("sport")) {
            question.flow =
                    flow.withTransport(flow.protocol(), words.unsigned16("invalid sport"), flow.destinationPort());
        } else if (word.equals("dport")) {
            question.flow = flow.withTransport(flow.protocol(), flow.sourcePort(), words.unsigned16("invalid dport"));
        } else if (List.of("as", "notify", "connected", "vrf").contains(word)) {
            throw Words.notSimulated("ip -6 route get", word, KNOWN);
        } else {
            if (!word.equals("to")) {
                words.back();
            }
            Ipv6AddressAndLength prefix = words.ipv6Prefix();
            if (prefix.length() != 128 && prefix.lengthGiven()) {
                question.warning =
                        "Warning: /" + prefix.length() + " as prefix is invalid, only /128 (or none) is supported.\n";
            }
            question.flow = flow.withDestination(prefix.address());
            question.destinationGiven = true;
        }
    }
}
