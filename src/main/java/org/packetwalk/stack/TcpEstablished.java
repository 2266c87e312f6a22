package org.packetwalk.stack;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** Segments of an open connection: {@code tcp_rcv_established} ({@code net/ipv4/tcp_input.c}). */
final class TcpEstablished {

    private TcpEstablished() {}

    /** {@code tcp_rcv_established}; its last steps are tail calls, so that the caller seems to do them. */
    static void receive(Walk walk, HostId host, SocketId id, SkBuff skb) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        if (!socket.inputRoute().isPresent() && skb.destination().isPresent()) {
            walk.update(host, socket.routedInput(skb.destination()));
        }
        boolean ended = walk.call(KernelFunction.TCP_RCV_ESTABLISHED, () -> take(walk, host, id, skb));
        if (!ended) {
            TcpDelayedAck.check(walk, host, id);
        }
    }

    private static boolean take(Walk walk, HostId host, SocketId id, SkBuff skb) {
        if (!TcpValidation.acceptable(walk, host, id, skb, KernelFunction.TCP_RCV_ESTABLISHED)) {
            return true;
        }
        if (TcpAck.take(walk, host, id, skb) == TcpAck.Result.UNSENT_DATA) {
            TcpOutput.sendAck(walk, host, id);
            Drop.packet(
                    walk,
                    host,
                    skb,
                    DropReason.TCP_OLD_ACK,
                    KernelFunction.TCP_RCV_ESTABLISHED,
                    Stage.TRANSPORT_RECEIVE);
            return true;
        }
        if (skb.packet().payload().isEmpty() && !skb.packet().tcp().flags().has(TcpFlags.FIN)) {
            Drop.consume(walk, host, skb, Stage.TRANSPORT_RECEIVE);
            TcpOutput.push(walk, host, id);
            return true;
        }
        TcpData.queue(walk, host, id, skb, KernelFunction.TCP_RCV_ESTABLISHED);
        TcpOutput.push(walk, host, id);
        return false;
    }
}
