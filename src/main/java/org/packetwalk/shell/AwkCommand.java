package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.packetwalk.shell.PosixPattern.Dialect;

/** {@code awk}, as far as a line of a lab needs it: lines are chosen by pattern or number, and fields of them are printed. */
final class AwkCommand implements CommandParser {

    private static final String KNOWN =
            "-F SEPARATOR and '[CONDITION] [{print [$N, NR, NF, \"TEXT\" …]}]' with conditions "
                    + "/PATTERN/, !/PATTERN/, NR==N, $N==\"TEXT\", $N~/PATTERN/ and && and || between them";
    private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final String PATTERN = "/((?:[^/\\\\\\[]|\\\\.|\\[\\^?\\]?[^\\]]*\\])+)/";
    private static final Pattern TERM =
            Pattern.compile("\\s*(?:(!?)\\s*" + PATTERN + "|(NR|NF|\\$(?:\\d{1,3}|NF))\\s*(==|!=|~|!~|>=|<=|>|<)\\s*(?:"
                    + TEXT + "|" + PATTERN + "|(-?\\d{1,9})))\\s*");
    private static final Pattern ACTION =
            Pattern.compile("\\s*(?:\\{\\s*print\\b\\s*((?:[^;{}\"]|" + TEXT + ")*?)\\s*;?\\s*\\})?\\s*");
    private static final Pattern PRINTED = Pattern.compile("\\s*(?:(\\$(?:\\d{1,3}|NF)|NR\\b|NF\\b)|" + TEXT + "|(,))");
    private static final Pattern NUMBER =
            Pattern.compile("\\s*[+-]?(?:\\d{1,15}\\.?\\d{0,9}|\\.\\d{1,9})(?:[eE][+-]?\\d{1,2})?\\s*");

    /** A line cut into fields. */
    private record Line(String text, List<String> fields, int number) {

        /** The value of {@code $N}, {@code $NF}, {@code NR} or {@code NF}. */
        String value(String name) {
            return switch (name) {
                case "NR" -> Integer.toString(number);
                case "NF" -> Integer.toString(fields.size());
                case "$0" -> text;
                case "$NF" -> fields.isEmpty() ? text : fields.get(fields.size() - 1);
                default -> {
                    int field = Integer.parseInt(name.substring(1));
                    yield field <= fields.size() ? fields.get(field - 1) : "";
                }
            };
        }
    }

    @Override
    public Command parse(List<String> arguments, Place place) {
        String separator = " ";
        List<String> rest = new ArrayList<>();
        Words words = new Words(arguments);
        while (words.hasNext()) {
            String word = words.next();
            if (word.startsWith("-F") && (word.length() > 2 || words.hasNext())) {
                separator = word.length() > 2 ? word.substring(2) : words.next();
            } else if (word.startsWith("-") && word.length() > 1) {
                throw Words.notSimulated("awk", word, KNOWN);
            } else {
                rest.add(word);
            }
        }
        if (rest.isEmpty()) {
            throw new Refusal(2, "usage: awk [-F fs][-v var=value][prog | -f progfile][file ...]");
        }
        String program = rest.remove(0);
        if (program.isBlank() || rest.stream().anyMatch(file -> file.matches("[A-Za-z_]\\w*=.*"))) {
            throw Words.notSimulated("awk", program.isBlank() ? "''" : "VARIABLE=VALUE", KNOWN);
        }
        Reader reader = new Reader(program);
        Predicate<Line> chosen = reader.condition();
        List<String> printed = reader.printed();
        Function<String, List<String>> fields = fields(separator);
        return TextCommands.filter("awk", arguments, place, rest, text -> {
            StringBuilder out = new StringBuilder();
            List<String> lines = TextCommands.rows(text);
            for (int i = 0; i < lines.size(); i++) {
                Line line = new Line(lines.get(i), fields.apply(lines.get(i)), i + 1);
                if (chosen.test(line)) {
                    printed.forEach(one -> out.append(one.startsWith("\"") ? one.substring(1) : line.value(one)));
                    out.append('\n');
                }
            }
            return out.toString();
        });
    }

    private static Function<String, List<String>> fields(String typed) {
        String separator = typed.replace("\\\\", "\\").replace("\\t", "\t");
        if (separator.isEmpty()) {
            throw Words.notSimulated("awk", "-F ''", KNOWN);
        }
        if (separator.equals(" ")) {
            return line -> line.isBlank() ? List.of() : List.of(line.strip().split("[ \t\n]+"));
        }
        PosixPattern between = pattern(separator, separator.length() == 1 ? Dialect.FIXED : Dialect.AWK);
        return line -> {
            List<String> fields = new ArrayList<>();
            int from = 0;
            Optional<MatchResult> found = between.find(line, 0);
            while (found.isPresent() && found.get().start() < found.get().end()) {
                fields.add(line.substring(from, found.get().start()));
                from = found.get().end();
                found = between.find(line, from);
            }
            fields.add(line.substring(from));
            return line.isEmpty() ? List.of() : fields;
        };
    }

    /** Reads a program from its beginning. */
    private static final class Reader {

        private final String program;
        private int at;

        Reader(String program) {
            this.program = program;
        }

        /** Terms of which {@code &&} binds closer than {@code ||}; none is true of every line. */
        Predicate<Line> condition() {
            if (ACTION.matcher(program).matches()) {
                return line -> true;
            }
            Predicate<Line> any = all();
            while (program.startsWith("||", at)) {
                at += 2;
                any = any.or(all());
            }
            return any;
        }

        private Predicate<Line> all() {
            Predicate<Line> all = term();
            while (program.startsWith("&&", at)) {
                at += 2;
                all = all.and(term());
            }
            return all;
        }

        private Predicate<Line> term() {
            Matcher term = TERM.matcher(program).region(at, program.length());
            if (!term.lookingAt()) {
                throw unknown();
            }
            at = term.end();
            if (term.group(2) != null) {
                PosixPattern wanted = pattern(term.group(2), Dialect.AWK);
                boolean plain = term.group(1).isEmpty();
                return line -> wanted.occursIn(line.text) == plain;
            }
            String name = term.group(3);
            String sign = term.group(4);
            String text = term.group(5) == null ? "" : unescaped(term.group(5));
            if (sign.endsWith("~")) {
                String pattern = term.group(6) != null ? term.group(6) : term.group(7) != null ? term.group(7) : text;
                PosixPattern wanted = pattern(pattern, Dialect.AWK);
                return line -> wanted.occursIn(line.value(name)) == sign.equals("~");
            }
            if (term.group(6) != null) {
                throw unknown();
            }
            boolean number = term.group(7) != null;
            String value = number ? term.group(7) : text;
            return line -> holds(compare(line.value(name), value, number), sign);
        }

        /** What is printed of each line; text begins with a quotation mark, and a comma is a blank. */
        List<String> printed() {
            Matcher action = ACTION.matcher(program).region(at, program.length());
            if (!action.matches()) {
                throw unknown();
            }
            String text = action.group(1) == null ? "" : action.group(1);
            List<String> parts = new ArrayList<>();
            Matcher part = PRINTED.matcher(text);
            int end = 0;
            boolean comma = true;
            while (part.find(end) && part.start() == end) {
                if (comma && part.group(3) != null) {
                    throw unknown();
                }
                comma = part.group(3) != null;
                parts.add(comma ? "\" " : part.group(1) != null ? part.group(1) : "\"" + unescaped(part.group(2)));
                end = part.end();
            }
            if (!text.substring(end).isBlank() || comma && !parts.isEmpty()) {
                throw unknown();
            }
            return parts.isEmpty() ? List.of("$0") : parts;
        }

        private String unescaped(String text) {
            StringBuilder out = new StringBuilder();
            int i = 0;
            while (i < text.length()) {
                char c = text.charAt(i++);
                int which = c == '\\' ? "nt\"\\".indexOf(text.charAt(i++)) : 0;
                if (which < 0) {
                    throw unknown();
                }
                out.append(c == '\\' ? "\n\t\"\\".charAt(which) : c);
            }
            return out.toString();
        }

        private Refusal unknown() {
            return Words.notSimulated("awk", program, KNOWN);
        }
    }

    /** A field that looks like a number is compared with a number as one, anything else as text. */
    private static int compare(String field, String value, boolean number) {
        return number && NUMBER.matcher(field).matches()
                ? Double.compare(Double.parseDouble(field), Double.parseDouble(value))
                : field.compareTo(value);
    }

    private static boolean holds(int order, String sign) {
        return switch (sign) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case ">" -> order > 0;
            case "<" -> order < 0;
            case ">=" -> order >= 0;
            default -> order <= 0;
        };
    }

    private static PosixPattern pattern(String text, Dialect dialect) {
        try {
            return PosixPattern.of("awk", List.of(text), dialect, false);
        } catch (PatternSyntaxException e) {
            throw new Refusal(2, "awk: " + text + ": Invalid regular expression");
        }
    }
}
