package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** {@code sed}: lines chosen by number or pattern, printed, deleted or changed. */
final class SedCommand implements CommandParser {

    private static final String KNOWN = "-n, -E, -e, and p, d or s/PATTERN/TEXT/[g] for N, N,M, $ or /PATTERN/";
    private static final Pattern STEP = Pattern.compile(
            "(?:(\\d{1,9}|\\$|/(?:[^/\\\\]|\\\\.)*/)(?:,(\\d{1,9}|\\$))?)?\\s*" + "(?:([pd])|s(.)(.*))");

    /**
     * One step of the script.
     *
     * @param pattern what a line must match, or everything
     * @param first the first line, 0 if a pattern chooses
     * @param last the last line
     * @param verb {@code p}, {@code d} or {@code s}
     * @param change what is replaced
     */
    private record Step(Pattern pattern, int first, int last, char verb, Pattern change, String text, boolean all) {

        boolean concerns(String line, int number, int count) {
            if (first == 0) {
                return pattern.matcher(line).find();
            }
            int from = first == Integer.MAX_VALUE ? count : first;
            return number >= from && (number <= (last == Integer.MAX_VALUE ? count : last) || number == from);
        }
    }

    @Override
    public Command parse(List<String> arguments, Place place) {
        boolean silent = false;
        boolean extended = false;
        List<String> scripts = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        Words words = new Words(arguments);
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("-e") && words.hasNext()) {
                scripts.add(words.next());
            } else if (word.matches("-[nEr]+")) {
                silent |= word.indexOf('n') > 0;
                extended |= word.matches(".*[Er].*");
            } else if (word.startsWith("-") && word.length() > 1) {
                throw Words.notSimulated("sed", word, KNOWN);
            } else {
                rest.add(word);
            }
        }
        if (scripts.isEmpty()) {
            if (rest.isEmpty()) {
                throw new Refusal(1, "Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...");
            }
            scripts.add(rest.remove(0));
        }
        List<Step> steps = new ArrayList<>();
        for (String script : scripts) {
            for (String step : script.split("[;\n]")) {
                steps.add(step(step.strip(), extended));
            }
        }
        boolean quiet = silent;
        return TextCommands.filter("sed", arguments, place, rest, text -> edited(text, steps, quiet));
    }

    private static Step step(String text, boolean extended) {
        Matcher matcher = STEP.matcher(text);
        if (!matcher.matches()) {
            throw Words.notSimulated("sed", text, KNOWN);
        }
        String begin = matcher.group(1) == null ? "" : matcher.group(1);
        boolean byPattern = begin.isEmpty() || begin.startsWith("/");
        Pattern chosen =
                pattern(begin.isEmpty() ? "" : byPattern ? begin.substring(1, begin.length() - 1) : "", extended);
        int first = byPattern ? 0 : line(begin);
        int last = matcher.group(2) == null ? first : line(matcher.group(2));
        if (matcher.group(3) != null) {
            return new Step(chosen, first, last, matcher.group(3).charAt(0), chosen, "", false);
        }
        String[] parts = matcher.group(5).split(Pattern.quote(matcher.group(4)), -1);
        if (parts.length != 3 || !parts[2].matches("g?")) {
            throw Words.notSimulated("sed", text, KNOWN);
        }
        return new Step(
                chosen, first, last, 's', pattern(parts[0], extended), replacement(parts[1]), parts[2].equals("g"));
    }

    private static int line(String text) {
        return text.equals("$") ? Integer.MAX_VALUE : Integer.parseInt(text);
    }

    private static Pattern pattern(String text, boolean extended) {
        try {
            return Pattern.compile(extended ? text : GrepCommand.basic(text));
        } catch (PatternSyntaxException e) {
            throw new Refusal(1, "sed: -e expression #1, char " + text.length() + ": Invalid regular expression");
        }
    }

    /** What is put in: {@code &} is all that matched, {@code \1} a group. */
    private static String replacement(String text) {
        return text.replace("$", "\\$").replaceAll("\\\\([1-9])", "\\$$1").replaceAll("(?<!\\\\)&", "\\$0");
    }

    private static String edited(String text, List<Step> steps, boolean quiet) {
        List<String> lines = text.lines().toList();
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean deleted = false;
            for (Step step : steps) {
                if (deleted || !step.concerns(line, i + 1, lines.size())) {
                    continue;
                }
                switch (step.verb) {
                    case 'p' -> out.append(line).append('\n');
                    case 'd' -> deleted = true;
                    default -> {
                        Matcher matcher = step.change.matcher(line);
                        line = step.all ? matcher.replaceAll(step.text) : matcher.replaceFirst(step.text);
                    }
                }
            }
            if (!deleted && !quiet) {
                out.append(line).append('\n');
            }
        }
        return out.toString();
    }
}
