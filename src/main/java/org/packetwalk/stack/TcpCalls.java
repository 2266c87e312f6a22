package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpListen;
import org.packetwalk.kernel.socket.TcpReceive;
import org.packetwalk.kernel.socket.TcpSegment;
import org.packetwalk.kernel.socket.TcpSend;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.net.ByteString;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.SocketEvent;
import org.packetwalk.trace.Stage;

/** The system calls of TCP sockets beside connect and close ({@code net/ipv4/tcp.c}). */
final class TcpCalls {

    /** {@code net.core.somaxconn}. */
    private static final int MOST_WAITING = 4096;

    private TcpCalls() {}

    /** {@code bind}: the address was found to be ours. */
    static Errno bind(Walk walk, HostId host, TcpSocket socket, Endpoint local) {
        int port = local.port() != 0 ? local.port() : SocketPorts.forBind(walk, host, socket, local.address());
        Endpoint wanted = new Endpoint(local.address(), port);
        if (port == 0 || !SocketPorts.bindable(walk.host(host), socket, wanted)) {
            return Errno.EADDRINUSE;
        }
        TcpSocket bound = local.port() != 0 ? socket.with(socket.life().withPortBound()) : socket;
        walk.update(host, bound.withEnds(wanted, wanted.none()));
        return Errno.OK;
    }

    /** {@code listen}. */
    static Errno listen(Walk walk, HostId host, SocketId id, int backlog) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        if (socket.state() != TcpState.CLOSE && socket.state() != TcpState.LISTEN) {
            return Errno.EINVAL;
        }
        if (socket.local().port() == 0) {
            int port = SocketPorts.forBind(walk, host, socket, socket.local().address());
            walk.update(
                    host,
                    socket.withEnds(
                            new Endpoint(socket.local().address(), port),
                            socket.local().none()));
        }
        TcpSocket ready = Tcp.socket(walk, host, id);
        TcpListen queues = ready.listen();
        walk.update(host, ready.with(queues.withBacklog(Math.min(Math.max(backlog, 0), MOST_WAITING))));
        if (socket.state() == TcpState.CLOSE) {
            walk.run(
                    KernelFunction.__SYS_LISTEN,
                    () -> walk.run(
                            KernelFunction.INET_LISTEN,
                            () -> walk.run(
                                    KernelFunction.__INET_LISTEN_SK,
                                    () -> walk.run(
                                            KernelFunction.INET_CSK_LISTEN_START,
                                            () -> Tcp.change(walk, host, id, TcpState.LISTEN)))));
        }
        return Errno.OK;
    }

    /** {@code accept}: the oldest connection that waits. */
    static ResultOrErrno<SocketId> accept(Walk walk, HostId host, SocketId id) {
        TcpSocket listener = Tcp.socket(walk, host, id);
        if (listener.state() != TcpState.LISTEN) {
            return ResultOrErrno.refused(Errno.EINVAL);
        }
        List<SocketId> waiting = listener.listen().established();
        if (waiting.isEmpty()) {
            return ResultOrErrno.refused(Errno.EAGAIN);
        }
        walk.update(host, listener.with(listener.listen().withEstablished(waiting.subList(1, waiting.size()))));
        return ResultOrErrno.ok(waiting.get(0));
    }

    /** {@code getsockopt(SO_ERROR)}: the pending error, which is gone then. */
    static Errno takeError(Walk walk, HostId host, TcpSocket socket) {
        walk.update(host, socket.failing(Errno.OK));
        return socket.pendingError();
    }

    // -- sending ---------------------------------------------------------------------------

    /** {@code write} or {@code send}; answers how many bytes were taken. */
    static ResultOrErrno<Integer> send(
            Walk walk, HostId host, String program, SocketId id, ByteString data, boolean write) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        Errno refused = sendable(walk, host, socket);
        if (refused != Errno.OK) {
            walk.emit(new SocketEvent.Refused(walk.head(host), program, write ? "write" : "sendto", refused));
            return ResultOrErrno.refused(refused);
        }
        int bytes = Math.min(socket.send().room(), data.size());
        if (bytes <= 0) {
            return ResultOrErrno.refused(Errno.EAGAIN);
        }
        walk.emit(new SocketEvent.Sending(
                walk.head(host), program, write ? "write" : "sendto", "tcp", socket.remote(), bytes));
        Runnable message = () -> walk.run(
                KernelFunction.TCP_SENDMSG,
                () -> Tcp.locked(walk, host, id, () -> {
                    walk.run(KernelFunction.TCP_SENDMSG_LOCKED, () -> {
                        append(walk, host, id, data.slice(0, bytes));
                        TcpOutput.push(walk, host, id);
                    });
                    return true;
                }));
        if (write) {
            walk.run(
                    KernelFunction.KSYS_WRITE,
                    () -> walk.run(KernelFunction.VFS_WRITE, () -> walk.run(KernelFunction.SOCK_WRITE_ITER, message)));
        } else {
            walk.run(KernelFunction.__SYS_SENDTO, message);
        }
        return ResultOrErrno.ok(bytes);
    }

    private static Errno sendable(Walk walk, HostId host, TcpSocket socket) {
        if (socket.pendingError() != Errno.OK) {
            return takeError(walk, host, socket);
        }
        if (socket.life().sendShutdown()) {
            return Errno.EPIPE;
        }
        return switch (socket.state()) {
            case ESTABLISHED, CLOSE_WAIT -> Errno.OK;
            case SYN_SENT, SYN_RECV -> Errno.EAGAIN;
            case CLOSE, LISTEN -> Errno.ENOTCONN;
            case FIN_WAIT1, FIN_WAIT2, TIME_WAIT, LAST_ACK, CLOSING -> Errno.EPIPE;
        };
    }

    /** {@code tcp_sendmsg_locked}: the data joins what was not sent yet. */
    private static void append(Walk walk, HostId host, SocketId id, ByteString data) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        TcpSend send = socket.send();
        List<TcpSegment> queue = new ArrayList<>(send.queue());
        int last = queue.size() - 1;
        TcpFlags flags = TcpFlags.ACK.and(TcpFlags.PSH);
        if (last >= 0 && queue.get(last).transmissions() == 0) {
            queue.set(last, queue.get(last).with(flags, queue.get(last).data().concat(data)));
        } else {
            queue.add(TcpSegment.unsent(send.end(), flags, data));
        }
        walk.update(
                host,
                socket.with(send.at(send.unacknowledged(), send.next(), send.end() + data.size())
                        .withQueue(queue)));
    }

    // -- receiving -------------------------------------------------------------------------

    /** {@code read} or {@code recv}: some bytes; none at the end of the stream. */
    static ResultOrErrno<ByteString> receive(
            Walk walk, HostId host, String program, SocketId id, int most, boolean read) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        Optional<SkBuff> first = socket.receive().queue().stream()
                .filter(skb -> !skb.packet().payload().isEmpty())
                .findFirst();
        if (first.isEmpty()) {
            return nothing(walk, host, socket);
        }
        ByteString all = socket.receive().queue().stream()
                .map(skb -> skb.packet().payload())
                .reduce(ByteString.EMPTY, ByteString::concat);
        ByteString taken = all.slice(0, Math.min(most, all.size()));
        walk.emit(new SocketEvent.Receiving(
                walk.head(host, first.get()), program, read ? "read" : "recvfrom", socket.remote(), taken.size()));
        Runnable message = () -> walk.run(
                KernelFunction.SOCK_RECVMSG,
                () -> walk.run(
                        KernelFunction.INET_RECVMSG,
                        () -> walk.run(
                                KernelFunction.TCP_RECVMSG,
                                () -> Tcp.locked(walk, host, id, () -> {
                                    walk.run(
                                            KernelFunction.TCP_RECVMSG_LOCKED,
                                            () -> take(walk, host, id, taken.size()));
                                    return true;
                                }))));
        if (read) {
            walk.run(
                    KernelFunction.KSYS_READ,
                    () -> walk.run(KernelFunction.VFS_READ, () -> walk.run(KernelFunction.SOCK_READ_ITER, message)));
        } else {
            message.run();
        }
        return ResultOrErrno.ok(taken);
    }

    private static ResultOrErrno<ByteString> nothing(Walk walk, HostId host, TcpSocket socket) {
        if (socket.receive().finished()) {
            walk.update(host, socket.with(socket.receive().read(socket.receive().next(), List.of())));
            for (SkBuff fin : socket.receive().queue()) {
                Drop.consume(walk, host, fin, Stage.APPLICATION_RECEIVE);
            }
            return ResultOrErrno.ok(ByteString.EMPTY);
        }
        if (socket.pendingError() != Errno.OK) {
            return ResultOrErrno.refused(takeError(walk, host, socket));
        }
        if (socket.life().receiveShutdown()) {
            return ResultOrErrno.ok(ByteString.EMPTY);
        }
        return ResultOrErrno.refused(socket.state() == TcpState.CLOSE ? Errno.ENOTCONN : Errno.EAGAIN);
    }

    /** What was read leaves the queue; {@code tcp_cleanup_rbuf} may tell the other end. */
    private static void take(Walk walk, HostId host, SocketId id, int bytes) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        TcpReceive receive = socket.receive();
        int windowBefore = TcpHeaders.freeSpace(socket);
        List<SkBuff> left = new ArrayList<>();
        int open = bytes;
        for (SkBuff skb : receive.queue()) {
            ByteString data = skb.packet().payload();
            int here = Math.min(open, data.size());
            open -= here;
            if (here < data.size()) {
                left.add(skb.withPacket(
                        new org.packetwalk.packet.Packet(skb.packet().headers(), data.from(here))));
            } else if (data.isEmpty()) {
                left.add(skb);
            } else {
                Drop.consume(walk, host, skb, Stage.APPLICATION_RECEIVE);
            }
        }
        walk.update(host, socket.with(receive.read(receive.copied() + bytes, left)));
        TcpDelayedAck.dataRead(walk, host, id, windowBefore, bytes);
    }
}
