package org.packetwalk.stack;

import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.SocketOptions.PathMtuDiscovery;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.trace.KernelFunction;

/** A path that takes less than the connection thought ({@code tcp_v4_mtu_reduced}, RFC 1191). */
final class TcpPathMtu {

    private TcpPathMtu() {}

    /** A router told an MTU; a socket that a system call holds learns it at the end of that. */
    static void told(Walk walk, HostId host, TcpSocket socket, int mtu) {
        if (socket.life().owned()) {
            walk.update(host, socket.with(socket.life().withPathMtu(mtu)));
        } else {
            learned(walk, host, socket, mtu);
        }
    }

    private static void learned(Walk walk, HostId host, TcpSocket socket, int mtu) {
        if (socket.remote().speaksIpv4()) {
            walk.run(KernelFunction.TCP_V4_MTU_REDUCED, () -> reduce(walk, host, socket, mtu));
        } else {
            walk.run(KernelFunction.TCP_V6_MTU_REDUCED, () -> Ipv6TcpPathMtu.reduce(walk, host, socket, mtu));
        }
    }

    /** {@code tcp_release_cb}: what was told in the meantime. */
    static void release(Walk walk, HostId host, SocketId id) {
        Tcp.find(walk, host, id).filter(socket -> socket.life().pathMtu() != 0).ifPresent(socket -> {
            TcpSocket free = socket.with(socket.life().withPathMtu(0));
            walk.update(host, free);
            walk.run(
                    KernelFunction.TCP_RELEASE_CB,
                    () -> learned(walk, host, free, socket.life().pathMtu()));
        });
    }

    /** Learns the MTU that a router told, and sends again at once what was too large for it. */
    private static void reduce(Walk walk, HostId host, TcpSocket socket, int told) {
        if (socket.state() == TcpState.CLOSE
                || socket.state() == TcpState.LISTEN
                || !(socket.route() instanceof DestinationEntry)) {
            return;
        }
        DestinationEntry route = walk.call(KernelFunction.INET_CSK_UPDATE_PMTU, () -> learn(walk, host, socket, told));
        if (!route.isPresent()) {
            return;
        }
        int mtu = IpOutput.mtu(route, walk.device(host, route.device()));
        TcpSocket now = Tcp.socket(walk, host, socket.id());
        if (told < mtu && IpOutput.dontFragment(route, socket.options().pathMtuDiscovery())) {
            walk.update(host, now.with(now.life().withSoftError(Errno.EMSGSIZE)));
        }
        PathMtuDiscovery discovery = socket.options().pathMtuDiscovery();
        boolean believed = discovery == PathMtuDiscovery.WANT || discovery == PathMtuDiscovery.DO;
        int overhead = Ipv4Header.MINIMUM_LENGTH
                + TcpHeader.MINIMUM_LENGTH
                + (socket.send().agreement().timestamps() ? TcpHeaders.TIMESTAMP_LENGTH : 0);
        int mss = Math.max(48, mtu - overhead);
        if (believed && mss < now.send().mss()) {
            TcpRetransmission.sendTooLarge(walk, host, socket.id(), mss);
        }
    }

    private static DestinationEntry learn(Walk walk, HostId host, TcpSocket socket, int told) {
        DestinationEntry route = (DestinationEntry) socket.route();
        FlowKey bare = SocketCalls.flow(
                socket.options(), socket.remote().ipv4(), socket.local().ipv4());
        FlowKey flow = bare.withTransport(
                IpProtocol.TCP.number(), socket.local().port(), socket.remote().port());
        if (!route.isPresent()) {
            route = rebuilt(walk, host, socket, flow);
        }
        if (!route.isPresent()
                || !PathLearning.updateMtu(
                        walk, host, SkBuff.NONE, route, bare.withTransport(IpProtocol.TCP.number(), 0, 0), told)) {
            return route;
        }
        return rebuilt(walk, host, socket, flow);
    }

    /** {@code inet_csk_rebuild_route}. */
    private static DestinationEntry rebuilt(Walk walk, HostId host, TcpSocket socket, FlowKey flow) {
        OutputRoute.Answer answer =
                walk.call(KernelFunction.INET_CSK_REBUILD_ROUTE, () -> OutputRoute.flow(walk, host, SkBuff.NONE, flow));
        DestinationEntry now = answer.refused() ? DestinationEntry.NONE : answer.entry();
        walk.update(host, Tcp.socket(walk, host, socket.id()).routed(now));
        return now;
    }
}
