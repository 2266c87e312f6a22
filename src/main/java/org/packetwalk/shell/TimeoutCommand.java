package org.packetwalk.shell;

import java.util.List;

import org.packetwalk.program.TimeoutProgram;

/** {@code timeout [-s SIGNAL] [--preserve-status] DURATION COMMAND…}. */
final class TimeoutCommand implements CommandParser {

    private static final int FAILED = 125;
    private static final int NOT_FOUND = 127;
    private static final String TRY = "\nTry 'timeout --help' for more information.";

    private final Commands commands;

    TimeoutCommand(Commands commands) {
        this.commands = commands;
    }

    @Override
    public Command parse(List<String> arguments, Place place) {
        boolean preserve = false;
        int at = 0;
        while (at < arguments.size() && arguments.get(at).startsWith("-")) {
            String word = arguments.get(at);
            if (word.equals("--preserve-status")) {
                preserve = true;
            } else if (word.equals("-s")
                    || word.equals("-k")
                    || word.equals("--signal")
                    || word.equals("--kill-after")) {
                at++;
            } else if (!word.matches("-[sk]\\S+|--(signal|kill-after)=\\S+|--foreground|-f")) {
                throw Words.notSimulated("timeout", word, "-k, -s, --foreground, --preserve-status");
            }
            at++;
        }
        if (arguments.size() < at + 2) {
            throw new Refusal(FAILED, TRY.strip());
        }
        String duration = arguments.get(at);
        if (!SleepCommand.isDuration(duration)) {
            throw new Refusal(FAILED, "timeout: invalid time interval '" + duration + "'" + TRY);
        }
        List<String> words = arguments.subList(at + 1, arguments.size());
        if (!commands.knows(words.get(0))) {
            throw Refusal.unknownHere(
                    NOT_FOUND,
                    "timeout: failed to run command '" + words.get(0) + "': No such file or directory. "
                            + commands.listOfKnown());
        }
        Command inner = commands.parse(words, place);
        if (inner instanceof Command.Start start) {
            return new Command.Start(
                    start.host(),
                    "timeout " + String.join(" ", arguments),
                    TimeoutProgram.start(start.program(), SleepCommand.nanos(duration), preserve));
        }
        return inner;
    }
}
