package org.packetwalk.kernel.socket;

import org.packetwalk.kernel.SimTime;

/**
 * When the timers of a TCP socket fire, {@link #OFF} if they do not, and what they count.
 *
 * @param retransmit the timer of sending
 * @param waitsFor what the timer of sending waits for
 * @param delayedAck the timer of a delayed acknowledgement
 * @param keepalive the timer that ends an orphan in FIN-WAIT-2
 * @param roundTrip what sets the timeout
 * @param losses what was sent again
 */
public record TcpTimers(
        SimTime retransmit,
        TcpWriteTimer waitsFor,
        SimTime delayedAck,
        SimTime keepalive,
        RoundTripEstimate roundTrip,
        TcpLosses losses) {

    /** A timer that does not run. */
    public static final SimTime OFF = new SimTime(Long.MAX_VALUE);

    /** No timer runs, nothing was measured. */
    public static final TcpTimers NEW = new TcpTimers(
            OFF, TcpWriteTimer.RETRANSMISSION, OFF, OFF, RoundTripEstimate.NONE, new TcpLosses(0, 0, OFF, false, 0, 0));

    /** {@code icsk_rto} in nanoseconds. */
    public long timeoutNanos() {
        return roundTrip.timeoutNanos();
    }

    /** {@code srtt} in nanoseconds, 0 if the round trip was not measured. */
    public long smoothedNanos() {
        return roundTrip.smoothedNanos();
    }

    /** {@code rttvar} in nanoseconds. */
    public long deviationNanos() {
        return roundTrip.deviationNanos();
    }

    /** {@code icsk_retransmits}: timeouts since the last progress. */
    public int retransmissions() {
        return losses.retransmissions();
    }

    /** {@code total_rto}: all timeouts. */
    public int timeouts() {
        return losses.timeouts();
    }

    /** {@code retrans_stamp}: when the first of what is not acknowledged was sent again, {@link #OFF} if nothing was. */
    public SimTime lostSince() {
        return losses.since();
    }

    /** Whether a loss probe is under way. */
    public boolean probed() {
        return losses.probed();
    }

    /** {@code tlp_high_seq}: the byte behind what was sent when a loss was last probed for. */
    public int probeEnd() {
        return losses.probeEnd();
    }

    /** {@code icsk_probes_out}: probes of a closed window not yet answered. */
    public int windowProbes() {
        return losses.windowProbes();
    }

    /** With another timer of sending. */
    public TcpTimers withRetransmit(SimTime at, TcpWriteTimer what) {
        return new TcpTimers(at, what, delayedAck, keepalive, roundTrip, losses);
    }

    /** With another timer of the delayed acknowledgement. */
    public TcpTimers withDelayedAck(SimTime at) {
        return new TcpTimers(retransmit, waitsFor, at, keepalive, roundTrip, losses);
    }

    /** With another keepalive timer. */
    public TcpTimers withKeepalive(SimTime at) {
        return new TcpTimers(retransmit, waitsFor, delayedAck, at, roundTrip, losses);
    }

    /** After the round trip was measured, with progress. */
    public TcpTimers measured(long newTimeout, long newSmoothed, long newDeviation) {
        return with(new RoundTripEstimate(newTimeout, newSmoothed, newDeviation), losses.progressed());
    }

    /** With progress whose round trip is not known: what was acknowledged was sent more than once (RFC 6298 section 3). */
    public TcpTimers progressed() {
        return with(roundTrip, losses.progressed());
    }

    /** After one more timeout; the next one is another. */
    public TcpTimers timedOut(long newTimeout) {
        return with(new RoundTripEstimate(newTimeout, smoothedNanos(), deviationNanos()), losses.timedOut());
    }

    /** With something sent again at a moment, the first if nothing was before. */
    public TcpTimers sentAgain(SimTime at) {
        return with(roundTrip, losses.at(lostSince().equals(OFF) ? at : lostSince()));
    }

    /** With everything that was lost acknowledged. */
    public TcpTimers recovered() {
        return with(roundTrip, losses.at(OFF));
    }

    /** With a loss probe under way, sent when everything before a byte was. */
    public TcpTimers probing(int end) {
        return with(roundTrip, losses.probing(true, end));
    }

    /** With no loss probe under way. */
    public TcpTimers notProbing() {
        return with(roundTrip, losses.probing(false, losses.probeEnd()));
    }

    /** With another number of window probes not answered. */
    public TcpTimers withWindowProbes(int now) {
        return with(roundTrip, losses.withWindowProbes(now));
    }

    /** With no timer running. */
    public TcpTimers stopped() {
        return withRetransmit(OFF, TcpWriteTimer.RETRANSMISSION)
                .withDelayedAck(OFF)
                .withKeepalive(OFF);
    }

    private TcpTimers with(RoundTripEstimate estimate, TcpLosses lost) {
        return new TcpTimers(retransmit, waitsFor, delayedAck, keepalive, estimate, lost);
    }
}
