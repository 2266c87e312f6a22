package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpReceive;
import org.packetwalk.kernel.socket.TcpSegment;
import org.packetwalk.kernel.socket.TcpSend;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.kernel.socket.TcpTimeWait;
import org.packetwalk.kernel.socket.TcpTimers;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.SocketEvent;

/** Opens a connection: {@code tcp_v4_connect} ({@code net/ipv4/tcp_ipv4.c}), and what it has in common with IPv6. */
final class TcpConnect {

    /** How far behind the last sequence number of a connection that rests the next one between the ends begins. */
    private static final int FAR_AHEAD = 65_535 + 2;

    private TcpConnect() {}

    /**
     * {@code connect} of a socket that does not block: {@link Errno#EINPROGRESS} once the SYN is on its way. Where the
     * answer comes at once, it is there when the call returns.
     */
    static Errno connect(Walk walk, HostId host, String program, SocketId id, Endpoint remote) {
        walk.emit(new SocketEvent.Connecting(walk.head(host), program, "tcp", remote));
        TcpSocket socket = Tcp.socket(walk, host, id);
        if (socket.state() == TcpState.LISTEN) {
            return Errno.EISCONN;
        }
        if (socket.state() != TcpState.CLOSE) {
            return socket.state() == TcpState.SYN_SENT ? Errno.EALREADY : Errno.EISCONN;
        }
        Errno errno = walk.call(
                KernelFunction.__SYS_CONNECT,
                () -> walk.call(
                        KernelFunction.INET_STREAM_CONNECT,
                        () -> Tcp.locked(
                                walk,
                                host,
                                id,
                                () -> walk.call(
                                        KernelFunction.__INET_STREAM_CONNECT,
                                        () -> ofFamily(walk, host, id, remote)))));
        if (errno != Errno.EINPROGRESS) {
            walk.emit(new SocketEvent.Refused(walk.head(host), program, "connect", errno));
        }
        return errno;
    }

    private static Errno ofFamily(Walk walk, HostId host, SocketId id, Endpoint remote) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        if (!socket.local().isIpv6()) {
            return walk.call(KernelFunction.TCP_V4_CONNECT, () -> begin(walk, host, id, remote));
        }
        return walk.call(KernelFunction.TCP_V6_CONNECT, () -> {
            if (!remote.speaksIpv4()) {
                return Ipv6TcpConnect.begin(walk, host, id, remote);
            }
            return socket.options().ipv6Only()
                    ? Errno.ENETUNREACH
                    : walk.call(KernelFunction.TCP_V4_CONNECT, () -> begin(walk, host, id, remote));
        });
    }

    private static Errno begin(Walk walk, HostId host, SocketId id, Endpoint wanted) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        int given = socket.local().port();
        FlowKey flow = SocketCalls.flow(socket.options(), wanted.ipv4(), SocketCalls.source(walk, host, socket))
                .withTransport(IpProtocol.TCP.number(), given, wanted.port());
        OutputRoute.Answer answer = route(walk, host, flow);
        if (answer.refused()) {
            if (answer.errno() == Errno.ENETUNREACH) {
                walk.count(host, SnmpCounter.IP_OUT_NO_ROUTES);
            }
            return answer.errno();
        }
        if (answer.entry().broadcast() || answer.entry().multicast()) {
            return Errno.ENETUNREACH;
        }
        boolean ipv6 = socket.local().isIpv6();
        Endpoint remote = new Endpoint(answer.entry().destination(), wanted.port()).of(ipv6);
        Endpoint local = new Endpoint(answer.entry().source(), given).of(ipv6);
        walk.update(host, socket.withEnds(local, remote).with(TcpTimers.NEW));
        int port = opened(walk, host, id, local, remote);
        if (port == 0) {
            return Errno.EADDRNOTAVAIL;
        }
        if (port != given) {
            FlowKey full = flow.withSource(local.ipv4())
                    .withDestination(remote.ipv4())
                    .withTransport(IpProtocol.TCP.number(), port, remote.port());
            OutputRoute.Answer withPorts = OutputRoute.flow(walk, host, SkBuff.NONE, full);
            if (withPorts.refused()) {
                Tcp.change(walk, host, id, TcpState.CLOSE);
                return withPorts.errno();
            }
            answer = withPorts;
        }
        walk.update(host, Tcp.socket(walk, host, id).routed(answer.entry()));
        synchronize(walk, host, id);
        return Errno.EINPROGRESS;
    }

    /** {@code inet_hash_connect}: the state and the port, 0 if there is none to have. */
    static int opened(Walk walk, HostId host, SocketId id, Endpoint local, Endpoint remote) {
        Tcp.change(walk, host, id, TcpState.SYN_SENT);
        int given = local.port();
        int port = given != 0 ? given : SocketPorts.forConnection(walk, host, local, remote);
        Endpoint chosen = new Endpoint(local.address(), port);
        Optional<TcpTimeWait> rest =
                port == 0 ? Optional.empty() : SocketPorts.rest(walk, host, chosen, remote, given != 0);
        boolean taken = given != 0 && rest.isEmpty() && SocketPorts.connected(walk.host(host), local, remote, id);
        if (port == 0 || taken) {
            Tcp.change(walk, host, id, TcpState.CLOSE);
            return 0;
        }
        TcpSocket socket = Tcp.socket(walk, host, id).withEnds(chosen, remote);
        walk.update(
                host,
                rest.isPresent() ? socket.with(TcpSend.beginningAt(rest.get().sent() + FAR_AHEAD)) : socket);
        rest.ifPresent(old -> {
            Tcp.remove(walk, host, old.id());
            walk.count(host, SnmpCounter.TCP_EXT_TW_RECYCLED);
        });
        return port;
    }

    /** {@code ip_route_connect}: one lookup to learn the source, one with it. */
    private static OutputRoute.Answer route(Walk walk, HostId host, FlowKey flow) {
        FlowKey full = flow;
        if (flow.source().isAny() || flow.destination().isAny()) {
            OutputRoute.Answer first = OutputRoute.hash(walk, host, SkBuff.NONE, flow);
            if (first.refused()) {
                return first;
            }
            full = flow.withSource(first.source()).withDestination(first.entry().destination());
        }
        return OutputRoute.flow(walk, host, SkBuff.NONE, full);
    }

    /** {@code tcp_connect}: sends the SYN. */
    static void synchronize(Walk walk, HostId host, SocketId id) {
        walk.run(KernelFunction.TCP_CONNECT, () -> {
            TcpSocket socket = Tcp.socket(walk, host, id);
            int begun = socket.send().next();
            int sequence = begun != 0 ? begun : TcpOutput.initialSequence(walk);
            TcpSegment syn = TcpSegment.unsent(sequence, TcpFlags.SYN, ByteString.EMPTY);
            TcpSend fresh = TcpSend.beginningAt(sequence);
            TcpSend send = fresh.agreed(TcpHeaders.offered(walk, host), fresh.mss())
                    .at(sequence, sequence, syn.end())
                    .withQueue(List.of(syn));
            walk.update(host, socket.with(send).with(TcpReceive.NONE));
            TcpOutput.sendNew(walk, host, id, syn);
            walk.count(host, SnmpCounter.TCP_ACTIVE_OPENS);
            TcpRetransmission.arm(walk, host, id);
        });
    }
}
