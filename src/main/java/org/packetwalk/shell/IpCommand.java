package org.packetwalk.shell;

import java.util.List;

import org.packetwalk.kernel.HostId;

/** {@code ip}: options, then an object, each abbreviated as iproute2 allows ({@code ip/ip.c}). */
final class IpCommand implements CommandParser {

    private static final List<String> OPTIONS = List.of(
            "-loops",
            "-family",
            "-4",
            "-6",
            "-0",
            "-M",
            "-B",
            "-human",
            "-human-readable",
            "-iec",
            "-stats",
            "-statistics",
            "-details",
            "-resolve",
            "-oneline",
            "-timestamp",
            "-tshort",
            "-Version",
            "-force",
            "-batch",
            "-brief",
            "-json",
            "-pretty",
            "-rcvbuf",
            "-color",
            "-help",
            "-netns",
            "-Numeric",
            "-all");

    private static final List<String> OBJECTS = List.of(
            "address",
            "addrlabel",
            "maddress",
            "route",
            "rule",
            "neighbor",
            "neighbour",
            "ntable",
            "ntbl",
            "link",
            "l2tp",
            "fou",
            "ila",
            "macsec",
            "tunnel",
            "tunl",
            "tuntap",
            "tap",
            "token",
            "tcpmetrics",
            "tcp_metrics",
            "monitor",
            "xfrm",
            "mroute",
            "mrule",
            "netns",
            "netconf",
            "vrf",
            "sr",
            "nexthop",
            "mptcp",
            "ioam",
            "help",
            "stats");

    private static final String USAGE = """
            Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }
                   ip [ -force ] -batch filename
            where  OBJECT := { address | addrlabel | amt | fou | help | ila | ioam | l2tp |
                               link | macsec | maddress | monitor | mptcp | mroute | mrule |
                               neighbor | neighbour | netconf | netns | nexthop | ntable |
                               ntbl | route | rule | sr | tap | tcpmetrics |
                               token | tunnel | tuntap | vrf | xfrm }
                   OPTIONS := { -V[ersion] | -s[tatistics] | -d[etails] | -r[esolve] |
                                -h[uman-readable] | -iec | -j[son] | -p[retty] |
                                -f[amily] { inet | inet6 | mpls | bridge | link } |
                                -4 | -6 | -M | -B | -0 |
                                -l[oops] { maximum-addr-flush-attempts } | -br[ief] |
                                -o[neline] | -t[imestamp] | -ts[hort] | -b[atch] [filename] |
                                -rc[vbuf] [size] | -n[etns] name | -N[umeric] | -a[ll] |
                                -c[olor]}
            """;

    private static final String KNOWN_OPTIONS = "-4, -6, -a, -br, -d, -h, -j, -n, -N, -o, -p, -r, -s, -V";

    private final Commands commands;

    IpCommand(Commands commands) {
        this.commands = commands;
    }

    @Override
    public Command parse(List<String> arguments, Place typedAt) {
        Words words = new Words(arguments);
        IpOptions options = IpOptions.NONE;
        Place place = typedAt;
        boolean all = false;
        while (words.hasNext() && words.peek().startsWith("-")) {
            String option = words.next();
            if (option.equals("--")) {
                break;
            }
            String keyword = option(option.startsWith("--") ? option.substring(1) : option);
            if (option.matches("-{1,2}c(o(l(o(r)?)?)?)?=.*")) {
                keyword = color(option);
            }
            switch (keyword) {
                case "-4", "-6" -> options = options.withFamily(keyword.charAt(1) - '0');
                case "-family" -> options = family(options, words.next());
                case "-0", "-human", "-human-readable", "-iec", "-resolve", "-timestamp", "-tshort" -> {
                    // Nothing that is printed once has another form with these.
                }
                case "-stats", "-statistics" -> options = options.withStatistics();
                case "-details" -> options = options.withDetails();
                case "-oneline" -> options = options.withOneLine();
                case "-brief" -> options = options.withBrief();
                case "-json" -> options = options.withJson();
                case "-pretty" -> options = options.withPretty();
                case "-Numeric" -> options = options.withNumeric();
                case "-color" -> {}
                case "-all" -> all = true;
                case "-help" -> {
                    return new Command.Refused(CommandResult.failed(255, USAGE), true);
                }
                case "-Version" -> {
                    return printed(place, arguments, "ip utility, iproute2-6.1.0, libbpf 1.1.2\n");
                }
                case "-netns" -> {
                    if (!words.hasNext()) {
                        throw new Refusal(255, "Cannot open network namespace \"(null)\": No such file or directory");
                    }
                    place = place.on(host(place, words.next()));
                }
                case "" -> throw new Refusal(255, "Option \"" + option + "\" is unknown, try \"ip -help\".");
                default -> throw Words.notSimulated("ip", keyword, KNOWN_OPTIONS);
            }
        }
        if (!words.hasNext()) {
            return new Command.Refused(CommandResult.failed(255, USAGE), true);
        }
        if (options.family() != 0) {
            words.knowFamily(options.ipv6());
        }
        return object(words, options, place, all);
    }

    /** {@code matches_color}: what is printed here is no terminal, so nothing is coloured. */
    private static String color(String option) {
        String when = option.substring(option.indexOf('=') + 1);
        return List.of("always", "auto", "never").contains(when) ? "-color" : "";
    }

    private static Command printed(Place place, List<String> arguments, String text) {
        return new Command.Run(
                place.host(), "ip " + String.join(" ", arguments), (computer, stdin) -> CommandResult.printed(text));
    }

    private static String option(String word) {
        for (String option : OPTIONS) {
            boolean exact = option.length() == 2;
            if (exact ? option.equals(word) : word.length() > 1 && Words.matches(word, option)) {
                return option;
            }
        }
        return "";
    }

    private static IpOptions family(IpOptions options, String word) {
        return switch (word) {
            case "inet" -> options.withFamily(4);
            case "inet6" -> options.withFamily(6);
            case "link" -> options;
            case "mpls", "bridge" -> throw Words.notSimulated("ip -family", word, "inet, inet6, link");
            default -> throw Words.plainlyWrong(word, "invalid protocol family");
        };
    }

    /** {@code netns_switch}. */
    static HostId host(Place place, String name) {
        HostId host = new HostId(name);
        if (!place.known().host(host)) {
            throw new Refusal(255, "Cannot open network namespace \"" + name + "\": No such file or directory");
        }
        return host;
    }

    private Command object(Words words, IpOptions options, Place place, boolean all) {
        String word = words.next();
        String object = OBJECTS.stream()
                .filter(name -> Words.matches(word, name))
                .findFirst()
                .orElseThrow(() -> new Refusal(1, "Object \"" + word + "\" is unknown, try \"ip help\"."));
        return switch (object) {
            case "address" -> new IpAddressParser(place, options).parse(words);
            case "route" -> new IpRouteParser(place, options).parse(words);
            case "rule" -> new IpRuleParser(place, options).parse(words);
            case "neighbor", "neighbour" -> new IpNeighborParser(place, options).parse(words);
            case "link" -> new IpLinkParser(place, options).parse(words);
            case "maddress" -> new IpMaddrParser(place, options).parse(words);
            case "addrlabel" -> new IpAddrlabelParser(place, options).parse(words);
            case "nexthop" -> new IpNexthopParser(place, options).parse(words);
            case "netns" -> new IpNetnsParser(place, options, commands, all).parse(words);
            case "help" -> new Command.Refused(CommandResult.failed(255, USAGE), true);
            default ->
                throw Words.notSimulated(
                        "ip", object, "address, addrlabel, link, maddress, neighbor, netns, nexthop, route, rule");
        };
    }

    /** The first subcommand a word is a beginning of, as every object resolves its own. */
    static String subcommand(Words words, String object, String whenMissing, List<String> subcommands) {
        if (!words.hasNext()) {
            return whenMissing;
        }
        String word = words.next();
        return subcommands.stream()
                .filter(name -> Words.matches(word, name))
                .findFirst()
                .orElseThrow(
                        () -> new Refusal(255, "Command \"" + word + "\" is unknown, try \"ip " + object + " help\"."));
    }
}
