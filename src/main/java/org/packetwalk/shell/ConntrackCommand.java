package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.netfilter.Connection;
import org.packetwalk.kernel.netfilter.ConnectionStatus;
import org.packetwalk.kernel.netfilter.Conntrack;
import org.packetwalk.kernel.netfilter.ProtocolNames;
import org.packetwalk.kernel.netfilter.TcpTracking;
import org.packetwalk.kernel.netfilter.Tuple;
import org.packetwalk.netlink.FilterRequest;

/** {@code conntrack} of conntrack-tools 1.4.7: lists, counts and forgets connections. */
final class ConntrackCommand implements CommandParser {

    private static final String NAME = "conntrack v1.4.7 (conntrack-tools): ";
    private static final String KNOWN =
            "-L, -F, -C, -p PROTOCOL, -s ADDRESS, -d ADDRESS, -n, -g, -m MARK, --sport PORT, --dport PORT, --state STATE";
    private static final long NANOS = 1_000_000_000L;
    private static final int ICMP = 1;

    @Override
    public Command parse(List<String> arguments, Place place) {
        Words words = new Words(arguments);
        List<Predicate<Connection>> filters = new ArrayList<>();
        char command = 0;
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "-L", "--dump" -> command = 'L';
                case "-F", "--flush" -> command = 'F';
                case "-C", "--count" -> command = 'C';
                default -> filters.add(filter(word, words));
            }
        }
        char asked = command;
        if (asked == 0) {
            throw Words.notSimulated("conntrack", String.join(" ", arguments), KNOWN);
        }
        return new Command.Run(place.host(), "conntrack " + String.join(" ", arguments), (computer, stdin) -> {
            Conntrack table = computer.machine().host(place.host()).netfilter().conntrack();
            SimTime now = computer.machine().now();
            List<Connection> known = table.known(now).stream()
                    .filter(one -> filters.stream().allMatch(filter -> filter.test(one)))
                    .toList();
            if (asked == 'C') {
                return CommandResult.printed(known.size() + "\n");
            }
            if (asked == 'F') {
                computer.configure(place.host(), new FilterRequest.FlushConnections());
                return new CommandResult(0, "", NAME + "connection tracking table has been emptied.\n");
            }
            StringBuilder text = new StringBuilder();
            known.forEach(one -> text.append(line(one, now)).append('\n'));
            return new CommandResult(0, text.toString(), NAME + known.size() + " flow entries have been shown.\n");
        });
    }

    private static Predicate<Connection> filter(String word, Words words) {
        switch (word) {
            case "-n", "--src-nat" -> {
                return one -> one.has(ConnectionStatus.SRC_NAT);
            }
            case "-g", "--dst-nat" -> {
                return one -> one.has(ConnectionStatus.DST_NAT);
            }
            case "-p", "--proto" -> {
                String name = words.next().toLowerCase(Locale.ROOT);
                int number = ProtocolNames.number(name)
                        .orElseThrow(() -> new Refusal(2, NAME + "`" + name + "' unsupported protocol"));
                return one -> one.original().protocol() == number;
            }
            case "-s", "--src", "--orig-src" -> {
                String address = words.next();
                return one -> one.original().source().toString().equals(address);
            }
            case "-d", "--dst", "--orig-dst" -> {
                String address = words.next();
                return one -> one.original().destination().toString().equals(address);
            }
            case "--sport", "--orig-port-src" -> {
                String port = words.next();
                return one -> Integer.toString(one.original().sourcePort()).equals(port);
            }
            case "--dport", "--orig-port-dst" -> {
                String port = words.next();
                return one -> Integer.toString(one.original().destinationPort()).equals(port);
            }
            case "-m", "--mark" -> {
                long mark = Words.number(words.next());
                return one -> (one.mark() & 0xffffffffL) == mark;
            }
            case "--state" -> {
                String state = words.next();
                return one -> one.tcp().name().equals(state);
            }
            default -> throw Words.notSimulated("conntrack", word, KNOWN);
        }
    }

    private static String line(Connection connection, SimTime now) {
        Tuple original = connection.original();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-8s %d %d ",
                name(original.protocol()),
                original.protocol(),
                Math.max(0, connection.expires().since(now) / NANOS)));
        if (connection.tcp() != TcpTracking.NONE) {
            text.append(connection.tcp().name()).append(' ');
        }
        tuple(original, text);
        if (!connection.has(ConnectionStatus.SEEN_REPLY)) {
            text.append("[UNREPLIED] ");
        }
        tuple(connection.reply(), text);
        if (connection.has(ConnectionStatus.ASSURED)) {
            text.append("[ASSURED] ");
        }
        return text.append("mark=")
                .append(Integer.toUnsignedString(connection.mark()))
                .append(" use=1")
                .toString();
    }

    private static String name(int protocol) {
        return Optional.of(ProtocolNames.name(protocol))
                .filter(name ->
                        List.of("tcp", "udp", "icmp", "gre", "sctp", "udplite").contains(name))
                .orElse("unknown");
    }

    private static void tuple(Tuple tuple, StringBuilder text) {
        text.append("src=").append(tuple.source()).append(" dst=").append(tuple.destination());
        if (tuple.protocol() == ICMP) {
            text.append(" type=").append(tuple.destinationPort() >> 8);
            text.append(" code=").append(tuple.destinationPort() & 0xff);
            text.append(" id=").append(tuple.sourcePort());
        } else if (tuple.sourcePort() != 0 || tuple.destinationPort() != 0) {
            text.append(" sport=").append(tuple.sourcePort());
            text.append(" dport=").append(tuple.destinationPort());
        }
        text.append(' ');
    }
}
