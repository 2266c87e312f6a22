package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.Destination;
import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.SocketOptions;
import org.packetwalk.kernel.socket.TcpRequest;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.trace.KernelFunction;

/** TCP over IPv4 ({@code ipv4_specific}, {@code net/ipv4/tcp_ipv4.c}). */
final class TcpIpv4 implements TcpFamily {

    static final TcpIpv4 INSTANCE = new TcpIpv4();

    private TcpIpv4() {}

    @Override
    public KernelFunction input() {
        return KernelFunction.TCP_V4_RCV;
    }

    @Override
    public KernelFunction socketInput() {
        return KernelFunction.TCP_V4_DO_RCV;
    }

    @Override
    public KernelFunction reset() {
        return KernelFunction.TCP_V4_SEND_RESET;
    }

    @Override
    public KernelFunction acknowledgement() {
        return KernelFunction.TCP_V4_SEND_ACK;
    }

    @Override
    public KernelFunction synAck() {
        return KernelFunction.TCP_V4_SEND_SYNACK;
    }

    @Override
    public KernelFunction child() {
        return KernelFunction.TCP_V4_SYN_RECV_SOCK;
    }

    @Override
    public KernelFunction cookieCheck() {
        return KernelFunction.COOKIE_V4_CHECK;
    }

    @Override
    public int headerLength() {
        return Ipv4Header.MINIMUM_LENGTH;
    }

    @Override
    public Endpoint local(SkBuff skb) {
        return new Endpoint(
                skb.packet().ipv4().destination(), skb.packet().tcp().destinationPort());
    }

    @Override
    public Endpoint remote(SkBuff skb) {
        return new Endpoint(skb.packet().ipv4().source(), skb.packet().tcp().sourcePort());
    }

    /** {@code inet_iif}. */
    @Override
    public int device(Walk walk, HostId host, SkBuff skb) {
        return skb.route().inputInterface() != 0 ? skb.route().inputInterface() : skb.inputDevice();
    }

    /** {@code __ip_queue_xmit}. */
    @Override
    public Errno transmit(
            Walk walk, HostId host, SocketId id, SkBuff begun, TcpHeader header, ByteString data, int mss) {
        return walk.call(KernelFunction.__IP_QUEUE_XMIT, () -> {
            TcpSocket socket = Tcp.socket(walk, host, id);
            Destination route = socket.route();
            if (!route.isPresent() || walk.host(host).device(route.device()).isEmpty()) {
                OutputRoute.Answer answer = OutputRoute.flow(
                        walk, host, begun, flow(socket.options(), header, socket.local(), socket.remote()));
                if (answer.refused()) {
                    walk.count(host, SnmpCounter.IP_OUT_NO_ROUTES);
                    Drop.unsent(walk, host, begun);
                    return Errno.EHOSTUNREACH;
                }
                route = answer.entry();
                walk.update(host, socket.routed(route));
            }
            Ipv4Header ip = header(walk, host, socket.options(), socket.local(), socket.remote(), route)
                    .withIdentification(walk.random(65536));
            SkBuff skb = begun.withPacket(Packet.of(data, header).push(ip).withLengths())
                    .routed(route)
                    .marked(socket.options().mark())
                    .segmented(data.size() > mss ? mss : 0);
            return IpOutput.local(walk, host, skb, true);
        });
    }

    /** {@code inet_sk_rebuild_header}; a socket without a route remembers why. */
    @Override
    public boolean rebuildHeader(Walk walk, HostId host, TcpSocket socket) {
        if (socket.route().isPresent()) {
            return true;
        }
        FlowKey flow = SocketCalls.flow(
                        socket.options(), socket.remote().ipv4(), socket.local().ipv4())
                .withTransport(
                        IpProtocol.TCP.number(),
                        socket.local().port(),
                        socket.remote().port());
        OutputRoute.Answer answer =
                walk.call(KernelFunction.INET_SK_REBUILD_HEADER, () -> OutputRoute.flow(walk, host, SkBuff.NONE, flow));
        walk.update(
                host,
                answer.refused()
                        ? socket.with(socket.life().withSoftError(answer.errno()))
                        : socket.routed(answer.entry()));
        return !answer.refused();
    }

    private static FlowKey flow(SocketOptions options, TcpHeader header, Endpoint local, Endpoint remote) {
        return SocketCalls.flow(options, remote.ipv4(), local.ipv4())
                .withTransport(IpProtocol.TCP.number(), header.sourcePort(), remote.port());
    }

    private static Ipv4Header header(
            Walk walk, HostId host, SocketOptions options, Endpoint local, Endpoint remote, Destination route) {
        DestinationEntry entry = (DestinationEntry) route;
        int ttl = options.ttl() >= 0 ? options.ttl() : IpOutput.timeToLive(walk, host, entry);
        return Ipv4Header.of(IpProtocol.TCP, local.ipv4(), remote.ipv4())
                .withTos(options.tos())
                .withTtl(ttl)
                .withDontFragment(IpOutput.dontFragment(entry, options.pathMtuDiscovery()));
    }

    /** {@code inet_csk_route_req}. */
    @Override
    public Optional<Destination> routeRequest(Walk walk, HostId host, TcpSocket listener, TcpRequest request) {
        OutputRoute.Answer answer = walk.call(
                KernelFunction.INET_CSK_ROUTE_REQ,
                () -> OutputRoute.flow(walk, host, SkBuff.NONE, flow(listener, request)));
        if (answer.refused()) {
            walk.count(host, SnmpCounter.IP_OUT_NO_ROUTES);
        }
        return found(answer);
    }

    @Override
    public boolean routesChildFirst() {
        return false;
    }

    /** {@code inet_csk_route_child_sock}. */
    @Override
    public Optional<Destination> routeChild(Walk walk, HostId host, TcpSocket listener, TcpRequest request) {
        return found(walk.call(
                KernelFunction.INET_CSK_ROUTE_CHILD_SOCK,
                () -> OutputRoute.flow(walk, host, SkBuff.NONE, flow(listener, request))));
    }

    @Override
    public Optional<Destination> routeCookie(Walk walk, HostId host, TcpSocket listener, TcpRequest request) {
        return found(OutputRoute.flow(walk, host, SkBuff.NONE, flow(listener, request)));
    }

    private static Optional<Destination> found(OutputRoute.Answer answer) {
        return answer.refused() ? Optional.empty() : Optional.of(answer.entry());
    }

    private static FlowKey flow(TcpSocket listener, TcpRequest request) {
        return SocketCalls.flow(
                        listener.options(),
                        request.remote().ipv4(),
                        request.local().ipv4())
                .withTransport(
                        IpProtocol.TCP.number(),
                        request.local().port(),
                        request.remote().port());
    }

    @Override
    public Errno sendSynAck(
            Walk walk, HostId host, TcpSocket listener, TcpRequest request, Destination route, TcpHeader header) {
        SkBuff begun = walk.newBuffer(Packet.of(ByteString.EMPTY))
                .sentBy(listener.options().device());
        Ipv4Header ip = header(walk, host, listener.options(), request.local(), request.remote(), route);
        SkBuff skb = begun.withPacket(
                        Packet.of(ByteString.EMPTY, header).push(ip).withLengths())
                .routed(route)
                .marked(listener.options().mark());
        return IpOutput.local(walk, host, skb, true);
    }

    /** {@code ip_send_unicast_reply}: tells nobody what came of it. */
    @Override
    public boolean reply(Walk walk, HostId host, SkBuff skb, TcpHeader header, int boundDevice) {
        return walk.call(KernelFunction.IP_SEND_UNICAST_REPLY, () -> {
            Ipv4Header asked = skb.packet().ipv4();
            FlowKey flow = FlowKey.output(asked.source())
                    .withSource(asked.destination())
                    .withOutputInterface(boundDevice)
                    .withTos(asked.tos() & 0xfc)
                    .withTransport(IpProtocol.TCP.number(), header.sourcePort(), header.destinationPort());
            SkBuff begun = walk.newBuffer(Packet.of(ByteString.EMPTY));
            OutputRoute.Answer answer = OutputRoute.flow(walk, host, begun, flow);
            if (answer.refused()) {
                Drop.unsent(walk, host, begun);
                return true;
            }
            Ipv4Header ip = Ipv4Header.of(IpProtocol.TCP, asked.destination(), asked.source())
                    .withTos(asked.tos())
                    .withTtl(IpOutput.timeToLive(walk, host, answer.entry(), SocketOptions.DEFAULT))
                    .withDontFragment(true);
            SkBuff reply = begun.withPacket(
                            Packet.of(ByteString.EMPTY, header).push(ip).withLengths())
                    .routed(answer.entry())
                    .sentBy(boundDevice);
            walk.run(KernelFunction.IP_PUSH_PENDING_FRAMES, () -> IpOutput.local(walk, host, reply));
            return true;
        });
    }
}
