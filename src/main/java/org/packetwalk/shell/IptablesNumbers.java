package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.packetwalk.kernel.netfilter.PortRange;
import org.packetwalk.net.ServiceNames;

/** Ports, marks and other numbers as iptables reads them. */
final class IptablesNumbers {

    private static final int LAST_PORT = 65535;

    /** {@code XT_MULTI_PORTS}; a range counts twice. */
    private static final int MOST_PORTS = 15;

    private final IptablesTool tool;

    IptablesNumbers(IptablesTool tool) {
        this.tool = tool;
    }

    /** A port by number or name. */
    int port(String text) {
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) <= LAST_PORT) {
            return Integer.parseInt(text);
        }
        OptionalInt tcp = ServiceNames.port(text, false);
        OptionalInt port = tcp.isPresent() ? tcp : ServiceNames.port(text, true);
        return port.orElseThrow(() -> tool.wrong("invalid port/service `" + text + "' specified"));
    }

    /** A port or a range such as {@code 80:90}, {@code :90}, {@code 80:}. */
    PortRange range(String text, String separator) {
        int colon = text.indexOf(separator);
        if (colon < 0) {
            int port = port(text);
            return new PortRange(port, port);
        }
        String first = text.substring(0, colon);
        String last = text.substring(colon + 1);
        PortRange range = new PortRange(first.isEmpty() ? 0 : port(first), last.isEmpty() ? LAST_PORT : port(last));
        if (range.first() > range.last()) {
            throw tool.wrong("invalid portrange (min > max)");
        }
        return range;
    }

    /** Up to fifteen ports and ranges. */
    List<PortRange> list(String text) {
        List<PortRange> ranges = new ArrayList<>();
        int places = 0;
        for (String part : text.split(",", -1)) {
            if (part.startsWith(":") || part.endsWith(":")) {
                throw tool.wrong("invalid port/service `' specified");
            }
            ranges.add(range(part, ":"));
            places += part.contains(":") ? 2 : 1;
        }
        if (places > MOST_PORTS) {
            throw tool.wrong("too many ports specified");
        }
        return ranges;
    }

    /** A number of 32 bits, decimal, octal or hexadecimal. */
    int bits(String text, String option) {
        long value = Words.number(text);
        if (value < 0 || value > 0xffffffffL) {
            throw tool.wrong(option + ": bad integer value for option \"--" + option + "\", or out of range.\n");
        }
        return (int) value;
    }

    /** {@code value} or {@code value/mask}. */
    int[] masked(String text, String option) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new int[] {bits(text, option), -1}
                : new int[] {bits(text.substring(0, slash), option), bits(text.substring(slash + 1), option)};
    }

    /** A decimal number within bounds. */
    int number(String text, int least, int most, String module, String option) {
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw outside(module, option, least + "-" + most);
        }
        return Integer.parseInt(text);
    }

    /** What is no number between the bounds ({@code xtables_option_parse}). */
    Refusal outside(String module, String option, String bounds) {
        return tool.wrong(module + ": bad value for option \"" + option + "\", or out of range (" + bounds + ").\n");
    }
}
