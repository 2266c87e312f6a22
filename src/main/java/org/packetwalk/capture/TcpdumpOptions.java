package org.packetwalk.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.capture.TextOptions.Dump;
import org.packetwalk.capture.TextOptions.Stamp;

/**
 * A command line of tcpdump.
 *
 * @param device {@code -i}, empty if none was named
 * @param text what to print of each frame
 * @param count {@code -c}: after how many frames to end, 0 for never
 * @param promiscuous whether the device shall receive every frame: not {@code -p}
 * @param way {@code -Q}: which way frames go
 * @param listDevices {@code -D}: only lists the devices
 * @param filter the filter expression, empty if there is none
 */
public record TcpdumpOptions(
        String device, TextOptions text, int count, boolean promiscuous, Way way, boolean listDevices, String filter) {

    /** Which way captured frames go. */
    public enum Way {
        IN,
        OUT,
        BOTH
    }

    /** What became of a command line. */
    public sealed interface Result {

        /** It could be read. */
        record Understood(TcpdumpOptions options) implements Result {}

        /**
         * It could not, or asks for no more than a text.
         *
         * @param status the exit status
         * @param message the complaint, line ends included
         * @param understood whether tcpdump says the same
         */
        record Refused(int status, String message, boolean understood) implements Result {}
    }

    private static final String VERSION = """
            tcpdump version 4.99.3
            libpcap version 1.10.3 (with TPACKET_V3)
            """;
    private static final String USAGE = VERSION + """
            Usage: tcpdump [-AbdDefhHIJKlLnNOpqStuUvxX#] [ -B size ] [ -c count ] [--count]
            \t\t[ -C file_size ] [ -E algo:secret ] [ -F file ] [ -G seconds ]
            \t\t[ -i interface ] [ --immediate-mode ] [ -j tstamptype ]
            \t\t[ -M secret ] [ --number ] [ --print ] [ -Q in|out|inout ]
            \t\t[ -r file ] [ -s snaplen ] [ -T type ] [ --version ]
            \t\t[ -V file ] [ -w file ] [ -W filecount ] [ -y datalinktype ]
            \t\t[ --time-stamp-precision precision ] [ --micro ] [ --nano ]
            \t\t[ -z postrotate-command ] [ -Z user ] [ expression ]
            """;
    private static final String KNOWN = "-A, -c, -D, -e, -i, -l, -n, -O, -p, -q, -Q, -s, -S, -t, -U, -v, -x, -X, -#,"
            + " --immediate-mode, --number, --version";
    private static final String WITH_VALUE = "BcCEFGijMQrsTVwWyzZ";
    private static final String KNOWN_WITH_VALUE = "ciQs";
    private static final String FLAGS = "ADelnOpqStUvxX#";
    private static final String ALL_FLAGS = "AbdDefhHIJKlLnNOpqStuUvxX#";

    /** Reads the arguments; options may stand behind the expression. */
    public static Result parse(List<String> arguments) {
        return new Reader().read(arguments);
    }

    /** What was read so far. */
    private static final class Reader {

        private final List<String> expression = new ArrayList<>();
        private final StringBuilder flags = new StringBuilder();
        private String device = "";
        private int count;
        private int snapLength = TextOptions.WHOLE;
        private Way way = Way.BOTH;
        private boolean numbered;

        Result read(List<String> arguments) {
            boolean options = true;
            int i = 0;
            while (i < arguments.size()) {
                String word = arguments.get(i);
                if (!options || !word.startsWith("-") || word.equals("-")) {
                    expression.add(word);
                } else if (word.equals("--")) {
                    options = false;
                } else if (word.startsWith("--")) {
                    Optional<Result> ended = longOption(word.substring(2));
                    if (ended.isPresent()) {
                        return ended.get();
                    }
                } else {
                    String following = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
                    Letters letters = letters(word, i + 1 < arguments.size(), following);
                    if (letters.ended.isPresent()) {
                        return letters.ended.get();
                    }
                    i += letters.further;
                }
                i++;
            }
            return new Result.Understood(options());
        }

        /**
         * What one word of options came to.
         *
         * @param further how many further words it took
         * @param ended why reading ends here, if it does
         */
        private record Letters(int further, Optional<Result> ended) {}

        private Letters letters(String word, boolean more, String following) {
            for (int i = 1; i < word.length(); i++) {
                char letter = word.charAt(i);
                if (WITH_VALUE.indexOf(letter) >= 0) {
                    boolean attached = i + 1 < word.length();
                    if (!attached && !more) {
                        return end(usage("option requires an argument -- '" + letter + "'"));
                    }
                    if (KNOWN_WITH_VALUE.indexOf(letter) < 0) {
                        return end(unknownHere("-" + letter));
                    }
                    Optional<Result> fault = value(letter, attached ? word.substring(i + 1) : following);
                    return new Letters(attached ? 0 : 1, fault);
                }
                if (letter == 'h') {
                    return end(new Result.Refused(0, USAGE, true));
                }
                if (FLAGS.indexOf(letter) < 0) {
                    return end(
                            ALL_FLAGS.indexOf(letter) >= 0
                                    ? unknownHere("-" + letter)
                                    : usage("invalid option -- '" + letter + "'"));
                }
                flags.append(letter);
            }
            return new Letters(0, Optional.empty());
        }

        private static Letters end(Result result) {
            return new Letters(0, Optional.of(result));
        }

        private Optional<Result> longOption(String word) {
            switch (word) {
                case "immediate-mode" -> flags.append('l');
                case "number" -> numbered = true;
                case "list-interfaces" -> flags.append('D');
                case "no-promiscuous-mode" -> flags.append('p');
                case "absolute-tcp-sequence-numbers" -> flags.append('S');
                case "packet-buffered" -> flags.append('U');
                case "version" -> {
                    return Optional.of(new Result.Refused(0, VERSION, true));
                }
                case "help" -> {
                    return Optional.of(new Result.Refused(0, USAGE, true));
                }
                case "count", "print", "micro", "nano", "time-stamp-precision", "list-data-link-types" -> {
                    return Optional.of(unknownHere("--" + word));
                }
                default -> {
                    return Optional.of(usage("unrecognized option '--" + word + "'"));
                }
            }
            return Optional.empty();
        }

        private Optional<Result> value(char letter, String text) {
            switch (letter) {
                case 'i' -> device = text;
                case 'c' -> {
                    if (!text.matches("0*[1-9]\\d{0,8}")) {
                        return refused("invalid packet count " + text);
                    }
                    count = Integer.parseInt(text);
                }
                case 's' -> {
                    if (!text.matches("\\d{1,6}") || Integer.parseInt(text) > TextOptions.WHOLE) {
                        return refused("invalid snaplen " + text + " (must be >= 0 and <= 262144)");
                    }
                    int bytes = Integer.parseInt(text);
                    snapLength = bytes == 0 ? TextOptions.WHOLE : bytes;
                }
                default -> {
                    if (!List.of("in", "out", "inout").contains(text)) {
                        return refused("unknown capture direction `" + text + "'");
                    }
                    way = text.equals("in") ? Way.IN : text.equals("out") ? Way.OUT : Way.BOTH;
                }
            }
            return Optional.empty();
        }

        private static Optional<Result> refused(String message) {
            return Optional.of(new Result.Refused(1, "tcpdump: " + message + "\n", true));
        }

        private static Result usage(String message) {
            return new Result.Refused(1, "tcpdump: " + message + "\n" + USAGE, true);
        }

        private static Result unknownHere(String option) {
            return new Result.Refused(
                    1, "tcpdump: " + option + " is not simulated. Known here: " + KNOWN + ".\n", false);
        }

        private int times(char letter) {
            return (int) flags.chars().filter(c -> c == letter).count();
        }

        private TcpdumpOptions options() {
            Stamp[] stamps = Stamp.values();
            Dump dump = Dump.NONE;
            if (times('X') > 0) {
                dump = times('X') > 1 ? Dump.HEX_TEXT_LINK : Dump.HEX_TEXT;
            } else if (times('x') > 0) {
                dump = times('x') > 1 ? Dump.HEX_LINK : Dump.HEX;
            } else if (times('A') > 0) {
                dump = times('A') > 1 ? Dump.TEXT_LINK : Dump.TEXT;
            }
            TextOptions text = new TextOptions(
                    times('n') > 0,
                    times('e') > 0,
                    times('v'),
                    stamps[Math.min(times('t'), stamps.length - 1)],
                    times('q') > 0,
                    dump,
                    times('S') > 0,
                    numbered || times('#') > 0,
                    CaptureLink.ETHERNET,
                    snapLength);
            return new TcpdumpOptions(
                    device, text, count, times('p') == 0, way, times('D') > 0, String.join(" ", expression));
        }
    }
}
