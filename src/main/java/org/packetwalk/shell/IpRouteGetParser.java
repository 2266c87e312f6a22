package org.packetwalk.shell;

import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.route.RouteScope;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.netlink.RouteAnswer;
import org.packetwalk.netlink.RouteQuestion;

/** {@code ip route get} ({@code iproute_get}). */
final class IpRouteGetParser {

    private static final int UDP = 17;

    private static final String KNOWN = "to, from, iif, oif, dev, tos, mark, uid, ipproto, sport, dport, fibmatch";

    private final Place place;
    private final IpOptions options;
    private Ipv4Address destination = Ipv4Address.ANY;
    private boolean destinationGiven;
    private Ipv4Address source = Ipv4Address.ANY;
    private String input = "";
    private String output = "";
    private int tos;
    private long mark;
    private long user;
    private boolean userGiven;
    private int protocol = UDP;
    private int sourcePort;
    private int destinationPort;
    private boolean tableEntry;

    IpRouteGetParser(Place place, IpOptions options) {
        this.place = place;
        this.options = options;
    }

    Command parse(Words words) {
        while (words.hasNext()) {
            word(words.next(), words);
        }
        if (!destinationGiven) {
            throw new Refusal(1, "need at least a destination address");
        }
        int in = input.isEmpty() ? 0 : place.deviceOrRefuse(input);
        int out = output.isEmpty() ? 0 : place.deviceOrRefuse(output);
        FlowKey flow = new FlowKey(
                destination,
                source,
                out,
                in,
                (int) mark,
                tos,
                RouteScope.UNIVERSE,
                protocol,
                sourcePort,
                destinationPort,
                user);
        RouteQuestion question = new RouteQuestion(flow, in != 0, userGiven, tableEntry);
        return new Command.Run(place.host(), "ip route get", (computer, stdin) -> {
            ResultOrErrno<RouteAnswer> answer = computer.route(place.host(), question);
            if (answer instanceof ResultOrErrno.Ok<RouteAnswer> ok) {
                return new IpRouteGetPrinter(
                                computer.machine().host(place.host()),
                                options,
                                computer.machine().now())
                        .print(question, ok.value());
            }
            return Rtnetlink.answer(answer);
        });
    }

    private void word(String word, Words words) {
        if (word.equals("tos") || Words.matches(word, "dsfield")) {
            String name = words.next();
            tos = TypeOfService.parse(name).orElseThrow(() -> Words.wrong(name, "TOS value is invalid"));
        } else if (Words.matches(word, "as")
                || word.equals("notify")
                || word.equals("connected")
                || word.equals("vrf")) {
            throw Words.notSimulated("ip route get", word, KNOWN);
        } else if (Words.matches(word, "from")) {
            source = words.prefix(destinationGiven).address();
        } else if (Words.matches(word, "iif")) {
            input = words.next();
        } else if (Words.matches(word, "mark")) {
            mark = words.unsigned32("\"mark\" value is invalid");
        } else if (Words.matches(word, "oif") || word.equals("dev")) {
            output = words.next();
        } else if (Words.matches(word, "uid")) {
            user = words.unsigned32("invalid UID");
            userGiven = true;
        } else if (Words.matches(word, "fibmatch")) {
            tableEntry = true;
        } else if (word.equals("ipproto")) {
            String name = words.next();
            protocol = TransportNames.number(name)
                    .orElseThrow(() -> Words.wrong(name, "Invalid \"ipproto\" value\n".strip()));
        } else if (word.equals("sport")) {
            sourcePort = words.unsigned16("invalid sport");
        } else if (word.equals("dport")) {
            destinationPort = words.unsigned16("invalid dport");
        } else {
            if (!word.equals("to")) {
                words.back();
            }
            AddressAndLength prefix = words.prefix(destinationGiven);
            if (prefix.length() != 32
                    && prefix.lengthGiven()
                    && !prefix.address().isAny()) {
                throw new Refusal(1, "need at least a destination address");
            }
            destination = prefix.address();
            destinationGiven = true;
        }
    }
}
