package org.packetwalk.program;

import org.packetwalk.net.ByteString;

/**
 * What a ping has learnt that sets its pace.
 *
 * @param acknowledged the last request that something came back for
 * @param smoothed eight times the smoothed round trip in microseconds, 0 at first
 * @param intervalNanos the time between two requests
 * @param route the record of the route that was told last
 */
record PingPace(int acknowledged, long smoothed, long intervalNanos, ByteString route) {

    /** Requests that may be under way without an answer for this long when there is no interval. */
    static final long SHORTEST_WAIT_NANOS = 10_000_000L;

    private static final int NANOS_PER_MICRO = 1000;
    private static final int NANOS_PER_MILLI = 1_000_000;

    static PingPace begin(long intervalNanos) {
        return new PingPace(0, 0, intervalNanos, ByteString.EMPTY);
    }

    /** {@code in_flight}: requests that nothing came back for. */
    int inFlight(PingRun run) {
        int difference = (int) run.transmitted() - acknowledged & 0xffff;
        return difference <= Short.MAX_VALUE ? difference : (int) (run.transmitted() - run.received() - run.errors());
    }

    /** {@code acknowledge}. */
    PingPace acknowledged(long transmitted, int sequence) {
        boolean known = ((int) transmitted - sequence & 0xffff) <= Short.MAX_VALUE;
        boolean newer =
                (short) (sequence - acknowledged) > 0 || ((int) transmitted - acknowledged & 0xffff) > Short.MAX_VALUE;
        return known && newer ? new PingPace(sequence, smoothed, intervalNanos, route) : this;
    }

    /** After a round trip; an adaptive ping takes it for its interval ({@code update_interval}). */
    PingPace after(long roundTripNanos, boolean adaptive) {
        long trip = roundTripNanos / NANOS_PER_MICRO;
        long now = smoothed == 0 ? trip * 8 : smoothed + trip - smoothed / 8;
        long estimate = now == 0 ? intervalNanos / NANOS_PER_MICRO : now / 8;
        long interval = adaptive ? (estimate + 500) / 1000 * NANOS_PER_MILLI : intervalNanos;
        return new PingPace(acknowledged, now, interval, route);
    }

    PingPace told(ByteString record) {
        return new PingPace(acknowledged, smoothed, intervalNanos, record);
    }
}
