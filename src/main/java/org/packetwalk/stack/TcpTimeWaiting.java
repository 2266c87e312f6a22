package org.packetwalk.stack;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.socket.ResetReason;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpTimeWait;
import org.packetwalk.net.ByteString;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.trace.Stage;

/** TIME-WAIT, and FIN-WAIT-2 without a program: {@code tcp_time_wait}, {@code tcp_timewait_state_process}. */
final class TcpTimeWaiting {

    private TcpTimeWaiting() {}

    /** {@code tcp_time_wait}: a small remainder takes the socket's place, which is done. */
    static void begin(Walk walk, HostId host, SocketId id, boolean finWait2) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        SocketId rest = walk.nextSocketId();
        SimTime due = walk.now().plusNanos(TcpTimeWait.LENGTH_NANOS);
        walk.update(
                host,
                new TcpTimeWait(
                        rest,
                        socket.options(),
                        socket.local(),
                        socket.remote(),
                        finWait2,
                        socket.receive().next(),
                        socket.send().next(),
                        socket.receive().timestamp(),
                        socket.send().agreement().timestamps(),
                        due));
        walk.arm(due, new Timer.Tcp(host, rest, TcpTimerKind.TIME_WAIT));
        walk.count(host, SnmpCounter.TCP_EXT_TW);
        TcpClose.done(walk, host, id);
    }

    /** {@code tw_timer_handler}. */
    static void expire(Walk walk, HostId host, SocketId id, SimTime at) {
        Socket socket = walk.host(host).sockets().find(id).orElse(null);
        if (socket instanceof TcpTimeWait rest && rest.due().equals(at)) {
            Tcp.remove(walk, host, id);
        }
    }

    /** {@code tcp_timewait_state_process}. */
    static void receive(Walk walk, HostId host, TcpTimeWait rest, SkBuff skb) {
        TcpHeader tcp = skb.packet().tcp();
        int end = tcp.sequence() + skb.packet().payload().size() + (tcp.flags().has(TcpFlags.FIN) ? 1 : 0);
        boolean data = !skb.packet().payload().isEmpty();
        if (tcp.flags().has(TcpFlags.RST)) {
            if (tcp.sequence() == rest.next()) {
                Tcp.remove(walk, host, rest.id());
            }
            discard(walk, host, skb, DropReason.TCP_RESET);
            return;
        }
        if (tcp.flags().has(TcpFlags.SYN)) {
            if (!rest.finWait2() && newer(rest, tcp)) {
                Tcp.remove(walk, host, rest.id());
                TcpInput.toListener(walk, host, skb);
            } else {
                acknowledge(walk, host, rest, skb);
                discard(walk, host, skb, DropReason.TCP_INVALID_SEQUENCE);
            }
            return;
        }
        if (rest.finWait2() && data && Tcp.before(rest.next(), end)) {
            TcpReset.answer(walk, host, skb, rest.options().device(), ResetReason.TCP_TIMEWAIT_SOCKET);
            Tcp.remove(walk, host, rest.id());
            discard(walk, host, skb, DropReason.TCP_CLOSE);
            return;
        }
        if (rest.finWait2() && tcp.flags().has(TcpFlags.FIN) && tcp.sequence() == rest.next()) {
            SimTime due = walk.now().plusNanos(TcpTimeWait.LENGTH_NANOS);
            TcpTimeWait closed = rest.closed(end, due);
            walk.update(host, closed);
            walk.arm(due, new Timer.Tcp(host, rest.id(), TcpTimerKind.TIME_WAIT));
            acknowledge(walk, host, closed, skb);
            discard(walk, host, skb, DropReason.NOT_SPECIFIED);
            return;
        }
        if (data || tcp.flags().has(TcpFlags.FIN)) {
            acknowledge(walk, host, rest, skb);
        }
        discard(walk, host, skb, DropReason.NOT_SPECIFIED);
    }

    /** A SYN is of another connection if its sequence number or its timestamp is ahead. */
    private static boolean newer(TcpTimeWait rest, TcpHeader syn) {
        TcpHeaders.Options options = TcpHeaders.read(syn.options());
        return Tcp.before(rest.next(), syn.sequence())
                || options.timestamps() && rest.timestamps() && Tcp.before(rest.timestamp(), options.value());
    }

    private static void acknowledge(Walk walk, HostId host, TcpTimeWait rest, SkBuff skb) {
        ByteString options =
                rest.timestamps() ? TcpHeaders.timestamps(Tcp.timestamp(walk), rest.timestamp()) : ByteString.EMPTY;
        TcpReset.acknowledge(walk, host, skb, rest.sent(), rest.next(), options);
    }

    private static void discard(Walk walk, HostId host, SkBuff skb, DropReason reason) {
        Drop.packet(walk, host, skb, reason, TcpFamily.of(skb).input(), Stage.TRANSPORT_RECEIVE);
    }
}
