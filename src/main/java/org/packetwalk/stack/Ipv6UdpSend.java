package org.packetwalk.stack;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.Ipv6Destination;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.route6.Ipv6Flow;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.SocketOptions.PathMtuDiscovery;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.UdpHeader;
import org.packetwalk.trace.KernelFunction;

/** Sends a UDP datagram over IPv6: {@code udpv6_sendmsg} ({@code net/ipv6/udp.c}). */
final class Ipv6UdpSend {

    private Ipv6UdpSend() {}

    /** A connected socket has its route; else one is looked up for each datagram. */
    static Sent message(Walk walk, HostId host, Socket.Udp socket, SkBuff begun, Endpoint to, ByteString data) {
        if (to.port() == 0) {
            return Sent.refused(to.address().isAny() ? Errno.EDESTADDRREQ : Errno.EINVAL);
        }
        int port = SocketPorts.ofSender(walk, host, socket);
        if (port == 0) {
            return Sent.refused(Errno.EAGAIN);
        }
        walk.update(host, socket.withEnds(new Endpoint(socket.local().address(), port), socket.remote()));
        Ipv6Address destination = to.address().isAny() ? Ipv6Address.LOOPBACK : to.ipv6();
        Ipv6Destination route = socket.route() instanceof Ipv6Destination kept ? kept : Ipv6Destination.NONE;
        Ipv6Address source = socket.local().ipv6();
        if (!route.isPresent()) {
            int device = Ipv6SocketCalls.device(socket.options(), to);
            Ipv6Flow flow = Ipv6Flow.output(destination)
                    .withSource(source.isMulticast() ? Ipv6Address.ANY : source)
                    .withOutputInterface(device)
                    .marked(socket.options().mark(), socket.options().tos())
                    .withTransport(IpProtocol.UDP.number(), port, to.port());
            Ipv6Routing.Way way = walk.call(
                    KernelFunction.IP6_SK_DST_LOOKUP_FLOW,
                    () -> Ipv6Routing.lookupFlow(
                            walk, host, begun, flow, socket.options().device() != 0));
            if (way.refused()) {
                return Sent.refused(way.errno());
            }
            route = way.answer().entry();
            source = way.source();
        }
        if (socket.pendingError() != Errno.OK) {
            return UdpSend.inError(walk, host, socket.id(), SnmpCounter.IP6_OUT_DISCARDS);
        }
        Packet datagram = Packet.of(data, UdpHeader.of(port, to.port()));
        Ipv6Header header = Ipv6Header.of(IpProtocol.UDP, source, destination);
        return transmit(walk, host, socket, begun, route, datagram, header);
    }

    private static Sent transmit(
            Walk walk,
            HostId host,
            Socket.Udp socket,
            SkBuff begun,
            Ipv6Destination route,
            Packet datagram,
            Ipv6Header header) {
        int mtu = Ipv6Output.mtu(walk, host, route, walk.device(host, route.device()));
        PathMtuDiscovery discovery = socket.options().pathMtuDiscovery();
        boolean whole = discovery == PathMtuDiscovery.DO || discovery == PathMtuDiscovery.PROBE;
        int room = (whole ? mtu : Ipv6Output.MAXIMUM_LENGTH + Ipv6Header.LENGTH) - Ipv6Header.LENGTH;
        if (UdpHeader.LENGTH + datagram.payload().size() > room) {
            ErrorQueue.tooLongIpv6(walk, host, socket, mtu);
            return Sent.refused(Errno.EMSGSIZE);
        }
        Ipv6Header complete = header.withTrafficClass(socket.options().tos())
                .withHopLimit(Ipv6SocketCalls.hopLimit(walk, host, socket.options(), route, header.destination()));
        SkBuff skb = begun.withPacket(datagram.push(complete).withLengths())
                .routed(route)
                .marked(socket.options().mark());
        Errno errno = walk.call(
                KernelFunction.UDP_V6_SEND_SKB,
                () -> Ipv6Output.send(walk, host, skb, socket.options().multicastLoop()));
        if (errno == Errno.ENOBUFS) {
            walk.count(host, SnmpCounter.UDP6_SNDBUF_ERRORS);
            return Sent.handed(socket.options().recvErr() ? errno : Errno.OK);
        }
        if (errno == Errno.OK) {
            walk.count(host, SnmpCounter.UDP6_OUT_DATAGRAMS);
        }
        return Sent.handed(errno);
    }
}
