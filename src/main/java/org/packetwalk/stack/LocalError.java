package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.SocketError;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.SocketEvent;

/** Errors that the host itself puts into the error queue of a socket ({@code ip_local_error}). */
final class LocalError {

    private LocalError() {}

    /**
     * The packet may not be cut and is too long.
     *
     * @param mtu the longest packet in bytes
     * @param builder the function that was to put the packet together
     */
    static void tooLong(Walk walk, HostId host, Socket socket, int mtu, KernelFunction builder) {
        if (!socket.options().recvErr()) {
            return;
        }
        List<SocketError> errors = new ArrayList<>(socket.errors());
        errors.add(new SocketError(
                Errno.EMSGSIZE, SocketError.Origin.LOCAL, 0, 0, mtu, Ipv4Address.ANY, -1, -1, SkBuff.NONE));
        walk.update(host, socket.withQueues(socket.received(), errors, socket.pendingError()));
        walk.run(
                builder,
                () -> walk.run(
                        KernelFunction.__IP_APPEND_DATA,
                        () -> walk.run(
                                KernelFunction.IP_LOCAL_ERROR,
                                () -> walk.run(
                                        KernelFunction.SOCK_QUEUE_ERR_SKB,
                                        () -> walk.run(
                                                KernelFunction.SK_ERROR_REPORT,
                                                () -> walk.emit(new SocketEvent.ErrorReported(
                                                        walk.head(host),
                                                        socket.local(),
                                                        socket.remote(),
                                                        socket.pendingError(),
                                                        true)))))));
    }
}
