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
    private static final int LENGTH = 32;

    /** Marks have 32 bits. */
    private static final long MOST = 0xffff_ffffL;

    private static final String KNOWN =
            "to, from, iif, oif, dev, tos, mark, uid, ipproto, sport, dport, fibmatch, connected";

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
    private boolean connected;
    private boolean sourceGiven;
    private int sourceLength = LENGTH;
    private final StringBuilder warnings = new StringBuilder();

    IpRouteGetParser(Place place, IpOptions options) {
        this.place = place;
        this.options = options;
    }

    Command parse(Words words) {
        try {
            while (words.hasNext()) {
                word(words.next(), words);
            }
        } catch (Refusal refusal) {
            throw warnings.isEmpty() ? refusal : refusal.after(warnings.toString());
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
            CommandResult warned = new CommandResult(0, "", warnings.toString());
            if (sourceLength != LENGTH) {
                return CommandResult.failed(2, "Error: ipv4: Invalid values in header for route get request.\n")
                        .after(warned);
            }
            ResultOrErrno<RouteAnswer> answer = computer.route(place.host(), question);
            CommandResult first = print(computer, question, answer, options).after(warned);
            if (!connected || sourceGiven || !(answer instanceof ResultOrErrno.Ok<RouteAnswer> ok)) {
                return first;
            }
            if (!namesSource(question, ok.value())) {
                return CommandResult.failed(1, "Failed to connect the route\n").after(first);
            }
            IpOptions plainly = options.json() ? IpOptions.NONE : options;
            return print(computer, question, computer.route(place.host(), question), plainly)
                    .after(first);
        });
    }

    /** Whether the answer names the source to go on with. */
    private static boolean namesSource(RouteQuestion question, RouteAnswer answer) {
        return question.tableEntry()
                ? !answer.matched().get(0).preferredSource().isAny()
                : !question.received();
    }

    private CommandResult print(
            Computer computer, RouteQuestion question, ResultOrErrno<RouteAnswer> answer, IpOptions how) {
        if (answer instanceof ResultOrErrno.Ok<RouteAnswer> ok) {
            return new IpRouteGetPrinter(
                            computer.machine().host(place.host()),
                            how,
                            computer.machine().now())
                    .print(question, ok.value());
        }
        return Rtnetlink.answer(answer);
    }

    private void whole(AddressAndLength prefix) {
        if (prefix.length() != LENGTH) {
            warnings.append("Warning: /")
                    .append(prefix.length())
                    .append(" as prefix is invalid, only /32 (or none) is supported.\n");
        }
    }

    private void word(String word, Words words) {
        if (word.equals("tos") || Words.matches(word, "dsfield")) {
            String name = words.next();
            tos = TypeOfService.parse(name).orElseThrow(() -> Words.wrong(name, "TOS value is invalid"));
        } else if (Words.matches(word, "as") || word.equals("notify")) {
            throw Words.notSimulated("ip route get", word, KNOWN);
        } else if (word.equals("connected")) {
            connected = true;
        } else if (word.equals("vrf")) {
            throw Words.wrong(words.next(), "Invalid VRF");
        } else if (Words.matches(word, "from")) {
            AddressAndLength prefix = words.prefix();
            source = prefix.address();
            sourceLength = prefix.length();
            sourceGiven = true;
        } else if (Words.matches(word, "iif")) {
            input = words.next();
        } else if (Words.matches(word, "mark")) {
            String number = words.next();
            mark = Words.number(number);
            if (mark < 0 || mark > MOST) {
                throw Words.plainlyWrong(number, "invalid mark value");
            }
        } else if (Words.matches(word, "oif") || word.equals("dev")) {
            output = words.next();
        } else if (Words.matches(word, "uid")) {
            user = words.unsigned32("invalid UID");
            userGiven = true;
        } else if (Words.matches(word, "fibmatch")) {
            tableEntry = true;
        } else if (word.equals("ipproto")) {
            String name = words.next();
            protocol = TransportNames.number(name).orElseThrow(() -> Words.wrong(name, "Invalid \"ipproto\" value"));
        } else if (word.equals("sport")) {
            sourcePort = words.unsigned16("invalid sport");
        } else if (word.equals("dport")) {
            destinationPort = words.unsigned16("invalid dport");
        } else {
            if (!word.equals("to")) {
                words.back();
            }
            if (words.hasNext() && Words.matches(words.peek(), "help")) {
                throw IpUsage.refusal(IpUsage.ROUTE);
            }
            AddressAndLength prefix = words.prefix();
            if (words.familyIsKnown()) {
                whole(prefix);
            }
            destination = prefix.address();
            destinationGiven = true;
        }
    }
}
