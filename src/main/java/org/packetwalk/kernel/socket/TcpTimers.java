package org.packetwalk.kernel.socket;

import org.packetwalk.kernel.SimTime;

/**
 * When the timers of a TCP socket fire, {@link #OFF} if they do not, and what they count.
 *
 * @param retransmit the retransmission timer
 * @param delayedAck the timer of a delayed acknowledgement
 * @param keepalive the timer that ends an orphan in FIN-WAIT-2
 * @param timeoutNanos {@code icsk_rto}
 * @param smoothedNanos {@code srtt}, 0 if the round trip was not measured
 * @param deviationNanos {@code rttvar}
 * @param retransmissions {@code icsk_retransmits}: timeouts since the last progress
 * @param timeouts {@code total_rto}: all timeouts
 */
public record TcpTimers(
        SimTime retransmit,
        SimTime delayedAck,
        SimTime keepalive,
        long timeoutNanos,
        long smoothedNanos,
        long deviationNanos,
        int retransmissions,
        int timeouts) {

    /** A timer that does not run. */
    public static final SimTime OFF = new SimTime(Long.MAX_VALUE);

    /** {@code TCP_TIMEOUT_INIT} in nanoseconds. */
    private static final long INITIAL_TIMEOUT = 1_000_000_000L;

    /** No timer runs, nothing was measured. */
    public static final TcpTimers NEW = new TcpTimers(OFF, OFF, OFF, INITIAL_TIMEOUT, 0, 0, 0, 0);

    /** With another retransmission timer. */
    public TcpTimers withRetransmit(SimTime at) {
        return new TcpTimers(
                at, delayedAck, keepalive, timeoutNanos, smoothedNanos, deviationNanos, retransmissions, timeouts);
    }

    /** With another timer of the delayed acknowledgement. */
    public TcpTimers withDelayedAck(SimTime at) {
        return new TcpTimers(
                retransmit, at, keepalive, timeoutNanos, smoothedNanos, deviationNanos, retransmissions, timeouts);
    }

    /** With another keepalive timer. */
    public TcpTimers withKeepalive(SimTime at) {
        return new TcpTimers(
                retransmit, delayedAck, at, timeoutNanos, smoothedNanos, deviationNanos, retransmissions, timeouts);
    }

    /** After the round trip was measured. */
    public TcpTimers measured(long newTimeout, long newSmoothed, long newDeviation) {
        return new TcpTimers(retransmit, delayedAck, keepalive, newTimeout, newSmoothed, newDeviation, 0, timeouts);
    }

    /** After progress: the next timeout is the first again. */
    public TcpTimers progressed() {
        return new TcpTimers(
                retransmit, delayedAck, keepalive, timeoutNanos, smoothedNanos, deviationNanos, 0, timeouts);
    }

    /** After one more timeout. */
    public TcpTimers timedOut(long newTimeout) {
        return new TcpTimers(
                retransmit,
                delayedAck,
                keepalive,
                newTimeout,
                smoothedNanos,
                deviationNanos,
                retransmissions + 1,
                timeouts + 1);
    }

    /** With no timer running. */
    public TcpTimers stopped() {
        return new TcpTimers(OFF, OFF, OFF, timeoutNanos, smoothedNanos, deviationNanos, retransmissions, timeouts);
    }
}
