package org.packetwalk.kernel.route;

import java.util.Optional;

/** Who made a route or rule: {@code RTPROT_*}, 0 to 255. */
public record RouteProtocol(int number) {

    /** Unknown. */
    public static final RouteProtocol UNSPECIFIED = new RouteProtocol(0);

    /** By an ICMP redirect. */
    public static final RouteProtocol REDIRECT = new RouteProtocol(1);

    /** By the kernel, for an address. */
    public static final RouteProtocol KERNEL = new RouteProtocol(2);

    /** By a script at boot; iproute2's default, which it does not print. */
    public static final RouteProtocol BOOT = new RouteProtocol(3);

    /** By the administrator. */
    public static final RouteProtocol STATIC = new RouteProtocol(4);

    /** The protocol iproute2 knows by a name or a number; nothing if there is none. */
    public static Optional<RouteProtocol> parse(String word) {
        if (word.matches("\\d{1,3}") && Integer.parseInt(word) < 256) {
            return Optional.of(new RouteProtocol(Integer.parseInt(word)));
        }
        for (int number = 0; number < 256; number++) {
            RouteProtocol protocol = new RouteProtocol(number);
            if (protocol.word().equals(word)) {
                return Optional.of(protocol);
            }
        }
        return Optional.empty();
    }

    /** The word of iproute2 ({@code rt_protos}), or the number. */
    public String word() {
        return switch (number) {
            case 0 -> "unspec";
            case 1 -> "redirect";
            case 2 -> "kernel";
            case 3 -> "boot";
            case 4 -> "static";
            case 8 -> "gated";
            case 9 -> "ra";
            case 10 -> "mrt";
            case 11 -> "zebra";
            case 12 -> "bird";
            case 13 -> "dnrouted";
            case 14 -> "xorp";
            case 15 -> "ntk";
            case 16 -> "dhcp";
            case 18 -> "keepalived";
            case 42 -> "babel";
            case 99 -> "openr";
            case 186 -> "bgp";
            case 187 -> "isis";
            case 188 -> "ospf";
            case 189 -> "rip";
            case 192 -> "eigrp";
            default -> Integer.toString(number);
        };
    }

    @Override
    public String toString() {
        return word();
    }
}
