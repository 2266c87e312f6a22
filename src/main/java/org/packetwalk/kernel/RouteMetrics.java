package org.packetwalk.kernel;

/**
 * The values a route may prescribe for its packets ({@code RTAX_*}); 0 is "not prescribed".
 *
 * @param mtu the largest packet
 * @param mtuLocked whether path MTU discovery may not lower it
 * @param advertisedMss the MSS to announce
 * @param hopLimit the TTL
 * @param window the TCP window to announce
 * @param initialWindow the initial congestion window
 * @param rttMillis the round-trip time to begin with
 */
public record RouteMetrics(
        int mtu, boolean mtuLocked, int advertisedMss, int hopLimit, int window, int initialWindow, int rttMillis) {

    /** Nothing prescribed. */
    public static final RouteMetrics NONE = new RouteMetrics(0, false, 0, 0, 0, 0, 0);

    /** Only an MTU. */
    public static RouteMetrics mtu(int mtu) {
        return new RouteMetrics(mtu, false, 0, 0, 0, 0, 0);
    }
}
