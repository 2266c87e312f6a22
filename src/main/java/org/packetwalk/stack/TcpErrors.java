package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.net.IpAddress;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.SocketEvent;

/** ICMP errors about TCP segments: {@code tcp_v4_err} ({@code net/ipv4/tcp_ipv4.c}) and its like of IPv6. */
final class TcpErrors {

    private TcpErrors() {}

    /** Tells the connection of the quoted segment: while it opens, the error ends it; later it is only noted. */
    static void deliver(Walk walk, HostId host, SkBuff skb, IcmpMessage message, Packet quoted) {
        Ipv4Header ip = quoted.ipv4();
        int device = TcpIpv4.INSTANCE.device(walk, host, skb);
        Optional<Told> told = find(walk, host, quoted, ip.source(), ip.destination(), device);
        if (told.isEmpty()) {
            return;
        }
        if (told.get().nobody()) {
            walk.count(host, SnmpCounter.ICMP_IN_ERRORS);
            return;
        }
        walk.run(KernelFunction.TCP_V4_ERR, () -> {
            if (told.get().opening()) {
                boolean lost = message.type() == IcmpMessage.DESTINATION_UNREACHABLE && message.code() <= 1;
                boolean ends = lost
                        || message.type() == IcmpMessage.TIME_EXCEEDED
                        || message.type() == IcmpMessage.PARAMETER_PROBLEM;
                request(walk, host, told.get(), ends);
                return;
            }
            boolean tooBig = message.type() == IcmpMessage.DESTINATION_UNREACHABLE
                    && message.code() == IcmpMessage.FRAGMENTATION_NEEDED;
            Optional<TcpSocket> concerned = concerned(walk, host, told.get(), tooBig);
            if (concerned.isEmpty() || message.type() == IcmpMessage.SOURCE_QUENCH) {
                return;
            }
            if (message.type() == IcmpMessage.REDIRECT) {
                if (!concerned.get().life().owned()) {
                    PathLearning.redirect(walk, host, skb, concerned.get(), ip, message);
                }
                return;
            }
            if (tooBig) {
                TcpPathMtu.told(walk, host, concerned.get(), message.mtu());
                return;
            }
            IcmpErrors.Meaning meaning =
                    IcmpErrors.meaning(message, concerned.get().options().pathMtuDiscovery());
            Runnable note = () ->
                    IcmpErrors.queue(walk, host, concerned.get(), IcmpErrors.error(skb, message, quoted, meaning));
            tell(walk, host, skb, concerned.get(), meaning.errno(), note);
        });
    }

    /** {@code tcp_v6_err}. */
    static void deliver(Walk walk, HostId host, SkBuff skb, Icmpv6Message message, Packet quoted) {
        Ipv6Header ip = quoted.ipv6();
        Optional<Told> told = find(walk, host, quoted, ip.source(), ip.destination(), skb.device());
        if (told.isEmpty()) {
            return;
        }
        if (told.get().nobody()) {
            walk.count(host, SnmpCounter.ICMP6_IN_ERRORS);
            return;
        }
        walk.run(KernelFunction.TCP_V6_ERR, () -> {
            if (told.get().opening()) {
                boolean ends =
                        Icmpv6Notify.Meaning.of(message.type(), message.code()).hard();
                request(walk, host, told.get(), ends);
                return;
            }
            boolean tooBig = message.type() == Icmpv6Message.PACKET_TOO_BIG;
            Optional<TcpSocket> concerned = concerned(walk, host, told.get(), tooBig);
            if (concerned.isEmpty()) {
                return;
            }
            if (tooBig) {
                if (message.mtu() >= Ipv6Header.MINIMUM_MTU) {
                    TcpPathMtu.told(walk, host, concerned.get(), message.mtu());
                }
                return;
            }
            Errno errno =
                    Icmpv6Notify.Meaning.of(message.type(), message.code()).errno();
            // ipv6_icmp_error: only for those who asked for errors.
            Runnable note = () -> {
                if (concerned.get().options().recvErr()) {
                    Icmpv6Notify.queue(walk, host, skb, concerned.get(), message, quoted, errno);
                }
            };
            tell(walk, host, skb, concerned.get(), errno, note);
        });
    }

    /**
     * Whom a quoted segment is of.
     *
     * @param tcp the segment
     * @param sockets the socket, or what is left of it
     * @param requests the handshake under way, if there is no socket yet
     */
    private record Told(TcpHeader tcp, List<Socket> sockets, List<TcpLookup.Pending> requests) {

        boolean nobody() {
            return sockets.isEmpty() && requests.isEmpty();
        }

        boolean opening() {
            return sockets.isEmpty();
        }
    }

    private static Optional<Told> find(
            Walk walk, HostId host, Packet quoted, IpAddress source, IpAddress destination, int device) {
        return PacketCodec.peekTransport(quoted)
                .filter(TcpHeader.class::isInstance)
                .map(TcpHeader.class::cast)
                .map(tcp -> told(
                        walk.host(host),
                        tcp,
                        new Endpoint(source, tcp.sourcePort()),
                        new Endpoint(destination, tcp.destinationPort()),
                        device));
    }

    private static Told told(NetNamespace ns, TcpHeader tcp, Endpoint local, Endpoint remote, int device) {
        List<Socket> sockets =
                TcpLookup.established(ns, local, remote, device).stream().toList();
        List<TcpLookup.Pending> requests =
                TcpLookup.request(ns, local, remote).stream().toList();
        return new Told(tcp, sockets, sockets.isEmpty() ? requests : List.of());
    }

    /** {@code tcp_req_err}: a handshake that an error ends is forgotten, and nobody is told. */
    private static void request(Walk walk, HostId host, Told told, boolean ends) {
        TcpLookup.Pending pending = told.requests().get(0);
        if (told.tcp().sequence() != pending.request().ourSequence()) {
            walk.count(host, SnmpCounter.TCP_EXT_OUT_OF_WINDOW_ICMPS);
        } else if (ends) {
            TcpSocket listener = pending.listener();
            walk.update(host, listener.with(listener.listen().without(pending.request())));
            walk.count(host, SnmpCounter.TCP_EXT_LISTEN_DROPS);
        }
    }

    /** The connection, if the segment is one of what it has under way. */
    private static Optional<TcpSocket> concerned(Walk walk, HostId host, Told told, boolean tooBig) {
        if (!(told.sockets().get(0) instanceof TcpSocket socket)) {
            return Optional.empty();
        }
        if (socket.life().owned() && !tooBig) {
            walk.count(host, SnmpCounter.TCP_EXT_LOCK_DROPPED_ICMPS);
        }
        int sequence = told.tcp().sequence();
        if (Tcp.before(sequence, socket.send().unacknowledged())
                || Tcp.before(socket.send().end(), sequence)) {
            walk.count(host, SnmpCounter.TCP_EXT_OUT_OF_WINDOW_ICMPS);
            return Optional.empty();
        }
        return Optional.of(socket);
    }

    private static void tell(Walk walk, HostId host, SkBuff skb, TcpSocket socket, Errno errno, Runnable note) {
        boolean owned = socket.life().owned();
        if (socket.state() == TcpState.SYN_SENT || socket.state() == TcpState.SYN_RECV) {
            note.run();
            if (owned) {
                soften(walk, host, socket, errno);
            } else {
                TcpClose.fail(walk, host, socket.id(), errno);
            }
            return;
        }
        if (!owned && socket.options().recvErr()) {
            walk.update(host, socket.failing(errno));
            walk.run(
                    KernelFunction.SK_ERROR_REPORT,
                    () -> walk.emit(new SocketEvent.ErrorReported(
                            walk.head(host, skb), socket.local(), socket.remote(), errno, false)));
        } else {
            soften(walk, host, socket, errno);
        }
    }

    private static void soften(Walk walk, HostId host, TcpSocket socket, Errno errno) {
        Tcp.find(walk, host, socket.id())
                .ifPresent(now -> walk.update(host, now.with(now.life().withSoftError(errno))));
    }
}
