package org.packetwalk.shell;

import java.util.List;

import org.packetwalk.net.Ipv4Address;
import org.packetwalk.program.ArpingOptions;
import org.packetwalk.program.ArpingProgram;

/** {@code arping} of iputils. */
final class ArpingCommand implements CommandParser {

    private static final String WITHOUT_VALUE = "AbDfqU";
    private static final String WITH_VALUE = "ciIsw";
    private static final String USAGE = """

            Usage:
              arping [options] <destination>

            Options:
              -f            quit on first reply
              -q            be quiet
              -b            keep on broadcasting, do not unicast
              -D            duplicate address detection mode
              -U            unsolicited ARP mode, update your neighbours
              -A            ARP answer mode, update your neighbours
              -V            print version and exit
              -c <count>    how many packets to send
              -w <timeout>  how long to wait for a reply
              -i <interval> set interval between packets (default: 1 second)
              -I <device>   which ethernet device to use
              -s <source>   source ip address
              <destination> dns name or ip address

            For more details see arping(8).
            """;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    @Override
    public Command parse(List<String> arguments, Place place) {
        Reader reader = new Reader();
        int read = 0;
        while (read < arguments.size()) {
            String following = read + 1 < arguments.size() ? arguments.get(read + 1) : "";
            read += 1 + reader.word(arguments.get(read), following);
        }
        return new Command.Start(
                place.host(), "arping " + String.join(" ", arguments), ArpingProgram.start(reader.options()));
    }

    /** What was read so far. */
    private static final class Reader {

        private String flags = "";
        private String target = "";
        private String device = "";
        private Ipv4Address source = Ipv4Address.ANY;
        private int count;
        private int timeout;
        private int interval = 1;

        /** Reads one word; answers how many further words it took. */
        int word(String word, String following) {
            if (word.length() < 2 || word.charAt(0) != '-') {
                if (!target.isEmpty()) {
                    throw new Refusal(2, "arping: usage error: one destination address is allowed");
                }
                target = word;
                return 0;
            }
            for (int i = 1; i < word.length(); i++) {
                char letter = word.charAt(i);
                if (WITHOUT_VALUE.indexOf(letter) >= 0) {
                    flags += letter;
                } else if (WITH_VALUE.indexOf(letter) >= 0) {
                    boolean attached = i + 1 < word.length();
                    value(letter, attached ? word.substring(i + 1) : following);
                    return attached ? 0 : 1;
                } else {
                    throw Refusal.unknownHere(
                            2,
                            "arping: -" + letter
                                    + " is not simulated. Known here: -A, -b, -c, -D, -f, -I, -i, -q, -s, -U, -w.");
                }
            }
            return 0;
        }

        private void value(char letter, String text) {
            switch (letter) {
                case 'I' -> device = text;
                case 's' -> {
                    if (!Ipv4Address.isValid(text)) {
                        throw new Refusal(2, "arping: invalid source " + text);
                    }
                    source = Ipv4Address.parse(text);
                }
                case 'c' -> count = number(text);
                case 'w' -> timeout = number(text);
                default -> interval = number(text);
            }
        }

        private static int number(String text) {
            long value = Words.number(text);
            if (value < 1 || value > Integer.MAX_VALUE) {
                throw new Refusal(1, "arping: invalid argument: '" + text + "'");
            }
            return (int) value;
        }

        ArpingOptions options() {
            if (target.isEmpty()) {
                throw new Refusal(CommandResult.failed(2, USAGE));
            }
            boolean detection = flags.indexOf('D') >= 0;
            boolean answers = flags.indexOf('A') >= 0;
            return new ArpingOptions(
                    target,
                    device,
                    source,
                    count,
                    timeout,
                    interval * NANOS_PER_SECOND,
                    detection || flags.indexOf('f') >= 0,
                    flags.indexOf('b') >= 0,
                    detection,
                    answers || flags.indexOf('U') >= 0,
                    answers,
                    flags.indexOf('q') >= 0);
        }
    }
}
