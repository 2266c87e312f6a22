package org.packetwalk.kernel.socket;

import org.packetwalk.kernel.SimTime;

/**
 * How a TCP socket gets over what the network lost ({@code icsk_ca_state} and {@code struct tcp_rack}, RFC 8985).
 *
 * @param phase whether it is about that
 * @param until {@code high_seq}: it is, until all before this byte is acknowledged
 * @param newest {@code rack.mstamp}: when that was sent which was sent last of all that is known to have arrived
 * @param newestEnd {@code rack.end_seq}: the byte behind it
 * @param sentAgain {@code total_retrans}: how many packets were sent again
 * @param arrivedTwice {@code dsack_dups}: of how many the other end told that they came twice
 */
public record TcpRecovery(Phase phase, int until, SimTime newest, int newestEnd, long sentAgain, long arrivedTwice) {

    /** Whether something is being sent again ({@code enum tcp_ca_state}). */
    public enum Phase {
        /** All is well. */
        OPEN,
        /** Acknowledgements told of a loss. */
        RECOVERY,
        /** A timeout did. */
        LOSS
    }

    /** Nothing was lost. */
    public static final TcpRecovery NONE = new TcpRecovery(Phase.OPEN, 0, SimTime.ZERO, 0, 0, 0);

    /** In another phase, until all before a byte is acknowledged. */
    public TcpRecovery in(Phase now, int end) {
        return new TcpRecovery(now, end, newest, newestEnd, sentAgain, arrivedTwice);
    }

    /** Whether a segment of a time and an end was sent before the newest that arrived ({@code tcp_skb_sent_after}). */
    public boolean overtakes(TcpSegment segment) {
        int order = newest.compareTo(segment.sentAt());
        return order > 0 || order == 0 && newestEnd - segment.end() > 0;
    }

    /** {@code tcp_rack_advance}. */
    public TcpRecovery arrived(TcpSegment segment) {
        return overtakes(segment)
                ? this
                : new TcpRecovery(phase, until, segment.sentAt(), segment.end(), sentAgain, arrivedTwice);
    }

    /** With so many packets sent again. */
    public TcpRecovery sentAgain(int packets) {
        return new TcpRecovery(phase, until, newest, newestEnd, sentAgain + packets, arrivedTwice);
    }

    /** With so many packets that came twice. */
    public TcpRecovery arrivedTwice(int packets) {
        return new TcpRecovery(phase, until, newest, newestEnd, sentAgain, arrivedTwice + packets);
    }
}
