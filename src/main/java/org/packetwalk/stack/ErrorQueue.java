package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.SocketError;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.SocketEvent;

/** The error queue of a socket: what comes by ICMP, and what the host itself puts into it ({@code ip_local_error}). */
final class ErrorQueue {

    private ErrorQueue() {}

    /**
     * The packet may not be cut and is too long.
     *
     * @param mtu the longest packet in bytes
     * @param builder the function that was to put the packet together
     */
    static void tooLong(Walk walk, HostId host, Socket socket, int mtu, KernelFunction builder) {
        tooLong(
                walk,
                host,
                socket,
                mtu,
                Ipv4Address.ANY,
                List.of(builder, KernelFunction.__IP_APPEND_DATA, KernelFunction.IP_LOCAL_ERROR));
    }

    /** The same for IPv6 ({@code ipv6_local_error}). */
    static void tooLongIpv6(Walk walk, HostId host, Socket socket, int mtu) {
        tooLong(
                walk,
                host,
                socket,
                mtu,
                Ipv6Address.ANY,
                List.of(
                        KernelFunction.IP6_APPEND_DATA,
                        KernelFunction.__IP6_APPEND_DATA,
                        KernelFunction.IPV6_LOCAL_ERROR));
    }

    private static void tooLong(
            Walk walk, HostId host, Socket socket, int mtu, IpAddress from, List<KernelFunction> caller) {
        if (socket.options().recvErr()) {
            SocketError error =
                    new SocketError(Errno.EMSGSIZE, SocketError.Origin.LOCAL, 0, 0, mtu, from, -1, -1, SkBuff.NONE);
            queue(walk, host, socket, error, caller);
        }
    }

    /** Puts an error behind those that wait already, and tells the owner ({@code sock_queue_err_skb}). */
    static Socket queue(Walk walk, HostId host, Socket socket, SocketError error, List<KernelFunction> caller) {
        List<SocketError> errors = new ArrayList<>(socket.errors());
        errors.add(error);
        Socket told = socket.withQueues(socket.received(), errors, socket.pendingError());
        walk.update(host, told);
        walk.run(
                caller,
                () -> walk.run(
                        List.of(KernelFunction.SOCK_QUEUE_ERR_SKB, KernelFunction.SK_ERROR_REPORT),
                        () -> walk.emit(new SocketEvent.ErrorReported(
                                walk.head(host), socket.local(), socket.remote(), socket.pendingError(), true))));
        return told;
    }
}
