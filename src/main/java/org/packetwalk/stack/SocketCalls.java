package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.route.AddressLookup;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.route.RouteScope;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.SocketError;
import org.packetwalk.kernel.socket.SocketOptions;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.SocketEvent;
import org.packetwalk.trace.Stage;

/** Binding, connecting and reading of sockets. */
final class SocketCalls {

    private SocketCalls() {}

    /** {@code bind}: the address must be one of ours, a broadcast or a multicast address. */
    static Errno bind(Walk walk, HostId host, Socket socket, Endpoint local) {
        boolean raw = socket instanceof Socket.Raw;
        Errno errno = walk.call(
                KernelFunction.__SYS_BIND,
                () -> walk.call(
                        local.isIpv6() ? KernelFunction.INET6_BIND_SK : KernelFunction.INET_BIND_SK,
                        () -> walk.call(
                                bindFunction(raw, local.isIpv6()),
                                () -> local.isIpv6() && !local.speaksIpv4()
                                        ? Ipv6SocketCalls.bindable(walk, host, socket, local)
                                        : bindable(walk, host, local.ipv4()))));
        if (errno != Errno.OK) {
            return errno;
        }
        if (local.isIpv6() && local.speaksIpv4() && socket.options().ipv6Only()) {
            return Errno.EINVAL;
        }
        Socket ready = local.isIpv6() ? Ipv6SocketCalls.bound(socket, local) : socket;
        if (ready instanceof TcpSocket tcp) {
            return TcpCalls.bind(walk, host, tcp, local);
        }
        int bound = local.port() == 0 ? SocketPorts.forDatagrams(walk, host) : local.port();
        int port = raw ? socket.local().port() : bound;
        Endpoint wanted = new Endpoint(local.address(), port);
        if (!raw && port == 0 || !raw && !SocketPorts.udpBindable(walk.host(host), ready, wanted)) {
            return Errno.EADDRINUSE;
        }
        walk.update(host, ready.withEnds(wanted, socket.remote()));
        return Errno.OK;
    }

    private static KernelFunction bindFunction(boolean raw, boolean ipv6) {
        if (raw) {
            return ipv6 ? KernelFunction.RAWV6_BIND : KernelFunction.RAW_BIND;
        }
        return ipv6 ? KernelFunction.__INET6_BIND : KernelFunction.__INET_BIND;
    }

    private static Errno bindable(Walk walk, HostId host, Ipv4Address address) {
        if (address.isAny()) {
            return Errno.OK;
        }
        RouteType type = Fib.addressType(walk, host, SkBuff.NONE, address, Stage.APPLICATION_SEND);
        boolean allowed = type == RouteType.LOCAL
                || type == RouteType.MULTICAST
                || type == RouteType.BROADCAST
                || walk.host(host).sysctls().number("net.ipv4.ip_nonlocal_bind") != 0;
        return allowed ? Errno.OK : Errno.EADDRNOTAVAIL;
    }

    /** {@code connect} of a UDP socket ({@code __ip4_datagram_connect}): one lookup for the source, one with it. */
    static Errno connect(Walk walk, HostId host, String program, Socket socket, Endpoint remote) {
        boolean raw = socket instanceof Socket.Raw;
        walk.run(
                KernelFunction.__SYS_CONNECT,
                () -> walk.emit(new SocketEvent.Connecting(walk.head(host), program, raw ? "raw" : "udp", remote)));
        int port = SocketPorts.ofSender(walk, host, socket);
        if (port == 0) {
            walk.emit(new SocketEvent.Refused(walk.head(host), program, "connect", Errno.EAGAIN));
            return Errno.EAGAIN;
        }
        boolean ipv6 = socket.local().isIpv6();
        if (ipv6 && socket.options().ipv6Only()) {
            walk.emit(new SocketEvent.Refused(walk.head(host), program, "connect", Errno.ENETUNREACH));
            return Errno.ENETUNREACH;
        }
        Supplier<OutputRoute.Answer> routing =
                () -> walk.call(KernelFunction.__IP4_DATAGRAM_CONNECT, () -> route(walk, host, socket, remote, port));
        OutputRoute.Answer answer = walk.call(
                KernelFunction.__SYS_CONNECT,
                () -> walk.call(
                        connectFunction(raw, ipv6),
                        ipv6 ? () -> walk.call(KernelFunction.__IP6_DATAGRAM_CONNECT, routing) : routing));
        Errno errno = answer.errno();
        if (errno == Errno.OK && answer.entry().broadcast() && !socket.options().broadcast()) {
            errno = Errno.EACCES;
        }
        if (errno != Errno.OK) {
            if (errno == Errno.ENETUNREACH) {
                walk.count(host, SnmpCounter.IP_OUT_NO_ROUTES);
            }
            walk.emit(new SocketEvent.Refused(walk.head(host), program, "connect", errno));
            walk.update(
                    host,
                    socket.withEnds(
                            new Endpoint(socket.local().address(), port),
                            socket.local().none()));
            return errno;
        }
        Ipv4Address source = socket.local().address().isAny()
                ? answer.source()
                : socket.local().ipv4();
        Endpoint reached = new Endpoint(answer.entry().destination(), remote.port()).of(ipv6);
        Socket connected = socket.withEnds(new Endpoint(source, port).of(ipv6), reached);
        walk.update(host, connected instanceof Socket.Udp udp ? udp.routed(answer.entry()) : connected);
        return Errno.OK;
    }

    private static KernelFunction connectFunction(boolean raw, boolean ipv6) {
        if (raw) {
            return ipv6 ? KernelFunction.IP6_DATAGRAM_CONNECT : KernelFunction.IP4_DATAGRAM_CONNECT;
        }
        return ipv6 ? KernelFunction.UDPV6_CONNECT : KernelFunction.UDP_CONNECT;
    }

    private static OutputRoute.Answer route(Walk walk, HostId host, Socket socket, Endpoint remote, int port) {
        FlowKey flow = flow(socket.options(), remote.ipv4(), source(walk, host, socket))
                .withTransport(
                        socket instanceof Socket.Raw raw ? raw.protocol().number() : IpProtocol.UDP.number(),
                        port,
                        remote.port());
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

    /** The route as a packet of the socket uses it: without the copy for this host if {@code IP_MULTICAST_LOOP} is off. */
    static DestinationEntry looped(DestinationEntry route, SocketOptions options) {
        return route.multicast() && !options.multicastLoop() ? route.withoutLoop() : route;
    }

    /** {@code inet_saddr}: a socket bound to a multicast or broadcast address sends from an address of its device. */
    static Ipv4Address source(Walk walk, HostId host, Socket socket) {
        Ipv4Address bound = socket.local().ipv4();
        if (bound.isAny()) {
            return bound;
        }
        NetNamespace ns = walk.host(host);
        RouteType type = new AddressLookup(ns.routing(), ns.addresses(), Fib.policy(ns))
                .addressType(bound)
                .outcome();
        return type == RouteType.MULTICAST || type == RouteType.BROADCAST ? Ipv4Address.ANY : bound;
    }

    /** The flow that a socket's options describe. */
    static FlowKey flow(SocketOptions options, Ipv4Address destination, Ipv4Address source) {
        int device = options.device() == 0 && destination.isMulticast() ? options.multicastDevice() : options.device();
        return FlowKey.output(destination)
                .withSource(source)
                .withOutputInterface(device)
                .withMark(options.mark())
                .withTos(options.tos() & 0xfc)
                .withScope(options.dontRoute() ? RouteScope.LINK : RouteScope.UNIVERSE);
    }

    /** {@code recvmsg}. */
    static ResultOrErrno<SkBuff> receive(Walk walk, HostId host, String program, Socket socket) {
        if (socket.pendingError() != Errno.OK) {
            walk.update(host, socket.withQueues(socket.received(), socket.errors(), Errno.OK));
            return ResultOrErrno.refused(socket.pendingError());
        }
        Optional<SkBuff> oldest = socket.received().stream().findFirst();
        if (oldest.isEmpty()) {
            return ResultOrErrno.refused(Errno.EAGAIN);
        }
        SkBuff skb = oldest.get();
        List<SkBuff> rest = socket.received().subList(1, socket.received().size());
        walk.update(host, socket.withQueues(rest, socket.errors(), Errno.OK));
        recvmsg(walk, socket, () -> take(walk, host, program, socket, skb));
        return ResultOrErrno.ok(skb);
    }

    /** {@code ____sys_recvmsg} down to the protocol. */
    private static void recvmsg(Walk walk, Socket socket, Runnable reading) {
        Runnable protocol = socket instanceof Socket.Raw
                ? () -> walk.run(
                        socket.local().isIpv6() ? KernelFunction.RAWV6_RECVMSG : KernelFunction.RAW_RECVMSG, reading)
                : reading;
        walk.run(
                KernelFunction.__SYS_RECVMSG,
                () -> walk.run(
                        KernelFunction.___SYS_RECVMSG,
                        () -> walk.run(
                                KernelFunction.____SYS_RECVMSG,
                                () -> walk.run(KernelFunction.SOCK_RECVMSG, protocol))));
    }

    /**
     * {@code sock_dequeue_err_skb}: the oldest entry of the error queue is taken; the next one, if there is one, is told at
     * once.
     */
    static void takeError(Walk walk, HostId host, Socket socket) {
        List<SocketError> rest = socket.errors().subList(1, socket.errors().size());
        boolean next = !rest.isEmpty() && rest.get(0).origin() != SocketError.Origin.LOCAL;
        boolean local = socket.errors().get(0).origin() == SocketError.Origin.LOCAL;
        Errno pending = next ? rest.get(0).errno() : local ? socket.pendingError() : Errno.OK;
        walk.update(host, socket.withQueues(socket.received(), rest, pending));
        if (!rest.isEmpty()) {
            recvmsg(
                    walk,
                    socket,
                    () -> walk.run(
                            KernelFunction.IP_RECV_ERROR,
                            () -> walk.run(
                                    KernelFunction.SOCK_DEQUEUE_ERR_SKB,
                                    () -> walk.run(
                                            KernelFunction.SK_ERROR_REPORT,
                                            () -> walk.emit(new SocketEvent.ErrorReported(
                                                    walk.head(host),
                                                    socket.local(),
                                                    socket.remote(),
                                                    pending,
                                                    false))))));
        }
    }

    private static IpAddress source(SkBuff skb) {
        return skb.packet().has(Ipv6Header.class)
                ? skb.packet().ipv6().source()
                : skb.packet().ipv4().source();
    }

    private static void take(Walk walk, HostId host, String program, Socket socket, SkBuff skb) {
        Endpoint from = new Endpoint(source(skb), 0);
        walk.emit(new SocketEvent.Receiving(
                walk.head(host, skb),
                program,
                "recvmsg",
                from,
                skb.packet().payload().size()));
        if (socket instanceof Socket.Udp) {
            walk.count(host, UdpFamily.of(skb).received());
            Drop.read(walk, host, skb);
        } else {
            Drop.consume(walk, host, skb, Stage.APPLICATION_RECEIVE);
        }
    }

    /** The route of a socket's own entry, or one looked up. */
    static boolean mayBroadcast(DestinationEntry route, SocketOptions options) {
        return !route.broadcast() || options.broadcast();
    }
}
