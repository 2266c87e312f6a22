package org.packetwalk.shell;

import java.util.List;

import org.packetwalk.program.SleepProgram;

/** {@code sleep NUMBER[smhd]…}. */
final class SleepCommand implements CommandParser {

    private static final double NANOS = 1_000_000_000.0;

    @Override
    public Command parse(List<String> arguments, Place place) {
        if (arguments.isEmpty()) {
            throw new Refusal(1, "sleep: missing operand\nTry 'sleep --help' for more information.");
        }
        double seconds = 0;
        for (String word : arguments) {
            if (!isDuration(word)) {
                throw new Refusal(
                        1, "sleep: invalid time interval '" + word + "'\nTry 'sleep --help' for more information.");
            }
            seconds += seconds(word);
        }
        return new Command.Start(
                place.host(),
                "sleep " + String.join(" ", arguments),
                new SleepProgram(Math.round(seconds * NANOS), false));
    }

    /** Whether a word is a time span of coreutils. */
    static boolean isDuration(String word) {
        return word.matches("(\\d+\\.?\\d*|\\.\\d+)[smhd]?");
    }

    /** A time span in nanoseconds. */
    static long nanos(String word) {
        return Math.round(seconds(word) * NANOS);
    }

    private static double seconds(String word) {
        char unit = word.charAt(word.length() - 1);
        double number = Double.parseDouble(Character.isLetter(unit) ? word.substring(0, word.length() - 1) : word);
        return switch (unit) {
            case 'm' -> number * 60;
            case 'h' -> number * 3600;
            case 'd' -> number * 86_400;
            default -> number;
        };
    }
}
