package org.packetwalk.kernel.socket;

import java.util.List;

import org.packetwalk.kernel.SkBuff;

/**
 * The receiving half of a TCP connection; sequence numbers are the 32 bits of the wire.
 *
 * @param next {@code rcv_nxt}: the byte expected next
 * @param copied {@code copied_seq}: the byte a program reads next
 * @param acknowledged {@code rcv_wup}: what the last segment sent acknowledged
 * @param offered the window
 * @param timestamp {@code ts_recent}: the timestamp to echo
 * @param acks when it acknowledges
 * @param finished the other end has closed ({@code RCV_SHUTDOWN}, {@code SOCK_DONE})
 * @param queue segments received in order and not yet read
 * @param outOfOrder segments that came too early
 * @param selective what acknowledgements tell of them
 */
public record TcpReceive(
        int next,
        int copied,
        int acknowledged,
        TcpOffered offered,
        int timestamp,
        TcpAcknowledging acks,
        boolean finished,
        List<SkBuff> queue,
        List<SkBuff> outOfOrder,
        TcpSelective selective) {

    /** Nothing known of the other end. */
    public static final TcpReceive NONE = new TcpReceive(
            0, 0, 0, TcpOffered.NONE, 0, TcpAcknowledging.NONE, false, List.of(), List.of(), TcpSelective.NONE);

    /** Copies the lists. */
    public TcpReceive {
        queue = List.copyOf(queue);
        outOfOrder = List.copyOf(outOfOrder);
    }

    /** The other end begins at a sequence number, its SYN included. */
    public static TcpReceive beginningBehind(int syn, TcpOffered offered, int timestamp, TcpAcknowledging acks) {
        return new TcpReceive(
                syn + 1, syn + 1, syn + 1, offered, timestamp, acks, false, List.of(), List.of(), TcpSelective.NONE);
    }

    /** {@code tcp_receive_window}: what of the offered window is still open, in bytes. */
    public int window() {
        return Math.max(0, acknowledged + offered.window() - next);
    }

    /** Expecting another byte next. */
    public TcpReceive expecting(int now) {
        return new TcpReceive(
                now, copied, acknowledged, offered, timestamp, acks, finished, queue, outOfOrder, selective);
    }

    /** After a program read up to a byte. */
    public TcpReceive read(int newCopied, List<SkBuff> left) {
        return new TcpReceive(
                next, newCopied, acknowledged, offered, timestamp, acks, finished, left, outOfOrder, selective);
    }

    /** With other queues. */
    public TcpReceive withQueues(List<SkBuff> newQueue, List<SkBuff> newOutOfOrder) {
        return new TcpReceive(
                next, copied, acknowledged, offered, timestamp, acks, finished, newQueue, newOutOfOrder, selective);
    }

    /** After everything received was acknowledged and a window of so many bytes was offered. */
    public TcpReceive acknowledgedAll(int window) {
        return new TcpReceive(
                next,
                copied,
                next,
                offered.withWindow(window),
                timestamp,
                acks.sent(),
                finished,
                queue,
                outOfOrder,
                selective.sent());
    }

    /** With another offer. */
    public TcpReceive offering(TcpOffered now) {
        return new TcpReceive(next, copied, acknowledged, now, timestamp, acks, finished, queue, outOfOrder, selective);
    }

    /** With another way to acknowledge. */
    public TcpReceive with(TcpAcknowledging now) {
        return new TcpReceive(
                next, copied, acknowledged, offered, timestamp, now, finished, queue, outOfOrder, selective);
    }

    /** Owing an acknowledgement. */
    public TcpReceive owing() {
        return with(acks.owing());
    }

    /** With another timestamp to echo. */
    public TcpReceive echoing(int now) {
        return new TcpReceive(next, copied, acknowledged, offered, now, acks, finished, queue, outOfOrder, selective);
    }

    /** After the other end closed. */
    public TcpReceive finish() {
        return new TcpReceive(next, copied, acknowledged, offered, timestamp, acks, true, queue, outOfOrder, selective);
    }

    /** Telling something else of what came early or twice. */
    public TcpReceive telling(TcpSelective now) {
        return new TcpReceive(next, copied, acknowledged, offered, timestamp, acks, finished, queue, outOfOrder, now);
    }
}
