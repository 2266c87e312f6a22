package org.packetwalk.shell;

import java.util.Optional;
import java.util.function.Function;

import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.stack.NetNamespace;

/**
 * The routes of IPv6 as {@code netstat -6 -r} of net-tools shows them: what {@code /proc/net/ipv6_route} says, line by line
 * ({@code rprint_fib6}).
 */
final class Inet6Routes {

    private static final int NETWORK = 0;
    private static final int LENGTH = 1;
    private static final int NEXT_HOP = 4;
    private static final int METRIC = 5;
    private static final int REFERENCES = 6;
    private static final int USES = 7;
    private static final int FLAGS = 8;
    private static final int DEVICE = 9;
    private static final int HEX = 16;

    private static final int REJECT = 0x200;

    private final NetNamespace ns;
    private final Function<IpAddress, Optional<String>> names;
    private final boolean numeric;

    /** With names in place of addresses, or numbers alone. */
    Inet6Routes(NetNamespace ns, Function<IpAddress, Optional<String>> names, boolean numeric) {
        this.ns = ns;
        this.names = names;
        this.numeric = numeric;
    }

    String print() {
        StringBuilder out = new StringBuilder("Kernel IPv6 routing table\n");
        out.append("%-30s %-26s Flag Met Ref  Use If\n".formatted("Destination", "Next Hop"));
        ProcIpv6.read(ns, "/proc/net/ipv6_route")
                .orElse("")
                .lines()
                .forEach(line -> out.append(row(line.trim().split("\\s+"))).append('\n'));
        return out.toString();
    }

    private String row(String[] words) {
        int flags = Integer.parseUnsignedInt(words[FLAGS], HEX);
        return "%-30s %-26s %-4s %-3d %-2d%6d %s"
                .formatted(
                        text(words[NETWORK]) + "/" + Integer.parseInt(words[LENGTH], HEX),
                        text(words[NEXT_HOP]),
                        letters(flags),
                        Integer.parseUnsignedInt(words[METRIC], HEX),
                        Integer.parseUnsignedInt(words[REFERENCES], HEX),
                        Integer.parseUnsignedInt(words[USES], HEX),
                        words[DEVICE]);
    }

    private static String letters(int flags) {
        return ((flags & REJECT) != 0 ? "!" : "U")
                + ((flags & 0x2) != 0 ? "G" : "")
                + ((flags & 0x10000) != 0 ? "D" : "")
                + ((flags & 0x40000) != 0 ? "A" : "")
                + ((flags & 0x400000) != 0 ? "e" : "")
                + ((flags & 0x200000) != 0 ? "n" : "");
    }

    private String text(String hex) {
        Ipv6Address address = new Ipv6Address(
                Long.parseUnsignedLong(hex.substring(0, HEX), HEX), Long.parseUnsignedLong(hex.substring(HEX), HEX));
        if (numeric) {
            return address.toString();
        }
        return address.isAny() ? "[::]" : names.apply(address).orElse(address.toString());
    }
}
