package org.packetwalk.kernel.socket;

import org.packetwalk.kernel.SimTime;

/**
 * What a TCP socket has had to send again.
 *
 * @param retransmissions {@code icsk_retransmits}: timeouts since the last progress
 * @param timeouts {@code total_rto}: all timeouts
 * @param since {@code retrans_stamp}: when the first of what is not acknowledged was sent again, {@link TcpTimers#OFF} if nothing was
 * @param probed whether a loss probe is under way
 * @param probeEnd {@code tlp_high_seq}: the byte behind what was sent by then
 * @param windowProbes {@code icsk_probes_out}: probes of a closed window not yet answered
 */
public record TcpLosses(
        int retransmissions, int timeouts, SimTime since, boolean probed, int probeEnd, int windowProbes) {

    TcpLosses progressed() {
        return new TcpLosses(0, timeouts, since, probed, probeEnd, windowProbes);
    }

    TcpLosses timedOut() {
        return new TcpLosses(retransmissions + 1, timeouts + 1, since, probed, probeEnd, windowProbes);
    }

    TcpLosses at(SimTime first) {
        return new TcpLosses(retransmissions, timeouts, first, probed, probeEnd, windowProbes);
    }

    TcpLosses probing(boolean now, int end) {
        return new TcpLosses(retransmissions, timeouts, since, now, end, windowProbes);
    }

    TcpLosses withWindowProbes(int now) {
        return new TcpLosses(retransmissions, timeouts, since, probed, probeEnd, now);
    }
}
