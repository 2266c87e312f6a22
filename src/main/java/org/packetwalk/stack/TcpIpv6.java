package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.Destination;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.Ipv6Destination;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.route6.Ipv6Flow;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.SocketOptions;
import org.packetwalk.kernel.socket.TcpRequest;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.trace.KernelFunction;

/** TCP over IPv6 ({@code ipv6_specific}, {@code net/ipv6/tcp_ipv6.c}). */
final class TcpIpv6 implements TcpFamily {

    static final TcpIpv6 INSTANCE = new TcpIpv6();

    private static final int TRAFFIC_CLASS = 0xfc;

    private TcpIpv6() {}

    @Override
    public KernelFunction input() {
        return KernelFunction.TCP_V6_RCV;
    }

    @Override
    public KernelFunction socketInput() {
        return KernelFunction.TCP_V6_DO_RCV;
    }

    @Override
    public KernelFunction reset() {
        return KernelFunction.TCP_V6_SEND_RESET;
    }

    @Override
    public KernelFunction acknowledgement() {
        return KernelFunction.TCP_V6_SEND_ACK;
    }

    @Override
    public KernelFunction synAck() {
        return KernelFunction.TCP_V6_SEND_SYNACK;
    }

    @Override
    public KernelFunction child() {
        return KernelFunction.TCP_V6_SYN_RECV_SOCK;
    }

    @Override
    public KernelFunction cookieCheck() {
        return KernelFunction.COOKIE_V6_CHECK;
    }

    @Override
    public int headerLength() {
        return Ipv6Header.LENGTH;
    }

    @Override
    public Endpoint local(SkBuff skb) {
        return new Endpoint(
                skb.packet().ipv6().destination(), skb.packet().tcp().destinationPort());
    }

    @Override
    public Endpoint remote(SkBuff skb) {
        return new Endpoint(skb.packet().ipv6().source(), skb.packet().tcp().sourcePort());
    }

    /** {@code tcp_v6_iif}. */
    @Override
    public int device(Walk walk, HostId host, SkBuff skb) {
        return Ipv6Input.arrivedAt(walk, host, skb);
    }

    /** {@code inet6_csk_xmit}. */
    @Override
    public Errno transmit(
            Walk walk, HostId host, SocketId id, SkBuff begun, TcpHeader header, ByteString data, int mss) {
        return walk.call(KernelFunction.INET6_CSK_XMIT, () -> {
            TcpSocket socket = Tcp.socket(walk, host, id);
            Destination route = socket.route();
            if (!route.isPresent() || walk.host(host).device(route.device()).isEmpty()) {
                Ipv6Flow flow = flow(socket.options(), socket.local(), socket.remote())
                        .withOutputInterface(socket.options().device());
                Ipv6Routing.Way way = Ipv6Routing.lookupFlow(
                        walk, host, begun, flow, socket.options().device() != 0);
                if (way.refused()) {
                    walk.update(host, socket.with(socket.life().withSoftError(way.errno())));
                    Drop.unsent(walk, host, begun);
                    return way.errno();
                }
                route = way.answer().entry();
                walk.update(host, socket.routed(route));
            }
            Packet segment = Packet.of(data, header)
                    .push(header(walk, host, socket.options(), socket.local(), socket.remote(), route));
            SkBuff skb = begun.withPacket(segment.withLengths())
                    .routed(route)
                    .marked(socket.options().mark())
                    .segmented(data.size() > mss ? mss : 0);
            return walk.call(KernelFunction.IP6_XMIT, () -> Ipv6Output.local(walk, host, skb, true));
        });
    }

    /** {@code inet6_sk_rebuild_header}; a socket without a route remembers why. */
    @Override
    public boolean rebuildHeader(Walk walk, HostId host, TcpSocket socket) {
        if (socket.route().isPresent()) {
            return true;
        }
        Ipv6Flow flow = flow(socket.options(), socket.local(), socket.remote())
                .withOutputInterface(socket.options().device());
        Ipv6Routing.Way way = walk.call(
                KernelFunction.INET6_SK_REBUILD_HEADER,
                () -> Ipv6Routing.lookupFlow(
                        walk, host, SkBuff.NONE, flow, socket.options().device() != 0));
        walk.update(
                host,
                way.refused()
                        ? socket.with(socket.life().withSoftError(way.errno()))
                        : socket.routed(way.answer().entry()));
        return !way.refused();
    }

    /** The flow between two ends, without its device. */
    static Ipv6Flow flow(SocketOptions options, Endpoint local, Endpoint remote) {
        return Ipv6Flow.output(remote.ipv6())
                .withSource(local.ipv6())
                .marked(options.mark(), options.tos())
                .withTransport(IpProtocol.TCP.number(), local.port(), remote.port());
    }

    private static Ipv6Header header(
            Walk walk, HostId host, SocketOptions options, Endpoint local, Endpoint remote, Destination route) {
        return Ipv6Header.of(IpProtocol.TCP, local.ipv6(), remote.ipv6())
                .withTrafficClass(options.tos())
                .withHopLimit(Ipv6SocketCalls.hopLimit(walk, host, options, (Ipv6Destination) route, remote.ipv6()));
    }

    /** {@code inet6_csk_route_req}. */
    @Override
    public Optional<Destination> routeRequest(Walk walk, HostId host, TcpSocket listener, TcpRequest request) {
        Ipv6Flow flow =
                flow(listener.options(), request.local(), request.remote()).withOutputInterface(request.device());
        Ipv6Routing.Way way = walk.call(
                KernelFunction.INET6_CSK_ROUTE_REQ,
                () -> Ipv6Routing.lookupFlow(walk, host, SkBuff.NONE, flow, request.device() != 0));
        return way.refused() ? Optional.empty() : Optional.of(way.answer().entry());
    }

    @Override
    public boolean routesChildFirst() {
        return true;
    }

    @Override
    public Optional<Destination> routeChild(Walk walk, HostId host, TcpSocket listener, TcpRequest request) {
        return routeRequest(walk, host, listener, request);
    }

    @Override
    public Optional<Destination> routeCookie(Walk walk, HostId host, TcpSocket listener, TcpRequest request) {
        return routeRequest(walk, host, listener, request);
    }

    @Override
    public Errno sendSynAck(
            Walk walk, HostId host, TcpSocket listener, TcpRequest request, Destination route, TcpHeader header) {
        SkBuff begun = walk.newBuffer(Packet.of(ByteString.EMPTY))
                .sentBy(listener.options().device());
        Packet packet = Packet.of(ByteString.EMPTY, header)
                .push(header(walk, host, listener.options(), request.local(), request.remote(), route));
        SkBuff skb = begun.withPacket(packet.withLengths())
                .routed(route)
                .marked(listener.options().mark());
        return walk.call(KernelFunction.IP6_XMIT, () -> Ipv6Output.local(walk, host, skb, true));
    }

    /** {@code tcp_v6_send_response}: a link-local address is answered on its device. */
    @Override
    public boolean reply(Walk walk, HostId host, SkBuff skb, TcpHeader header, int boundDevice) {
        return walk.call(KernelFunction.TCP_V6_SEND_RESPONSE, () -> {
            Ipv6Header asked = skb.packet().ipv6();
            boolean strict = Ipv6Flow.needsDevice(asked.source()) && boundDevice == 0;
            Ipv6Flow flow = Ipv6Flow.output(asked.source())
                    .withSource(asked.destination())
                    .withOutputInterface(strict ? device(walk, host, skb) : boundDevice)
                    .withTransport(IpProtocol.TCP.number(), header.sourcePort(), header.destinationPort());
            SkBuff begun = walk.newBuffer(Packet.of(ByteString.EMPTY));
            Ipv6Routing.Way way = Ipv6Routing.lookupFlow(walk, host, begun, flow, false);
            if (way.refused()) {
                Drop.unsent(walk, host, begun);
                return false;
            }
            Ipv6Header ip = Ipv6Header.of(IpProtocol.TCP, asked.destination(), asked.source())
                    .withTrafficClass(asked.trafficClass() & TRAFFIC_CLASS)
                    .withHopLimit(Ipv6Output.hopLimit(walk, host, way.answer().entry()));
            SkBuff reply = begun.withPacket(
                            Packet.of(ByteString.EMPTY, header).push(ip).withLengths())
                    .routed(way.answer().entry())
                    .sentBy(boundDevice);
            walk.run(KernelFunction.IP6_XMIT, () -> Ipv6Output.local(walk, host, reply, true));
            return true;
        });
    }
}
