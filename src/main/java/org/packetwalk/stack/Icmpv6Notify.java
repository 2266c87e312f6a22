package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.Ipv6Destination;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.route6.Ipv6Exception;
import org.packetwalk.kernel.route6.Ipv6Flow;
import org.packetwalk.kernel.route6.Ipv6Network;
import org.packetwalk.kernel.route6.Ipv6RouteMatch;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.SocketError;
import org.packetwalk.kernel.socket.SocketOptions;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.packet.Header;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.LinkLayer;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.packet.UdpHeader;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.SocketEvent;

/** Errors about packets this host has sent go to their sockets ({@code icmpv6_notify}). */
final class Icmpv6Notify {

    private Icmpv6Notify() {}

    /** What an error means to a program ({@code icmpv6_err_convert}); hard ones end what a connected socket does. */
    record Meaning(Errno errno, boolean hard) {

        static Meaning of(int type, int code) {
            return switch (type) {
                case Icmpv6Message.DESTINATION_UNREACHABLE -> unreachable(code);
                case Icmpv6Message.PACKET_TOO_BIG -> new Meaning(Errno.EMSGSIZE, false);
                case Icmpv6Message.PARAMETER_PROBLEM -> new Meaning(Errno.EPROTO, true);
                case Icmpv6Message.TIME_EXCEEDED -> new Meaning(Errno.EHOSTUNREACH, false);
                default -> new Meaning(Errno.EPROTO, false);
            };
        }

        private static Meaning unreachable(int code) {
            return switch (code) {
                case 0 -> new Meaning(Errno.ENETUNREACH, false);
                case 1, 5, 6 -> new Meaning(Errno.EACCES, true);
                case 4 -> new Meaning(Errno.ECONNREFUSED, true);
                case 2, 3 -> new Meaning(Errno.EHOSTUNREACH, false);
                default -> new Meaning(Errno.EPROTO, false);
            };
        }
    }

    static void notify(Walk walk, HostId host, SkBuff skb, Icmpv6Message error) {
        walk.run(KernelFunction.ICMPV6_NOTIFY, () -> {
            Packet quote = PacketCodec.decodeQuote(skb.packet().payload(), LinkLayer.IPV6)
                    .packet();
            if (!quote.has(Ipv6Header.class)) {
                return;
            }
            IpProtocol protocol = PacketCodec.quotedProtocol(quote);
            if (protocol.equals(IpProtocol.ICMPV6) && error.type() == Icmpv6Message.PACKET_TOO_BIG) {
                walk.run(
                        KernelFunction.ICMPV6_ERR,
                        () -> learnMtu(walk, host, skb, quote.ipv6(), error.mtu(), skb.device(), 0, 0));
            }
            if (protocol.equals(IpProtocol.UDP)) {
                walk.run(
                        KernelFunction.UDPV6_ERR,
                        () -> walk.run(KernelFunction.__UDP6_LIB_ERR, () -> udp(walk, host, skb, error, quote)));
            } else if (protocol.equals(IpProtocol.TCP)) {
                TcpErrors.deliver(walk, host, skb, error, quote);
            }
            walk.run(KernelFunction.RAW6_ICMP_ERROR, () -> raw(walk, host, skb, error, quote, protocol));
        });
    }

    private static void udp(Walk walk, HostId host, SkBuff skb, Icmpv6Message error, Packet quote) {
        Optional<UdpHeader> ports = PacketCodec.peekTransport(quote)
                .filter(UdpHeader.class::isInstance)
                .map(UdpHeader.class::cast);
        if (ports.isEmpty()) {
            return;
        }
        Ipv6Header sent = quote.ipv6();
        Optional<Socket.Udp> found = UdpSockets.lookup(
                walk.host(host),
                new Endpoint(sent.destination(), ports.get().destinationPort()),
                new Endpoint(sent.source(), ports.get().sourcePort()),
                Ipv6Input.arrivedAt(walk, host, skb));
        if (found.isEmpty()) {
            walk.count(host, SnmpCounter.ICMP6_IN_ERRORS);
            return;
        }
        Socket.Udp socket = found.get();
        Meaning meaning = Meaning.of(error.type(), error.code());
        boolean hard = meaning.hard();
        if (error.type() == Icmpv6Message.PACKET_TOO_BIG) {
            learn(walk, host, skb, error, sent, socket);
            hard = socket.options().pathMtuDiscovery() != SocketOptions.PathMtuDiscovery.DONT;
        }
        if (socket.options().recvErr()) {
            queue(walk, host, skb, socket, error, quote, meaning.errno());
        } else if (!hard || socket.remote().address().isAny()) {
            return;
        }
        pend(walk, host, skb, socket, meaning.errno());
    }

    /** {@code ip6_sk_update_pmtu}: a connected socket whose route is stale now gets another. */
    private static void learn(Walk walk, HostId host, SkBuff skb, Icmpv6Message error, Ipv6Header sent, Socket socket) {
        walk.run(KernelFunction.IP6_SK_UPDATE_PMTU, () -> {
            boolean learnt = learnMtu(
                    walk,
                    host,
                    skb,
                    sent,
                    error.mtu(),
                    socket.options().device(),
                    socket.options().mark(),
                    0);
            if (learnt && socket instanceof Socket.Udp udp && udp.route().isPresent()) {
                Ipv6SocketCalls.routeAgain(walk, host, skb, udp);
            }
        });
    }

    private static void raw(
            Walk walk, HostId host, SkBuff skb, Icmpv6Message error, Packet quote, IpProtocol protocol) {
        Ipv6Header sent = quote.ipv6();
        for (Socket.Raw socket : Ipv6RawSockets.matching(
                walk, host, protocol, sent.source(), sent.destination(), Ipv6Input.arrivedAt(walk, host, skb))) {
            boolean recvErr = socket.options().recvErr();
            if (!recvErr && socket.remote().address().isAny()) {
                continue;
            }
            Meaning meaning = Meaning.of(error.type(), error.code());
            boolean hard = meaning.hard();
            if (error.type() == Icmpv6Message.PACKET_TOO_BIG) {
                learn(walk, host, skb, error, sent, socket);
                hard = socket.options().pathMtuDiscovery() == SocketOptions.PathMtuDiscovery.DO;
            }
            if (recvErr) {
                queue(walk, host, skb, socket, error, quote, meaning.errno());
            }
            if (recvErr || hard) {
                pend(walk, host, skb, socket, meaning.errno());
            }
        }
    }

    /** {@code ipv6_icmp_error}. */
    static void queue(
            Walk walk, HostId host, SkBuff skb, Socket socket, Icmpv6Message error, Packet quote, Errno errno) {
        Optional<Header> inner = PacketCodec.peekTransport(quote);
        Optional<Icmpv6Message> echo = inner.filter(
                        header -> header instanceof Icmpv6Message message && message.isEchoRequest())
                .map(header -> (Icmpv6Message) header);
        Socket now = walk.host(host).sockets().find(socket.id()).orElse(socket);
        List<SocketError> errors = new ArrayList<>(now.errors());
        errors.add(new SocketError(
                errno,
                SocketError.Origin.ICMP6,
                error.type(),
                error.code(),
                error.type() == Icmpv6Message.PACKET_TOO_BIG ? error.mtu() : error.rest(),
                skb.packet().ipv6().source(),
                echo.map(Icmpv6Message::sequence).orElse(-1),
                echo.map(Icmpv6Message::id).orElse(-1),
                skb));
        walk.update(host, now.withQueues(now.received(), errors, now.pendingError()));
        walk.run(
                KernelFunction.IPV6_ICMP_ERROR,
                () -> walk.run(
                        KernelFunction.SOCK_QUEUE_ERR_SKB, () -> report(walk, host, now, now.pendingError(), true)));
    }

    /** {@code sk->sk_err}. */
    static void pend(Walk walk, HostId host, SkBuff skb, Socket socket, Errno errno) {
        Socket now = walk.host(host).sockets().find(socket.id()).orElse(socket);
        walk.update(host, now.withQueues(now.received(), now.errors(), errno));
        report(walk, host, now, errno, false);
    }

    private static void report(Walk walk, HostId host, Socket socket, Errno errno, boolean queued) {
        walk.run(
                KernelFunction.SK_ERROR_REPORT,
                () -> walk.emit(new SocketEvent.ErrorReported(
                        walk.head(host), socket.local(), socket.remote(), errno, queued)));
    }

    /** {@code ip6_update_pmtu}: a smaller path MTU than known, but never below 1280 bytes; whether it is news. */
    static boolean learnMtu(
            Walk walk, HostId host, SkBuff skb, Ipv6Header sent, int mtu, int device, int mark, long user) {
        Ipv6Address destination = sent.destination();
        Ipv6Flow flow = Ipv6Flow.output(destination)
                .withSource(sent.source())
                .withOutputInterface(device)
                .marked(mark, 0)
                .withUser(user);
        Ipv6Fib.Answer answer =
                walk.call(KernelFunction.IP6_UPDATE_PMTU, () -> Ipv6Routing.output(walk, host, skb, flow, false));
        return !answer.refused()
                && learnMtu(walk, host, answer.entry(), answer.match().orElseThrow(), mtu);
    }

    /** {@code __ip6_rt_update_pmtu}: the same of a route that is known already. */
    static boolean learnMtu(Walk walk, HostId host, Ipv6Destination entry, Ipv6RouteMatch match, int mtu) {
        if (mtu < Ipv6Header.MINIMUM_MTU
                || mtu >= Ipv6Output.mtu(walk, host, entry, walk.device(host, entry.device()))) {
            return false;
        }
        NetNamespace ns = walk.host(host);
        int seconds = ns.sysctls().number("net.ipv6.route.mtu_expires");
        Ipv6Network network = ns.ipv6()
                .learning(new Ipv6Exception(
                        match.route().prefix(),
                        match.way().device(),
                        entry.destination(),
                        entry.gateway(),
                        mtu,
                        walk.now().plusMillis(seconds * 1000L)));
        walk.update(ns.withIpv6(network));
        return true;
    }
}
