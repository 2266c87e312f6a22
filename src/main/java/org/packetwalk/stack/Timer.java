package org.packetwalk.stack;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.neigh.NeighborKey;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv6Address;

/** A kernel timer that will fire. */
public sealed interface Timer {

    /** {@code TIMER_PINNED}: whether it is bound to the processor it was armed on. */
    default boolean pinned() {
        return false;
    }

    /** The host whose timer it is. */
    HostId host();

    /** The timer of a neighbour entry ({@code neigh_timer_handler}). */
    record Neighbor(HostId host, NeighborKey key) implements Timer {}

    /** A request for another host's address is answered late ({@code neigh_proxy_process}). */
    record ProxyAnswer(HostId host, SkBuff request) implements Timer {}

    /** The timeout of a fragment queue ({@code ip_expire}). */
    record Reassembly(HostId host, FragmentKey key) implements Timer {}

    /** The news of a device's carrier is spread ({@code linkwatch_event}). */
    record LinkWatch(HostId host, int device) implements Timer {}

    /** A timer of a TCP socket. */
    record Tcp(HostId host, SocketId socket, TcpTimerKind kind) implements Timer {

        @Override
        public boolean pinned() {
            return kind == TcpTimerKind.SYN_ACK;
        }
    }

    /**
     * The next step of duplicate address detection.
     *
     * @param questions how many solicitations are still to be sent; 0 ends it well
     * @param nonce the number by which the host knows its own solicitations again
     */
    record DuplicateDetection(HostId host, int device, Ipv6Address address, int questions, long nonce)
            implements Timer {}

    /** The next router solicitation, with the pause after it in milliseconds. */
    record RouterSolicitation(HostId host, int device, long pauseMillis) implements Timer {}

    /** A report of a group that was joined, with how often it is repeated. */
    record Mld(HostId host, int device, Ipv6Address group, int repeats) implements Timer {}

    /** Reports of multicast groups are due: of all changes, or by version 2 of one group. */
    record Igmp(HostId host, int device, Ipv4Address group) implements Timer {}

    /** IPv6 is told of the carrier of a device ({@code linkwatch_event}). */
    record Ipv6Carrier(HostId host, int device) implements Timer {}

    /** Frames to many are handed to the macvlan devices above the one they came in on ({@code macvlan_process_broadcast}). */
    record MacvlanBroadcast(HostId host, int device, SkBuff frame) implements Timer {}

    /** IPv4 addresses may have come to their end. */
    record AddressLifetimes(HostId host) implements Timer {}

    /** IPv6 addresses may have come to their end. */
    record Ipv6Lifetimes(HostId host) implements Timer {}
}
