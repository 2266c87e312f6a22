package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.SocketError;
import org.packetwalk.kernel.socket.SocketError.Origin;
import org.packetwalk.kernel.socket.SocketOptions.PathMtuDiscovery;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.packet.Header;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.LinkLayer;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.packet.UdpHeader;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.SocketEvent;

/** Tells sockets of ICMP errors about their packets ({@code icmp_unreach}, {@code icmp_socket_deliver}). */
final class IcmpErrors {

    /**
     * What an ICMP error means to a program ({@code icmp_err_convert}).
     *
     * @param hard whether it ends a connected socket's patience
     */
    record Meaning(Errno errno, boolean hard) {}

    private IcmpErrors() {}

    /** Finds the sockets of the quoted packet: raw ones, then those of its protocol ({@code icmp_socket_deliver}). */
    static void deliver(Walk walk, HostId host, SkBuff skb, IcmpMessage message) {
        Packet quoted =
                PacketCodec.decodeQuote(skb.packet().payload(), LinkLayer.IPV4).packet();
        if (!quoted.has(Ipv4Header.class)) {
            return;
        }
        Ipv4Header header = quoted.ipv4();
        walk.run(KernelFunction.ICMP_SOCKET_DELIVER, () -> raw(walk, host, skb, message, quoted, header));
        if (header.protocol().equals(IpProtocol.UDP)) {
            udp(walk, host, skb, message, quoted, header);
        } else if (header.protocol().equals(IpProtocol.TCP)) {
            TcpErrors.deliver(walk, host, skb, message, quoted);
        } else if (isAnswer(quoted) && message.type() == IcmpMessage.REDIRECT) {
            walk.run(KernelFunction.ICMP_ERR, () -> PathLearning.redirect(walk, host, skb, header, message));
        }
    }

    /** The kernel answers pings itself; no socket stands for it. */
    private static boolean isAnswer(Packet quoted) {
        return PacketCodec.peekTransport(quoted)
                .filter(header -> header instanceof IcmpMessage icmp && icmp.type() == IcmpMessage.ECHO_REPLY)
                .isPresent();
    }

    /** {@code raw_icmp_error}. */
    private static void raw(Walk walk, HostId host, SkBuff skb, IcmpMessage message, Packet quoted, Ipv4Header header) {
        int device = skb.device();
        List<Socket.Raw> sockets =
                RawSockets.matching(walk, host, header.protocol(), header.source(), header.destination(), device);
        for (Socket.Raw socket : sockets) {
            walk.run(KernelFunction.RAW_ICMP_ERROR, () -> {
                if (message.type() == IcmpMessage.REDIRECT) {
                    PathLearning.redirect(walk, host, skb, socket, header, message);
                    return;
                }
                Meaning meaning = meaning(message, socket.options().pathMtuDiscovery());
                Socket told = learning(walk, host, skb, message, header, socket);
                if (socket.options().recvErr()) {
                    told = queue(walk, host, told, error(skb, message, quoted, meaning));
                }
                if (socket.options().recvErr() || meaning.hard()) {
                    report(walk, host, told, skb, meaning.errno());
                }
            });
        }
    }

    /** {@code __udp4_lib_err}. */
    private static void udp(Walk walk, HostId host, SkBuff skb, IcmpMessage message, Packet quoted, Ipv4Header header) {
        Optional<Header> transport = PacketCodec.peekTransport(quoted);
        if (transport.isEmpty() || !(transport.get() instanceof UdpHeader ports)) {
            return;
        }
        int device = skb.device();
        Optional<Socket.Udp> found = UdpSockets.lookup(
                walk.host(host),
                new Endpoint(header.destination(), ports.destinationPort()),
                new Endpoint(header.source(), ports.sourcePort()),
                device);
        if (found.isEmpty()) {
            // __udp4_lib_err_encap: a tunnel sends from ports that are not its own.
            if (!VxlanTunnels.listens(walk.host(host), ports.destinationPort())) {
                walk.count(host, SnmpCounter.ICMP_IN_ERRORS);
            }
            return;
        }
        Socket.Udp socket = found.get();
        walk.run(KernelFunction.__UDP4_LIB_ERR, () -> {
            if (message.type() == IcmpMessage.REDIRECT) {
                PathLearning.redirect(walk, host, skb, socket, header, message);
                return;
            }
            Meaning meaning = meaning(message, socket.options().pathMtuDiscovery());
            boolean connected = !socket.remote().address().isAny();
            Socket told = learning(walk, host, skb, message, header, socket);
            if (!socket.options().recvErr()) {
                if (!meaning.hard() || !connected) {
                    return;
                }
            } else {
                told = queue(walk, host, told, error(skb, message, quoted, meaning));
            }
            report(walk, host, told, skb, meaning.errno());
        });
    }

    /** A packet was too big for a link on its way: what that says of the path is kept. */
    private static Socket learning(
            Walk walk, HostId host, SkBuff skb, IcmpMessage message, Ipv4Header quoted, Socket socket) {
        boolean tooBig = message.type() == IcmpMessage.DESTINATION_UNREACHABLE
                && message.code() == IcmpMessage.FRAGMENTATION_NEEDED;
        return tooBig ? PathLearning.tooBig(walk, host, skb, socket, quoted, mtu(walk, host, message)) : socket;
    }

    /** {@code icmp_unreach}: the MTU in the message counts only if path MTU discovery is on. */
    private static int mtu(Walk walk, HostId host, IcmpMessage message) {
        return walk.host(host).sysctls().number("net.ipv4.ip_no_pmtu_disc") == 0 ? message.mtu() : 0;
    }

    /** {@code ip_icmp_error}. */
    static Socket queue(Walk walk, HostId host, Socket socket, SocketError error) {
        return ErrorQueue.queue(walk, host, socket, error, List.of(KernelFunction.IP_ICMP_ERROR));
    }

    private static void report(Walk walk, HostId host, Socket socket, SkBuff skb, Errno errno) {
        walk.update(host, socket.withQueues(socket.received(), socket.errors(), errno));
        walk.run(
                KernelFunction.SK_ERROR_REPORT,
                () -> walk.emit(new SocketEvent.ErrorReported(
                        walk.head(host, skb), socket.local(), socket.remote(), errno, false)));
    }

    static SocketError error(SkBuff skb, IcmpMessage message, Packet quoted, Meaning meaning) {
        Optional<Header> transport = PacketCodec.peekTransport(quoted);
        int id = -1;
        int sequence = -1;
        if (transport.isPresent() && transport.get() instanceof IcmpMessage echo) {
            id = echo.id();
            sequence = echo.sequence();
        }
        return new SocketError(
                meaning.errno(),
                Origin.ICMP,
                message.type(),
                message.code(),
                info(message),
                skb.packet().ipv4().source(),
                sequence,
                id,
                skb);
    }

    static Meaning meaning(IcmpMessage message, PathMtuDiscovery discovery) {
        return switch (message.type()) {
            case IcmpMessage.PARAMETER_PROBLEM -> new Meaning(Errno.EPROTO, true);
            case IcmpMessage.DESTINATION_UNREACHABLE -> unreachable(message.code(), discovery);
            default -> new Meaning(Errno.EHOSTUNREACH, false);
        };
    }

    private static Meaning unreachable(int code, PathMtuDiscovery discovery) {
        return switch (code) {
            case 0, 11 -> new Meaning(Errno.ENETUNREACH, false);
            case 1, 12 -> new Meaning(Errno.EHOSTUNREACH, false);
            case 2 -> new Meaning(Errno.ENOPROTOOPT, true);
            case 3 -> new Meaning(Errno.ECONNREFUSED, true);
            case 4 -> new Meaning(Errno.EMSGSIZE, discovery != PathMtuDiscovery.DONT);
            case 5 -> new Meaning(Errno.EOPNOTSUPP, false);
            case 6, 9 -> new Meaning(Errno.ENETUNREACH, true);
            case 7 -> new Meaning(Errno.EHOSTDOWN, true);
            case 8 -> new Meaning(Errno.ENONET, true);
            default -> new Meaning(Errno.EHOSTUNREACH, true);
        };
    }

    /** What an error says beside its type and code: the MTU, or the place of the fault in the header. */
    private static int info(IcmpMessage message) {
        if (message.type() == IcmpMessage.PARAMETER_PROBLEM) {
            return message.rest() >>> 24;
        }
        boolean tooBig = message.type() == IcmpMessage.DESTINATION_UNREACHABLE && message.code() == 4;
        return tooBig ? message.mtu() : 0;
    }
}
