package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The small tools that cut text into pieces: {@code cut}, {@code tr}, {@code uniq}. */
final class ColumnCommands {

    private static final Pattern RANGE = Pattern.compile("(\\d{0,6})(-?)(\\d{0,6})");

    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";
    private static final List<String> CASES = List.of("[:lower:]", "[:upper:]");
    private static final Pattern SET_MEMBER =
            Pattern.compile("\\[:(\\w*):\\]|([^\\\\]|\\\\[ntr\\\\])(?:-([^\\\\]|\\\\[ntr\\\\]))?", Pattern.DOTALL);

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
        boolean delimited = false;
        boolean onlyDelimited = false;
        List<Range> ranges = List.of();
        List<String> files = new ArrayList<>();
        Words words = new Words(arguments);
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("-s")) {
                onlyDelimited = true;
            } else if (word.matches("-[dfc].*")) {
                if (word.length() == 2 && !words.hasNext()) {
                    throw new Refusal(
                            1, "cut: option requires an argument -- '" + word.charAt(1) + "'\n" + more("cut"));
                }
                String value = word.length() > 2 ? word.substring(2) : words.next();
                if (word.charAt(1) != 'd' && !ranges.isEmpty()) {
                    throw new Refusal(1, "cut: only one list may be specified\n" + more("cut"));
                }
                if (word.charAt(1) == 'd') {
                    delimited = true;
                    delimiter = value.isEmpty() ? "\0" : value;
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
        if (by == 'c' && (delimited || onlyDelimited)) {
            String what = delimited
                    ? "an input delimiter may be specified only when operating on fields"
                    : "suppressing non-delimited lines makes sense\n\tonly when operating on fields";
            throw new Refusal(1, "cut: " + what + "\n" + more("cut"));
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
        for (String part : list.split("[, ]", -1)) {
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
                throw new Refusal(
                        1,
                        "cut: " + (what.equals("field") ? "fields" : "byte/character positions")
                                + " are numbered from 1\n" + more("cut"));
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
        List<String> typed = new ArrayList<>();
        for (String word : arguments) {
            if (word.matches("-[ds]+")) {
                options.append(word.substring(1));
            } else if (word.startsWith("-") && word.length() > 1) {
                throw Words.notSimulated("tr", word, "-d, -s, SET1 [SET2]");
            } else {
                typed.add(word);
            }
        }
        boolean deletes = options.indexOf("d") >= 0;
        boolean squeezes = options.indexOf("s") >= 0;
        operands(typed, deletes, squeezes);
        boolean translates = typed.size() > 1 && !deletes;
        if (translates && typed.get(1).contains("[:") && !CASES.containsAll(typed)) {
            throw unknownSet(typed.get(1));
        }
        List<String> sets = typed.stream().map(ColumnCommands::characters).toList();
        String from = sets.get(0);
        String to = translates ? sets.get(1) : "";
        if (translates && to.isEmpty()) {
            throw new Refusal(1, "tr: when not truncating set1, string2 must be non-empty");
        }
        String squeezed = !squeezes ? "" : sets.get(sets.size() - 1);
        return TextCommands.filter(
                "tr", arguments, place, List.of(), text -> translated(text, from, to, deletes, squeezed));
    }

    private static void operands(List<String> sets, boolean deletes, boolean squeezes) {
        boolean both = deletes == squeezes;
        int most = deletes && !squeezes ? 1 : 2;
        String fault = "";
        if (sets.isEmpty()) {
            fault = "missing operand";
        } else if (sets.size() < 2 && both) {
            fault = "missing operand after '" + sets.get(0) + "'\nTwo strings must be given when "
                    + (deletes ? "both deleting and squeezing repeats." : "translating.");
        } else if (sets.size() > most) {
            fault = "extra operand '" + sets.get(most) + "'"
                    + (most == 1 && sets.size() == 2
                            ? "\nOnly one string may be given when deleting without squeezing repeats."
                            : "");
        }
        if (!fault.isEmpty()) {
            throw new Refusal(1, "tr: " + fault + "\n" + more("tr"));
        }
    }

    private static Refusal unknownSet(String set) {
        return Words.notSimulated(
                "tr",
                set,
                "letters, ranges such as a-z, \\n \\t \\r \\\\, in the first set [:digit:] and other classes");
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

    /** A set of {@code tr}: ranges, classes of letters and signs, and escapes such as that of the line end. */
    private static String characters(String set) {
        StringBuilder out = new StringBuilder();
        boolean ascii = set.chars().allMatch(c -> c < 128);
        if (!ascii || set.contains("[=") || set.matches(".*\\[.\\*\\d*\\].*")) {
            throw unknownSet(set);
        }
        Matcher one = SET_MEMBER.matcher(set);
        int at = 0;
        while (at < set.length()) {
            one.region(at, set.length());
            if (!one.lookingAt()) {
                throw unknownSet(set);
            }
            if (one.group(1) != null) {
                out.append(classOf(one.group(1), set));
            } else {
                char first = character(one.group(2));
                char last = one.group(3) == null ? first : character(one.group(3));
                if (last < first) {
                    throw new Refusal(
                            1, "tr: range-endpoints of '" + one.group() + "' are in reverse collating sequence order");
                }
                for (char c = first; c <= last; c++) {
                    out.append(c);
                }
            }
            at = one.end();
        }
        return out.toString();
    }

    private static String classOf(String name, String set) {
        return switch (name) {
            case "lower" -> LOWER;
            case "upper" -> UPPER;
            case "digit" -> DIGITS;
            case "alpha" -> UPPER + LOWER;
            case "alnum" -> DIGITS + UPPER + LOWER;
            case "blank" -> "\t ";
            case "space" -> "\t\n\u000b\f\r ";
            case "punct" -> "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
            default -> throw unknownSet(set);
        };
    }

    private static char character(String typed) {
        int which = "ntr\\".indexOf(typed.charAt(typed.length() - 1));
        return typed.length() > 1 ? "\n\t\r\\".charAt(which) : typed.charAt(0);
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
        List<String> lines = TextCommands.rows(text);
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
            TextCommands.rows(text).forEach(line -> out.append(change.apply(line)));
            return out.toString();
        });
    }

    private static String more(String command) {
        return "Try '" + command + " --help' for more information.";
    }
}
