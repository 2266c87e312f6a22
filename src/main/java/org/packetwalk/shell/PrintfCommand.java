package org.packetwalk.shell;

import java.util.List;

/** {@code printf} with {@code %s}, {@code %d} and the usual escapes; the format is used again while words are left. */
final class PrintfCommand {

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
            } else if (c == '%' && (next == 's' || next == 'd')) {
                text.append(used < words.size() ? words.get(used) : next == 'd' ? "0" : "");
                used++;
                at += 2;
            } else if (c == '%') {
                throw Words.notSimulated("printf", "%" + next, "%s, %d, %%");
            } else {
                text.append(c);
                at++;
            }
        }
        return used;
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
