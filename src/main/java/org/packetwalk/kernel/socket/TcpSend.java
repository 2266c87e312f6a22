package org.packetwalk.kernel.socket;

import java.util.List;

/**
 * The sending half of a TCP connection (RFC 9293 section 3.3.1); sequence numbers are the 32 bits of the wire.
 *
 * @param unacknowledged {@code snd_una}
 * @param next {@code snd_nxt}
 * @param end {@code write_seq}: behind the last byte written
 * @param window the window the other end offers, in bytes
 * @param mss the largest data of a segment in bytes
 * @param congestionWindow {@code snd_cwnd} in segments
 * @param agreement the options both ends use
 * @param recovery what it knows of losses
 * @param queue segments not yet acknowledged, oldest first; those from {@code next} on were not sent
 */
public record TcpSend(
        int unacknowledged,
        int next,
        int end,
        long window,
        int mss,
        int congestionWindow,
        TcpAgreement agreement,
        TcpRecovery recovery,
        List<TcpSegment> queue) {

    private static final int INITIAL_CONGESTION_WINDOW = 10;

    /** {@code bbr_cwnd_min_target}. */
    private static final int SMALLEST_CONGESTION_WINDOW = 4;

    private static final int DEFAULT_MSS = 536;

    /** {@code bbr_sndbuf_expand}. */
    private static final int BUFFER_WINDOWS = 3;

    private static final int SMALLEST_COUNTED = 1460;

    /** {@code MAX_TCP_HEADER} and {@code struct skb_shared_info}, in bytes. */
    private static final int BUFFER_OVERHEAD = 640;

    /** {@code struct sk_buff} in bytes. */
    private static final int BUFFER_HEAD = 256;

    /** Copies the list. */
    public TcpSend {
        queue = List.copyOf(queue);
    }

    /** Nothing sent yet. */
    public static TcpSend beginningAt(int sequence) {
        return new TcpSend(
                sequence,
                sequence,
                sequence,
                0,
                DEFAULT_MSS,
                INITIAL_CONGESTION_WINDOW,
                TcpAgreement.NONE,
                TcpRecovery.NONE,
                List.of());
    }

    /** The bytes of sequence space sent and not acknowledged. */
    public int inFlight() {
        return next - unacknowledged;
    }

    /** {@code sk_stream_wspace}: how many bytes may still be written before the buffer is full. */
    public int room() {
        return buffer() - (end - unacknowledged);
    }

    /** {@code sk_stream_is_writeable}: at least a third of the buffer is free. */
    public boolean writable() {
        return room() >= (end - unacknowledged) / 2;
    }

    /** {@code tcp_sndbuf_expand}: three times the first congestion window, each segment with what its buffer takes. */
    private int buffer() {
        int data = Integer.highestOneBit(Math.max(SMALLEST_COUNTED, mss) + BUFFER_OVERHEAD - 1) << 1;
        return BUFFER_WINDOWS * INITIAL_CONGESTION_WINDOW * (data + BUFFER_HEAD);
    }

    /** With other sequence numbers. */
    public TcpSend at(int newUnacknowledged, int newNext, int newEnd) {
        return new TcpSend(
                newUnacknowledged, newNext, newEnd, window, mss, congestionWindow, agreement, recovery, queue);
    }

    /** With another queue. */
    public TcpSend withQueue(List<TcpSegment> now) {
        return new TcpSend(unacknowledged, next, end, window, mss, congestionWindow, agreement, recovery, now);
    }

    /** With another window of the other end. */
    public TcpSend withWindow(long now) {
        return new TcpSend(unacknowledged, next, end, now, mss, congestionWindow, agreement, recovery, queue);
    }

    /** With another congestion window. */
    public TcpSend withCongestionWindow(int now) {
        return new TcpSend(unacknowledged, next, end, window, mss, now, agreement, recovery, queue);
    }

    /** With something else known of losses. */
    public TcpSend with(TcpRecovery now) {
        return new TcpSend(unacknowledged, next, end, window, mss, congestionWindow, agreement, now, queue);
    }

    /** {@code bbr_set_cwnd}: as many more as arrived; after a timeout never less than a few. */
    public TcpSend grown(int delivered) {
        boolean few = recovery.phase() == TcpRecovery.Phase.LOSS && delivered > 0;
        int grown = congestionWindow + delivered;
        return withCongestionWindow(few ? Math.max(grown, SMALLEST_CONGESTION_WINDOW) : grown);
    }

    /** {@code tcp_enter_loss}: one segment at a time, until all that was lost is acknowledged. */
    public TcpSend afterLoss() {
        return withCongestionWindow(1).with(recovery.in(TcpRecovery.Phase.LOSS, next));
    }

    /** At the end of a recovery, or at the beginning. */
    public TcpSend afterRecovery() {
        return withCongestionWindow(Math.max(congestionWindow, INITIAL_CONGESTION_WINDOW))
                .with(recovery.in(TcpRecovery.Phase.OPEN, recovery.until()));
    }

    /** With another largest data of a segment. */
    public TcpSend withMss(int now) {
        return new TcpSend(unacknowledged, next, end, window, now, congestionWindow, agreement, recovery, queue);
    }

    /** With the options the two ends agreed on and the largest data of a segment. */
    public TcpSend agreed(TcpAgreement now, int newMss) {
        return new TcpSend(unacknowledged, next, end, window, newMss, congestionWindow, now, recovery, queue);
    }

    /** The bytes a window of a segment's header stands for. */
    public long scaled(int field) {
        return (long) field << Math.max(0, agreement.scale());
    }
}
