package org.packetwalk.kernel.socket;

import java.util.List;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;

/**
 * What is left of a closed TCP connection for a while ({@code struct inet_timewait_sock}).
 *
 * @param finWait2 {@code tw_substate}: the other end has not closed yet
 * @param next what the other end would send next
 * @param sent what this end would send next
 * @param timestamp the timestamp to echo
 * @param timestamps whether the connection uses timestamps
 * @param due when it goes
 */
public record TcpTimeWait(
        SocketId id,
        SocketOptions options,
        Endpoint local,
        Endpoint remote,
        boolean finWait2,
        int next,
        int sent,
        int timestamp,
        boolean timestamps,
        SimTime due)
        implements Socket {

    /** {@code TCP_TIMEWAIT_LEN} in nanoseconds. */
    public static final long LENGTH_NANOS = 60_000_000_000L;

    @Override
    public List<SkBuff> received() {
        return List.of();
    }

    @Override
    public List<SocketError> errors() {
        return List.of();
    }

    @Override
    public Errno pendingError() {
        return Errno.OK;
    }

    @Override
    public TcpTimeWait withOptions(SocketOptions now) {
        return new TcpTimeWait(id, now, local, remote, finWait2, next, sent, timestamp, timestamps, due);
    }

    @Override
    public TcpTimeWait withEnds(Endpoint newLocal, Endpoint newRemote) {
        return new TcpTimeWait(id, options, newLocal, newRemote, finWait2, next, sent, timestamp, timestamps, due);
    }

    /** It has no queues. */
    @Override
    public TcpTimeWait withQueues(List<SkBuff> newReceived, List<SocketError> newErrors, Errno newPending) {
        return this;
    }

    /** When it began to rest ({@code tw_entry_stamp}). */
    public SimTime since() {
        return new SimTime(due.nanos() - LENGTH_NANOS);
    }

    /** After the other end closed too. */
    public TcpTimeWait closed(int newNext, SimTime newDue) {
        return new TcpTimeWait(id, options, local, remote, false, newNext, sent, timestamp, timestamps, newDue);
    }
}
