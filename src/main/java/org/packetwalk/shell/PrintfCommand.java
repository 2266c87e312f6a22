package org.packetwalk.shell;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code printf} with {@code %s}, {@code %d}, their widths, and the usual escapes; the format is used again while words are left. */
final class PrintfCommand {

    private static final Pattern DIRECTIVE = Pattern.compile("%([-0]*)(\\d{0,5})([sd])");

    private PrintfCommand() {}

    static Command parse(List<String> arguments, Place place) {
        if (arguments.isEmpty()) {
            throw new Refusal(2, "sh: 1: printf: usage: printf format [arg ...]");
        }
        StringBuilder text = new StringBuilder();
        List<String> words = arguments.subList(1, arguments.size());
        int used = 0;
        do {
            int before = used;
            used = once(arguments.get(0), words, used, text);
            if (used == before) {
                break;
            }
        } while (used < words.size());
        return new Command.Run(
                place.host(),
                "printf " + String.join(" ", arguments),
                (computer, stdin) -> CommandResult.printed(text.toString()));
    }

    /** Writes the format once; answers how many words are used up. */
    private static int once(String format, List<String> words, int from, StringBuilder text) {
        int used = from;
        int at = 0;
        while (at < format.length()) {
            char c = format.charAt(at);
            char next = at + 1 < format.length() ? format.charAt(at + 1) : 0;
            if (c == '\\' && next != 0) {
                text.append(escaped(next));
                at += 2;
            } else if (c == '%' && next == '%') {
                text.append('%');
                at += 2;
            } else if (c == '%') {
                Matcher directive = DIRECTIVE.matcher(format).region(at, format.length());
                if (!directive.lookingAt()) {
                    throw Words.notSimulated("printf", "%" + next, "%s, %d, %%, with a width");
                }
                text.append(filled(directive, used < words.size() ? words.get(used) : ""));
                used++;
                at = directive.end();
            } else {
                text.append(c);
                at++;
            }
        }
        return used;
    }

    /** A word in its field: to the left or the right of blanks, a number with zeros behind its sign. */
    private static String filled(Matcher directive, String word) {
        boolean number = directive.group(3).equals("d");
        String text = number && word.isEmpty() ? "0" : word;
        if (number && !text.matches("-?(0|[1-9]\\d*)")) {
            throw Words.notSimulated("printf %d", text, "whole decimal numbers");
        }
        int width = directive.group(2).isEmpty() ? 0 : Integer.parseInt(directive.group(2));
        String flags = directive.group(1);
        int room = Math.max(0, width - text.length());
        if (flags.contains("-")) {
            return text + " ".repeat(room);
        }
        if (number && flags.contains("0")) {
            int sign = text.startsWith("-") ? 1 : 0;
            return text.substring(0, sign) + "0".repeat(room) + text.substring(sign);
        }
        return " ".repeat(room) + text;
    }

    private static String escaped(char letter) {
        return switch (letter) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case '\\' -> "\\";
            default -> "\\" + letter;
        };
    }
}
