package org.packetwalk.kernel.netfilter;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a virtual service chooses a real server ({@code net/netfilter/ipvs/ip_vs_{rr,wrr,lc,wlc,sh}.c}). */
public enum IpvsScheduler {
    /** One after the other. */
    RR,
    /** One after the other, as often as the weight says. */
    WRR,
    /** The one with the fewest connections. */
    LC,
    /** The one with the fewest connections for its weight. */
    WLC,
    /** By the address of the client. */
    SH;

    /** The word as typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scheduler of a word. */
    public static Optional<IpvsScheduler> parse(String word) {
        return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
