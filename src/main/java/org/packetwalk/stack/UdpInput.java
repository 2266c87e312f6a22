package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.ConnectionInfo;
import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.net.IpAddress;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.MalformedReason;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.packet.UdpHeader;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.SocketEvent;
import org.packetwalk.trace.Stage;

/** Takes UDP datagrams ({@code __udp4_lib_rcv}, {@code __udp6_lib_rcv}). */
final class UdpInput {

    /** {@code net.core.rmem_default} in bytes. */
    private static final int RECEIVE_BUFFER = 212_992;

    private static final int IPV6_PORT_UNREACHABLE = 4;

    private UdpInput() {}

    /** {@code __udp4_lib_rcv} and its like: to the socket it is for, else the sender is told that there is none. */
    static void receive(Walk walk, HostId host, SkBuff skb) {
        UdpFamily family = UdpFamily.of(skb);
        walk.run(family.input(), () -> {
            if (!skb.packet().has(UdpHeader.class)) {
                unreadable(walk, host, skb);
                return;
            }
            Endpoint local = new Endpoint(destination(skb), skb.packet().udp().destinationPort());
            Endpoint remote = new Endpoint(source(skb), skb.packet().udp().sourcePort());
            int device = device(walk, host, skb);
            if (!TcpInput.forThisHostAlone(skb)) {
                toEverybody(walk, host, skb, local, remote, device);
                return;
            }
            Optional<Socket.Udp> socket = UdpSockets.lookup(walk.host(host), remote, local, device);
            if (socket.isPresent() && VxlanTunnels.isTunnel(walk.host(host), socket.get())) {
                tunnel(walk, host, skb);
                return;
            }
            if (socket.isPresent()) {
                enqueue(walk, host, skb, socket.get());
                return;
            }
            walk.count(host, family.noPorts());
            refuse(walk, host, skb);
            drop(walk, host, skb, DropReason.NO_SOCKET);
        });
    }

    /** No header, one that says more than there is, or a wrong checksum. */
    private static void unreadable(Walk walk, HostId host, SkBuff skb) {
        DropReason reason = PacketCodec.decodeTransport(skb.packet())
                .match(
                        whole -> DropReason.UDP_CSUM,
                        malformed -> malformed.reason() == MalformedReason.UDP_TRUNCATED
                                ? DropReason.NOT_SPECIFIED
                                : DropReason.PKT_TOO_SMALL);
        if (reason == DropReason.UDP_CSUM) {
            walk.count(host, UdpFamily.of(skb).checksumErrors());
        }
        walk.count(host, UdpFamily.of(skb).errors());
        drop(walk, host, skb, reason);
    }

    private static IpAddress destination(SkBuff skb) {
        return skb.packet().has(Ipv6Header.class)
                ? skb.packet().ipv6().destination()
                : skb.packet().ipv4().destination();
    }

    private static IpAddress source(SkBuff skb) {
        return skb.packet().has(Ipv6Header.class)
                ? skb.packet().ipv6().source()
                : skb.packet().ipv4().source();
    }

    private static int device(Walk walk, HostId host, SkBuff skb) {
        if (skb.packet().has(Ipv6Header.class)) {
            return Ipv6Input.arrivedAt(walk, host, skb);
        }
        return skb.route().inputInterface() != 0 ? skb.route().inputInterface() : skb.inputDevice();
    }

    /** The connection is forgotten before ({@code nf_reset_ct}): the error is tracked by what it quotes. */
    private static void refuse(Walk walk, HostId host, SkBuff received) {
        SkBuff skb = received.tracked(received.tracking().of(0, ConnectionInfo.NONE));
        if (skb.packet().has(Ipv6Header.class)) {
            Icmpv6Errors.send(walk, host, skb, Icmpv6Message.destinationUnreachable(IPV6_PORT_UNREACHABLE));
        } else {
            IcmpOutput.error(walk, host, skb, IcmpMessage.DESTINATION_UNREACHABLE, IcmpMessage.PORT_UNREACHABLE, 0);
        }
    }

    /** {@code udp_queue_rcv_one_skb}: the socket of a tunnel takes the datagram itself. */
    private static void tunnel(Walk walk, HostId host, SkBuff skb) {
        walk.tailRun(
                KernelFunction.UDP_UNICAST_RCV_SKB,
                () -> walk.run(KernelFunction.UDP_QUEUE_RCV_ONE_SKB, () -> VxlanDevice.receive(walk, host, skb)));
        walk.count(host, UdpFamily.of(skb).received());
    }

    /** {@code __udp4_lib_mcast_deliver} and its like: every socket that matches gets a copy. */
    private static void toEverybody(Walk walk, HostId host, SkBuff skb, Endpoint local, Endpoint remote, int device) {
        List<Socket.Udp> takers = new ArrayList<>();
        for (Socket socket : walk.host(host).sockets().all()) {
            if (socket instanceof Socket.Udp candidate
                    && candidate.local().port() == local.port()
                    && listens(candidate, local)
                    && (candidate.remote().address().isAny()
                            || candidate.remote().sameAddress(remote))
                    && (candidate.remote().port() == 0 || candidate.remote().port() == remote.port())
                    && (candidate.options().device() == 0 || candidate.options().device() == device)) {
                takers.add(candidate);
            }
        }
        if (takers.isEmpty()) {
            walk.count(host, UdpFamily.of(skb).ignoredMulticasts());
            drop(walk, host, skb, DropReason.NOT_SPECIFIED);
            return;
        }
        for (Socket.Udp taker : takers) {
            enqueue(walk, host, skb, taker);
        }
    }

    private static boolean listens(Socket.Udp socket, Endpoint local) {
        return socket.local().address().isAny()
                ? TcpLookup.takesAll(socket, local)
                : socket.local().sameAddress(local);
    }

    private static void enqueue(Walk walk, HostId host, SkBuff skb, Socket.Udp socket) {
        if (socket.memory() + Socket.Udp.memory(skb) > RECEIVE_BUFFER) {
            walk.count(host, UdpFamily.of(skb).bufferErrors());
            walk.count(host, UdpFamily.of(skb).errors());
            overflow(walk, host, skb);
            return;
        }
        List<SkBuff> received = new ArrayList<>(socket.received());
        received.add(skb);
        walk.update(host, socket.withQueues(received, socket.errors(), socket.pendingError()));
        walk.emit(new SocketEvent.Delivered(walk.head(host, skb), "udp", socket.local()));
    }

    /** {@code __udp_enqueue_schedule_skb} has no room. */
    private static void overflow(Walk walk, HostId host, SkBuff skb) {
        if (skb.packet().has(Ipv6Header.class)) {
            drop(walk, host, skb, DropReason.SOCKET_RCVBUFF);
            return;
        }
        walk.tailRun(
                KernelFunction.UDP_UNICAST_RCV_SKB,
                () -> walk.run(
                        KernelFunction.UDP_QUEUE_RCV_ONE_SKB,
                        () -> Drop.packet(
                                walk,
                                host,
                                skb,
                                DropReason.SOCKET_RCVBUFF,
                                KernelFunction.UDP_QUEUE_RCV_ONE_SKB,
                                Stage.TRANSPORT_RECEIVE)));
    }

    private static void drop(Walk walk, HostId host, SkBuff skb, DropReason reason) {
        Drop.packet(walk, host, skb, reason, UdpFamily.of(skb).input(), Stage.TRANSPORT_RECEIVE);
    }
}
