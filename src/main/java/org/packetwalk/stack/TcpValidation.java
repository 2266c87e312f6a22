package org.packetwalk.stack;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** Whether a segment belongs to a connection: {@code tcp_validate_incoming} (RFC 5961). */
final class TcpValidation {

    private TcpValidation() {}

    /** Whether to go on with a segment; if not, it was answered as it deserves and is gone. */
    static boolean acceptable(Walk walk, HostId host, SocketId id, SkBuff skb, KernelFunction at) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        TcpHeader tcp = skb.packet().tcp();
        int next = socket.receive().next();
        int end = TcpData.end(skb);
        boolean old = Tcp.before(end, socket.receive().acknowledged());
        boolean beyond = Tcp.before(next + socket.receive().window(), tcp.sequence());
        if (old || beyond) {
            if (!tcp.flags().has(TcpFlags.RST)) {
                TcpData.tellAgain(walk, host, id, skb);
            }
            return drop(walk, host, skb, old ? DropReason.TCP_OLD_SEQUENCE : DropReason.TCP_INVALID_SEQUENCE, at);
        }
        if (tcp.flags().has(TcpFlags.RST)) {
            if (tcp.sequence() == next) {
                TcpClose.reset(walk, host, id, skb);
                Drop.consume(walk, host, skb, Stage.TRANSPORT_RECEIVE);
                return false;
            }
            challenge(walk, host, id);
            return drop(walk, host, skb, DropReason.TCP_RESET, at);
        }
        if (tcp.flags().has(TcpFlags.SYN) && !crossing(socket, tcp, end)) {
            if (socket.state() == TcpState.ESTABLISHED) {
                walk.count(host, SnmpCounter.TCP_IN_ERRS);
            }
            walk.count(host, SnmpCounter.TCP_EXT_TCPSYN_CHALLENGE);
            challenge(walk, host, id);
            return drop(walk, host, skb, DropReason.TCP_INVALID_SYN, at);
        }
        if (!tcp.flags().has(TcpFlags.ACK)) {
            return drop(walk, host, skb, DropReason.TCP_FLAGS, at);
        }
        TcpHeaders.Options options = TcpHeaders.read(tcp.options());
        if (options.timestamps() && !Tcp.before(socket.receive().acknowledged(), tcp.sequence())) {
            walk.update(host, socket.with(socket.receive().echoing(options.value())));
        }
        return true;
    }

    /** Whether a segment is the answer to the own SYN where both ends have sent one. */
    private static boolean crossing(TcpSocket socket, TcpHeader tcp, int end) {
        return socket.state() == TcpState.SYN_RECV
                && !socket.life().orphan()
                && tcp.flags().has(TcpFlags.ACK)
                && tcp.sequence() + 1 == end
                && end == socket.receive().next()
                && tcp.acknowledgment() == socket.send().next();
    }

    private static void challenge(Walk walk, HostId host, SocketId id) {
        walk.count(host, SnmpCounter.TCP_EXT_TCP_CHALLENGE_ACK);
        TcpOutput.sendAck(walk, host, id);
    }

    private static boolean drop(Walk walk, HostId host, SkBuff skb, DropReason reason, KernelFunction at) {
        Drop.packet(walk, host, skb, reason, at, Stage.TRANSPORT_RECEIVE);
        return false;
    }
}
