package org.packetwalk.shell;

import java.util.List;

/** {@code bridge}: the ports and the forwarding database of bridges ({@code bridge/bridge.c}). */
final class BridgeCommand implements CommandParser {

    private static final String USAGE = """
            Usage: bridge [ OPTIONS ] OBJECT { COMMAND | help }
                   bridge [ -force ] -batch filename
            where  OBJECT := { link | fdb | mdb | vlan | monitor }
                   OPTIONS := { -V[ersion] | -s[tatistics] | -d[etails] |
                                -o[neline] | -t[imestamp] | -n[etns] name |
                                -c[ompressvlans] -color -p[retty] -j[son] }
            """;

    private static final String KNOWN_OPTIONS = "-d, -j, -n, -o, -p, -s, -V";

    @Override
    public Command parse(List<String> arguments, Place typedAt) {
        Words words = new Words(arguments);
        IpOptions options = IpOptions.NONE;
        Place place = typedAt;
        while (words.hasNext() && words.peek().startsWith("-")) {
            String option = words.next().replaceFirst("^--", "-");
            if (is(option, "-statistics") || is(option, "-stats")) {
                options = options.withStatistics();
            } else if (is(option, "-details")) {
                options = options.withDetails();
            } else if (is(option, "-oneline")) {
                options = options.withOneLine();
            } else if (is(option, "-json")) {
                options = options.withJson();
            } else if (is(option, "-pretty")) {
                options = options.withPretty();
            } else if (is(option, "-netns")) {
                place = place.on(IpCommand.host(place, words.next()));
            } else if (is(option, "-Version")) {
                return new Command.Run(
                        place.host(),
                        "bridge -V",
                        (computer, stdin) -> CommandResult.printed("bridge utility, iproute2-6.1.0\n"));
            } else if (is(option, "-help")) {
                return new Command.Refused(CommandResult.failed(255, USAGE), true);
            } else if (is(option, "-timestamp") || is(option, "-compressvlans") || option.startsWith("-c")) {
                throw Words.notSimulated("bridge", option, KNOWN_OPTIONS);
            } else {
                throw new Refusal(255, "Option \"" + option + "\" is unknown, try \"bridge help\".");
            }
        }
        if (!words.hasNext()) {
            return new Command.Refused(CommandResult.failed(255, USAGE), true);
        }
        return object(words, options, place);
    }

    private static boolean is(String option, String name) {
        return option.length() > 1 && name.startsWith(option);
    }

    private static Command object(Words words, IpOptions options, Place place) {
        String word = words.next();
        String object = List.of("link", "fdb", "mdb", "vlan", "vni", "monitor", "help").stream()
                .filter(name -> Words.matches(word, name))
                .findFirst()
                .orElseThrow(() -> new Refusal(255, "Object \"" + word + "\" is unknown, try \"bridge help\"."));
        return switch (object) {
            case "link" -> new BridgeLinkParser(place, options).parse(words);
            case "fdb" -> new BridgeFdbParser(place, options).parse(words);
            case "help" -> new Command.Refused(CommandResult.failed(255, USAGE), true);
            default -> throw Words.notSimulated("bridge", object, "link, fdb");
        };
    }

    /** The first subcommand a word is a beginning of. */
    static String subcommand(Words words, String object, List<String> subcommands) {
        if (!words.hasNext()) {
            return "show";
        }
        String word = words.next();
        return subcommands.stream()
                .filter(name -> Words.matches(word, name))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(255, "Command \"" + word + "\" is unknown, try \"bridge " + object + " help\"."));
    }

    /** The kernel's answer; this tool ends with 255 where {@code ip} ends with 2. */
    static CommandResult answer(CommandResult result) {
        return result.ok() ? result : CommandResult.failed(255, result.stderr());
    }
}
