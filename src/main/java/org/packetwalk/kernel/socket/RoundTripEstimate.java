package org.packetwalk.kernel.socket;

/**
 * What a TCP socket thinks of its round trip, in nanoseconds.
 *
 * @param timeoutNanos {@code icsk_rto}
 * @param smoothedNanos {@code srtt}, 0 if the round trip was not measured
 * @param deviationNanos {@code rttvar}
 */
public record RoundTripEstimate(long timeoutNanos, long smoothedNanos, long deviationNanos) {

    /** {@code TCP_TIMEOUT_INIT} in nanoseconds. */
    private static final long INITIAL_TIMEOUT = 1_000_000_000L;

    static final RoundTripEstimate NONE = new RoundTripEstimate(INITIAL_TIMEOUT, 0, 0);
}
