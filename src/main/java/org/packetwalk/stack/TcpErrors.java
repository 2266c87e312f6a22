package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.packet.Header;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.SocketEvent;

/** ICMP errors about TCP segments: {@code tcp_v4_err} ({@code net/ipv4/tcp_ipv4.c}). */
final class TcpErrors {

    private TcpErrors() {}

    /** Tells the connection of the quoted segment: while it opens, the error ends it; later it is only noted. */
    static void deliver(Walk walk, HostId host, SkBuff skb, IcmpMessage message, Packet quoted) {
        Optional<Header> transport = PacketCodec.peekTransport(quoted);
        if (transport.isEmpty() || !(transport.get() instanceof TcpHeader tcp)) {
            return;
        }
        Ipv4Header ip = quoted.ipv4();
        Optional<Socket> found = TcpLookup.established(
                walk.host(host),
                new Endpoint(ip.source(), tcp.sourcePort()),
                new Endpoint(ip.destination(), tcp.destinationPort()),
                TcpInput.device(skb));
        if (found.isEmpty()) {
            walk.count(host, SnmpCounter.ICMP_IN_ERRORS);
            return;
        }
        if (!(found.get() instanceof TcpSocket socket)) {
            return;
        }
        walk.run(KernelFunction.TCP_V4_ERR, () -> tell(walk, host, skb, message, quoted, tcp, socket));
    }

    private static void tell(
            Walk walk, HostId host, SkBuff skb, IcmpMessage message, Packet quoted, TcpHeader tcp, TcpSocket socket) {
        boolean tooBig = message.type() == IcmpMessage.DESTINATION_UNREACHABLE
                && message.code() == IcmpMessage.FRAGMENTATION_NEEDED;
        boolean owned = socket.life().owned();
        if (owned && !tooBig) {
            walk.count(host, SnmpCounter.TCP_EXT_LOCK_DROPPED_ICMPS);
        }
        if (Tcp.before(tcp.sequence(), socket.send().unacknowledged())
                || Tcp.before(socket.send().end(), tcp.sequence())) {
            walk.count(host, SnmpCounter.TCP_EXT_OUT_OF_WINDOW_ICMPS);
            return;
        }
        if (message.type() == IcmpMessage.SOURCE_QUENCH || tooBig) {
            return;
        }
        IcmpErrors.Meaning meaning =
                IcmpErrors.meaning(message, socket.options().pathMtuDiscovery());
        if (socket.state() == TcpState.SYN_SENT || socket.state() == TcpState.SYN_RECV) {
            IcmpErrors.queue(walk, host, socket, IcmpErrors.error(skb, message, quoted, meaning));
            if (owned) {
                soften(walk, host, socket, meaning.errno());
            } else {
                TcpClose.fail(walk, host, socket.id(), meaning.errno());
            }
            return;
        }
        if (!owned && socket.options().recvErr()) {
            walk.update(host, socket.failing(meaning.errno()));
            walk.run(
                    KernelFunction.SK_ERROR_REPORT,
                    () -> walk.emit(new SocketEvent.ErrorReported(
                            walk.head(host, skb), socket.local(), socket.remote(), meaning.errno())));
        } else {
            soften(walk, host, socket, meaning.errno());
        }
    }

    private static void soften(Walk walk, HostId host, TcpSocket socket, Errno errno) {
        Tcp.find(walk, host, socket.id())
                .ifPresent(now -> walk.update(host, now.with(now.life().withSoftError(errno))));
    }
}
