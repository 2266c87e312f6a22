package org.packetwalk.kernel.socket;

import org.packetwalk.kernel.SimTime;

/**
 * When a connection acknowledges what it received: at once, or later in the hope of data to go along
 * ({@code icsk_ack} of {@code struct inet_connection_sock}).
 *
 * @param due {@code ICSK_ACK_SCHED}: an acknowledgement is owed
 * @param pushed {@code ICSK_ACK_PUSHED}: a small segment was among what it is owed for
 * @param pushedAgain {@code ICSK_ACK_PUSHED2}: two were
 * @param immediate {@code ICSK_ACK_NOW}: the next one must not wait
 * @param deferred {@code TCP_ACK_DEFERRED}: it goes when the system call that holds the socket is done
 * @param quick how many are still to be sent at once
 * @param replies {@code pingpong}: how often data went out soon after data came in
 * @param delayMillis {@code ato}: how long one may wait, in milliseconds; 0 as long as no data came
 * @param dataAt {@code lrcvtime}: when data last came
 * @param lastSize {@code last_seg_size}: the bytes of the last segment if it was smaller than the largest
 * @param segmentSize {@code rcv_mss}: the bytes of a full segment of the other end, as far as seen
 */
public record TcpAcknowledging(
        boolean due,
        boolean pushed,
        boolean pushedAgain,
        boolean immediate,
        boolean deferred,
        int quick,
        int replies,
        int delayMillis,
        SimTime dataAt,
        int lastSize,
        int segmentSize) {

    /** {@code TCP_ATO_MIN}, which is {@code TCP_DELACK_MIN}, in milliseconds. */
    public static final int SHORTEST_DELAY = 40;

    /** {@code TCP_MAX_QUICKACKS}. */
    public static final int MOST_QUICK = 16;

    /** {@code TCP_MIN_RCVMSS}: what a full segment of the other end is taken for at first, in bytes. */
    private static final int FIRST_SEGMENT_SIZE = 536;

    /** {@code TCP_MIN_MSS} in bytes. */
    private static final int SMALLEST_SEGMENT_SIZE = 88;

    /** {@code sizeof(struct tcphdr)}. */
    private static final int HEADER = 20;

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Longer ago than any wait ({@code lrcvtime} of a connection that was never told of data). */
    private static final SimTime LONG_AGO = new SimTime(Long.MIN_VALUE / 2);

    /** A connection that is not there yet. */
    public static final TcpAcknowledging NONE =
            new TcpAcknowledging(false, false, false, false, false, 0, 0, 0, SimTime.ZERO, 0, FIRST_SEGMENT_SIZE);

    /** Of a new connection: the time counts as one of data ({@code tcp_initialize_rcv_mss}). */
    public static TcpAcknowledging beginning(SimTime now, int mss) {
        int size = Math.max(SMALLEST_SEGMENT_SIZE, Math.min(FIRST_SEGMENT_SIZE, mss));
        return new TcpAcknowledging(false, false, false, false, false, 0, 0, 0, now, 0, size);
    }

    /** Of a connection that both ends have opened: no data has come. */
    public static TcpAcknowledging crossing(int mss) {
        return beginning(LONG_AGO, mss);
    }

    /** {@code inet_csk_schedule_ack}. */
    public TcpAcknowledging owing() {
        return new TcpAcknowledging(
                true,
                pushed,
                pushedAgain,
                immediate,
                deferred,
                quick,
                replies,
                delayMillis,
                dataAt,
                lastSize,
                segmentSize);
    }

    /** Owing one that must not wait. */
    public TcpAcknowledging owingNow() {
        return new TcpAcknowledging(
                true, pushed, pushedAgain, true, deferred, quick, replies, delayMillis, dataAt, lastSize, segmentSize);
    }

    /** With or without one that waits for the end of a system call. */
    public TcpAcknowledging withDeferred(boolean now) {
        return new TcpAcknowledging(
                due, pushed, pushedAgain, immediate, now, quick, replies, delayMillis, dataAt, lastSize, segmentSize);
    }

    /** {@code tcp_event_ack_sent}: nothing is owed. */
    public TcpAcknowledging sent() {
        int used = due ? 1 : 0;
        boolean exhausted = quick > 0 && used >= quick;
        return new TcpAcknowledging(
                false,
                false,
                false,
                false,
                deferred,
                Math.max(0, quick - used),
                replies,
                exhausted ? SHORTEST_DELAY : delayMillis,
                dataAt,
                lastSize,
                segmentSize);
    }

    /** {@code tcp_incr_quickack}: as many at once as half the window has segments. */
    public TcpAcknowledging quicker(long window) {
        long wanted = window / (2L * segmentSize);
        int now = (int) Math.min(MOST_QUICK, wanted == 0 ? 2 : wanted);
        return new TcpAcknowledging(
                due,
                pushed,
                pushedAgain,
                immediate,
                deferred,
                Math.max(quick, now),
                replies,
                delayMillis,
                dataAt,
                lastSize,
                segmentSize);
    }

    /** {@code tcp_enter_quickack_mode}. */
    public TcpAcknowledging quickMode(long window) {
        return quicker(window).withReplies(0).waiting(SHORTEST_DELAY);
    }

    /** With another count of replies. */
    public TcpAcknowledging withReplies(int now) {
        return new TcpAcknowledging(
                due, pushed, pushedAgain, immediate, deferred, quick, now, delayMillis, dataAt, lastSize, segmentSize);
    }

    /** With another longest wait, in milliseconds. */
    public TcpAcknowledging waiting(int millis) {
        return new TcpAcknowledging(
                due, pushed, pushedAgain, immediate, deferred, quick, replies, millis, dataAt, lastSize, segmentSize);
    }

    /** {@code tcp_event_data_sent}: data that goes out within the wait is taken for a reply. */
    public TcpAcknowledging dataSent(SimTime now) {
        return now.since(dataAt) / NANOS_PER_MILLI < delayMillis ? withReplies(replies + 1) : this;
    }

    /**
     * {@code tcp_measure_rcv_mss}: what a segment tells of the size of full ones.
     *
     * @param size the bytes of its data, or of one of them if several came as one
     * @param header the bytes of its header
     * @param push whether it has PSH
     * @param remnant whether it has any of PSH, FIN, SYN and URG
     * @param advertised the bytes of a full segment as the other end was told
     */
    public TcpAcknowledging measured(int size, int header, boolean push, boolean remnant, int advertised) {
        if (size >= segmentSize) {
            return measured(pushed || push, pushedAgain, 0, Math.min(size, advertised));
        }
        boolean full = size + header >= FIRST_SEGMENT_SIZE + HEADER
                || size + header >= SMALLEST_SEGMENT_SIZE + HEADER && !remnant;
        if (full && size == lastSize) {
            return measured(pushed, pushedAgain, size, size);
        }
        return measured(true, pushedAgain || pushed, full ? size : 0, segmentSize);
    }

    private TcpAcknowledging measured(boolean nowPushed, boolean nowAgain, int nowLast, int nowSize) {
        return new TcpAcknowledging(
                due, nowPushed, nowAgain, immediate, deferred, quick, replies, delayMillis, dataAt, nowLast, nowSize);
    }

    /** {@code tcp_event_data_recv}: the wait follows how fast data comes; after a long silence it is told at once again. */
    public TcpAcknowledging dataReceived(SimTime now, long window, long timeoutNanos) {
        long passed = now.since(dataAt) / NANOS_PER_MILLI;
        long timeout = timeoutNanos / NANOS_PER_MILLI;
        TcpAcknowledging after = owing();
        if (delayMillis == 0) {
            after = after.quicker(window).waiting(SHORTEST_DELAY);
        } else if (passed <= SHORTEST_DELAY / 2) {
            after = after.waiting(delayMillis / 2 + SHORTEST_DELAY / 2);
        } else if (passed < delayMillis) {
            after = after.waiting((int) Math.min(timeout, delayMillis / 2 + passed));
        } else if (passed > timeout) {
            after = after.quicker(window);
        }
        return after.at(now);
    }

    private TcpAcknowledging at(SimTime now) {
        return new TcpAcknowledging(
                due, pushed, pushedAgain, immediate, deferred, quick, replies, delayMillis, now, lastSize, segmentSize);
    }

    /** {@code tcp_delack_timer_handler}: nothing went along in time, so that the next wait is another. */
    public TcpAcknowledging missed(boolean interactive, long timeoutNanos) {
        return interactive
                ? withReplies(0).waiting(SHORTEST_DELAY)
                : waiting((int) Math.min(2L * delayMillis, timeoutNanos / NANOS_PER_MILLI));
    }
}
