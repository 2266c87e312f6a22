package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.Ipv6Destination;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.route6.Ipv6Flow;
import org.packetwalk.kernel.route6.Ipv6RouteMatch;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.trace.KernelFunction;

/** A path of IPv6 that takes less than the connection thought ({@code tcp_v6_mtu_reduced}, RFC 8201). */
final class Ipv6TcpPathMtu {

    private Ipv6TcpPathMtu() {}

    /** Learns the MTU that a router told, and sends again at once what was too large for it. */
    static void reduce(Walk walk, HostId host, TcpSocket socket, int told) {
        if (socket.state() == TcpState.CLOSE
                || socket.state() == TcpState.LISTEN
                || room(socket, told) >= socket.send().mss()) {
            return;
        }
        Optional<Ipv6Destination> route =
                walk.call(KernelFunction.INET6_CSK_UPDATE_PMTU, () -> learn(walk, host, socket, told));
        if (route.isEmpty()) {
            return;
        }
        int mtu = Ipv6Output.mtu(
                walk, host, route.get(), walk.device(host, route.get().device()));
        int mss = room(socket, mtu);
        if (mss < Tcp.socket(walk, host, socket.id()).send().mss()) {
            TcpRetransmission.sendTooLarge(walk, host, socket.id(), mss);
        }
    }

    /** {@code tcp_mtu_to_mss}: the data of a segment that just fits, in bytes. */
    private static int room(TcpSocket socket, int mtu) {
        return mtu
                - Ipv6Header.LENGTH
                - TcpHeader.MINIMUM_LENGTH
                - (socket.send().agreement().timestamps() ? TcpHeaders.TIMESTAMP_LENGTH : 0);
    }

    private static Optional<Ipv6Destination> learn(Walk walk, HostId host, TcpSocket socket, int told) {
        Optional<Ipv6Destination> held = socket.route() instanceof Ipv6Destination route && route.isPresent()
                ? Optional.of(route)
                : rebuilt(walk, host, socket);
        if (held.isEmpty()) {
            return held;
        }
        Optional<Ipv6RouteMatch> match = Ipv6Fib.origin(walk, host, flow(socket));
        boolean news = match.isPresent() && Icmpv6Notify.learnMtu(walk, host, held.get(), match.get(), told);
        return news ? rebuilt(walk, host, socket) : held;
    }

    private static Ipv6Flow flow(TcpSocket socket) {
        return TcpIpv6.flow(socket.options(), socket.local(), socket.remote())
                .withOutputInterface(socket.options().device());
    }

    /** {@code inet6_csk_route_socket}. */
    private static Optional<Ipv6Destination> rebuilt(Walk walk, HostId host, TcpSocket socket) {
        Ipv6Routing.Way way = walk.call(
                KernelFunction.INET6_CSK_ROUTE_SOCKET,
                () -> Ipv6Routing.lookupFlow(
                        walk, host, SkBuff.NONE, flow(socket), socket.options().device() != 0));
        if (way.refused()) {
            return Optional.empty();
        }
        walk.update(
                host, Tcp.socket(walk, host, socket.id()).routed(way.answer().entry()));
        return Optional.of(way.answer().entry());
    }
}
