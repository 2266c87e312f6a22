package org.packetwalk.kernel.socket;

/** What the timer of sending waits for ({@code icsk_pending}). */
public enum TcpWriteTimer {
    /** {@code ICSK_TIME_RETRANS}: what was sent is taken for lost. */
    RETRANSMISSION,
    /** {@code ICSK_TIME_LOSS_PROBE}: the last segment is sent once more to learn whether it was lost (RFC 8985). */
    LOSS_PROBE,
    /** {@code ICSK_TIME_PROBE0}: a receiver that was full is asked whether it still is. */
    WINDOW_PROBE
}
