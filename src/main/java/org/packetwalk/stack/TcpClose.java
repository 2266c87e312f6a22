package org.packetwalk.stack;

import java.util.List;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.ResetReason;
import org.packetwalk.kernel.socket.SocketError;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpListen;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.SocketEvent;
import org.packetwalk.trace.Stage;

/** The end of TCP sockets: {@code close}, {@code shutdown}, resets and errors ({@code net/ipv4/tcp.c}). */
final class TcpClose {

    private TcpClose() {}

    // -- by the program --------------------------------------------------------------------

    /** {@code tcp_close}. */
    static void close(Walk walk, HostId host, SocketId id) {
        walk.run(
                KernelFunction.__FPUT,
                () -> walk.run(
                        KernelFunction.SOCK_CLOSE,
                        () -> walk.run(
                                KernelFunction.INET_RELEASE,
                                () -> walk.run(KernelFunction.TCP_CLOSE, () -> {
                                    Tcp.lock(walk, host, id);
                                    walk.run(KernelFunction.__TCP_CLOSE, () -> closing(walk, host, id));
                                    walk.run(KernelFunction.RELEASE_SOCK, () -> Tcp.release(walk, host, id));
                                }))));
    }

    /** {@code __tcp_close}. */
    private static void closing(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        walk.update(host, socket.with(socket.life().withShutdown(true, true)));
        if (socket.state() == TcpState.LISTEN) {
            Tcp.change(walk, host, id, TcpState.CLOSE);
            stopListening(walk, host, id, socket.listen());
        } else {
            boolean unread = flush(walk, host, id);
            if (unread && socket.state() != TcpState.CLOSE) {
                walk.count(host, SnmpCounter.TCP_EXT_TCP_ABORT_ON_CLOSE);
                Endpoint local = socket.local();
                Tcp.change(walk, host, id, TcpState.CLOSE);
                TcpReset.abort(walk, host, id, local, ResetReason.TCP_ABORT_ON_CLOSE);
            } else if (socket.state() != TcpState.CLOSE && closeState(walk, host, id)) {
                TcpOutput.sendFin(walk, host, id);
            }
        }
        orphan(walk, host, id);
    }

    /** What was not read is gone; whether there was data. */
    private static boolean flush(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        List<SkBuff> queue = socket.receive().queue();
        walk.update(
                host,
                socket.with(
                        socket.receive().withQueues(List.of(), socket.receive().outOfOrder())));
        for (SkBuff skb : queue) {
            Drop.consume(walk, host, skb, Stage.APPLICATION_RECEIVE);
        }
        return queue.stream().anyMatch(skb -> !skb.packet().payload().isEmpty());
    }

    /** From {@code adjudge_to_death} on: nobody holds the socket any more. */
    private static void orphan(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        TcpState before = socket.state();
        walk.update(host, socket.with(socket.life().orphaned()));
        NetNamespace ns = walk.host(host);
        walk.update(ns.withSockets(ns.sockets().released(id)));
        Tcp.drainBacklog(walk, host, id);
        walk.withoutBottomHalves(() -> {
            if (Tcp.find(walk, host, id).isEmpty()) {
                return true;
            }
            TcpState now = Tcp.socket(walk, host, id).state();
            if (now == TcpState.FIN_WAIT2) {
                TcpTimeWaiting.begin(walk, host, id, true);
            } else if (now == TcpState.CLOSE && before == TcpState.CLOSE) {
                destroy(walk, host, id);
            }
            return true;
        });
    }

    /** {@code tcp_close_state}: the next state; whether a FIN has to be sent. */
    private static boolean closeState(Walk walk, HostId host, SocketId id) {
        TcpState state = Tcp.socket(walk, host, id).state();
        TcpState next = switch (state) {
            case ESTABLISHED, SYN_RECV -> TcpState.FIN_WAIT1;
            case CLOSE_WAIT -> TcpState.LAST_ACK;
            case SYN_SENT, LISTEN, CLOSE, TIME_WAIT -> TcpState.CLOSE;
            case FIN_WAIT1, FIN_WAIT2, LAST_ACK, CLOSING -> state;
        };
        Tcp.change(walk, host, id, next);
        return state == TcpState.ESTABLISHED || state == TcpState.SYN_RECV || state == TcpState.CLOSE_WAIT;
    }

    /** {@code shutdown}: {@code SHUT_WR} sends a FIN. */
    static Errno shutdown(Walk walk, HostId host, SocketId id, boolean receive, boolean send) {
        return walk.call(
                KernelFunction.__SYS_SHUTDOWN,
                () -> walk.call(
                        KernelFunction.INET_SHUTDOWN,
                        () -> Tcp.locked(walk, host, id, () -> shuttingDown(walk, host, id, receive, send))));
    }

    private static Errno shuttingDown(Walk walk, HostId host, SocketId id, boolean receive, boolean send) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        if (socket.state() == TcpState.CLOSE) {
            return Errno.ENOTCONN;
        }
        walk.update(
                host,
                socket.with(socket.life()
                        .withShutdown(
                                socket.life().sendShutdown() || send,
                                socket.life().receiveShutdown() || receive)));
        boolean open = socket.state() == TcpState.ESTABLISHED
                || socket.state() == TcpState.SYN_SENT
                || socket.state() == TcpState.CLOSE_WAIT;
        if (send && open) {
            boolean fin = walk.call(KernelFunction.TCP_SHUTDOWN, () -> closeState(walk, host, id));
            if (fin) {
                TcpOutput.sendFin(walk, host, id);
            }
        }
        return Errno.OK;
    }

    /** {@code inet_csk_listen_stop}: requests are forgotten, connections nobody accepted are reset. */
    private static void stopListening(Walk walk, HostId host, SocketId id, TcpListen queues) {
        walk.run(KernelFunction.INET_CSK_LISTEN_STOP, () -> {
            walk.update(host, Tcp.socket(walk, host, id).with(TcpListen.NONE));
            for (SocketId child : queues.established()) {
                walk.run(KernelFunction.INET_CHILD_FORGET, () -> forget(walk, host, child));
            }
        });
    }

    /** {@code inet_child_forget}, {@code tcp_disconnect}. */
    private static void forget(Walk walk, HostId host, SocketId child) {
        if (Tcp.find(walk, host, child).isEmpty()) {
            return;
        }
        TcpSocket socket = Tcp.socket(walk, host, child);
        Endpoint local = socket.local();
        Tcp.change(walk, host, child, TcpState.CLOSE);
        if (socket.state() == TcpState.ESTABLISHED || socket.state() == TcpState.CLOSE_WAIT) {
            TcpReset.abort(walk, host, child, local, ResetReason.TCP_STATE);
        }
        TcpSocket now = Tcp.socket(walk, host, child);
        walk.update(host, now.with(now.life().orphaned()));
        destroy(walk, host, child);
    }

    // -- by the network --------------------------------------------------------------------

    /** {@code tcp_reset}: the other end gave the connection up. */
    static void reset(Walk walk, HostId host, SocketId id, SkBuff skb) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        walk.run(
                KernelFunction.TCP_RESET,
                () -> walk.emit(new SocketEvent.ResetReceived(walk.head(host, skb), socket.local(), socket.remote())));
        Errno errno = switch (socket.state()) {
            case SYN_SENT -> Errno.ECONNREFUSED;
            case CLOSE_WAIT -> Errno.EPIPE;
            case CLOSE -> Errno.OK;
            case ESTABLISHED, SYN_RECV, FIN_WAIT1, FIN_WAIT2, TIME_WAIT, LAST_ACK, LISTEN, CLOSING -> Errno.ECONNRESET;
        };
        if (errno != Errno.OK) {
            fail(walk, host, id, errno);
        }
    }

    /** {@code tcp_done_with_error}. */
    static void fail(Walk walk, HostId host, SocketId id, Errno errno) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        boolean orphan = socket.life().orphan();
        walk.update(host, socket.failing(errno));
        walk.run(KernelFunction.TCP_DONE_WITH_ERROR, () -> done(walk, host, id));
        if (!orphan) {
            TcpSocket told = Tcp.socket(walk, host, id);
            walk.run(
                    KernelFunction.SK_ERROR_REPORT,
                    () -> walk.emit(
                            new SocketEvent.ErrorReported(walk.head(host), told.local(), told.remote(), errno, false)));
        }
    }

    /** {@code tcp_done}. */
    static void done(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        if (socket.state() == TcpState.SYN_SENT || socket.state() == TcpState.SYN_RECV) {
            walk.count(host, SnmpCounter.TCP_ATTEMPT_FAILS);
        }
        walk.update(
                host,
                socket.with(socket.send().withQueue(List.of()))
                        .with(socket.life().withShutdown(true, true)));
        walk.run(KernelFunction.TCP_DONE, () -> {
            Tcp.change(walk, host, id, TcpState.CLOSE);
            TcpStates.stopTimers(walk, host, id);
        });
        if (Tcp.socket(walk, host, id).life().orphan()) {
            destroy(walk, host, id);
        }
    }

    /** {@code inet_csk_destroy_sock}: what was not read is lost. */
    static void destroy(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        Tcp.remove(walk, host, id);
        walk.run(
                KernelFunction.INET_CSK_DESTROY_SOCK,
                () -> walk.run(KernelFunction.SK_STREAM_KILL_QUEUES, () -> {
                    for (SkBuff skb : socket.receive().queue()) {
                        purge(walk, host, skb, KernelFunction.SK_STREAM_KILL_QUEUES);
                    }
                    for (SkBuff skb : socket.receive().outOfOrder()) {
                        Drop.consume(walk, host, skb, Stage.TRANSPORT_RECEIVE);
                    }
                    for (SocketError error : socket.errors()) {
                        walk.run(
                                KernelFunction.SKB_QUEUE_PURGE_REASON,
                                () -> purge(
                                        walk,
                                        host,
                                        error.skb().copy(walk.nextPacketId()),
                                        KernelFunction.SKB_QUEUE_PURGE_REASON));
                    }
                }));
    }

    private static void purge(Walk walk, HostId host, SkBuff skb, KernelFunction at) {
        Drop.packet(walk, host, skb, DropReason.QUEUE_PURGE, at, Stage.TRANSPORT_RECEIVE);
    }
}
