package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** {@code awk}, as far as a line of a lab needs it: lines are chosen by pattern or number, and fields of them are printed. */
final class AwkCommand implements CommandParser {

    private static final String KNOWN =
            "-F SEPARATOR and '[/PATTERN/ | NR==N | $N==\"TEXT\" | $N~/PATTERN/] [{print [$N, \"TEXT\" …]}]'";
    private static final Pattern PROGRAM = Pattern.compile(
            "\\s*(/(?:[^/\\\\]|\\\\.)*/|[^{]*?)\\s*(?:\\{\\s*print\\b\\s*([^;{}]*?)\\s*;?\\s*\\})?\\s*");
    private static final Pattern COMPARED = Pattern.compile(
            "(NR|NF|\\$(?:\\d{1,3}|NF))\\s*(==|!=|~|!~|>=|<=|>|<)\\s*(?:\"([^\"]*)\"|/((?:[^/\\\\]|\\\\.)*)/|(-?\\d{1,9}))");
    private static final Pattern PRINTED =
            Pattern.compile("\\s*(?:(\\$(?:\\d{1,3}|NF)|NR|NF)|\"((?:[^\"\\\\]|\\\\.)*)\"|(,))");

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
            if (word.startsWith("-F")) {
                separator = word.length() > 2 ? word.substring(2) : words.hasNext() ? words.next() : " ";
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
        Matcher matcher = PROGRAM.matcher(program);
        if (program.isBlank() || !matcher.matches()) {
            throw Words.notSimulated("awk", program, KNOWN);
        }
        Predicate<Line> chosen = condition(matcher.group(1), program);
        List<String> printed = printed(matcher.group(2) == null ? "" : matcher.group(2), program);
        String between = separator;
        return TextCommands.filter("awk", arguments, place, rest, text -> {
            StringBuilder out = new StringBuilder();
            List<String> lines = text.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                Line line = new Line(lines.get(i), fields(lines.get(i), between), i + 1);
                if (chosen.test(line)) {
                    printed.forEach(one -> out.append(one.startsWith("\"") ? one.substring(1) : line.value(one)));
                    out.append('\n');
                }
            }
            return out.toString();
        });
    }

    private static List<String> fields(String line, String separator) {
        if (separator.equals(" ")) {
            return line.isBlank() ? List.of() : List.of(line.strip().split("\\s+"));
        }
        return line.isEmpty()
                ? List.of()
                : List.of(line.split(separator.length() == 1 ? Pattern.quote(separator) : separator, -1));
    }

    private static Predicate<Line> condition(String text, String program) {
        if (text.isEmpty()) {
            return line -> true;
        }
        if (text.startsWith("/")) {
            Pattern wanted = pattern(text.substring(1, text.length() - 1));
            return line -> wanted.matcher(line.text).find();
        }
        Matcher compared = COMPARED.matcher(text);
        if (!compared.matches()) {
            throw Words.notSimulated("awk", program, KNOWN);
        }
        String name = compared.group(1);
        String sign = compared.group(2);
        if (sign.endsWith("~")) {
            Pattern wanted = pattern(compared.group(4) != null ? compared.group(4) : first(compared, 3, 5));
            return line -> wanted.matcher(line.value(name)).find() == sign.equals("~");
        }
        if (compared.group(4) != null) {
            throw Words.notSimulated("awk", program, KNOWN);
        }
        String value = first(compared, 3, 5);
        boolean number = compared.group(5) != null;
        return line -> holds(compare(line.value(name), value, number), sign);
    }

    private static String first(Matcher matcher, int one, int other) {
        return matcher.group(one) != null ? matcher.group(one) : matcher.group(other);
    }

    /** A field that looks like a number is compared with a number as one, anything else as text. */
    private static int compare(String field, String value, boolean number) {
        return number && field.matches("-?\\d{1,9}(\\.\\d{1,9})?")
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

    /** What is printed of each line; text begins with a quotation mark, and a comma is a blank. */
    private static List<String> printed(String text, String program) {
        List<String> parts = new ArrayList<>();
        Matcher part = PRINTED.matcher(text);
        int at = 0;
        while (part.find(at) && part.start() == at) {
            if (part.group(1) != null) {
                parts.add(part.group(1));
            } else {
                parts.add("\""
                        + (part.group(3) != null
                                ? " "
                                : part.group(2).replace("\\t", "\t").replace("\\\"", "\"")));
            }
            at = part.end();
        }
        if (!text.substring(at).isBlank()) {
            throw Words.notSimulated("awk", program, KNOWN);
        }
        return parts.isEmpty() ? List.of("$0") : parts;
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new Refusal(2, "awk: " + text + ": Invalid regular expression");
        }
    }
}
