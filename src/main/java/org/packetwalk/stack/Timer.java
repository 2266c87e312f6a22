package org.packetwalk.stack;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.neigh.NeighborKey;
import org.packetwalk.kernel.socket.SocketId;

/** A kernel timer that will fire. */
public sealed interface Timer {

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
    record Tcp(HostId host, SocketId socket, TcpTimerKind kind) implements Timer {}
}
