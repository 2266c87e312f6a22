package org.packetwalk.kernel.socket;

import java.util.List;

import org.packetwalk.kernel.SkBuff;

/**
 * The receiving half of a TCP connection; sequence numbers are the 32 bits of the wire.
 *
 * @param next {@code rcv_nxt}: the byte expected next
 * @param copied {@code copied_seq}: the byte a program reads next
 * @param acknowledged {@code rcv_wup}: what the last segment sent acknowledged
 * @param timestamp {@code ts_recent}: the timestamp to echo
 * @param acknowledgeDue {@code ICSK_ACK_SCHED}: an acknowledgement is owed
 * @param quickAcks acknowledgements still to be sent at once ({@code icsk_ack.quick})
 * @param interactive {@code pingpong}: data flows both ways, so that acknowledgements are delayed
 * @param measured whether data came before ({@code icsk_ack.ato})
 * @param finished the other end has closed ({@code RCV_SHUTDOWN}, {@code SOCK_DONE})
 * @param queue segments received in order and not yet read
 * @param outOfOrder segments that came too early
 */
public record TcpReceive(
        int next,
        int copied,
        int acknowledged,
        int timestamp,
        boolean acknowledgeDue,
        int quickAcks,
        boolean interactive,
        boolean measured,
        boolean finished,
        List<SkBuff> queue,
        List<SkBuff> outOfOrder) {

    /** Nothing known of the other end. */
    public static final TcpReceive NONE =
            new TcpReceive(0, 0, 0, 0, false, 0, false, false, false, List.of(), List.of());

    /** Copies the lists. */
    public TcpReceive {
        queue = List.copyOf(queue);
        outOfOrder = List.copyOf(outOfOrder);
    }

    /** The other end begins at a sequence number, its SYN included. */
    public static TcpReceive beginningBehind(int syn, int timestamp) {
        return new TcpReceive(
                syn + 1, syn + 1, syn + 1, timestamp, false, 0, false, false, false, List.of(), List.of());
    }

    /** Expecting another byte next. */
    public TcpReceive expecting(int now) {
        return new TcpReceive(
                now,
                copied,
                acknowledged,
                timestamp,
                acknowledgeDue,
                quickAcks,
                interactive,
                measured,
                finished,
                queue,
                outOfOrder);
    }

    /** After a program read up to a byte. */
    public TcpReceive read(int newCopied, List<SkBuff> left) {
        return new TcpReceive(
                next,
                newCopied,
                acknowledged,
                timestamp,
                acknowledgeDue,
                quickAcks,
                interactive,
                measured,
                finished,
                left,
                outOfOrder);
    }

    /** With other queues. */
    public TcpReceive withQueues(List<SkBuff> newQueue, List<SkBuff> newOutOfOrder) {
        return new TcpReceive(
                next,
                copied,
                acknowledged,
                timestamp,
                acknowledgeDue,
                quickAcks,
                interactive,
                measured,
                finished,
                newQueue,
                newOutOfOrder);
    }

    /** After everything received was acknowledged. */
    public TcpReceive acknowledgedAll(int quickLeft) {
        return new TcpReceive(
                next, copied, next, timestamp, false, quickLeft, interactive, measured, finished, queue, outOfOrder);
    }

    /** Owing an acknowledgement. */
    public TcpReceive owing() {
        return new TcpReceive(
                next,
                copied,
                acknowledged,
                timestamp,
                true,
                quickAcks,
                interactive,
                measured,
                finished,
                queue,
                outOfOrder);
    }

    /** With another way to acknowledge. */
    public TcpReceive acknowledging(int newQuick, boolean newInteractive, boolean newMeasured) {
        return new TcpReceive(
                next,
                copied,
                acknowledged,
                timestamp,
                acknowledgeDue,
                newQuick,
                newInteractive,
                newMeasured,
                finished,
                queue,
                outOfOrder);
    }

    /** With another timestamp to echo. */
    public TcpReceive echoing(int now) {
        return new TcpReceive(
                next,
                copied,
                acknowledged,
                now,
                acknowledgeDue,
                quickAcks,
                interactive,
                measured,
                finished,
                queue,
                outOfOrder);
    }

    /** After the other end closed. */
    public TcpReceive finish() {
        return new TcpReceive(
                next,
                copied,
                acknowledged,
                timestamp,
                acknowledgeDue,
                quickAcks,
                interactive,
                measured,
                true,
                queue,
                outOfOrder);
    }
}
