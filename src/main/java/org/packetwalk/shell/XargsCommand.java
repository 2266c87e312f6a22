package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;

/** {@code xargs [-r] COMMAND…}: appends the words of its input to a command that takes no time. */
final class XargsCommand implements CommandParser {

    private static final int FAILED = 123;

    private final Commands commands;

    XargsCommand(Commands commands) {
        this.commands = commands;
    }

    @Override
    public Command parse(List<String> arguments, Place place) {
        boolean notWhenEmpty = !arguments.isEmpty()
                && (arguments.get(0).equals("-r") || arguments.get(0).equals("--no-run-if-empty"));
        List<String> command = notWhenEmpty ? arguments.subList(1, arguments.size()) : arguments;
        if (!command.isEmpty() && command.get(0).startsWith("-")) {
            throw Words.notSimulated("xargs", command.get(0), "-r");
        }
        List<String> start = command.isEmpty() ? List.of("echo") : command;
        if (!commands.knows(start.get(0))) {
            throw Refusal.unknownHere(
                    127, "xargs: " + start.get(0) + ": No such file or directory. " + commands.listOfKnown());
        }
        return new Command.Run(place.host(), "xargs " + String.join(" ", arguments), (computer, stdin) -> {
            List<String> words = new ArrayList<>(start);
            stdin.strip().lines().forEach(line -> {
                for (String word : line.strip().split("\\s+")) {
                    if (!word.isEmpty()) {
                        words.add(word);
                    }
                }
            });
            return words.size() == start.size() && notWhenEmpty
                    ? CommandResult.SILENT
                    : perform(words, new Place(place.host(), Shell.known(computer.world())), computer);
        });
    }

    private CommandResult perform(List<String> words, Place place, Computer computer) {
        Command command = commands.parse(words, place);
        CommandResult result;
        if (command instanceof Command.Run run) {
            result = run.action().run(computer, "");
        } else if (command instanceof Command.Configure configure) {
            result = PipelineRun.configure(computer, configure);
        } else if (command instanceof Command.Refused refused) {
            result = refused.result();
        } else {
            result = CommandResult.failed(1, "xargs: " + words.get(0) + " takes time; start it by itself.\n");
        }
        return new CommandResult(result.ok() ? 0 : FAILED, result.stdout(), result.stderr());
    }
}
