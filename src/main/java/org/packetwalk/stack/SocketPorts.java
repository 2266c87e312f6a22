package org.packetwalk.stack;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.socket.BoundAddress;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.kernel.socket.TcpTimeWait;
import org.packetwalk.net.IpAddress;

/** The ports of TCP and UDP sockets ({@code net/ipv4/inet_hashtables.c}, {@code inet_connection_sock.c}). */
final class SocketPorts {

    private static final int ATTEMPTS = 100_000;

    private SocketPorts() {}

    /**
     * {@code __inet_hash_connect}: a port so that no other connection has the same ends; the even ones of the range come
     * first. 0 if there is none.
     */
    static int forConnection(Walk walk, HostId host, Endpoint local, Endpoint remote) {
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

    private static boolean occupied(NetNamespace ns, int port, Endpoint local, Endpoint remote) {
        Endpoint wanted = new Endpoint(local.address(), port);
        return ns.sockets().all().stream()
                .anyMatch(other -> tcp(other)
                        && other.local().port() == port
                        && (other.remote().port() == 0
                                || other.local().sameAs(wanted)
                                        && other.remote().sameAs(remote)));
    }

    /** Whether another connection has these ends. */
    static boolean connected(NetNamespace ns, Endpoint local, Endpoint remote, SocketId except) {
        return ns.sockets().all().stream()
                .anyMatch(other -> tcp(other)
                        && !other.id().equals(except)
                        && other.local().sameAs(local)
                        && other.remote().sameAs(remote));
    }

    /** {@code inet_csk_get_port}: whether a port can be bound; sockets that all allow it may share one. */
    static boolean bindable(NetNamespace ns, TcpSocket socket, Endpoint wanted) {
        for (Socket other : ns.sockets().all()) {
            if (!tcp(other) || other.id().equals(socket.id()) || other.local().port() != wanted.port()) {
                continue;
            }
            boolean sameAddress =
                    new BoundAddress(wanted, socket.options().ipv6Only()).overlaps(BoundAddress.of(other));
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
    static int forBind(Walk walk, HostId host, TcpSocket socket, IpAddress address) {
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

    /** {@code udp_lib_lport_inuse}: whether a UDP port can be bound; sockets that all allow it may share one. */
    static boolean udpBindable(NetNamespace ns, Socket socket, Endpoint wanted) {
        BoundAddress bound = new BoundAddress(wanted, socket.options().ipv6Only());
        return ns.sockets().all().stream()
                .noneMatch(other -> other instanceof Socket.Udp
                        && !other.id().equals(socket.id())
                        && other.local().port() == wanted.port()
                        && !(other.options().reuseAddress() && socket.options().reuseAddress())
                        && !(other.options().reusePort() && socket.options().reusePort())
                        && (other.options().device() == 0
                                || socket.options().device() == 0
                                || other.options().device() == socket.options().device())
                        && bound.overlaps(BoundAddress.of(other)));
    }

    /** Whether any UDP socket has a port. */
    static boolean udpInUse(NetNamespace ns, int port) {
        return ns.sockets().all().stream()
                .anyMatch(other -> other instanceof Socket.Udp && other.local().port() == port);
    }
}
