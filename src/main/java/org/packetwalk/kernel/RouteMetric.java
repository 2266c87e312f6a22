package org.packetwalk.kernel;

import java.util.Locale;

/** What a route may prescribe for its packets, in the kernel's order ({@code RTAX_*}). */
public enum RouteMetric {
    /** The largest packet in bytes. */
    MTU("mtu"),
    /** The largest TCP window to announce, in bytes. */
    WINDOW("window"),
    /** The round-trip time to begin with, in eighths of a millisecond. */
    RTT("rtt"),
    /** Its variation, in quarters of a millisecond. */
    RTTVAR("rttvar"),
    /** The slow start threshold in segments. */
    SSTHRESH("ssthresh"),
    /** The most the congestion window may be, in segments. */
    CWND("cwnd"),
    /** The MSS to announce in bytes. */
    ADVMSS("advmss"),
    /** How far segments may be out of order before one counts as lost. */
    REORDERING("reordering"),
    /** The TTL. */
    HOPLIMIT("hoplimit"),
    /** The initial congestion window in segments. */
    INITCWND("initcwnd"),
    /** Features to use, as bits; 1 is explicit congestion notification. */
    FEATURES("features"),
    /** The shortest time to a retransmission, in milliseconds. */
    RTO_MIN("rto_min"),
    /** The initial receive window in segments. */
    INITRWND("initrwnd"),
    /** Whether every segment is acknowledged at once. */
    QUICKACK("quickack"),
    /** Whether TCP Fast Open does without cookies. */
    FASTOPEN_NO_COOKIE("fastopen_no_cookie");

    /** The largest MTU a route may have: what is more is cut to it ({@code ip_metrics_convert}). */
    private static final long LARGEST_MTU = 65_535 - 15;

    private static final long LARGEST_MSS = 65_535 - 40;
    private static final long LARGEST_HOP_LIMIT = 255;

    private final String word;

    RouteMetric(String word) {
        this.word = word;
    }

    /** The word of iproute2. */
    public String word() {
        return word;
    }

    /** The value the kernel keeps of the one asked for ({@code ip_metrics_convert}). */
    long kept(long asked) {
        return switch (this) {
            case MTU -> Math.min(asked, LARGEST_MTU);
            case ADVMSS -> Math.min(asked, LARGEST_MSS);
            case HOPLIMIT -> Math.min(asked, LARGEST_HOP_LIMIT);
            default -> asked;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
