package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.SocketEvent;
import org.packetwalk.trace.Stage;

/** What all parts of TCP do with a socket: finding it, locking it, changing its state ({@code net/ipv4/tcp.c}). */
final class Tcp {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private Tcp() {}

    /** The socket of a number, if it is there and a TCP socket. */
    static Optional<TcpSocket> find(Walk walk, HostId host, SocketId id) {
        return walk.machine()
                .find(host)
                .flatMap(ns -> ns.sockets().find(id))
                .filter(TcpSocket.class::isInstance)
                .map(TcpSocket.class::cast);
    }

    /** A socket that is there. */
    static TcpSocket socket(Walk walk, HostId host, SocketId id) {
        return find(walk, host, id).orElseThrow(() -> new IllegalStateException("no TCP socket " + id.number()));
    }

    /** Removes a socket from the table. */
    static void remove(Walk walk, HostId host, SocketId id) {
        NetNamespace ns = walk.host(host);
        walk.update(ns.withSockets(ns.sockets().without(id)));
    }

    /** Whether a sequence number lies before another, modulo 2^32. */
    static boolean before(int one, int other) {
        return one - other < 0;
    }

    /** {@code tcp_time_stamp}: milliseconds. */
    static int timestamp(Walk walk) {
        return (int) (walk.now().nanos() / NANOS_PER_MILLI) + 1;
    }

    /** {@code tcp_set_state}: counts, and tells; an automatic port is given back with the state CLOSE. */
    static void change(Walk walk, HostId host, SocketId id, TcpState after, KernelFunction function) {
        TcpSocket socket = socket(walk, host, id);
        TcpState before = socket.state();
        count(walk, host, before, after);
        Endpoint local = socket.local();
        TcpSocket changed = socket.in(after);
        if (after == TcpState.CLOSE && !socket.life().portBound()) {
            local = new Endpoint(local.address(), 0);
            changed = changed.withEnds(local, socket.remote());
        }
        walk.update(host, changed);
        report(walk, host, local, socket.remote(), before, after, function);
    }

    /** {@code tcp_set_state}, whose last part the compiler did not merge. */
    static void change(Walk walk, HostId host, SocketId id, TcpState after) {
        change(walk, host, id, after, KernelFunction.INET_SK_STATE_STORE);
    }

    /** The event of a change of state. */
    static void report(
            Walk walk,
            HostId host,
            Endpoint local,
            Endpoint remote,
            TcpState before,
            TcpState after,
            KernelFunction function) {
        walk.run(
                function, () -> walk.emit(new SocketEvent.StateChanged(walk.head(host), local, remote, before, after)));
    }

    private static void count(Walk walk, HostId host, TcpState before, TcpState after) {
        boolean was = before == TcpState.ESTABLISHED || before == TcpState.CLOSE_WAIT;
        boolean is = after == TcpState.ESTABLISHED || after == TcpState.CLOSE_WAIT;
        if (after == TcpState.CLOSE && was) {
            walk.count(host, SnmpCounter.TCP_ESTAB_RESETS);
        }
        if (was != is) {
            walk.count(host, SnmpCounter.TCP_CURR_ESTAB, is ? 1 : -1);
        }
    }

    /** {@code lock_sock} and {@code release_sock} around a system call's work: segments received meanwhile wait. */
    static <T> T locked(Walk walk, HostId host, SocketId id, Supplier<T> body) {
        lock(walk, host, id);
        T answer = body.get();
        walk.run(KernelFunction.RELEASE_SOCK, () -> release(walk, host, id));
        return answer;
    }

    static void lock(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = socket(walk, host, id);
        walk.update(host, socket.with(socket.life().withOwned(true)));
    }

    /** {@code __release_sock} takes up the backlog; {@code tcp_release_cb} does what had to wait; then the socket is free. */
    static void release(Walk walk, HostId host, SocketId id) {
        drainBacklog(walk, host, id);
        walk.withoutBottomHalves(() -> {
            TcpPathMtu.release(walk, host, id);
            TcpDelayedAck.release(walk, host, id);
            find(walk, host, id)
                    .ifPresent(socket ->
                            walk.update(host, socket.with(socket.life().withOwned(false))));
            return true;
        });
    }

    /** {@code __release_sock} without giving the socket free. */
    static void drainBacklog(Walk walk, HostId host, SocketId id) {
        Optional<TcpSocket> socket = find(walk, host, id);
        if (socket.isEmpty() || socket.get().life().backlog().isEmpty()) {
            return;
        }
        walk.run(KernelFunction.__RELEASE_SOCK, () -> {
            Optional<TcpSocket> now = find(walk, host, id);
            while (now.isPresent() && !now.get().life().backlog().isEmpty()) {
                List<SkBuff> backlog = now.get().life().backlog();
                walk.update(host, now.get().with(now.get().life().withBacklog(backlog.subList(1, backlog.size()))));
                TcpInput.handle(walk, host, id, backlog.get(0));
                now = find(walk, host, id);
            }
        });
    }

    /** {@code tcp_add_backlog}: the route is not kept; an acknowledgement just like the one before takes its place. */
    static void addBacklog(Walk walk, HostId host, TcpSocket socket, SkBuff skb) {
        List<SkBuff> backlog = new ArrayList<>(socket.life().backlog());
        int last = backlog.size() - 1;
        if (last >= 0 && joins(backlog.get(last), skb)) {
            walk.count(host, SnmpCounter.TCP_EXT_TCP_BACKLOG_COALESCE);
            backlog.set(last, backlog.get(last).withPacket(skb.packet()));
            Drop.consume(walk, host, skb, Stage.TRANSPORT_RECEIVE);
        } else {
            backlog.add(skb.unrouted());
        }
        walk.update(host, socket.with(socket.life().withBacklog(backlog)));
    }

    /** Whether nothing but the acknowledgement and the window of two segments differ. */
    private static boolean joins(SkBuff tail, SkBuff skb) {
        TcpHeader before = tail.packet().tcp();
        TcpHeader after = skb.packet().tcp();
        return before.flags().equals(TcpFlags.ACK)
                && after.flags().equals(TcpFlags.ACK)
                && tail.packet().payload().isEmpty()
                && skb.packet().payload().isEmpty()
                && before.sequence() == after.sequence()
                && !before(after.acknowledgment(), before.acknowledgment())
                && before.options().equals(after.options());
    }

    /** What a socket that was busy was told of its connection ({@code sk_err_soft}); it is told once. */
    static Errno takeSoftError(Walk walk, HostId host, TcpSocket socket) {
        Errno soft = socket.life().softError();
        if (soft != Errno.OK) {
            walk.update(host, socket.with(socket.life().withSoftError(Errno.OK)));
        }
        return soft;
    }
}
