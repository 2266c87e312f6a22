package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.Destination;
import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.Ipv6Destination;
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
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.MalformedReason;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** Takes TCP segments: {@code tcp_v4_rcv} ({@code net/ipv4/tcp_ipv4.c}) and its like of IPv6. */
final class TcpInput {

    /** The byte of a segment whose upper half is the length of its header in words. */
    private static final int DATA_OFFSET = 12;

    private TcpInput() {}

    /** {@code tcp_v4_rcv} and its like: to the connection, the handshake, the listener; else the sender is told that there is none. */
    static void receive(Walk walk, HostId host, SkBuff skb) {
        walk.run(TcpFamily.of(skb).input(), () -> {
            if (skb.type() != PacketType.HOST) {
                drop(walk, host, skb, DropReason.NOT_SPECIFIED);
                return;
            }
            walk.count(host, SnmpCounter.TCP_IN_SEGS);
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

    /** Whether the destination is no broadcast and no group. */
    static boolean forThisHostAlone(SkBuff skb) {
        return skb.packet().has(Ipv6Header.class)
                ? !skb.packet().ipv6().destination().isMulticast()
                : !skb.route().broadcast() && !skb.route().multicast();
    }

    /** Whether a segment may ask for a connection: no group's and no anycast address's ({@code ipv6_unicast_destination}). */
    static boolean unicast(SkBuff skb) {
        return skb.packet().has(Ipv6Header.class)
                ? skb.route6().type() == Ipv6Destination.Kind.LOCAL
                : forThisHostAlone(skb);
    }

    private static void find(Walk walk, HostId host, SkBuff skb) {
        TcpFamily family = TcpFamily.of(skb);
        Endpoint local = family.local(skb);
        Endpoint remote = family.remote(skb);
        int device = family.device(walk, host, skb);
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
        TcpFamily family = TcpFamily.of(skb);
        Optional<TcpSocket> listener =
                TcpLookup.listener(walk.host(host), family.local(skb), family.device(walk, host, skb));
        if (listener.isPresent()) {
            handle(walk, host, listener.get().id(), skb);
            return;
        }
        TcpReset.answer(walk, host, skb, 0, ResetReason.NO_SOCKET);
        drop(walk, host, skb, DropReason.NO_SOCKET);
    }

    /** From here on the device it came in by is forgotten. */
    private static void toSocket(Walk walk, HostId host, TcpSocket socket, SkBuff skb) {
        SkBuff received = skb.on(0, "");
        if (socket.life().owned()) {
            Tcp.addBacklog(walk, host, socket, received);
        } else {
            handle(walk, host, socket.id(), received);
        }
    }

    /** {@code tcp_v4_do_rcv} and its like. */
    static void handle(Walk walk, HostId host, SocketId id, SkBuff skb) {
        KernelFunction function = TcpFamily.of(skb).socketInput();
        walk.run(function, () -> {
            TcpSocket socket = Tcp.socket(walk, host, id);
            if (socket.state() == TcpState.ESTABLISHED) {
                TcpEstablished.receive(walk, host, id, skb);
                return;
            }
            if (socket.state() == TcpState.LISTEN && TcpCookies.check(walk, host, socket, skb)) {
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
                Drop.packet(walk, host, skb, refusal.get().drop(), function, Stage.TRANSPORT_RECEIVE);
            }
        });
    }

    /**
     * {@code tcp_v4_early_demux}: a segment of a connection belongs to its socket before it is routed, and takes the route
     * of the connection, so that none is looked up.
     */
    static SkBuff earlyDemux(NetNamespace ns, SkBuff skb) {
        if (skb.type() != PacketType.HOST
                || !skb.packet().has(TcpHeader.class)
                || skb.packet().ipv4().isFragment()
                || ns.sysctls().number("net.ipv4.ip_early_demux") == 0
                || ns.sysctls().number("net.ipv4.tcp_early_demux") == 0) {
            return skb;
        }
        TcpFamily family = TcpFamily.of(skb);
        Endpoint local = family.local(skb);
        Endpoint remote = family.remote(skb);
        boolean known = TcpLookup.established(ns, local, remote, skb.device()).isPresent()
                || TcpLookup.request(ns, local, remote).isPresent();
        DestinationEntry kept = keptRoute(ns, skb)
                .filter(DestinationEntry.class::isInstance)
                .map(DestinationEntry.class::cast)
                .filter(route -> route.inputInterface() == skb.device())
                .orElse(DestinationEntry.NONE);
        return skb.owned(known).routed(kept);
    }

    /** {@code tcp_v6_early_demux}. */
    static Ipv6Destination earlyIpv6Route(NetNamespace ns, SkBuff skb) {
        if (!skb.packet().has(TcpHeader.class)) {
            return Ipv6Destination.NONE;
        }
        return keptRoute(ns, skb)
                .filter(Ipv6Destination.class::isInstance)
                .map(Ipv6Destination.class::cast)
                .filter(route -> route.owner() == skb.device())
                .orElse(Ipv6Destination.NONE);
    }

    private static Optional<Destination> keptRoute(NetNamespace ns, SkBuff skb) {
        TcpFamily family = TcpFamily.of(skb);
        return TcpLookup.established(ns, family.local(skb), family.remote(skb), skb.device())
                .filter(TcpSocket.class::isInstance)
                .map(socket -> ((TcpSocket) socket).inputRoute())
                .filter(Destination::isPresent);
    }

    private static void drop(Walk walk, HostId host, SkBuff skb, DropReason reason) {
        Drop.packet(walk, host, skb, reason, TcpFamily.of(skb).input(), Stage.TRANSPORT_RECEIVE);
    }
}
