package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.PatternSyntaxException;

import org.packetwalk.shell.PosixPattern.Dialect;

/** {@code grep}: basic, extended and fixed patterns. */
final class GrepCommand implements CommandParser {

    private static final String KNOWN = "-c, -E, -F, -i, -n, -o, -q, -v, -e PATTERN";
    private static final int FAULT = 2;

    @Override
    public Command parse(List<String> arguments, Place place) {
        StringBuilder options = new StringBuilder();
        List<String> rest = new ArrayList<>();
        List<String> given = new ArrayList<>();
        Words words = new Words(arguments);
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("-e")) {
                given.add(words.next());
            } else if (word.matches("-[cEFinoqvh]+")) {
                options.append(word.substring(1));
            } else if (word.startsWith("-") && word.length() > 1) {
                throw Words.notSimulated("grep", word, KNOWN);
            } else {
                rest.add(word);
            }
        }
        if (given.isEmpty()) {
            if (rest.isEmpty()) {
                throw new Refusal(FAULT, "Usage: grep [OPTION]... PATTERNS [FILE]...");
            }
            given.add(rest.remove(0));
        }
        PosixPattern pattern = pattern(given, options.toString());
        String chosen = options.toString();
        List<String> files = List.copyOf(rest);
        return new Command.Run(place.host(), "grep " + String.join(" ", arguments), (computer, stdin) -> {
            TextCommands.Input input = TextCommands.Input.of("grep", files, computer, place, stdin);
            return input.fault().isEmpty()
                    ? search(pattern, chosen, input.text())
                    : CommandResult.failed(FAULT, input.fault());
        });
    }

    private static PosixPattern pattern(List<String> given, String options) {
        Dialect dialect = options.indexOf('F') >= 0
                ? Dialect.FIXED
                : options.indexOf('E') >= 0 ? Dialect.EXTENDED : Dialect.BASIC;
        try {
            return PosixPattern.of("grep", given, dialect, options.indexOf('i') >= 0);
        } catch (PatternSyntaxException e) {
            throw new Refusal(FAULT, "grep: " + String.join("|", given) + ": Invalid regular expression");
        }
    }

    private static CommandResult search(PosixPattern pattern, String options, String text) {
        StringBuilder out = new StringBuilder();
        int found = 0;
        int number = 0;
        for (String line : TextCommands.rows(text)) {
            number++;
            if (pattern.occursIn(line) == options.indexOf('v') >= 0) {
                continue;
            }
            found++;
            String prefix = options.indexOf('n') >= 0 ? number + ":" : "";
            if (options.indexOf('o') >= 0 && options.indexOf('v') < 0) {
                Optional<MatchResult> match = pattern.find(line, 0);
                while (match.isPresent()) {
                    int end = match.get().end();
                    boolean empty = match.get().start() == end;
                    out.append(empty ? "" : prefix + match.get().group() + "\n");
                    match = end < line.length() ? pattern.find(line, end + (empty ? 1 : 0)) : Optional.empty();
                }
            } else {
                out.append(prefix).append(line).append('\n');
            }
        }
        int exit = found > 0 ? 0 : 1;
        if (options.indexOf('q') >= 0) {
            return new CommandResult(exit, "", "");
        }
        return new CommandResult(exit, options.indexOf('c') >= 0 ? found + "\n" : out.toString(), "");
    }
}
