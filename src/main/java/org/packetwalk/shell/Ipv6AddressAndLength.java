package org.packetwalk.shell;

import java.util.Optional;

import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.Ipv6Prefix;

/**
 * An IPv6 address with a prefix length as iproute2 reads it.
 *
 * @param address the address
 * @param length 0 to 128
 * @param lengthGiven whether the length was typed
 */
record Ipv6AddressAndLength(Ipv6Address address, int length, boolean lengthGiven) {

    private static final Ipv6AddressAndLength DEFAULT = new Ipv6AddressAndLength(Ipv6Address.ANY, 0, true);

    static Optional<Ipv6AddressAndLength> parse(String word) {
        if (word.equals("default") || word.equals("any") || word.equals("all")) {
            return Optional.of(DEFAULT);
        }
        int slash = word.indexOf('/');
        String address = slash < 0 ? word : word.substring(0, slash);
        long length = slash < 0 ? 128 : Words.number(word.substring(slash + 1));
        return length < 0 || length > 128 || !Ipv6Address.isValid(address)
                ? Optional.empty()
                : Optional.of(new Ipv6AddressAndLength(Ipv6Address.parse(address), (int) length, slash >= 0));
    }

    /** The prefix with the bits behind it cleared. */
    Ipv6Prefix prefix() {
        return Ipv6Prefix.containing(address, length);
    }
}
