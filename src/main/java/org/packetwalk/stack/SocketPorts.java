package org.packetwalk.stack;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.kernel.socket.TcpTimeWait;
import org.packetwalk.net.Ipv4Address;

/** The ports of TCP sockets ({@code net/ipv4/inet_hashtables.c}, {@code inet_connection_sock.c}). */
final class SocketPorts {

    private static final int ATTEMPTS = 100_000;

    private SocketPorts() {}

    /**
     * {@code __inet_hash_connect}: a port so that no other connection has the same ends; the even ones of the range come
     * first. 0 if there is none.
     */
    static int forConnection(Walk walk, HostId host, Ipv4Address local, Endpoint remote) {
        int first = SocketCalls.FIRST_EPHEMERAL_PORT;
        int count = SocketCalls.LAST_EPHEMERAL_PORT - first + 1;
        int start = walk.random(count) & ~1;
        NetNamespace ns = walk.host(host);
        for (int i = 0; i < Math.min(count * 2, ATTEMPTS); i++) {
            int parity = i < count / 2 ? 0 : 1;
            int port = first + (start + 2 * i + parity) % count;
            if (!occupied(ns, port, local, remote)) {
                return port;
            }
        }
        return 0;
    }

    private static boolean occupied(NetNamespace ns, int port, Ipv4Address local, Endpoint remote) {
        return ns.sockets().all().stream()
                .anyMatch(other -> tcp(other)
                        && other.local().port() == port
                        && (other.remote().port() == 0
                                || other.local().address().equals(local)
                                        && other.remote().equals(remote)));
    }

    /** Whether another connection has these ends. */
    static boolean connected(NetNamespace ns, Endpoint local, Endpoint remote, SocketId except) {
        return ns.sockets().all().stream()
                .anyMatch(other -> tcp(other)
                        && !other.id().equals(except)
                        && other.local().equals(local)
                        && other.remote().equals(remote));
    }

    /** {@code inet_csk_get_port}: whether a port can be bound; sockets that all allow it may share one. */
    static boolean bindable(NetNamespace ns, TcpSocket socket, Endpoint wanted) {
        for (Socket other : ns.sockets().all()) {
            if (!tcp(other) || other.id().equals(socket.id()) || other.local().port() != wanted.port()) {
                continue;
            }
            boolean sameAddress = wanted.address().isAny()
                    || other.local().address().isAny()
                    || other.local().address().equals(wanted.address());
            boolean sameDevice = socket.options().device() == 0
                    || other.options().device() == 0
                    || socket.options().device() == other.options().device();
            boolean listens = other instanceof TcpSocket there && there.state() == TcpState.LISTEN;
            boolean shared = socket.options().reusePort() && other.options().reusePort()
                    || socket.options().reuseAddress() && other.options().reuseAddress() && !listens;
            if (sameAddress && sameDevice && !shared) {
                return false;
            }
        }
        return true;
    }

    /** A free port for {@code bind} with port 0: the odd ones of the range come first. */
    static int forBind(Walk walk, HostId host, TcpSocket socket, Ipv4Address address) {
        int first = SocketCalls.FIRST_EPHEMERAL_PORT;
        int count = SocketCalls.LAST_EPHEMERAL_PORT - first + 1;
        int start = walk.random(count) & ~1;
        for (int i = 0; i < count; i++) {
            int port = first + (start + 2 * i + (i < count / 2 ? 1 : 0)) % count;
            if (bindable(walk.host(host), socket, new Endpoint(address, port))) {
                return port;
            }
        }
        return 0;
    }

    private static boolean tcp(Socket socket) {
        return socket instanceof TcpSocket || socket instanceof TcpTimeWait;
    }
}
