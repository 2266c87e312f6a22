package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.PatternSyntaxException;

import org.packetwalk.shell.PosixPattern.Dialect;

/** {@code grep}: basic, extended and fixed patterns. */
final class GrepCommand implements CommandParser {

    private static final String KNOWN =
            "-A N, -B N, -C N, -c, -E, -F, -h, -i, -m N, -n, -o, -q, -s, -v, -w, -x, -e PATTERN";
    private static final int FAULT = 2;

    @Override
    public Command parse(List<String> arguments, Place place) {
        StringBuilder options = new StringBuilder();
        List<String> rest = new ArrayList<>();
        List<String> given = new ArrayList<>();
        Map<Character, Integer> numbers = new TreeMap<>();
        Words words = new Words(arguments);
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("-e")) {
                given.add(words.next());
            } else if (word.matches("-[ABCm]\\d{0,9}")) {
                String number = word.length() > 2 ? word.substring(2) : words.next();
                numbers.put(word.charAt(1), number(word.charAt(1), number));
            } else if (word.matches("-[cEFhinoqsvwx]+")) {
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
        Search search = new Search(pattern(given, options.toString()), options.toString(), numbers);
        List<String> files = List.copyOf(rest);
        return new Command.Run(place.host(), "grep " + String.join(" ", arguments), (computer, stdin) -> {
            TextCommands.Input input = TextCommands.Input.of("grep", files, computer, place, stdin);
            return input.fault().isEmpty()
                    ? search.in(input.text())
                    : CommandResult.failed(FAULT, search.has('s') ? "" : input.fault());
        });
    }

    private static PosixPattern pattern(List<String> given, String options) {
        Dialect dialect = options.indexOf('F') >= 0
                ? Dialect.FIXED
                : options.indexOf('E') >= 0 ? Dialect.EXTENDED : Dialect.BASIC;
        try {
            PosixPattern anywhere = PosixPattern.of("grep", given, dialect, options.indexOf('i') >= 0);
            if (options.indexOf('x') >= 0) {
                return anywhere.asLine();
            }
            return options.indexOf('w') >= 0 ? anywhere.asWord() : anywhere;
        } catch (PatternSyntaxException e) {
            throw new Refusal(FAULT, "grep: " + String.join("|", given) + ": Invalid regular expression");
        }
    }

    private static int number(char option, String word) {
        if (!word.matches("\\d{1,9}")) {
            throw new Refusal(
                    FAULT,
                    option == 'm' ? "grep: invalid max count" : "grep: " + word + ": invalid context length argument");
        }
        return Integer.parseInt(word);
    }

    /**
     * A search to be made.
     *
     * @param pattern what is looked for
     * @param options the options without a number
     * @param numbers the options with one
     */
    private record Search(PosixPattern pattern, String options, Map<Character, Integer> numbers) {

        private boolean has(char option) {
            return options.indexOf(option) >= 0;
        }

        private int around(char side) {
            return numbers.getOrDefault(side, numbers.getOrDefault('C', 0));
        }

        private CommandResult in(String text) {
            List<String> lines = TextCommands.rows(text);
            int most = numbers.getOrDefault('m', Integer.MAX_VALUE);
            boolean context = around('A') > 0 || around('B') > 0;
            StringBuilder out = new StringBuilder();
            int found = 0;
            int shown = 0;
            int trailing = 0;
            for (int i = 0; i < lines.size() && (found < most || trailing > 0); i++) {
                boolean matches = found < most && pattern.occursIn(lines.get(i)) != has('v');
                if (!matches) {
                    if (trailing-- > 0) {
                        out.append(prefix(i, '-')).append(lines.get(i)).append('\n');
                        shown = i + 1;
                    }
                    continue;
                }
                found++;
                int from = Math.max(shown, i - around('B'));
                if (context && from > shown && shown > 0) {
                    out.append("--\n");
                }
                for (int before = from; before < i; before++) {
                    out.append(prefix(before, '-')).append(lines.get(before)).append('\n');
                }
                out.append(line(i, lines.get(i)));
                shown = i + 1;
                trailing = around('A');
            }
            int exit = found > 0 ? 0 : 1;
            if (has('q')) {
                return new CommandResult(exit, "", "");
            }
            return new CommandResult(exit, has('c') ? found + "\n" : out.toString(), "");
        }

        private String prefix(int index, char mark) {
            return has('n') ? (index + 1) + String.valueOf(mark) : "";
        }

        /** A line that matches, or with {@code -o} its matches. */
        private String line(int index, String line) {
            String prefix = prefix(index, ':');
            if (!has('o') || has('v')) {
                return prefix + line + "\n";
            }
            StringBuilder out = new StringBuilder();
            Optional<MatchResult> match = pattern.find(line, 0);
            while (match.isPresent()) {
                int end = match.get().end();
                boolean empty = match.get().start() == end;
                out.append(empty ? "" : prefix + match.get().group() + "\n");
                match = end < line.length() ? pattern.find(line, end + (empty ? 1 : 0)) : Optional.empty();
            }
            return out.toString();
        }
    }
}
