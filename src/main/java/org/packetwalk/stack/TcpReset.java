package org.packetwalk.stack;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.ResetReason;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpSegment;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.net.ByteString;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.SocketEvent;

/** Answers segments that no socket takes, and sends resets ({@code tcp_v4_send_reset}, {@code tcp_v4_send_ack} and their likes). */
final class TcpReset {

    private TcpReset() {}

    /** {@code tcp_v4_send_reset}: never in answer to a reset or to a packet that was not for this host alone. */
    static void answer(Walk walk, HostId host, SkBuff skb, int boundDevice, ResetReason reason) {
        TcpHeader tcp = skb.packet().tcp();
        if (tcp.flags().has(TcpFlags.RST) || !TcpInput.unicast(skb)) {
            return;
        }
        TcpFamily family = TcpFamily.of(skb);
        walk.run(family.reset(), () -> {
            walk.emit(new SocketEvent.ResetSent(
                    walk.head(host, skb), reason, skb.deviceName(), family.local(skb), family.remote(skb)));
            boolean acknowledges = tcp.flags().has(TcpFlags.ACK);
            int length = skb.packet().payload().size()
                    + (tcp.flags().has(TcpFlags.SYN) ? 1 : 0)
                    + (tcp.flags().has(TcpFlags.FIN) ? 1 : 0);
            TcpHeader reset = new TcpHeader(
                    tcp.destinationPort(),
                    tcp.sourcePort(),
                    acknowledges ? tcp.acknowledgment() : 0,
                    acknowledges ? 0 : tcp.sequence() + length,
                    acknowledges ? TcpFlags.RST : TcpFlags.RST.and(TcpFlags.ACK),
                    0,
                    0,
                    ByteString.EMPTY);
            if (family.reply(walk, host, skb, reset, boundDevice)) {
                walk.count(host, SnmpCounter.TCP_OUT_SEGS);
                walk.count(host, SnmpCounter.TCP_OUT_RSTS);
            }
        });
    }

    /** {@code tcp_v4_send_ack}: for what is no full socket any more. */
    static void acknowledge(Walk walk, HostId host, SkBuff skb, int sequence, int next, ByteString options) {
        TcpFamily family = TcpFamily.of(skb);
        walk.run(family.acknowledgement(), () -> {
            TcpHeader tcp = skb.packet().tcp();
            TcpHeader ack = new TcpHeader(
                    tcp.destinationPort(),
                    tcp.sourcePort(),
                    sequence,
                    next,
                    TcpFlags.ACK,
                    TcpHeaders.RECEIVE_SPACE >> TcpHeaders.WINDOW_SCALE,
                    0,
                    options);
            if (family.reply(walk, host, skb, ack, 0)) {
                walk.count(host, SnmpCounter.TCP_OUT_SEGS);
            }
        });
    }

    /** {@code tcp_send_active_reset}: this end gives a connection up. */
    static void abort(Walk walk, HostId host, SocketId id, Endpoint local, ResetReason reason) {
        walk.run(KernelFunction.TCP_SEND_ACTIVE_RESET, () -> {
            TcpSocket socket = Tcp.socket(walk, host, id)
                    .withEnds(local, Tcp.socket(walk, host, id).remote());
            Endpoint shown = Tcp.socket(walk, host, id).local();
            walk.update(host, socket);
            walk.count(host, SnmpCounter.TCP_OUT_RSTS);
            TcpSegment reset =
                    TcpSegment.unsent(socket.send().next(), TcpFlags.RST.and(TcpFlags.ACK), ByteString.EMPTY);
            TcpOutput.transmit(walk, host, id, reset);
            Tcp.find(walk, host, id).ifPresent(now -> walk.update(host, now.withEnds(shown, now.remote())));
            walk.emit(new SocketEvent.ResetSent(walk.head(host), reason, "", local, socket.remote()));
        });
    }
}
