package org.packetwalk.shell;

import java.util.List;
import java.util.Optional;

import org.packetwalk.net.IpProtocol;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.program.TracerouteOptions;
import org.packetwalk.program.TracerouteProgram;

/** {@code traceroute [-nI] [-q N] [-N N] [-w SECONDS] [-m HOPS] [-f HOP] [-p PORT] HOST [LENGTH]}. */
final class TracerouteCommand implements CommandParser {

    private static final String KNOWN = "-n, -I, -P, -4, -6, -q, -N, -w, -m, -f, -p, -s";
    private static final int IP_HEADER = 20;
    private static final int PROBE_HEADER = 8;

    @Override
    public Command parse(List<String> arguments, Place place) {
        TracerouteOptions options = TracerouteOptions.DEFAULT;
        Optional<String> host = Optional.empty();
        int i = 0;
        while (i < arguments.size()) {
            String word = arguments.get(i++);
            if (!word.startsWith("-")) {
                if (host.isEmpty()) {
                    host = Optional.of(word);
                    options = options.withPlace(i);
                } else {
                    options = options.withLength((int) number(word, 65_000, "packet length"));
                }
            } else if (word.equals("-n")) {
                options = options.withNumeric();
            } else if (word.equals("-I") || word.equals("--icmp")) {
                options = options.withProtocol(IpProtocol.ICMP);
            } else if (word.equals("-4") || word.equals("-6")) {
                options = options.withFamily(word.charAt(1) - '0');
            } else {
                boolean here = word.length() > 2;
                if (!here && i == arguments.size()) {
                    throw new Refusal(2, "Option `" + word + "' (argc " + i + ") requires an argument");
                }
                String value = here ? word.substring(2) : arguments.get(i++);
                options = option(options, word.substring(0, 2), value);
            }
        }
        if (host.isEmpty()) {
            throw new Refusal(2, "Usage: traceroute host\nSpecify \"host\" missing argument.");
        }
        TracerouteOptions asked = options.to(host.get());
        int more = asked.ipv6() ? Ipv6Header.LENGTH - IP_HEADER : 0;
        int shortest = more + (asked.raw() ? IP_HEADER : IP_HEADER + PROBE_HEADER);
        boolean usual = asked.length() == TracerouteOptions.DEFAULT.length();
        TracerouteOptions complete = asked.withLength(Math.max(shortest, asked.length() + (usual ? more : 0)));
        if (asked.ipv6() && !asked.udp() && !asked.icmp()) {
            throw Words.notSimulated("traceroute", "-6 with -P", "-6 with datagrams and -I");
        }
        return new Command.Start(
                place.host(), "traceroute " + String.join(" ", arguments), TracerouteProgram.start(complete));
    }

    private static TracerouteOptions option(TracerouteOptions options, String name, String value) {
        return switch (name) {
            case "-q" -> options.withQueries((int) number(value, 10, "no more than 10 probes per hop"));
            case "-N" -> options.withTogether((int) number(value, 1000, "simultaneous probes"));
            case "-w" -> options.withWait(seconds(value));
            case "-m" -> options.withLastHop((int) number(value, 255, "max hops cannot be more than 255"));
            case "-f" -> options.withFirstHop((int) number(value, 255, "first hop out of range"));
            case "-p" -> options.withPort((int) number(value, 65_535, "port"));
            case "-P" -> options.withRaw(protocol(value));
            case "-s" -> options.withSource(value);
            default -> throw Words.notSimulated("traceroute", name, KNOWN);
        };
    }

    /** {@code -P}: packets of a protocol that has no method of its own here. */
    private static IpProtocol protocol(String text) {
        return new IpProtocol((int) number(text, 255, "protocol"));
    }

    private static long number(String text, long most, String what) {
        long number = Words.number(text);
        if (number < 1 || number > most) {
            throw new Refusal(2, what);
        }
        return number;
    }

    private static long seconds(String text) {
        if (!text.matches("\\d{1,6}(\\.\\d{1,6})?")) {
            throw new Refusal(2, "bad wait specifications `" + text + "' used");
        }
        return Math.round(Double.parseDouble(text) * 1000);
    }
}
