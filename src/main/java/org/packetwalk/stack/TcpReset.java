package org.packetwalk.stack;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.ResetReason;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpSegment;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.SocketEvent;

/** Answers segments that no socket takes, and sends resets ({@code tcp_v4_send_reset}, {@code tcp_v4_send_ack}). */
final class TcpReset {

    private TcpReset() {}

    /** {@code tcp_v4_send_reset}: never in answer to a reset or to a packet that was not for this host alone. */
    static void answer(Walk walk, HostId host, SkBuff skb, int boundDevice, ResetReason reason) {
        TcpHeader tcp = skb.packet().tcp();
        if (tcp.flags().has(TcpFlags.RST)
                || skb.route().broadcast()
                || skb.route().multicast()) {
            return;
        }
        walk.run(KernelFunction.TCP_V4_SEND_RESET, () -> {
            Ipv4Header ip = skb.packet().ipv4();
            walk.emit(new SocketEvent.ResetSent(
                    walk.head(host, skb),
                    reason,
                    skb.deviceName(),
                    new Endpoint(ip.destination(), tcp.destinationPort()),
                    new Endpoint(ip.source(), tcp.sourcePort())));
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
            if (reply(walk, host, skb, reset, boundDevice)) {
                walk.count(host, SnmpCounter.TCP_OUT_SEGS);
                walk.count(host, SnmpCounter.TCP_OUT_RSTS);
            }
        });
    }

    /** {@code tcp_v4_send_ack}: for what is no full socket any more. */
    static void acknowledge(Walk walk, HostId host, SkBuff skb, int sequence, int next, ByteString options) {
        walk.run(KernelFunction.TCP_V4_SEND_ACK, () -> {
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
            if (reply(walk, host, skb, ack, 0)) {
                walk.count(host, SnmpCounter.TCP_OUT_SEGS);
            }
        });
    }

    /** {@code ip_send_unicast_reply}; whether there was a route. */
    private static boolean reply(Walk walk, HostId host, SkBuff skb, TcpHeader header, int boundDevice) {
        return walk.call(KernelFunction.IP_SEND_UNICAST_REPLY, () -> {
            Ipv4Header asked = skb.packet().ipv4();
            FlowKey flow = FlowKey.output(asked.source())
                    .withSource(asked.destination())
                    .withOutputInterface(boundDevice)
                    .withTos(asked.tos() & 0xfc)
                    .withTransport(IpProtocol.TCP.number(), header.sourcePort(), header.destinationPort());
            SkBuff begun = walk.newBuffer(Packet.of(ByteString.EMPTY));
            OutputRoute.Answer answer = OutputRoute.flow(walk, host, begun, flow);
            if (answer.refused()) {
                Drop.unsent(walk, host, begun);
                return false;
            }
            Ipv4Header ip = Ipv4Header.of(IpProtocol.TCP, asked.destination(), asked.source())
                    .withTos(asked.tos())
                    .withTtl(walk.host(host).sysctls().number("net.ipv4.ip_default_ttl"))
                    .withDontFragment(true);
            SkBuff reply = begun.withPacket(
                            Packet.of(ByteString.EMPTY, header).push(ip).withLengths())
                    .routed(answer.entry())
                    .owned(true);
            walk.run(KernelFunction.IP_PUSH_PENDING_FRAMES, () -> IpOutput.local(walk, host, reply));
            return true;
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
