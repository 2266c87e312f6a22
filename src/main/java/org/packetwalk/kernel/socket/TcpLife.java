package org.packetwalk.kernel.socket;

import java.util.List;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.SkBuff;

/**
 * Who holds a TCP socket and how far it is closed.
 *
 * @param owned {@code sock_owned_by_user}: a system call works on it, received segments wait in the backlog
 * @param backlog segments received meanwhile
 * @param orphan {@code SOCK_DEAD}: the program has closed it
 * @param sendShutdown {@code SEND_SHUTDOWN}
 * @param receiveShutdown {@code RCV_SHUTDOWN} by the program itself
 * @param portBound {@code SOCK_BINDPORT_LOCK}: the program chose the port
 * @param softError {@code sk_err_soft}: what an ICMP error said, told at the timeout
 * @param pathMtu {@code TCP_MTU_REDUCED_DEFERRED}: the MTU a router told while a system call held the socket, 0 if none
 * @param connectReported whether {@code connect} or a poll has told the program how it went
 */
public record TcpLife(
        boolean owned,
        List<SkBuff> backlog,
        boolean orphan,
        boolean sendShutdown,
        boolean receiveShutdown,
        boolean portBound,
        Errno softError,
        int pathMtu,
        boolean connectReported) {

    /** A socket just opened. */
    public static final TcpLife NEW = new TcpLife(false, List.of(), false, false, false, false, Errno.OK, 0, false);

    /** Copies the list. */
    public TcpLife {
        backlog = List.copyOf(backlog);
    }

    /** Locked by a system call, or released. */
    public TcpLife withOwned(boolean now) {
        return new TcpLife(
                now, backlog, orphan, sendShutdown, receiveShutdown, portBound, softError, pathMtu, connectReported);
    }

    /** With another backlog. */
    public TcpLife withBacklog(List<SkBuff> now) {
        return new TcpLife(
                owned, now, orphan, sendShutdown, receiveShutdown, portBound, softError, pathMtu, connectReported);
    }

    /** Closed by its program. */
    public TcpLife orphaned() {
        return new TcpLife(owned, backlog, true, true, true, portBound, softError, pathMtu, connectReported);
    }

    /** Shut down for sending or receiving. */
    public TcpLife withShutdown(boolean send, boolean receive) {
        return new TcpLife(owned, backlog, orphan, send, receive, portBound, softError, pathMtu, connectReported);
    }

    /** With a port that the program chose. */
    public TcpLife withPortBound() {
        return new TcpLife(
                owned, backlog, orphan, sendShutdown, receiveShutdown, true, softError, pathMtu, connectReported);
    }

    /** With another soft error. */
    public TcpLife withSoftError(Errno now) {
        return new TcpLife(
                owned, backlog, orphan, sendShutdown, receiveShutdown, portBound, now, pathMtu, connectReported);
    }

    /** With another MTU that waits for the end of a system call. */
    public TcpLife withPathMtu(int now) {
        return new TcpLife(
                owned, backlog, orphan, sendShutdown, receiveShutdown, portBound, softError, now, connectReported);
    }
}
