package org.packetwalk.kernel.route6;

import java.util.Locale;
import java.util.Optional;

/** How much a route is preferred among equals (RFC 4191 section 2.1, {@code RTF_PREF}). */
public enum RouterPreference {
    LOW(0),
    MEDIUM(1),
    HIGH(2);

    private final int weight;

    RouterPreference(int weight) {
        this.weight = weight;
    }

    /** The preference of a word of iproute2. */
    public static Optional<RouterPreference> parse(String word) {
        for (RouterPreference preference : values()) {
            if (preference.word().equals(word)) {
                return Optional.of(preference);
            }
        }
        return Optional.empty();
    }

    /** The preference of the two bits of an advertisement; 10 is reserved and counts as medium. */
    public static RouterPreference ofBits(int bits) {
        return switch (bits & 3) {
            case 1 -> HIGH;
            case 3 -> LOW;
            default -> MEDIUM;
        };
    }

    /** The word of iproute2. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it adds to the score of a route, ascending ({@code IPV6_DECODE_PREF}). */
    public int weight() {
        return weight;
    }
}
