package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.trace.SocketEvent;

/** Raw sockets of IPv6 and the packets they get ({@code net/ipv6/raw.c}). */
final class Ipv6RawSockets {

    /** The first ICMPv6 type that a filter of a socket is about. */
    static final int FIRST_FILTERED_TYPE = 128;

    private Ipv6RawSockets() {}

    /** {@code raw6_local_deliver}: every socket that matches gets a clone; whether any did. */
    static boolean deliver(Walk walk, HostId host, SkBuff skb, IpProtocol protocol) {
        Ipv6Header header = skb.packet().ipv6();
        boolean taken = false;
        for (Socket.Raw socket : matching(
                walk, host, protocol, header.destination(), header.source(), Ipv6Input.arrivedAt(walk, host, skb))) {
            taken = true;
            if (!filtered(socket, skb)) {
                enqueue(walk, host, socket, skb.copy(skb.id()));
            }
        }
        return taken;
    }

    private static void enqueue(Walk walk, HostId host, Socket.Raw socket, SkBuff clone) {
        List<SkBuff> received = new ArrayList<>(socket.received());
        received.add(clone);
        walk.update(host, socket.withQueues(received, socket.errors(), socket.pendingError()));
        walk.emit(new SocketEvent.Delivered(
                walk.head(host, clone), "raw " + socket.protocol().label(), socket.local()));
    }

    /** The sockets of a protocol whose ends and device agree ({@code raw_v6_match}). */
    static List<Socket.Raw> matching(
            Walk walk, HostId host, IpProtocol protocol, Ipv6Address local, Ipv6Address remote, int device) {
        List<Socket.Raw> found = new ArrayList<>();
        for (Socket socket : walk.host(host).sockets().all()) {
            if (socket instanceof Socket.Raw raw
                    && raw.local().isIpv6()
                    && raw.protocol().equals(protocol)
                    && agrees(raw.local().address(), local)
                    && agrees(raw.remote().address(), remote)
                    && (raw.options().device() == 0 || raw.options().device() == device)) {
                found.add(raw);
            }
        }
        return found;
    }

    private static boolean agrees(IpAddress end, Ipv6Address address) {
        return end.isAny() || end.equals(address);
    }

    /** {@code icmpv6_filter}: of the ICMPv6 filter a socket keeps the types from 128 on. */
    private static boolean filtered(Socket.Raw socket, SkBuff skb) {
        if (!socket.protocol().equals(IpProtocol.ICMPV6) || !skb.packet().has(Icmpv6Message.class)) {
            return false;
        }
        int place = skb.packet().icmpv6().type() - FIRST_FILTERED_TYPE;
        return place >= 0 && place < 32 && (socket.icmpFilter() >>> place & 1) != 0;
    }
}
