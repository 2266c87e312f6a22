package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

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
        Pattern pattern = pattern(given, options.toString());
        String chosen = options.toString();
        List<String> files = List.copyOf(rest);
        return new Command.Run(place.host(), "grep " + String.join(" ", arguments), (computer, stdin) -> {
            TextCommands.Input input = TextCommands.Input.of("grep", files, computer, place, stdin);
            return input.fault().isEmpty()
                    ? search(pattern, chosen, input.text())
                    : CommandResult.failed(FAULT, input.fault());
        });
    }

    private static Pattern pattern(List<String> given, String options) {
        List<String> parts = new ArrayList<>();
        for (String one : given) {
            parts.add(options.indexOf('F') >= 0 ? Pattern.quote(one) : options.indexOf('E') >= 0 ? one : basic(one));
        }
        try {
            return Pattern.compile(String.join("|", parts), options.indexOf('i') >= 0 ? Pattern.CASE_INSENSITIVE : 0);
        } catch (PatternSyntaxException e) {
            throw new Refusal(FAULT, "grep: " + String.join("|", given) + ": Invalid regular expression");
        }
    }

    /** In a basic pattern the signs {@code + ? | ( ) { }} mean themselves, and more only behind a backslash. */
    static String basic(String pattern) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i++);
            if (c == '\\' && i < pattern.length()) {
                char next = pattern.charAt(i++);
                out.append("+?|(){}".indexOf(next) >= 0 ? String.valueOf(next) : "\\" + next);
            } else if ("+?|(){}".indexOf(c) >= 0) {
                out.append('\\').append(c);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static CommandResult search(Pattern pattern, String options, String text) {
        StringBuilder out = new StringBuilder();
        int found = 0;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            var matcher = pattern.matcher(line);
            if (matcher.find() == options.indexOf('v') >= 0) {
                continue;
            }
            found++;
            String prefix = options.indexOf('n') >= 0 ? number + ":" : "";
            if (options.indexOf('o') >= 0 && options.indexOf('v') < 0) {
                matcher.reset();
                while (matcher.find()) {
                    out.append(prefix).append(matcher.group()).append('\n');
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
