package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.NetDevice;
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
     * The ports that are given to those who ask for none ({@code ip_local_port_range}).
     *
     * @param first the lowest
     * @param count how many
     */
    record Range(int first, int count) {

        static Range of(NetNamespace ns) {
            String[] ends = ns.sysctls()
                    .text("net.ipv4.ip_local_port_range")
                    .orElseThrow()
                    .split("\\s+");
            int first = Integer.parseInt(ends[0]);
            return new Range(first, Integer.parseInt(ends[1]) - first + 1);
        }
    }

    /**
     * {@code __inet_hash_connect}: a port so that no other connection has the same ends; the even ones of the range come
     * first. 0 if there is none.
     */
    static int forConnection(Walk walk, HostId host, Endpoint local, Endpoint remote) {
        NetNamespace ns = walk.host(host);
        Range range = Range.of(ns);
        int count = range.count();
        int start = walk.random(count) & ~1;
        for (int i = 0; i < Math.min(count * 2, ATTEMPTS); i++) {
            int parity = i < count / 2 ? 0 : 1;
            int port = range.first() + (start + 2 * i + parity) % count;
            if (!occupied(walk, ns, port, local, remote)) {
                return port;
            }
        }
        return 0;
    }

    private static boolean occupied(Walk walk, NetNamespace ns, int port, Endpoint local, Endpoint remote) {
        Endpoint wanted = new Endpoint(local.address(), port);
        return ns.sockets().all().stream()
                .anyMatch(other -> tcp(other)
                        && other.local().port() == port
                        && (other.remote().port() == 0
                                || other.local().sameAs(wanted)
                                        && other.remote().sameAs(remote)
                                        && !reusable(walk, ns, other, false)));
    }

    /**
     * {@code tcp_twsk_unique}: whether a connection may take the ends of one that rests, which needs timestamps. For a
     * chosen port it must be allowed, too, and the other have rested for a while; a given one is taken at once.
     */
    private static boolean reusable(Walk walk, NetNamespace ns, Socket other, boolean given) {
        if (!(other instanceof TcpTimeWait rest) || !rest.timestamps()) {
            return false;
        }
        int allowed = ns.sysctls().number("net.ipv4.tcp_tw_reuse");
        boolean loopback = rest.local().address().isLoopback()
                || rest.remote().address().isLoopback()
                || rest.options().device() == NetDevice.LOOPBACK_INDEX;
        long delay = ns.sysctls().number("net.ipv4.tcp_tw_reuse_delay") * 1_000_000L;
        boolean reuse = !rest.finWait2() && (allowed == 1 || allowed == 2 && loopback);
        return given || reuse && walk.now().since(rest.since()) > delay;
    }

    /** The connection that rests between two ends, if a new one may take its place. */
    static Optional<TcpTimeWait> rest(Walk walk, HostId host, Endpoint local, Endpoint remote, boolean given) {
        NetNamespace ns = walk.host(host);
        return ns.sockets().all().stream()
                .filter(other -> other.local().sameAs(local)
                        && other.remote().sameAs(remote)
                        && reusable(walk, ns, other, given))
                .map(TcpTimeWait.class::cast)
                .findFirst();
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
        Range range = Range.of(walk.host(host));
        int count = range.count();
        int start = walk.random(count) & ~1;
        for (int i = 0; i < count; i++) {
            int port = range.first() + (start + 2 * i + (i < count / 2 ? 1 : 0)) % count;
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

    /** The port of a UDP or raw socket, chosen now if it has none ({@code inet_autobind}); 0 if there is none. */
    static int ofSender(Walk walk, HostId host, Socket socket) {
        return socket.local().port() == 0
                ? forDatagrams(walk, host)
                : socket.local().port();
    }

    /** A UDP port of the range that nobody has, by chance; 0 if there is none. */
    static int forDatagrams(Walk walk, HostId host) {
        Range range = Range.of(walk.host(host));
        int start = walk.random(range.count());
        for (int i = 0; i < range.count(); i++) {
            int port = range.first() + (start + i) % range.count();
            if (!udpInUse(walk.host(host), port)) {
                return port;
            }
        }
        return 0;
    }

    private static boolean udpInUse(NetNamespace ns, int port) {
        return ns.sockets().all().stream()
                .anyMatch(other -> other instanceof Socket.Udp && other.local().port() == port);
    }
}
