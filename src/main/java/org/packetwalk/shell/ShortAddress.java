package org.packetwalk.shell;

import java.util.Optional;

import org.packetwalk.net.Ipv4Address;

/** IPv4 addresses as iproute2 reads them: trailing zero octets may be left out ({@code get_addr_ipv4}). */
final class ShortAddress {

    private ShortAddress() {}

    static Optional<Ipv4Address> parse(String word) {
        String[] parts = word.split("\\.", -1);
        if (parts.length > 4) {
            return Optional.empty();
        }
        int bits = 0;
        for (int i = 0; i < 4; i++) {
            long octet = i < parts.length ? Words.number(parts[i]) : 0;
            if (octet < 0 || octet > 255) {
                return Optional.empty();
            }
            bits = bits << 8 | (int) octet;
        }
        return Optional.of(new Ipv4Address(bits));
    }
}
