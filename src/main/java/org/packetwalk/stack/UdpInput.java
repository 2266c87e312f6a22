package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.MalformedReason;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.packet.UdpHeader;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.SocketEvent;
import org.packetwalk.trace.Stage;

/** Takes UDP datagrams ({@code __udp4_lib_rcv}). */
final class UdpInput {

    /** {@code net.core.rmem_default} in bytes. */
    private static final int RECEIVE_BUFFER = 212_992;

    private UdpInput() {}

    /** {@code __udp4_lib_rcv}: to the socket it is for, else the sender is told that there is none. */
    static void receive(Walk walk, HostId host, SkBuff skb) {
        walk.run(KernelFunction.__UDP4_LIB_RCV, () -> {
            if (!skb.packet().has(UdpHeader.class)) {
                unreadable(walk, host, skb);
                return;
            }
            Ipv4Header header = skb.packet().ipv4();
            UdpHeader udp = skb.packet().udp();
            int device = skb.route().inputInterface() != 0 ? skb.route().inputInterface() : skb.inputDevice();
            if (skb.route().broadcast() || skb.route().multicast()) {
                toEverybody(walk, host, skb, udp, header, device);
                return;
            }
            Optional<Socket.Udp> socket = UdpSockets.lookup(
                    walk.host(host),
                    header.source(),
                    udp.sourcePort(),
                    header.destination(),
                    udp.destinationPort(),
                    device);
            if (socket.isPresent() && VxlanTunnels.isTunnel(walk.host(host), socket.get())) {
                tunnel(walk, host, skb);
                return;
            }
            if (socket.isPresent()) {
                enqueue(walk, host, skb, socket.get());
                return;
            }
            walk.count(host, SnmpCounter.UDP_NO_PORTS);
            IcmpOutput.error(walk, host, skb, IcmpMessage.DESTINATION_UNREACHABLE, IcmpMessage.PORT_UNREACHABLE, 0);
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
            walk.count(host, SnmpCounter.UDP_IN_CSUM_ERRORS);
        }
        walk.count(host, SnmpCounter.UDP_IN_ERRORS);
        drop(walk, host, skb, reason);
    }

    /** {@code udp_queue_rcv_one_skb}: the socket of a tunnel takes the datagram itself. */
    private static void tunnel(Walk walk, HostId host, SkBuff skb) {
        walk.tailRun(
                KernelFunction.UDP_UNICAST_RCV_SKB,
                () -> walk.run(KernelFunction.UDP_QUEUE_RCV_ONE_SKB, () -> VxlanDevice.receive(walk, host, skb)));
        walk.count(host, SnmpCounter.UDP_IN_DATAGRAMS);
    }

    /** {@code __udp4_lib_mcast_deliver}: every socket that matches gets a copy. */
    private static void toEverybody(Walk walk, HostId host, SkBuff skb, UdpHeader udp, Ipv4Header header, int device) {
        List<Socket.Udp> takers = new ArrayList<>();
        for (Socket socket : walk.host(host).sockets().all()) {
            if (socket instanceof Socket.Udp candidate
                    && candidate.local().port() == udp.destinationPort()
                    && (candidate.local().address().isAny()
                            || candidate.local().address().equals(header.destination()))
                    && (candidate.remote().address().isAny()
                            || candidate.remote().address().equals(header.source()))
                    && (candidate.remote().port() == 0 || candidate.remote().port() == udp.sourcePort())
                    && (candidate.options().device() == 0 || candidate.options().device() == device)) {
                takers.add(candidate);
            }
        }
        if (takers.isEmpty()) {
            walk.count(host, SnmpCounter.UDP_IGNORED_MULTI);
            drop(walk, host, skb, DropReason.NOT_SPECIFIED);
            return;
        }
        for (Socket.Udp taker : takers) {
            enqueue(walk, host, skb, taker);
        }
    }

    private static void enqueue(Walk walk, HostId host, SkBuff skb, Socket.Udp socket) {
        int queued = socket.received().stream().mapToInt(SkBuff::length).sum();
        if (queued + skb.length() > RECEIVE_BUFFER) {
            walk.count(host, SnmpCounter.UDP_RCVBUF_ERRORS);
            walk.count(host, SnmpCounter.UDP_IN_ERRORS);
            drop(walk, host, skb, DropReason.SOCKET_RCVBUFF);
            return;
        }
        List<SkBuff> received = new ArrayList<>(socket.received());
        received.add(skb);
        walk.update(host, socket.withQueues(received, socket.errors(), socket.pendingError()));
        walk.emit(new SocketEvent.Delivered(walk.head(host, skb), "udp", socket.local()));
    }

    private static void drop(Walk walk, HostId host, SkBuff skb, DropReason reason) {
        Drop.packet(walk, host, skb, reason, KernelFunction.__UDP4_LIB_RCV, Stage.TRANSPORT_RECEIVE);
    }
}
