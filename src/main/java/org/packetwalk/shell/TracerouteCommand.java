package org.packetwalk.shell;

import java.util.List;

import org.packetwalk.net.IpProtocol;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.program.TracerouteOptions;
import org.packetwalk.program.TracerouteProgram;

/** {@code traceroute [-46nI] [-P N] [-q N] [-N N] [-w SECONDS] [-m HOPS] [-f HOP] [-p PORT] [-s ADDRESS] HOST [LENGTH]}. */
final class TracerouteCommand implements CommandParser {

    @Override
    public Command parse(List<String> arguments, Place place) {
        TracerouteOptions options = new Reader().read(arguments);
        return new Command.Start(
                place.host(), "traceroute " + String.join(" ", arguments), TracerouteProgram.start(options));
    }

    /** Takes the words in one after another, beginning with what the tool does unless told otherwise. */
    private static final class Reader {

        private static final String KNOWN = "-n, -I, -P, -4, -6, -q, -N, -w, -m, -f, -p, -s";
        private static final int IP_HEADER = 20;
        private static final int PROBE_HEADER = 8;
        private static final int USUAL_LENGTH = 60;

        private String host = "";
        private int hostPlace;
        private boolean numeric;
        private IpProtocol protocol = IpProtocol.UDP;
        private boolean raw;
        private int queries = 3;
        private int together = 16;
        private long waitMillis = 5000;
        private boolean adaptive = true;
        private int firstHop = 1;
        private int lastHop = 30;
        private int destinationPort = 33_434;
        private int length = USUAL_LENGTH;
        private String source = "";
        private int family;

        TracerouteOptions read(List<String> arguments) {
            int i = 0;
            while (i < arguments.size()) {
                String word = arguments.get(i++);
                if (!word.startsWith("-")) {
                    operand(word, i);
                } else if (!flag(word)) {
                    boolean here = word.length() > 2;
                    if (!here && i == arguments.size()) {
                        throw new Refusal(2, "Option `" + word + "' (argc " + i + ") requires an argument");
                    }
                    option(word.substring(0, 2), here ? word.substring(2) : arguments.get(i++));
                }
            }
            if (hostPlace == 0) {
                throw new Refusal(2, "Usage: traceroute host\nSpecify \"host\" missing argument.");
            }
            TracerouteOptions asked = options(length);
            if (asked.ipv6() && !asked.udp() && !asked.icmp()) {
                throw Words.notSimulated("traceroute", "-6 with -P", "-6 with datagrams and -I");
            }
            int more = asked.ipv6() ? Ipv6Header.LENGTH - IP_HEADER : 0;
            int shortest = more + IP_HEADER + (raw ? 0 : PROBE_HEADER);
            return options(Math.max(shortest, length + (length == USUAL_LENGTH ? more : 0)));
        }

        private TracerouteOptions options(int wholeLength) {
            return new TracerouteOptions(
                    host,
                    numeric,
                    protocol,
                    queries,
                    together,
                    waitMillis,
                    adaptive,
                    firstHop,
                    lastHop,
                    destinationPort,
                    wholeLength,
                    source,
                    raw,
                    family,
                    hostPlace);
        }

        private void operand(String word, int place) {
            if (hostPlace == 0) {
                host = word;
                hostPlace = place;
            } else {
                length = number(word, 65_000, "packet length");
            }
        }

        private boolean flag(String word) {
            switch (word) {
                case "-n" -> numeric = true;
                case "-I", "--icmp" -> protocol = IpProtocol.ICMP;
                case "-4", "-6" -> family = word.charAt(1) - '0';
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void option(String name, String value) {
            switch (name) {
                case "-q" -> queries = number(value, 10, "no more than 10 probes per hop");
                case "-N" -> together = number(value, 1000, "simultaneous probes");
                case "-w" -> {
                    waitMillis = millis(value);
                    adaptive = false;
                }
                case "-m" -> lastHop = number(value, 255, "max hops cannot be more than 255");
                case "-f" -> firstHop = number(value, 255, "first hop out of range");
                case "-p" -> destinationPort = number(value, 65_535, "port");
                case "-P" -> {
                    protocol = new IpProtocol(number(value, 255, "protocol"));
                    raw = true;
                }
                case "-s" -> source = value;
                default -> throw Words.notSimulated("traceroute", name, KNOWN);
            }
        }

        private static int number(String text, int most, String what) {
            long number = Words.number(text);
            if (number < 1 || number > most) {
                throw new Refusal(2, what);
            }
            return (int) number;
        }

        private static long millis(String text) {
            if (!text.matches("\\d{1,6}(\\.\\d{1,6})?")) {
                throw new Refusal(2, "bad wait specifications `" + text + "' used");
            }
            return Math.round(Double.parseDouble(text) * 1000);
        }
    }
}
