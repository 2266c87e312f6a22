package org.packetwalk.shell;

import java.util.List;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.netfilter.Connection;
import org.packetwalk.netlink.FilterRequest;

/** {@code conntrack} of conntrack-tools 1.4.7: lists, counts and forgets connections of both families. */
final class ConntrackCommand implements CommandParser {

    private static final String NAME = "conntrack v1.4.7 (conntrack-tools): ";
    private static final String KNOWN = "-L, -D, -F, -C, -V with " + ConntrackFilter.KNOWN;
    private static final List<String> TABLES = List.of("conntrack", "expect");

    @Override
    public Command parse(List<String> arguments, Place place) {
        Words words = new Words(arguments);
        ConntrackFilter filter = new ConntrackFilter();
        char command = 0;
        String table = "conntrack";
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "-L", "--dump" -> command = 'L';
                case "-D", "--delete" -> command = 'D';
                case "-F", "--flush" -> command = 'F';
                case "-C", "--count" -> command = 'C';
                case "-V", "--version" -> command = 'V';
                case "-E", "--event", "-S", "--stats", "-G", "--get", "-I", "--create", "-U", "--update" ->
                    throw Words.notSimulated("conntrack", word, KNOWN);
                default -> {
                    if (word.startsWith("-")) {
                        filter.read(word, words);
                    } else {
                        table = table(word);
                    }
                }
            }
        }
        char asked = command;
        if (asked == 0) {
            throw Words.notSimulated("conntrack", "without a command", KNOWN);
        }
        boolean expectations = table.equals("expect");
        return new Command.Run(
                place.host(),
                "conntrack " + String.join(" ", arguments),
                (computer, stdin) -> run(asked, expectations, filter, computer, place));
    }

    private static String table(String word) {
        if (!TABLES.contains(word)) {
            throw complaint("unknown type `" + word + "'");
        }
        return word;
    }

    /** {@code exit_error(PARAMETER_PROBLEM)}. */
    static Refusal complaint(String what) {
        return new Refusal(2, NAME + what + "\nTry `conntrack -h' or 'conntrack --help' for more information.");
    }

    private static CommandResult run(
            char command, boolean expectations, ConntrackFilter filter, Computer computer, Place place) {
        SimTime now = computer.machine().now();
        List<Connection> found = expectations
                ? List.of()
                : all(computer, place, now).stream().filter(filter::accepts).toList();
        String kind = expectations ? " expectations" : " flow entries";
        return switch (command) {
            case 'V' -> CommandResult.printed(NAME.substring(0, NAME.length() - 2) + "\n");
            case 'C' -> CommandResult.printed(found.size() + "\n");
            case 'F' -> {
                // A family or another choice is not asked for: all go.
                if (!expectations) {
                    forget(computer, place, all(computer, place, now));
                }
                yield new CommandResult(
                        0,
                        "",
                        NAME + (expectations ? "expectation" : "connection tracking") + " table has been emptied.\n");
            }
            case 'D' -> {
                forget(computer, place, found);
                yield new CommandResult(
                        found.isEmpty() ? 1 : 0,
                        ConntrackText.lines(found, filter.output(), now),
                        NAME + found.size() + kind + " have been deleted.\n");
            }
            default ->
                new CommandResult(
                        0,
                        ConntrackText.lines(found, filter.output(), now),
                        NAME + found.size() + kind + " have been shown.\n");
        };
    }

    private static List<Connection> all(Computer computer, Place place, SimTime now) {
        return computer.machine().host(place.host()).netfilter().conntrack().known(now);
    }

    private static void forget(Computer computer, Place place, List<Connection> connections) {
        computer.configure(
                place.host(),
                new FilterRequest.ForgetConnections(
                        connections.stream().map(Connection::number).toList()));
    }
}
