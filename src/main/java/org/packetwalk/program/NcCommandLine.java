package org.packetwalk.program;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.packetwalk.net.ServiceNames;

/** Reads the words after {@code nc} as OpenBSD netcat of Debian does. */
public final class NcCommandLine {

    private static final String USAGE = """
            usage: nc [-46CDdFhklNnrStUuvZz] [-I length] [-i interval] [-M ttl]
            \t  [-m minttl] [-O length] [-P proxy_username] [-p source_port]
            \t  [-q seconds] [-s sourceaddr] [-T keyword] [-V rtable] [-W recvlimit]
            \t  [-w timeout] [-X proxy_protocol] [-x proxy_address[:port]]
            \t  [destination] [port]
            """;

    private static final String WITH_VALUE = "IiMmOPpqsTVWwXx";
    private static final String FLAGS = "46bCDdFhklNnrStUuvZz";
    private static final int LARGEST_PORT = 65_535;

    /** What came of reading. */
    public sealed interface Result {

        /** The words mean this. */
        record Understood(NcOptions options) implements Result {}

        /**
         * They mean nothing.
         *
         * @param message what is printed to standard error
         * @param real whether the real tool would say so
         */
        record Refused(String message, boolean real) implements Result {}
    }

    private boolean listen;
    private boolean keep;
    private boolean udp;
    private boolean scan;
    private boolean broadcast;
    private boolean verbose;
    private boolean numeric;
    private boolean detached;
    private boolean shutdown;
    private int family;
    private long timeout = -1;
    private long quit = -1;
    private String source = "";
    private String sourcePort = "";
    private String complaint = "";
    private boolean real = true;
    private final List<String> rest = new ArrayList<>();

    private NcCommandLine() {}

    /** Reads the words. */
    public static Result parse(List<String> words) {
        NcCommandLine line = new NcCommandLine();
        line.read(words);
        return line.complaint.isEmpty() ? line.finish() : new Result.Refused(line.complaint, line.real);
    }

    private void read(List<String> words) {
        boolean onlyOperands = false;
        int i = 0;
        while (i < words.size() && complaint.isEmpty()) {
            String word = words.get(i);
            if (onlyOperands || !word.startsWith("-") || word.equals("-")) {
                rest.add(word);
            } else if (word.equals("--")) {
                onlyOperands = true;
            } else {
                i = cluster(word, words, i);
            }
            i++;
        }
    }

    /** One word of options; answers the index of the last word read. */
    private int cluster(String word, List<String> words, int index) {
        for (int i = 1; i < word.length(); i++) {
            char option = word.charAt(i);
            if (WITH_VALUE.indexOf(option) >= 0) {
                boolean here = i + 1 < word.length();
                if (!here && index + 1 >= words.size()) {
                    refuse("nc: option requires an argument -- '" + option + "'\n" + USAGE);
                    return index;
                }
                value(option, here ? word.substring(i + 1) : words.get(index + 1));
                return here ? index : index + 1;
            }
            flag(option);
        }
        return index;
    }

    private void flag(char option) {
        switch (option) {
            case 'l' -> listen = true;
            case 'k' -> keep = true;
            case 'u' -> udp = true;
            case 'b' -> broadcast = true;
            case 'z' -> scan = true;
            case 'v' -> verbose = true;
            case 'n' -> numeric = true;
            case 'd' -> detached = true;
            case 'N' -> shutdown = true;
            case '4' -> family = 4;
            case '6' -> family = 6;
            default -> {
                if (FLAGS.indexOf(option) >= 0) {
                    unknown(option);
                } else {
                    refuse("nc: invalid option -- '" + option + "'\n" + USAGE);
                }
            }
        }
    }

    private void value(char option, String value) {
        switch (option) {
            case 'w' -> timeout = seconds(value, "timeout");
            case 'q' -> quit = seconds(value, "quit timer");
            case 's' -> source = value;
            case 'p' -> sourcePort = value;
            default -> unknown(option);
        }
    }

    private long seconds(String value, String what) {
        if (!value.matches("-?\\d{1,9}")) {
            refuse("nc: " + what + " invalid: " + value + "\n");
            return -1;
        }
        long number = Long.parseLong(value);
        if (number < 0 && what.equals("timeout")) {
            refuse("nc: timeout too small: " + value + "\n");
        }
        return number < 0 ? -1 : number * 1000;
    }

    private void unknown(char option) {
        refuse("nc -" + option
                + " is not simulated. Known here: -4, -6, -b, -d, -k, -l, -N, -n, -p, -q, -s, -u, -v, -w, -z.\n");
        real = false;
    }

    private void refuse(String message) {
        complaint = message;
    }

    private Result finish() {
        String host = "";
        String port;
        if (rest.isEmpty() && listen && !sourcePort.isEmpty()) {
            port = sourcePort;
        } else if (rest.size() == 1 && listen) {
            port = rest.get(0);
        } else if (rest.size() == 2) {
            host = rest.get(0);
            port = rest.get(1);
        } else if (rest.size() == 1 || rest.isEmpty() && listen) {
            return new Result.Refused("nc: missing port number\n", true);
        } else {
            return new Result.Refused(USAGE, true);
        }
        if (keep && !listen) {
            return new Result.Refused("nc: must use -l with -k\n", true);
        }
        if (listen && scan) {
            return new Result.Refused("nc: cannot use -z and -l\n", true);
        }
        List<Integer> ports = ports(port);
        if (!complaint.isEmpty()) {
            return new Result.Refused(complaint, true);
        }
        return new Result.Understood(new NcOptions(
                listen,
                keep,
                udp,
                broadcast,
                scan,
                verbose,
                numeric,
                detached,
                shutdown,
                family,
                timeout,
                quit,
                source,
                sourcePort,
                host,
                ports));
    }

    /** {@code build_ports}: a number, a name, or a range. */
    private List<Integer> ports(String text) {
        OptionalInt service = ServiceNames.port(text, udp);
        if (!numeric && service.isPresent()) {
            return List.of(service.getAsInt());
        }
        int dash = text.indexOf('-');
        if (dash > 0) {
            int first = port(text.substring(0, dash));
            int last = port(text.substring(dash + 1));
            List<Integer> all = new ArrayList<>();
            for (int port = Math.min(first, last); complaint.isEmpty() && port <= Math.max(first, last); port++) {
                all.add(port);
            }
            return all;
        }
        int only = port(text);
        return complaint.isEmpty() ? List.of(only) : List.of();
    }

    private int port(String text) {
        if (!text.matches("\\d{1,9}")) {
            refuse("nc: port number " + (text.matches("-\\d+") ? "too small" : "invalid") + ": " + text + "\n");
            return 0;
        }
        int number = Integer.parseInt(text);
        if (number < 1 || number > LARGEST_PORT) {
            refuse("nc: port number too " + (number < 1 ? "small" : "large") + ": " + text + "\n");
        }
        return number;
    }
}
