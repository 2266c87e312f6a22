package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.trace.SocketEvent;

/** Raw sockets and the packets they get ({@code net/ipv4/raw.c}). */
final class RawSockets {

    /** {@code net.core.rmem_default} in bytes. */
    private static final int RECEIVE_BUFFER = 212_992;

    /**
     * What raw sockets took.
     *
     * @param delivered whether any socket got a clone
     * @param rest the packet as the protocol gets it
     */
    record Delivery(boolean delivered, SkBuff rest) {}

    private RawSockets() {}

    /** {@code raw_local_deliver}: every socket that matches gets a clone. */
    static Delivery deliver(Walk walk, HostId host, SkBuff skb) {
        List<Socket.Raw> takers = matching(walk, host, skb);
        takers.removeIf(socket -> filtered(socket, skb));
        for (Socket.Raw socket : takers) {
            // Only the last owner frees the buffers that hang on a reassembled packet.
            boolean last = socket.equals(takers.get(takers.size() - 1));
            SkBuff clone = skb.copy(skb.id());
            enqueue(walk, host, socket, last ? clone : clone.withFragments(List.of()));
        }
        return new Delivery(!takers.isEmpty(), takers.isEmpty() ? skb : skb.withFragments(List.of()));
    }

    private static void enqueue(Walk walk, HostId host, Socket.Raw socket, SkBuff clone) {
        int queued = socket.received().stream().mapToInt(SkBuff::length).sum();
        if (queued + clone.length() > RECEIVE_BUFFER) {
            return;
        }
        List<SkBuff> received = new ArrayList<>(socket.received());
        received.add(clone);
        walk.update(host, socket.withQueues(received, socket.errors(), socket.pendingError()));
        walk.emit(new SocketEvent.Delivered(
                walk.head(host, clone), "raw " + socket.protocol().label(), socket.local()));
    }

    /** The sockets a received packet is for: protocol, addresses and device agree ({@code raw_v4_match}). */
    static List<Socket.Raw> matching(Walk walk, HostId host, SkBuff skb) {
        Ipv4Header header = skb.packet().ipv4();
        return matching(
                walk,
                host,
                header.protocol(),
                header.destination(),
                header.source(),
                skb.route().inputInterface() != 0 ? skb.route().inputInterface() : skb.inputDevice());
    }

    /** The sockets of a protocol whose ends and device agree, newest first. */
    static List<Socket.Raw> matching(
            Walk walk, HostId host, IpProtocol protocol, Ipv4Address local, Ipv4Address remote, int device) {
        List<Socket.Raw> found = new ArrayList<>();
        for (Socket socket : walk.host(host).sockets().all()) {
            if (socket instanceof Socket.Raw raw
                    && !raw.local().isIpv6()
                    && raw.protocol().equals(protocol)
                    && agrees(raw.local(), local)
                    && agrees(raw.remote(), remote)
                    && (raw.options().device() == 0 || raw.options().device() == device)) {
                found.add(raw);
            }
        }
        return found;
    }

    private static boolean agrees(Endpoint end, Ipv4Address address) {
        return end.address().isAny() || end.address().equals(address);
    }

    private static boolean filtered(Socket.Raw socket, SkBuff skb) {
        if (!socket.protocol().equals(IpProtocol.ICMP) || !skb.packet().has(org.packetwalk.packet.IcmpMessage.class)) {
            return false;
        }
        int type = skb.packet().icmp().type();
        return type < 32 && (socket.icmpFilter() >>> type & 1) != 0;
    }
}
