package org.packetwalk.shell;

import java.util.List;

/** {@code sh -c LINE}: another shell, on the host on which it is called. */
final class ShCommand implements CommandParser {

    /** How a shell ends that does not understand a line. */
    static final int SYNTAX_ERROR = 2;

    @Override
    public Command parse(List<String> arguments, Place place) {
        if (arguments.isEmpty() || !arguments.get(0).equals("-c")) {
            String given = arguments.isEmpty() ? "without words" : arguments.get(0);
            throw Words.notSimulated("sh", given, "-c LINE");
        }
        if (arguments.size() == 1) {
            throw new Refusal(SYNTAX_ERROR, "sh: 0: -c requires an argument");
        }
        if (arguments.size() > 2) {
            throw Words.notSimulated("sh", "an argument after the line of -c", "-c LINE");
        }
        CommandLine line = CommandLine.parse(arguments.get(1));
        if (line instanceof CommandLine.Refused refused) {
            throw Refusal.unknownHere(SYNTAX_ERROR, "sh: 1: " + refused.sentence());
        }
        return new Command.Script(place.host(), ((CommandLine.Understood) line).steps());
    }
}
