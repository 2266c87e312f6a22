package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketType;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.ResetReason;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.kernel.socket.TcpTimeWait;
import org.packetwalk.net.ByteString;
import org.packetwalk.packet.MalformedReason;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** Takes TCP segments: {@code tcp_v4_rcv} ({@code net/ipv4/tcp_ipv4.c}). */
final class TcpInput {

    /** The byte of a segment whose upper half is the length of its header in words. */
    private static final int DATA_OFFSET = 12;

    private TcpInput() {}

    /** {@code tcp_v4_rcv}: to the connection, the handshake, the listener; else the sender is told that there is none. */
    static void receive(Walk walk, HostId host, SkBuff skb) {
        walk.run(KernelFunction.TCP_V4_RCV, () -> {
            if (skb.type() != PacketType.HOST && skb.type() != PacketType.LOOPBACK
                    || skb.route().broadcast()
                    || skb.route().multicast()) {
                drop(walk, host, skb, DropReason.NOT_SPECIFIED);
                return;
            }
            walk.count(host, SnmpCounter.TCP_IN_SEGS, Math.max(1, segments(skb)));
            if (!skb.packet().has(TcpHeader.class)) {
                unreadable(walk, host, skb);
                return;
            }
            find(walk, host, skb);
        });
    }

    /** No header, one too short for its fields, or a wrong checksum. */
    private static void unreadable(Walk walk, HostId host, SkBuff skb) {
        ByteString data = PacketCodec.transport(skb.packet());
        DropReason reason = PacketCodec.decodeTransport(skb.packet())
                .match(
                        whole -> DropReason.TCP_CSUM,
                        malformed -> malformed.reason() == MalformedReason.TCP_DATA_OFFSET
                                        && data.u8(DATA_OFFSET) >> 4 < TcpHeader.MINIMUM_LENGTH / 4
                                ? DropReason.PKT_TOO_SMALL
                                : DropReason.NOT_SPECIFIED);
        if (reason == DropReason.TCP_CSUM) {
            walk.count(host, SnmpCounter.TCP_IN_CSUM_ERRORS);
        }
        if (reason != DropReason.NOT_SPECIFIED) {
            walk.count(host, SnmpCounter.TCP_IN_ERRS);
        }
        drop(walk, host, skb, reason);
    }

    private static int segments(SkBuff skb) {
        int size = skb.segmentSize();
        return size == 0 ? 1 : (skb.packet().payload().size() + size - 1) / size;
    }

    /** The interface a segment came in by, as {@code inet_iif} has it. */
    static int device(SkBuff skb) {
        return skb.route().inputInterface() != 0 ? skb.route().inputInterface() : skb.inputDevice();
    }

    private static void find(Walk walk, HostId host, SkBuff skb) {
        Endpoint local = local(skb);
        Endpoint remote = remote(skb);
        int device = device(skb);
        NetNamespace ns = walk.host(host);
        Optional<Socket> established = TcpLookup.established(ns, local, remote, device);
        if (established.isPresent()) {
            if (established.get() instanceof TcpTimeWait rest) {
                TcpTimeWaiting.receive(walk, host, rest, skb);
            } else {
                toSocket(walk, host, (TcpSocket) established.get(), skb);
            }
            return;
        }
        Optional<TcpLookup.Pending> pending = TcpLookup.request(ns, local, remote);
        if (pending.isPresent()) {
            TcpHandshake.check(walk, host, pending.get(), skb);
            return;
        }
        toListener(walk, host, skb);
    }

    /** Whoever listens, or a reset. */
    static void toListener(Walk walk, HostId host, SkBuff skb) {
        Optional<TcpSocket> listener = TcpLookup.listener(walk.host(host), local(skb), device(skb));
        if (listener.isPresent()) {
            handle(walk, host, listener.get().id(), skb);
            return;
        }
        TcpReset.answer(walk, host, skb, 0, ResetReason.NO_SOCKET);
        drop(walk, host, skb, DropReason.NO_SOCKET);
    }

    private static void toSocket(Walk walk, HostId host, TcpSocket socket, SkBuff skb) {
        if (socket.life().owned()) {
            Tcp.addBacklog(walk, host, socket, skb);
        } else {
            handle(walk, host, socket.id(), skb);
        }
    }

    /** {@code tcp_v4_do_rcv}. */
    static void handle(Walk walk, HostId host, SocketId id, SkBuff skb) {
        walk.run(KernelFunction.TCP_V4_DO_RCV, () -> {
            TcpSocket socket = Tcp.socket(walk, host, id);
            if (socket.state() == TcpState.ESTABLISHED) {
                TcpEstablished.receive(walk, host, id, skb);
                return;
            }
            Optional<TcpStates.Refusal> refusal =
                    walk.call(KernelFunction.TCP_RCV_STATE_PROCESS, () -> TcpStates.process(walk, host, id, skb));
            if (refusal.isPresent()) {
                TcpReset.answer(
                        walk,
                        host,
                        skb,
                        socket.options().device(),
                        refusal.get().reset());
                Drop.packet(
                        walk, host, skb, refusal.get().drop(), KernelFunction.TCP_V4_DO_RCV, Stage.TRANSPORT_RECEIVE);
            }
        });
    }

    /** The own end of a received segment. */
    static Endpoint local(SkBuff skb) {
        return new Endpoint(
                skb.packet().ipv4().destination(), skb.packet().tcp().destinationPort());
    }

    /** The sender's end of a received segment. */
    static Endpoint remote(SkBuff skb) {
        return new Endpoint(skb.packet().ipv4().source(), skb.packet().tcp().sourcePort());
    }

    /** {@code tcp_v4_early_demux}: the route that the segments of a connection have, so that none is looked up. */
    static DestinationEntry earlyRoute(NetNamespace ns, SkBuff skb) {
        if (!skb.packet().has(TcpHeader.class) || skb.packet().ipv4().isFragment()) {
            return DestinationEntry.NONE;
        }
        return TcpLookup.established(ns, local(skb), remote(skb), skb.device())
                .filter(TcpSocket.class::isInstance)
                .map(socket -> ((TcpSocket) socket).inputRoute())
                .filter(route -> route.inputInterface() == skb.device())
                .orElse(DestinationEntry.NONE);
    }

    private static void drop(Walk walk, HostId host, SkBuff skb, DropReason reason) {
        Drop.packet(walk, host, skb, reason, KernelFunction.TCP_V4_RCV, Stage.TRANSPORT_RECEIVE);
    }
}
