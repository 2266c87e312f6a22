package org.packetwalk.program;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.packetwalk.kernel.socket.SocketOptions.PathMtuDiscovery;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv4Address;

/** Reads the arguments of {@code ping}; options may stand before and after the target. */
public final class PingCommandLine {

    private static final String KNOWN = "-4, -6, -b, -c, -D, -I, -i, -L, -M, -m, -n, -O, -Q, -q, -s, -t, -W, -w";
    private static final String WITH_VALUE = "cIiMmQstWw";
    private static final String WITHOUT_VALUE = "46bDLnOqvU";
    private static final Pattern DECIMAL = Pattern.compile("\\d*\\.?\\d+|\\d+\\.");
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** What came of reading. */
    public sealed interface Result {

        /** The arguments make sense. */
        record Understood(PingOptions options) implements Result {}

        /**
         * They do not.
         *
         * @param message what ping prints on standard error, with the line end
         * @param status its exit status
         */
        record Refused(String message, int status) implements Result {}
    }

    private final List<String> targets = new ArrayList<>();
    private long count;
    private long interval = NANOS_PER_SECOND;
    private long linger = 10 * NANOS_PER_SECOND;
    private long deadline;
    private int size = 56;
    private int ttl = -1;
    private int tos;
    private int mark;
    private boolean broadcast;
    private boolean numeric;
    private boolean quiet;
    private boolean noLoop;
    private PathMtuDiscovery discovery = PathMtuDiscovery.WANT;
    private boolean discoveryGiven;
    private IpAddress source = Ipv4Address.ANY;
    private boolean sourceGiven;
    private int family;
    private String device = "";
    private String fault = "";
    private int faultStatus = 1;

    private PingCommandLine() {}

    /** Reads the words after {@code ping}. */
    public static Result parse(List<String> words) {
        return new PingCommandLine().read(words);
    }

    private Result read(List<String> words) {
        boolean optionsEnd = false;
        int next = 0;
        while (next < words.size() && fault.isEmpty()) {
            String word = words.get(next++);
            if (optionsEnd || word.length() < 2 || word.charAt(0) != '-') {
                targets.add(word);
            } else if (word.equals("--")) {
                optionsEnd = true;
            } else {
                next += option(word, next < words.size() ? words.get(next) : "", next < words.size());
            }
        }
        if (fault.isEmpty() && targets.isEmpty()) {
            fail("ping: usage error: Destination address required", 1);
        }
        if (fault.isEmpty() && targets.size() > 1) {
            fail("ping: source routes (several targets) are not simulated. Give one destination.", 2);
        }
        if (!fault.isEmpty()) {
            return new Result.Refused(fault + "\n", faultStatus);
        }
        String target = targets.get(0);
        return new Result.Understood(new PingOptions(
                target,
                count,
                interval,
                linger,
                deadline,
                size,
                ttl,
                tos,
                mark,
                broadcast,
                numeric || IpAddress.isValid(target),
                quiet,
                noLoop,
                discovery,
                discoveryGiven,
                source,
                sourceGiven,
                device,
                family));
    }

    /** Reads one word of options; answers how many further words it took. */
    private int option(String word, String following, boolean hasFollowing) {
        for (int i = 1; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (WITHOUT_VALUE.indexOf(letter) >= 0) {
                flag(letter);
            } else if (WITH_VALUE.indexOf(letter) >= 0) {
                boolean attached = i + 1 < word.length();
                if (!attached && !hasFollowing) {
                    fail("ping: option requires an argument -- '" + letter + "'", 1);
                    return 0;
                }
                value(letter, attached ? word.substring(i + 1) : following);
                return attached ? 0 : 1;
            } else {
                fail("ping: -" + letter + " is not simulated. Known here: " + KNOWN + ".", 2);
                return 0;
            }
        }
        return 0;
    }

    private void flag(char letter) {
        switch (letter) {
            case '4', '6' -> family = letter - '0';
            case 'b' -> broadcast = true;
            case 'n' -> numeric = true;
            case 'q' -> quiet = true;
            case 'L' -> noLoop = true;
            default -> {}
        }
    }

    private void value(char letter, String text) {
        switch (letter) {
            case 'c' -> count = whole(letter, text, 1, Long.MAX_VALUE);
            case 'i' -> interval = seconds(text);
            case 'W' -> linger = seconds(text);
            case 'w' -> deadline = whole(letter, text, 0, 2147483) * NANOS_PER_SECOND;
            case 's' -> size = (int) whole(letter, text, 0, 127992);
            case 't' -> ttl = (int) whole(letter, text, 0, 255);
            case 'm' -> mark = (int) whole(letter, text, 0, Integer.MAX_VALUE);
            case 'Q' -> tos = (int) number(letter, text, 0, 255);
            case 'M' -> discovery(text);
            default -> from(text);
        }
    }

    private void discovery(String text) {
        discoveryGiven = true;
        switch (text) {
            case "do" -> discovery = PathMtuDiscovery.DO;
            case "dont" -> discovery = PathMtuDiscovery.DONT;
            case "want" -> discovery = PathMtuDiscovery.WANT;
            default -> fail("ping: invalid -M argument: " + text, 2);
        }
    }

    private void from(String text) {
        if (IpAddress.isValid(text)) {
            source = IpAddress.parse(text);
            sourceGiven = true;
        } else {
            device = text;
        }
    }

    private long seconds(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            fail(
                    "ping: option argument contains garbage: " + text
                            + "\nping: this will become fatal error in the future",
                    1);
            return 0;
        }
        return Math.round(Double.parseDouble(text) * NANOS_PER_SECOND);
    }

    private long whole(char letter, String text, long least, long most) {
        if (!text.matches("-?\\d{1,18}")) {
            fail("ping: invalid argument: '" + text + "'", 1);
            return least;
        }
        long number = Long.parseLong(text);
        if (number < least || number > most) {
            fail(
                    "ping: invalid argument: '" + text + "': out of range: " + least + " <= value <= "
                            + (letter == 'c' ? Long.toString(Long.MAX_VALUE) : Long.toString(most)),
                    1);
            return least;
        }
        return number;
    }

    private long number(char letter, String text, long least, long most) {
        return text.startsWith("0x") && text.substring(2).matches("[0-9a-fA-F]{1,4}")
                ? Long.parseLong(text.substring(2), 16)
                : whole(letter, text, least, most);
    }

    private void fail(String message, int status) {
        fault = message;
        faultStatus = status;
    }
}
