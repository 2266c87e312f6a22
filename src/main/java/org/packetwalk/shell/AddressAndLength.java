package org.packetwalk.shell;

import java.util.Optional;

import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;

/**
 * An address with a prefix length as typed, bits behind the prefix kept.
 *
 * @param length 32 if none was typed
 * @param lengthGiven whether one was typed
 */
record AddressAndLength(Ipv4Address address, int length, boolean lengthGiven) {

    private static final AddressAndLength DEFAULT = new AddressAndLength(Ipv4Address.ANY, 0, true);

    /** Reads {@code 10.0.0.1/24}, {@code 10.0.0.1/255.255.255.0}, {@code 10.1}, {@code default}, {@code any}, {@code all}. */
    static Optional<AddressAndLength> parse(String word) {
        if (word.equals("default") || word.equals("any") || word.equals("all")) {
            return Optional.of(DEFAULT);
        }
        int slash = word.indexOf('/');
        if (slash < 0) {
            return ShortAddress.parse(word).map(address -> new AddressAndLength(address, 32, false));
        }
        int length = length(word.substring(slash + 1));
        return length < 0
                ? Optional.empty()
                : ShortAddress.parse(word.substring(0, slash))
                        .map(address -> new AddressAndLength(address, length, true));
    }

    private static int length(String word) {
        long number = Words.number(word);
        if (number >= 0) {
            return number <= 32 ? (int) number : -1;
        }
        if (!Ipv4Address.isValid(word)) {
            return -1;
        }
        int bits = Ipv4Address.parse(word).bits();
        int ones = Integer.numberOfLeadingZeros(~bits);
        return bits == Ipv4Prefix.mask(ones) ? ones : -1;
    }

    /** Whether no bit behind the prefix is set. */
    boolean canonical() {
        return (address.bits() & ~Ipv4Prefix.mask(length)) == 0;
    }

    /** The prefix, bits behind it cleared. */
    Ipv4Prefix prefix() {
        return Ipv4Prefix.containing(address, length);
    }
}
