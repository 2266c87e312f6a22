package org.packetwalk.kernel.sysctl;

import java.util.Locale;

/** The settings of {@code net.ipv4.neigh.INTERFACE}, with their defaults ({@code arp_tbl} in {@code net/ipv4/arp.c}). */
public enum NeighborConf {
    ANYCAST_DELAY(100),
    APP_SOLICIT(0),
    BASE_REACHABLE_TIME_MS(30000),
    DELAY_FIRST_PROBE_TIME(5),
    GC_STALE_TIME(60),
    INTERVAL_PROBE_TIME_MS(5000),
    LOCKTIME(100),
    MCAST_RESOLICIT(0),
    MCAST_SOLICIT(3),
    PROXY_DELAY(80),
    PROXY_QLEN(64),
    RETRANS_TIME_MS(1000),
    UCAST_SOLICIT(3),
    UNRES_QLEN(101),
    UNRES_QLEN_BYTES(212992);

    private final int initial;

    NeighborConf(int initial) {
        this.initial = initial;
    }

    /** What {@code neigh.default} has in a new namespace. */
    public int initial() {
        return initial;
    }

    /** The last part of the key, such as {@code mcast_solicit}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
