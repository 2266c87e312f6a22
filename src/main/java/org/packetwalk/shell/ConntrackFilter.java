package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

import org.packetwalk.kernel.netfilter.Connection;
import org.packetwalk.kernel.netfilter.ConnectionStatus;
import org.packetwalk.kernel.netfilter.NatManip;
import org.packetwalk.kernel.netfilter.Tuple;
import org.packetwalk.net.IpAddress;

/** Which connections {@code conntrack} is asked about, and how it shall print them. */
final class ConntrackFilter {

    static final String KNOWN =
            "-f FAMILY, -p PROTOCOL, -s, -d, -r, -q ADDRESS, -n, -g, -j, -m MARK, -u STATUS, -o extended,id, "
                    + "--sport PORT, --dport PORT, --reply-port-src PORT, --reply-port-dst PORT, --state STATE, --icmp-type TYPE, "
                    + "--icmp-code CODE, --icmp-id ID";

    private static final List<String> PROTOCOLS =
            List.of("tcp", "udp", "udplite", "sctp", "dccp", "icmp", "icmpv6", "gre");
    private static final List<String> OUTPUTS = List.of("extended", "id");

    private final List<Predicate<Connection>> tests = new ArrayList<>();
    private List<String> output = List.of();
    private String protocol = "";

    /** Whether a connection is one of those asked for. */
    boolean accepts(Connection connection) {
        return tests.stream().allMatch(test -> test.test(connection));
    }

    /** What {@code -o} asks for. */
    List<String> output() {
        return output;
    }

    /** Reads one option. */
    void read(String word, Words words) {
        switch (word) {
            case "-f", "--family" -> {
                boolean four = family(words.next());
                tests.add(one -> one.original().source().isIpv4() == four);
            }
            case "-p", "--proto", "--protonum" -> protocol(words.next());
            case "-s", "--src", "--orig-src" -> address(words.next(), Connection::original, Tuple::source);
            case "-d", "--dst", "--orig-dst" -> address(words.next(), Connection::original, Tuple::destination);
            case "-r", "--reply-src" -> address(words.next(), Connection::reply, Tuple::source);
            case "-q", "--reply-dst" -> address(words.next(), Connection::reply, Tuple::destination);
            case "-n", "--src-nat" -> translated(words, true, false);
            case "-g", "--dst-nat" -> translated(words, false, true);
            case "-j", "--any-nat" -> translated(words, true, true);
            case "-m", "--mark" -> {
                long mark = Words.number(words.next());
                tests.add(one -> (one.mark() & 0xffffffffL) == mark);
            }
            case "-u", "--status" -> status(words.next());
            case "-o", "--output" -> output = output(words.next());
            default -> ofProtocol(word, words);
        }
    }

    private static boolean family(String name) {
        if (!name.equals("ipv4") && !name.equals("ipv6")) {
            throw ConntrackCommand.complaint("`" + name + "' unsupported protocol");
        }
        return name.equals("ipv4");
    }

    private void protocol(String word) {
        String name = word.toLowerCase(Locale.ROOT);
        if (!PROTOCOLS.contains(name)) {
            throw ConntrackCommand.complaint("`" + word + "' unsupported protocol");
        }
        protocol = name;
        tests.add(one -> ConntrackText.name(one.original().protocol()).equals(name));
    }

    private void address(String text, Function<Connection, Tuple> direction, Function<Tuple, IpAddress> end) {
        if (!IpAddress.isValid(text)) {
            throw ConntrackCommand.complaint("Invalid IP address `" + text + "'");
        }
        IpAddress address = IpAddress.parse(text);
        tests.add(one -> end.apply(direction.apply(one)).equals(address));
    }

    /** With an address only those translated to it. */
    private void translated(Words words, boolean source, boolean destination) {
        if (!words.hasNext() || words.peek().startsWith("-")) {
            tests.add(one -> source && (sourceMoved(one) || sourcePortMoved(one))
                    || destination && (destinationMoved(one) || destinationPortMoved(one)));
            return;
        }
        String text = words.next();
        if (!IpAddress.isValid(text)) {
            throw ConntrackCommand.complaint("Invalid IP address `" + text + "'");
        }
        IpAddress address = IpAddress.parse(text);
        tests.add(one -> source && sourceMoved(one) && one.reply().destination().equals(address)
                || destination && destinationMoved(one) && one.reply().source().equals(address));
    }

    /** {@code __getobjopt_is_snat} of libnetfilter_conntrack. */
    private static boolean sourceMoved(Connection one) {
        return one.settled(NatManip.SOURCE)
                && !one.reply().destination().equals(one.original().source());
    }

    private static boolean destinationMoved(Connection one) {
        return one.settled(NatManip.DESTINATION)
                && !one.reply().source().equals(one.original().destination());
    }

    /** {@code __getobjopt_is_spat}; of ICMP it takes type and id for ports, so that they always differ. */
    private static boolean sourcePortMoved(Connection one) {
        return one.settled(NatManip.SOURCE)
                && one.reply().destinationPort() != one.original().sourcePort();
    }

    private static boolean destinationPortMoved(Connection one) {
        return one.settled(NatManip.DESTINATION)
                && one.reply().sourcePort() != one.original().destinationPort();
    }

    private void status(String text) {
        for (String word : text.split(",")) {
            switch (word) {
                case "ASSURED" -> tests.add(one -> one.has(ConnectionStatus.ASSURED));
                case "SEEN_REPLY" -> tests.add(one -> one.has(ConnectionStatus.SEEN_REPLY));
                case "UNREPLIED" -> tests.add(one -> !one.has(ConnectionStatus.SEEN_REPLY));
                default -> throw ConntrackCommand.complaint("Bad parameter `" + word + "'");
            }
        }
    }

    private static List<String> output(String text) {
        List<String> asked = List.of(text.split(","));
        asked.stream().filter(word -> !OUTPUTS.contains(word)).findFirst().ifPresent(word -> {
            throw Words.notSimulated("conntrack -o", word, String.join(", ", OUTPUTS));
        });
        return asked;
    }

    /** Options that a protocol before them has. */
    private void ofProtocol(String word, Words words) {
        boolean ports = List.of("tcp", "udp", "udplite", "sctp", "dccp").contains(protocol);
        boolean icmp = protocol.equals("icmp") || protocol.equals("icmpv6");
        String option = protocol.equals("icmpv6") ? word.replace("--icmpv6-", "--icmp-") : word;
        if (ports && List.of("--sport", "--orig-port-src").contains(option)) {
            number(words, one -> one.original().sourcePort());
        } else if (ports && List.of("--dport", "--orig-port-dst").contains(option)) {
            number(words, one -> one.original().destinationPort());
        } else if (ports && option.equals("--reply-port-src")) {
            number(words, one -> one.reply().sourcePort());
        } else if (ports && option.equals("--reply-port-dst")) {
            number(words, one -> one.reply().destinationPort());
        } else if (protocol.equals("tcp") && option.equals("--state")) {
            String state = words.next();
            tests.add(one -> one.tcp().name().equals(state));
        } else if (icmp && option.equals("--icmp-type")) {
            number(words, one -> one.original().destinationPort() >> 8);
        } else if (icmp && option.equals("--icmp-code")) {
            number(words, one -> one.original().destinationPort() & 0xff);
        } else if (icmp && option.equals("--icmp-id")) {
            number(words, one -> one.original().sourcePort());
        } else if (List.of("-c", "-e", "-z", "-l", "-t", "-w", "-b", "-a", "-i").contains(word)) {
            throw Words.notSimulated("conntrack", word, KNOWN);
        } else {
            throw ConntrackCommand.complaint("unknown option `" + word + "'");
        }
    }

    private void number(Words words, Function<Connection, Integer> seen) {
        long wanted = Words.number(words.next());
        tests.add(one -> seen.apply(one) == wanted);
    }
}
