package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The small tools that cut text into pieces: {@code cut}, {@code tr}, {@code uniq}. */
final class ColumnCommands {

    private static final Pattern RANGE = Pattern.compile("(\\d{0,6})(-?)(\\d{0,6})");

    private ColumnCommands() {}

    /** Which fields or characters {@code cut} keeps, from 1. */
    private record Range(int first, int last) {

        boolean has(int place) {
            return place >= first && place <= last;
        }
    }

    static Command cut(List<String> arguments, Place place) {
        String delimiter = "\t";
        char by = ' ';
        boolean onlyDelimited = false;
        List<Range> ranges = List.of();
        List<String> files = new ArrayList<>();
        Words words = new Words(arguments);
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("-s")) {
                onlyDelimited = true;
            } else if (word.matches("-[dfc].*")) {
                String value = word.length() > 2 ? word.substring(2) : words.hasNext() ? words.next() : "";
                if (word.charAt(1) == 'd') {
                    delimiter = value;
                } else {
                    by = word.charAt(1);
                    ranges = ranges(value, by == 'f' ? "field" : "byte/character");
                }
            } else if (word.startsWith("-") && word.length() > 1) {
                throw Words.notSimulated("cut", word, "-d, -f, -c, -s");
            } else {
                files.add(word);
            }
        }
        if (ranges.isEmpty()) {
            throw new Refusal(1, "cut: you must specify a list of bytes, characters, or fields\n" + more("cut"));
        }
        if (delimiter.length() != 1) {
            throw new Refusal(1, "cut: the delimiter must be a single character\n" + more("cut"));
        }
        String separator = delimiter;
        boolean fields = by == 'f';
        boolean skips = onlyDelimited;
        List<Range> kept = ranges;
        return eachLine("cut", arguments, place, files, line -> {
            if (fields && line.indexOf(separator) < 0) {
                return skips ? "" : line + "\n";
            }
            return kept(line.split(fields ? Pattern.quote(separator) : "", -1), kept, fields ? separator : "") + "\n";
        });
    }

    private static String kept(String[] pieces, List<Range> ranges, String separator) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < pieces.length; i++) {
            int at = i + 1;
            if (ranges.stream().anyMatch(range -> range.has(at))) {
                kept.add(pieces[i]);
            }
        }
        return String.join(separator, kept);
    }

    private static List<Range> ranges(String list, String what) {
        List<Range> ranges = new ArrayList<>();
        for (String part : list.split(",", -1)) {
            Matcher matcher = RANGE.matcher(part);
            if (!matcher.matches() || part.isEmpty() || part.equals("-")) {
                throw new Refusal(1, "cut: invalid " + what + " value '" + part + "'\n" + more("cut"));
            }
            int first = matcher.group(1).isEmpty() ? 1 : Integer.parseInt(matcher.group(1));
            boolean open = matcher.group(3).isEmpty();
            int last = open
                    ? (matcher.group(2).isEmpty() ? first : Integer.MAX_VALUE)
                    : Integer.parseInt(matcher.group(3));
            if (first == 0) {
                throw new Refusal(1, "cut: " + what + "s are numbered from 1\n" + more("cut"));
            }
            if (last < first) {
                throw new Refusal(1, "cut: invalid decreasing range\n" + more("cut"));
            }
            ranges.add(new Range(first, last));
        }
        return ranges;
    }

    /** {@code tr [-d] [-s] SET1 [SET2]}. */
    static Command tr(List<String> arguments, Place place) {
        StringBuilder options = new StringBuilder();
        List<String> sets = new ArrayList<>();
        for (String word : arguments) {
            if (word.matches("-[ds]+")) {
                options.append(word.substring(1));
            } else if (word.startsWith("-") && word.length() > 1) {
                throw Words.notSimulated("tr", word, "-d, -s, SET1 [SET2]");
            } else {
                sets.add(characters(word));
            }
        }
        boolean deletes = options.indexOf("d") >= 0;
        boolean squeezes = options.indexOf("s") >= 0;
        if (sets.isEmpty() || sets.size() < 2 && !deletes && !squeezes) {
            String lacking = sets.isEmpty()
                    ? "missing operand"
                    : "missing operand after '" + arguments.get(0) + "'\nTwo strings must be given when translating.";
            throw new Refusal(1, "tr: " + lacking + "\n" + more("tr"));
        }
        String from = sets.get(0);
        String to = sets.size() > 1 && !deletes ? sets.get(1) : "";
        String squeezed = !squeezes ? "" : sets.get(sets.size() - 1);
        return TextCommands.filter(
                "tr", arguments, place, List.of(), text -> translated(text, from, to, deletes, squeezed));
    }

    private static String translated(String text, String from, String to, boolean deletes, String squeezed) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            int at = from.indexOf(c);
            if (at >= 0 && deletes) {
                continue;
            }
            char now = at < 0 || to.isEmpty() ? c : to.charAt(Math.min(at, to.length() - 1));
            boolean again = !out.isEmpty() && out.charAt(out.length() - 1) == now && squeezed.indexOf(now) >= 0;
            if (!again) {
                out.append(now);
            }
        }
        return out.toString();
    }

    /** A set of {@code tr}: ranges, the classes of letters and digits, and the escapes of line end and tabulator. */
    private static String characters(String set) {
        String plain = set.replace("[:lower:]", "a-z")
                .replace("[:upper:]", "A-Z")
                .replace("[:digit:]", "0-9")
                .replace("[:space:]", " \\t\\n\\r")
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\r", "\r");
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < plain.length()) {
            char first = plain.charAt(i);
            boolean range = i + 2 < plain.length() && plain.charAt(i + 1) == '-';
            char last = range ? plain.charAt(i + 2) : first;
            for (char c = first; c <= last; c++) {
                out.append(c);
            }
            i += range ? 3 : 1;
        }
        return out.toString();
    }

    /** {@code uniq [-c] [-d] [-u]}: of equal lines that follow each other one is kept. */
    static Command uniq(List<String> arguments, Place place) {
        StringBuilder options = new StringBuilder();
        List<String> files = new ArrayList<>();
        for (String word : arguments) {
            if (word.matches("-[cdu]+")) {
                options.append(word.substring(1));
            } else if (word.startsWith("-") && word.length() > 1) {
                throw Words.notSimulated("uniq", word, "-c, -d, -u");
            } else {
                files.add(word);
            }
        }
        return TextCommands.filter("uniq", arguments, place, files, text -> unique(text, options.toString()));
    }

    private static String unique(String text, String options) {
        StringBuilder out = new StringBuilder();
        List<String> lines = text.lines().toList();
        int from = 0;
        while (from < lines.size()) {
            String line = lines.get(from);
            int to = from;
            while (to < lines.size() && lines.get(to).equals(line)) {
                to++;
            }
            int count = to - from;
            if ((options.indexOf('d') < 0 || count > 1) && (options.indexOf('u') < 0 || count == 1)) {
                out.append(options.indexOf('c') < 0 ? line : "%7d %s".formatted(count, line))
                        .append('\n');
            }
            from = to;
        }
        return out.toString();
    }

    private static Command eachLine(
            String name, List<String> arguments, Place place, List<String> files, UnaryOperator<String> change) {
        return TextCommands.filter(name, arguments, place, files, text -> {
            StringBuilder out = new StringBuilder();
            text.lines().forEach(line -> out.append(change.apply(line)));
            return out.toString();
        });
    }

    private static String more(String command) {
        return "Try '" + command + " --help' for more information.";
    }
}
