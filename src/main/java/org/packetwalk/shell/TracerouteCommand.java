package org.packetwalk.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.packetwalk.net.IpProtocol;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.program.TracerouteMethod;
import org.packetwalk.program.TracerouteOptions;
import org.packetwalk.program.TraceroutePace;
import org.packetwalk.program.TraceroutePacket;
import org.packetwalk.program.TracerouteProgram;

/** {@code traceroute [OPTIONS] HOST [LENGTH]} of Dmitry Butskoy. */
final class TracerouteCommand implements CommandParser {

    private static final String VERSION = """
            Modern traceroute for Linux, version 2.1.2
            Copyright (c) 2016  Dmitry Butskoy,   License: GPL v2 or any later
            """;

    @Override
    public Command parse(List<String> arguments, Place place) {
        if (arguments.contains("-V") || arguments.contains("--version")) {
            return new Command.Run(
                    place.host(), "traceroute -V", (computer, stdin) -> new CommandResult(0, "", VERSION));
        }
        TracerouteOptions options = new Reader().read(arguments);
        return new Command.Start(
                place.host(), "traceroute " + String.join(" ", arguments), TracerouteProgram.start(options));
    }

    /** Takes the words in one after another, beginning with what the tool does unless told otherwise. */
    private static final class Reader {

        private static final String KNOWN =
                "-4, -6, -e, -F, -f, -I, -i, -M, -m, -N, -n, -P, -p, -q, -r, -s, -T, -t, -U, -V, -w, -z, --sport";
        private static final String FLAGS = "46eFInrTU";

        /** The long names of options, and what stands for their arguments; those without one are flags. */
        private static final Map<String, String> LONG = words("""
                --icmp -I
                --tcp -T
                --udp -U
                --dont-fragment -F
                --extensions -e
                --first -f
                --interface -i
                --max-hops -m
                --sim-queries -N
                --port -p
                --tos -t
                --wait -w
                --queries -q
                --source -s
                --sendwait -z
                --module -M
                --protocol -P
                --sport --sport
                """);

        private static final Map<String, String> ARGUMENTS = words("""
                -f first_ttl
                -i device
                -m max_ttl
                -N squeries
                -p port
                -t tos
                -w MAX,HERE,NEAR
                -q nqueries
                -s src_addr
                -z sendwait
                -M name
                -P prot
                --sport num
                """);

        private static final List<String> NOT_SIMULATED = List.of(
                "-A",
                "-D",
                "-d",
                "-g",
                "-l",
                "-O",
                "--mtu",
                "--back",
                "--fwmark",
                "--help",
                "--gateway",
                "--flowlabel",
                "--options",
                "--as-path-lookups",
                "--dccp",
                "--debug",
                "--UL");

        private static final int IP_HEADER = 20;
        private static final int PROBE_HEADER = 8;
        private static final int USUAL_LENGTH = 60;
        private static final int MOST_LENGTH = 65_000;
        private static final int MOST_QUERIES = 10;
        private static final int MOST_HOPS = 255;
        private static final double USUAL_WAIT = 5;
        private static final double USUAL_HERE = 3;
        private static final double USUAL_NEAR = 10;
        private static final double SECONDS_AT_MOST = 10;
        private static final double NANOS_PER_SECOND = 1e9;
        private static final double MILLIS_PER_SECOND = 1000;

        private String host = "";
        private int hostPlace;
        private int operands;
        private boolean numeric;
        private TracerouteMethod method = TracerouteMethod.DEFAULT;
        private int protocol;
        private long queries = 3;
        private long together = 16;
        private double wait = USUAL_WAIT;
        private double here = USUAL_HERE;
        private double near = USUAL_NEAR;
        private double sendWait;
        private long firstHop = 1;
        private long lastHop = 30;
        private int port;
        private int sourcePort;
        private long length = USUAL_LENGTH;
        private String source = "";
        private String device = "";
        private int tos;
        private boolean dontFragment;
        private boolean dontRoute;
        private int family;
        private List<String> arguments = List.of();
        private int at;

        private static Map<String, String> words(String lines) {
            Map<String, String> words = new LinkedHashMap<>();
            lines.lines().forEach(line -> words.put(line.split(" ")[0], line.split(" ")[1]));
            return words;
        }

        TracerouteOptions read(List<String> words) {
            arguments = words;
            while (at < arguments.size()) {
                String word = arguments.get(at++);
                if (!word.startsWith("-") || word.length() == 1) {
                    operand(word);
                } else if (word.startsWith("--")) {
                    longOption(word);
                } else {
                    shortOptions(word);
                }
            }
            if (hostPlace == 0) {
                throw new Refusal(2, "Specify \"host\" missing argument.");
            }
            check();
            return options();
        }

        private void check() {
            if (firstHop < 1 || firstHop > lastHop) {
                throw new Refusal(2, "first hop out of range");
            }
            if (lastHop > MOST_HOPS) {
                throw new Refusal(2, "max hops cannot be more than 255");
            }
            if (queries < 1 || queries > MOST_QUERIES) {
                throw new Refusal(2, "no more than 10 probes per hop");
            }
            if (length > MOST_LENGTH) {
                throw new Refusal(2, "too big packetlen " + length + " specified");
            }
        }

        private TracerouteOptions options() {
            boolean ipv6 = family == 6 || family == 0 && host.indexOf(':') >= 0;
            if (ipv6 && (method == TracerouteMethod.RAW || method == TracerouteMethod.TCP)) {
                throw Words.notSimulated("traceroute", "-6 with -P or -T", "-6 with datagrams and -I");
            }
            int more = ipv6 ? Ipv6Header.LENGTH - IP_HEADER : 0;
            int shortest = more + IP_HEADER + (method == TracerouteMethod.RAW ? 0 : PROBE_HEADER);
            int whole = method == TracerouteMethod.TCP
                    ? USUAL_LENGTH
                    : Math.max(shortest, (int) length + (length == USUAL_LENGTH ? more : 0));
            int number = switch (method) {
                case DEFAULT, UDP -> IpProtocol.UDP.number();
                case ICMP -> IpProtocol.ICMP.number();
                case TCP -> IpProtocol.TCP.number();
                case RAW -> protocol;
            };
            return new TracerouteOptions(
                    host,
                    numeric,
                    family,
                    hostPlace,
                    new TraceroutePacket(
                            method,
                            new IpProtocol(number),
                            whole,
                            port == 0 ? method.usualPort() : port,
                            sourcePort,
                            source,
                            device,
                            tos,
                            dontFragment,
                            dontRoute),
                    new TraceroutePace(
                            (int) queries,
                            (int) together,
                            Math.round(wait * MILLIS_PER_SECOND),
                            here,
                            near,
                            Math.round(sendWait * NANOS_PER_SECOND),
                            (int) firstHop,
                            (int) lastHop));
        }

        private void operand(String word) {
            operands++;
            if (operands == 1) {
                host = word;
                hostPlace = at;
            } else if (operands == 2) {
                length = Words.number(word);
                if (length < 0) {
                    throw new Refusal(
                            2,
                            "Cannot handle \"packetlen\" cmdline arg `" + word + "' on position 2 (argc " + at + ")");
                }
            } else {
                throw new Refusal(2, "Extra arg `" + word + "' (position " + operands + ", argc " + at + ")");
            }
        }

        private void longOption(String word) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            Optional<String> known = Optional.ofNullable(LONG.get(name));
            if (known.isEmpty()) {
                refuse(name, word);
            }
            String option = known.orElseThrow();
            if (!ARGUMENTS.containsKey(option)) {
                flag(option.charAt(1));
            } else if (equals < 0) {
                throw new Refusal(
                        2,
                        "Option `" + word + "' (argc " + at + ") requires an argument: `" + name + "="
                                + ARGUMENTS.get(option) + "'");
            } else {
                option(option, word.substring(equals + 1));
            }
        }

        private void shortOptions(String word) {
            String first = word.substring(0, 2);
            if (ARGUMENTS.containsKey(first)) {
                if (word.length() > 2) {
                    option(first, word.substring(2));
                } else if (at == arguments.size()) {
                    throw lacks(first);
                } else {
                    option(first, arguments.get(at++));
                }
                return;
            }
            for (char letter : word.substring(1).toCharArray()) {
                if (ARGUMENTS.containsKey("-" + letter)) {
                    throw lacks("-" + letter);
                }
                if (FLAGS.indexOf(letter) < 0) {
                    refuse("-" + letter, word);
                }
                flag(letter);
            }
        }

        private Refusal lacks(String option) {
            return new Refusal(
                    2,
                    "Option `" + option + "' (argc " + at + ") requires an argument: `" + option + " "
                            + ARGUMENTS.get(option) + "'");
        }

        private void refuse(String name, String word) {
            if (NOT_SIMULATED.contains(name)) {
                throw Words.notSimulated("traceroute", name, KNOWN);
            }
            throw new Refusal(2, "Bad option `" + word + "' (argc " + at + ")");
        }

        private void flag(char letter) {
            switch (letter) {
                case 'n' -> numeric = true;
                case 'I' -> method = TracerouteMethod.ICMP;
                case 'T' -> method = TracerouteMethod.TCP;
                case 'U' -> method = TracerouteMethod.UDP;
                case 'F' -> dontFragment = true;
                case 'r' -> dontRoute = true;
                case '4', '6' -> family = letter - '0';
                default -> {
                    // -e shows extensions of ICMP errors, and nobody here sends any.
                }
            }
        }

        private void option(String name, String value) {
            switch (name) {
                case "-q" -> queries = number(name, value);
                case "-N" -> together = number(name, value);
                case "-w" -> waits(value);
                case "-z" -> {
                    double wanted = decimal(name, value);
                    sendWait = wanted > SECONDS_AT_MOST ? wanted / MILLIS_PER_SECOND : wanted;
                }
                case "-m" -> lastHop = number(name, value);
                case "-f" -> firstHop = number(name, value);
                case "-p" -> port = (int) (number(name, value) & 0xffff);
                case "-t" -> tos = (int) (number(name, value) & 0xff);
                case "-i" -> device = value;
                case "-s" -> source = value;
                case "--sport" -> {
                    sourcePort = (int) (number(name, value) & 0xffff);
                    together = 1;
                }
                case "-P" -> {
                    protocol = (int) (number(name, value) & 0xff);
                    method = TracerouteMethod.RAW;
                }
                default -> module(value);
            }
        }

        private void module(String name) {
            method = switch (name) {
                case "default" -> TracerouteMethod.DEFAULT;
                case "udp" -> TracerouteMethod.UDP;
                case "icmp" -> TracerouteMethod.ICMP;
                case "tcp" -> TracerouteMethod.TCP;
                case "raw", "dccp", "udplite", "tcpconn" ->
                    throw Words.notSimulated("traceroute -M", name, "default, icmp, tcp, udp");
                default -> throw new Refusal(2, "Unknown traceroute module " + name);
            };
        }

        /** {@code MAX,HERE,NEAR}: what is left out is no limit. */
        private void waits(String value) {
            if (!value.matches("\\d{1,6}(\\.\\d{1,6})?(,\\d{1,6}(\\.\\d{1,6})?){0,2}")) {
                throw cannotHandle("-w", value);
            }
            String[] parts = value.split(",");
            wait = Double.parseDouble(parts[0]);
            here = parts.length > 1 ? Double.parseDouble(parts[1]) : 0;
            near = parts.length > 2 ? Double.parseDouble(parts[2]) : 0;
        }

        private double decimal(String name, String text) {
            if (!text.matches("\\d{1,6}(\\.\\d{1,9})?")) {
                throw cannotHandle(name, text);
            }
            return Double.parseDouble(text);
        }

        private long number(String name, String text) {
            long number = Words.number(text);
            if (number < 0) {
                throw cannotHandle(name, text);
            }
            return number;
        }

        private Refusal cannotHandle(String name, String value) {
            return new Refusal(2, "Cannot handle `" + name + "' option with arg `" + value + "' (argc " + at + ")");
        }
    }
}
