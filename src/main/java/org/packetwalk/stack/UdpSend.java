package org.packetwalk.stack;

import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.SocketOptions.PathMtuDiscovery;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.UdpHeader;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.SocketEvent;

/** Sends a UDP datagram: {@code udp_sendmsg} ({@code net/ipv4/udp.c}). */
final class UdpSend {

    /** The largest datagram in bytes of data: 65535 less the two headers. */
    private static final int MAXIMUM_DATA = 65507;

    private UdpSend() {}

    /** {@code write} of a connected socket, {@code sendto} of another. */
    static Errno send(Walk walk, HostId host, String program, Socket.Udp socket, Endpoint to, ByteString data) {
        return send(
                walk,
                host,
                program,
                socket,
                to,
                data,
                !socket.remote().address().isAny());
    }

    /** {@code send} of a connected socket. */
    static Errno bySend(Walk walk, HostId host, String program, Socket.Udp socket, ByteString data) {
        return send(walk, host, program, socket, socket.remote(), data, false);
    }

    private static Errno send(
            Walk walk, HostId host, String program, Socket.Udp socket, Endpoint to, ByteString data, boolean write) {
        boolean connected = !socket.remote().address().isAny();
        Endpoint remote = connected ? socket.remote() : to;
        String call = write ? "write" : "sendto";
        SkBuff begun = walk.newBuffer(Packet.of(data)).sentBy(socket.options().device());
        walk.run(
                connected ? KernelFunction.KSYS_WRITE : KernelFunction.__SYS_SENDTO,
                () -> walk.emit(
                        new SocketEvent.Sending(walk.head(host, begun), program, call, "udp", remote, data.size())));
        Sent sent = write
                ? walk.call(
                        KernelFunction.KSYS_WRITE,
                        () -> walk.call(
                                KernelFunction.VFS_WRITE,
                                () -> walk.call(
                                        KernelFunction.SOCK_WRITE_ITER,
                                        () -> message(walk, host, socket, begun, remote, data))))
                : walk.call(KernelFunction.__SYS_SENDTO, () -> message(walk, host, socket, begun, remote, data));
        if (sent.errno() != Errno.OK) {
            walk.emit(new SocketEvent.Refused(sent.refused(walk, host, begun), program, call, sent.errno()));
        }
        return sent.errno();
    }

    private static Sent message(
            Walk walk, HostId host, Socket.Udp socket, SkBuff begun, Endpoint remote, ByteString data) {
        if (!socket.local().isIpv6()) {
            return ipv4(walk, host, socket, begun, remote, data);
        }
        return walk.call(KernelFunction.UDPV6_SENDMSG, () -> {
            if (!remote.speaksIpv4()) {
                return Ipv6UdpSend.message(walk, host, socket, begun, remote, data);
            }
            // The route of a connected IPv6 socket is not used for IPv4.
            return socket.options().ipv6Only()
                    ? Sent.refused(Errno.ENETUNREACH)
                    : ipv4(walk, host, socket.routed(DestinationEntry.NONE), begun, remote, data);
        });
    }

    private static Sent ipv4(
            Walk walk, HostId host, Socket.Udp socket, SkBuff begun, Endpoint remote, ByteString data) {
        return walk.call(KernelFunction.UDP_SENDMSG, () -> {
            if (data.size() > MAXIMUM_DATA) {
                return Sent.refused(Errno.EMSGSIZE);
            }
            if (remote.address().isAny() && remote.port() == 0) {
                return Sent.refused(Errno.EDESTADDRREQ);
            }
            if (remote.port() == 0) {
                return Sent.refused(Errno.EINVAL);
            }
            int port = SocketPorts.ofSender(walk, host, socket);
            if (port == 0) {
                return Sent.refused(Errno.EAGAIN);
            }
            walk.update(host, socket.withEnds(new Endpoint(socket.local().address(), port), socket.remote()));
            DestinationEntry route = (DestinationEntry) socket.route();
            if (!route.isPresent()) {
                FlowKey flow = SocketCalls.flow(socket.options(), remote.ipv4(), SocketCalls.source(walk, host, socket))
                        .withTransport(IpProtocol.UDP.number(), port, remote.port());
                OutputRoute.Answer answer = OutputRoute.flow(walk, host, begun, flow);
                if (answer.refused()) {
                    if (answer.errno() == Errno.ENETUNREACH) {
                        walk.count(host, SnmpCounter.IP_OUT_NO_ROUTES);
                    }
                    return Sent.refused(answer.errno());
                }
                route = answer.entry();
                if (!socket.remote().address().isAny()) {
                    walk.update(
                            host,
                            socket.withEnds(new Endpoint(socket.local().address(), port), socket.remote())
                                    .routed(route));
                }
            }
            if (!SocketCalls.mayBroadcast(route, socket.options())) {
                return Sent.refused(Errno.EACCES);
            }
            if (socket.pendingError() != Errno.OK) {
                return inError(walk, host, socket.id(), SnmpCounter.IP_OUT_DISCARDS);
            }
            return transmit(walk, host, socket, begun, route, new Endpoint(route.source(), port), remote, data);
        });
    }

    /** {@code __ip_append_data} gets no buffer from a socket in error. */
    static Sent inError(Walk walk, HostId host, SocketId id, SnmpCounter discards) {
        Socket socket = walk.host(host).sockets().find(id).orElseThrow();
        walk.count(host, discards);
        walk.update(host, socket.withQueues(socket.received(), socket.errors(), Errno.OK));
        return Sent.refused(socket.pendingError());
    }

    private static Sent transmit(
            Walk walk,
            HostId host,
            Socket.Udp socket,
            SkBuff begun,
            DestinationEntry route,
            Endpoint local,
            Endpoint remote,
            ByteString data) {
        NetDevice device = walk.device(host, route.device());
        int mtu = IpOutput.mtu(route, device);
        int length = data.size() + Ipv4Header.MINIMUM_LENGTH + UdpHeader.LENGTH;
        PathMtuDiscovery discovery = socket.options().pathMtuDiscovery();
        if (length > mtu && (discovery == PathMtuDiscovery.DO || discovery == PathMtuDiscovery.PROBE)) {
            ErrorQueue.tooLong(
                    walk,
                    host,
                    walk.host(host).sockets().find(socket.id()).orElse(socket),
                    mtu,
                    KernelFunction.IP_MAKE_SKB);
            return Sent.refused(Errno.EMSGSIZE);
        }
        if (!SendBuffer.holds(socket.options(), Ipv4Header.MINIMUM_LENGTH, length - Ipv4Header.MINIMUM_LENGTH, mtu)) {
            walk.count(host, SnmpCounter.IP_OUT_DISCARDS);
            walk.count(host, SnmpCounter.UDP_SNDBUF_ERRORS);
            return Sent.refused(Errno.ENOBUFS);
        }
        Ipv4Header header = Ipv4Header.of(IpProtocol.UDP, local.ipv4(), route.destination())
                .withTos(socket.options().tos())
                .withTtl(IpOutput.timeToLive(walk, host, route, socket.options()))
                .withDontFragment(
                        discovery == PathMtuDiscovery.PROBE || length <= mtu && IpOutput.dontFragment(route, discovery))
                .withIdentification(walk.random(65536));
        Packet packet = Packet.of(data, UdpHeader.of(local.port(), remote.port()))
                .push(header)
                .withLengths();
        SkBuff skb = begun.withPacket(packet)
                .routed(SocketCalls.looped(route, socket.options()))
                .marked(socket.options().mark());
        Errno errno = walk.call(
                KernelFunction.UDP_SEND_SKB,
                () -> walk.call(KernelFunction.IP_SEND_SKB, () -> IpOutput.local(walk, host, skb)));
        // Without IP_RECVERR a program does not learn of a full queue.
        if (errno == Errno.ENOBUFS) {
            walk.count(host, SnmpCounter.UDP_SNDBUF_ERRORS);
            return Sent.handed(socket.options().recvErr() ? errno : Errno.OK);
        }
        if (errno == Errno.OK) {
            walk.count(host, SnmpCounter.UDP_OUT_DATAGRAMS);
        }
        return Sent.handed(errno);
    }
}
