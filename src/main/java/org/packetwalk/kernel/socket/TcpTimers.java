package org.packetwalk.kernel.socket;

import org.packetwalk.kernel.SimTime;

/**
 * When the timers of a TCP socket fire, {@link #OFF} if they do not, and what they count.
 *
 * @param retransmit the timer of sending
 * @param waitsFor what the timer of sending waits for
 * @param delayedAck the timer of a delayed acknowledgement
 * @param keepalive the timer that ends an orphan in FIN-WAIT-2
 * @param timeoutNanos {@code icsk_rto}
 * @param smoothedNanos {@code srtt}, 0 if the round trip was not measured
 * @param deviationNanos {@code rttvar}
 * @param retransmissions {@code icsk_retransmits}: timeouts since the last progress
 * @param timeouts {@code total_rto}: all timeouts
 * @param lostSince {@code retrans_stamp}: when the first of what is not acknowledged was sent again, {@link #OFF} if nothing was
 * @param probed {@code tlp_high_seq}: whether a loss probe is under way
 * @param windowProbes {@code icsk_probes_out}: probes of a closed window not yet answered
 */
public record TcpTimers(
        SimTime retransmit,
        TcpWriteTimer waitsFor,
        SimTime delayedAck,
        SimTime keepalive,
        long timeoutNanos,
        long smoothedNanos,
        long deviationNanos,
        int retransmissions,
        int timeouts,
        SimTime lostSince,
        boolean probed,
        int windowProbes) {

    /** A timer that does not run. */
    public static final SimTime OFF = new SimTime(Long.MAX_VALUE);

    /** {@code TCP_TIMEOUT_INIT} in nanoseconds. */
    private static final long INITIAL_TIMEOUT = 1_000_000_000L;

    /** No timer runs, nothing was measured. */
    public static final TcpTimers NEW =
            new TcpTimers(OFF, TcpWriteTimer.RETRANSMISSION, OFF, OFF, INITIAL_TIMEOUT, 0, 0, 0, 0, OFF, false, 0);

    /** With another timer of sending. */
    public TcpTimers withRetransmit(SimTime at, TcpWriteTimer what) {
        return new TcpTimers(
                at,
                what,
                delayedAck,
                keepalive,
                timeoutNanos,
                smoothedNanos,
                deviationNanos,
                retransmissions,
                timeouts,
                lostSince,
                probed,
                windowProbes);
    }

    /** With another timer of the delayed acknowledgement. */
    public TcpTimers withDelayedAck(SimTime at) {
        return new TcpTimers(
                retransmit,
                waitsFor,
                at,
                keepalive,
                timeoutNanos,
                smoothedNanos,
                deviationNanos,
                retransmissions,
                timeouts,
                lostSince,
                probed,
                windowProbes);
    }

    /** With another keepalive timer. */
    public TcpTimers withKeepalive(SimTime at) {
        return new TcpTimers(
                retransmit,
                waitsFor,
                delayedAck,
                at,
                timeoutNanos,
                smoothedNanos,
                deviationNanos,
                retransmissions,
                timeouts,
                lostSince,
                probed,
                windowProbes);
    }

    /** After the round trip was measured, with progress. */
    public TcpTimers measured(long newTimeout, long newSmoothed, long newDeviation) {
        return new TcpTimers(
                retransmit,
                waitsFor,
                delayedAck,
                keepalive,
                newTimeout,
                newSmoothed,
                newDeviation,
                0,
                timeouts,
                lostSince,
                probed,
                windowProbes);
    }

    /** After one more timeout; the next one is another. */
    public TcpTimers timedOut(long newTimeout) {
        return new TcpTimers(
                retransmit,
                waitsFor,
                delayedAck,
                keepalive,
                newTimeout,
                smoothedNanos,
                deviationNanos,
                retransmissions + 1,
                timeouts + 1,
                lostSince,
                probed,
                windowProbes);
    }

    /** With something sent again at a moment, the first if nothing was before. */
    public TcpTimers sentAgain(SimTime at) {
        return lost(lostSince.equals(OFF) ? at : lostSince, probed);
    }

    /** With everything that was lost acknowledged. */
    public TcpTimers recovered() {
        return lost(OFF, false);
    }

    /** With or without a loss probe under way. */
    public TcpTimers probing(boolean now) {
        return lost(lostSince, now);
    }

    private TcpTimers lost(SimTime since, boolean nowProbed) {
        return new TcpTimers(
                retransmit,
                waitsFor,
                delayedAck,
                keepalive,
                timeoutNanos,
                smoothedNanos,
                deviationNanos,
                retransmissions,
                timeouts,
                since,
                nowProbed,
                windowProbes);
    }

    /** With another number of window probes not answered. */
    public TcpTimers withWindowProbes(int now) {
        return new TcpTimers(
                retransmit,
                waitsFor,
                delayedAck,
                keepalive,
                timeoutNanos,
                smoothedNanos,
                deviationNanos,
                retransmissions,
                timeouts,
                lostSince,
                probed,
                now);
    }

    /** With no timer running. */
    public TcpTimers stopped() {
        return withRetransmit(OFF, TcpWriteTimer.RETRANSMISSION)
                .withDelayedAck(OFF)
                .withKeepalive(OFF);
    }
}
