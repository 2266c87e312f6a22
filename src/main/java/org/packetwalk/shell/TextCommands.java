package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The small tools that print and filter text: {@code echo}, {@code head}, {@code tail}, {@code wc}, {@code sort}, {@code seq}. */
final class TextCommands {

    private static final int DEFAULT_LINES = 10;
    private static final int MOST_NUMBERS = 1_000_000;

    private TextCommands() {}

    static Command echo(List<String> arguments, Place place) {
        boolean noLineEnd = !arguments.isEmpty() && arguments.get(0).equals("-n");
        List<String> words = noLineEnd ? arguments.subList(1, arguments.size()) : arguments;
        String text = String.join(" ", words) + (noLineEnd ? "" : "\n");
        return new Command.Run(
                place.host(), "echo " + String.join(" ", arguments), (computer, stdin) -> CommandResult.printed(text));
    }

    /** {@code seq [FIRST [STEP]] LAST}: whole numbers, a line each. */
    static Command seq(List<String> arguments, Place place) {
        for (String word : arguments) {
            if (!word.matches("-?\\d{1,9}")) {
                throw Words.notSimulated(
                        "seq", word, "seq LAST, seq FIRST LAST, seq FIRST STEP LAST with whole numbers");
            }
        }
        if (arguments.isEmpty() || arguments.size() > 3) {
            String fault = arguments.isEmpty() ? "missing operand" : "extra operand '" + arguments.get(3) + "'";
            throw new Refusal(1, "seq: " + fault + "\nTry 'seq --help' for more information.");
        }
        int last = Integer.parseInt(arguments.get(arguments.size() - 1));
        int first = arguments.size() > 1 ? Integer.parseInt(arguments.get(0)) : 1;
        int step = arguments.size() > 2 ? Integer.parseInt(arguments.get(1)) : 1;
        if (step == 0) {
            throw new Refusal(1, "seq: invalid Zero increment value: '0'\nTry 'seq --help' for more information.");
        }
        if (((long) last - first) / step >= MOST_NUMBERS) {
            throw new Refusal(1, "seq: more than " + MOST_NUMBERS + " numbers are not simulated.");
        }
        StringBuilder text = new StringBuilder();
        for (long number = first; step > 0 ? number <= last : number >= last; number += step) {
            text.append(number).append('\n');
        }
        return new Command.Run(place.host(), "seq", (computer, stdin) -> CommandResult.printed(text.toString()));
    }

    static Command succeed(List<String> arguments, Place place) {
        return new Command.Run(place.host(), "true", (computer, stdin) -> CommandResult.SILENT);
    }

    static Command fail(List<String> arguments, Place place) {
        return new Command.Run(place.host(), "false", (computer, stdin) -> CommandResult.failed(1, ""));
    }

    static Command head(List<String> arguments, Place place) {
        Slice slice = Slice.parse("head", arguments);
        return filter("head", arguments, place, slice.files(), text -> {
            List<String> lines = lines(text);
            return String.join("", lines.subList(0, Math.min(slice.count(), lines.size())));
        });
    }

    static Command tail(List<String> arguments, Place place) {
        Slice slice = Slice.parse("tail", arguments);
        return filter("tail", arguments, place, slice.files(), text -> {
            List<String> lines = lines(text);
            int from = slice.fromStart()
                    ? Math.min(Math.max(slice.count() - 1, 0), lines.size())
                    : Math.max(0, lines.size() - slice.count());
            return String.join("", lines.subList(from, lines.size()));
        });
    }

    static Command wc(List<String> arguments, Place place) {
        StringBuilder columns = new StringBuilder();
        List<String> files = new ArrayList<>();
        for (String word : arguments) {
            if (!word.startsWith("-")) {
                files.add(word);
            } else if (word.matches("-[lwc]+")) {
                columns.append(word.substring(1));
            } else {
                throw Words.notSimulated("wc", word, "-c, -l, -w");
            }
        }
        String wanted = columns.isEmpty() ? "lwc" : columns.toString();
        return filter("wc", arguments, place, files, text -> count(text, wanted));
    }

    private static String count(String text, String wanted) {
        List<Long> numbers = new ArrayList<>();
        if (wanted.indexOf('l') >= 0) {
            numbers.add(text.chars().filter(c -> c == '\n').count());
        }
        if (wanted.indexOf('w') >= 0) {
            numbers.add(text.isBlank() ? 0L : text.strip().split("\\s+").length);
        }
        if (wanted.indexOf('c') >= 0) {
            numbers.add((long) text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
        }
        List<String> cells = numbers.stream()
                .map(number -> numbers.size() == 1 ? number.toString() : "%7d".formatted(number))
                .toList();
        return String.join(" ", cells) + "\n";
    }

    static Command sort(List<String> arguments, Place place) {
        List<String> files = new ArrayList<>();
        StringBuilder options = new StringBuilder();
        for (String word : arguments) {
            if (!word.startsWith("-")) {
                files.add(word);
            } else if (word.matches("-[nru]+")) {
                options.append(word.substring(1));
            } else {
                throw Words.notSimulated("sort", word, "-n, -r, -u");
            }
        }
        return filter("sort", arguments, place, files, text -> sorted(text, options.toString()));
    }

    private static String sorted(String text, String options) {
        List<String> lines = new ArrayList<>(rows(text));
        Comparator<String> order = options.indexOf('n') >= 0
                ? Comparator.<String>comparingLong(TextCommands::leadingNumber).thenComparing(line -> line)
                : Comparator.naturalOrder();
        lines.sort(order);
        if (options.indexOf('u') >= 0) {
            lines = new ArrayList<>(lines.stream().distinct().toList());
        }
        if (options.indexOf('r') >= 0) {
            Collections.reverse(lines);
        }
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private static long leadingNumber(String line) {
        String digits = line.strip().replaceAll("^(-?\\d{0,18}).*", "$1");
        return digits.isEmpty() || digits.equals("-") ? 0 : Long.parseLong(digits);
    }

    /** The lines with their ends. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int next = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(from, next));
            from = next;
        }
        return lines;
    }

    /** The lines without their ends. */
    static List<String> rows(String text) {
        return lines(text).stream()
                .map(line -> line.endsWith("\n") ? line.substring(0, line.length() - 1) : line)
                .toList();
    }

    /** A command that changes the text of files, or of its input if none are named. */
    static Command filter(
            String name, List<String> arguments, Place place, List<String> files, UnaryOperator<String> change) {
        return new Command.Run(place.host(), name + " " + String.join(" ", arguments), (computer, stdin) -> {
            Input input = Input.of(name, files, computer, place, stdin);
            return input.fault().isEmpty()
                    ? CommandResult.printed(change.apply(input.text()))
                    : CommandResult.failed(1, input.fault());
        });
    }

    /**
     * What a filter reads.
     *
     * @param fault the complaint if a file is missing, else empty
     */
    record Input(String text, String fault) {

        static Input of(String name, List<String> files, Computer computer, Place place, String stdin) {
            if (files.isEmpty()) {
                return new Input(stdin, "");
            }
            StringBuilder text = new StringBuilder();
            for (String file : files) {
                Optional<String> content = file.equals("-")
                        ? Optional.of(stdin)
                        : FileAccess.of(computer, place.host()).read(file);
                if (content.isEmpty()) {
                    return new Input("", name + ": " + file + ": No such file or directory\n");
                }
                text.append(content.get());
            }
            return new Input(text.toString(), "");
        }
    }

    /**
     * Which lines {@code head} and {@code tail} keep.
     *
     * @param fromStart whether the number is the first line kept, as in {@code tail -n +2}
     */
    private record Slice(int count, boolean fromStart, List<String> files) {

        static Slice parse(String command, List<String> arguments) {
            int count = DEFAULT_LINES;
            boolean fromStart = false;
            List<String> files = new ArrayList<>();
            Words words = new Words(arguments);
            while (words.hasNext()) {
                String word = words.next();
                if (word.equals("-n") || word.matches("-n\\+?\\d{1,9}") || word.matches("-\\d{1,9}")) {
                    String number = word.equals("-n")
                            ? (words.hasNext() ? words.next() : "")
                            : word.substring(word.charAt(1) == 'n' ? 2 : 1);
                    if (!number.matches("\\+?\\d{1,9}")) {
                        throw new Refusal(1, command + ": invalid number of lines: '" + number + "'");
                    }
                    fromStart = number.startsWith("+");
                    count = Integer.parseInt(fromStart ? number.substring(1) : number);
                } else if (word.startsWith("-") && word.length() > 1) {
                    throw Words.notSimulated(command, word, "-n NUMBER, -NUMBER");
                } else {
                    files.add(word);
                }
            }
            return new Slice(count, fromStart, files);
        }
    }
}
