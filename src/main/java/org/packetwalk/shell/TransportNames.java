package org.packetwalk.shell;

import java.util.Optional;

/** The names of IP protocols that {@code ip rule} and {@code ip route get} read and print. */
final class TransportNames {

    private TransportNames() {}

    static Optional<Integer> number(String word) {
        return switch (word) {
            case "icmp" -> Optional.of(1);
            case "igmp" -> Optional.of(2);
            case "tcp" -> Optional.of(6);
            case "udp" -> Optional.of(17);
            case "ipv6-icmp" -> Optional.of(58);
            case "sctp" -> Optional.of(132);
            default -> {
                long number = Words.number(word);
                yield number < 0 || number > 255 ? Optional.empty() : Optional.of((int) number);
            }
        };
    }

    static String word(int number) {
        return switch (number) {
            case 1 -> "icmp";
            case 2 -> "igmp";
            case 6 -> "tcp";
            case 17 -> "udp";
            case 58 -> "ipv6-icmp";
            case 132 -> "sctp";
            default -> "ipproto-" + number;
        };
    }
}
