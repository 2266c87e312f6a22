package org.packetwalk.stack;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.Ipv6Destination;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.route6.Ipv6Flow;
import org.packetwalk.kernel.route6.Ipv6Scope;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.SocketOptions;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.SocketEvent;

/** System calls on datagram and raw sockets of IPv6 ({@code net/ipv6/datagram.c}, {@code net/ipv6/af_inet6.c}). */
final class Ipv6SocketCalls {

    private Ipv6SocketCalls() {}

    /** Whether an address means something else on each device. */
    static boolean needsScope(Ipv6Address address) {
        Ipv6Scope scope = Ipv6Scope.of(address);
        return scope == Ipv6Scope.LINK || address.isMulticast() && scope == Ipv6Scope.NODE;
    }

    /** The device packets to an end leave by, 0 if the routes decide. */
    static int device(SocketOptions options, Endpoint to) {
        if (options.device() != 0) {
            return options.device();
        }
        if (to.scope() != 0 && needsScope(to.ipv6())) {
            return to.scope();
        }
        return to.address().isMulticast() ? options.multicastDevice() : 0;
    }

    /** {@code ip6_sk_dst_hoplimit}. */
    static int hopLimit(Walk walk, HostId host, SocketOptions options, Ipv6Destination route, Ipv6Address destination) {
        if (destination.isMulticast()) {
            return options.multicastTtl();
        }
        return options.ttl() >= 0 ? options.ttl() : Ipv6Output.hopLimit(walk, host, route);
    }

    /** {@code inet6_bind_sk}: the address must be one of ours; a link-local one needs its device. */
    static Errno bindable(Walk walk, HostId host, Socket socket, Endpoint local) {
        Ipv6Address address = local.ipv6();
        if (address.isAny() || address.isMulticast()) {
            return Errno.OK;
        }
        int device = socket.options().device() != 0 ? socket.options().device() : local.scope();
        if (needsScope(address) && device == 0) {
            return Errno.EINVAL;
        }
        if (walk.host(host).sysctls().number("net.ipv6.ip_nonlocal_bind") != 0) {
            return Errno.OK;
        }
        int owner = walk.host(host).ipv6().addresses().owner(address, needsScope(address) ? device : 0);
        return owner == 0 ? Errno.EADDRNOTAVAIL : Errno.OK;
    }

    /**
     * {@code __inet6_bind}: a link-local address binds to its device, too; whoever is bound to an address of IPv6 is for
     * IPv6 only.
     */
    static Socket bound(Socket socket, Endpoint local) {
        SocketOptions options = socket.options();
        if (!local.speaksIpv4() && local.ipv6().isLinkLocal() && local.scope() != 0) {
            options = options.withDevice(local.scope());
        }
        if (!local.address().isAny() && !local.speaksIpv4()) {
            options = options.withIpv6Only(true);
        }
        return socket.withOptions(options);
    }

    /** {@code __ip6_datagram_connect}: a device is needed for link-local addresses; :: means ::1. */
    static Errno connect(Walk walk, HostId host, String program, Socket socket, Endpoint wanted) {
        boolean raw = socket instanceof Socket.Raw;
        walk.run(
                KernelFunction.__SYS_CONNECT,
                () -> walk.emit(new SocketEvent.Connecting(walk.head(host), program, raw ? "raw" : "udp", wanted)));
        Ipv6Address destination = wanted.address().isAny() ? Ipv6Address.LOOPBACK : wanted.ipv6();
        int device = device(socket.options(), wanted);
        if (needsScope(destination) && device == 0) {
            return refused(walk, host, program, Errno.EINVAL);
        }
        int port = SocketPorts.ofSender(walk, host, socket);
        if (port == 0) {
            return refused(walk, host, program, Errno.EAGAIN);
        }
        Ipv6Flow flow = flow(socket, destination, device, port, wanted.port());
        Ipv6Routing.Way way = walk.call(
                KernelFunction.__SYS_CONNECT,
                () -> walk.call(
                        raw ? KernelFunction.IP6_DATAGRAM_CONNECT : KernelFunction.UDPV6_CONNECT,
                        () -> walk.call(
                                KernelFunction.__IP6_DATAGRAM_CONNECT,
                                () -> walk.call(
                                        KernelFunction.IP6_DATAGRAM_DST_UPDATE,
                                        () -> Ipv6Routing.lookupFlow(walk, host, SkBuff.NONE, flow, device != 0)))));
        if (way.refused()) {
            return refused(walk, host, program, way.errno());
        }
        Ipv6Address source =
                socket.local().address().isAny() ? way.source() : socket.local().ipv6();
        Socket bound =
                needsScope(destination) ? socket.withOptions(socket.options().withDevice(device)) : socket;
        Socket connected = bound.withEnds(new Endpoint(source, port), new Endpoint(destination, wanted.port()));
        walk.update(
                host,
                connected instanceof Socket.Udp udp ? udp.routed(way.answer().entry()) : connected);
        return Errno.OK;
    }

    private static Ipv6Flow flow(Socket socket, Ipv6Address destination, int device, int from, int to) {
        return Ipv6Flow.output(destination)
                .withSource(socket.local().ipv6())
                .withOutputInterface(device)
                .marked(socket.options().mark(), socket.options().tos())
                .withTransport(
                        socket instanceof Socket.Raw one ? one.protocol().number() : IpProtocol.UDP.number(), from, to);
    }

    /** {@code ip6_datagram_dst_update}: the route of a connected socket, once more. */
    static void routeAgain(Walk walk, HostId host, SkBuff skb, Socket.Udp socket) {
        int device = socket.options().device();
        Ipv6Flow flow = flow(
                socket,
                socket.remote().ipv6(),
                device,
                socket.local().port(),
                socket.remote().port());
        Ipv6Routing.Way way = walk.call(
                KernelFunction.IP6_DATAGRAM_DST_UPDATE,
                () -> Ipv6Routing.lookupFlow(walk, host, skb, flow, device != 0));
        if (!way.refused()) {
            walk.update(host, socket.routed(way.answer().entry()));
        }
    }

    private static Errno refused(Walk walk, HostId host, String program, Errno errno) {
        walk.emit(new SocketEvent.Refused(walk.head(host), program, "connect", errno));
        return errno;
    }
}
