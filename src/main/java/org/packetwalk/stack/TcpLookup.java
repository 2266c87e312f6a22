package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.TcpRequest;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.kernel.socket.TcpTimeWait;

/** Which socket a segment is for: {@code __inet_lookup} ({@code net/ipv4/inet_hashtables.c}). */
final class TcpLookup {

    /**
     * A handshake under way and its listener.
     *
     * @param listener the listening socket
     */
    record Pending(TcpSocket listener, TcpRequest request) {}

    private TcpLookup() {}

    /** {@code __inet_lookup_established}: the connection, or what is left of it. */
    static Optional<Socket> established(NetNamespace ns, Endpoint local, Endpoint remote, int device) {
        for (Socket socket : ns.sockets().all()) {
            boolean connected = socket instanceof TcpTimeWait
                    || socket instanceof TcpSocket tcp
                            && tcp.state() != TcpState.CLOSE
                            && tcp.state() != TcpState.LISTEN;
            if (connected
                    && socket.local().sameAs(local)
                    && socket.remote().sameAs(remote)
                    && (socket.options().device() == 0 || socket.options().device() == device)) {
                return Optional.of(socket);
            }
        }
        return Optional.empty();
    }

    /** The handshake under way between two ends. */
    static Optional<Pending> request(NetNamespace ns, Endpoint local, Endpoint remote) {
        for (Socket socket : ns.sockets().all()) {
            if (socket instanceof TcpSocket tcp && tcp.state() == TcpState.LISTEN) {
                for (TcpRequest request : tcp.listen().requests()) {
                    if (request.local().sameAs(local) && request.remote().sameAs(remote)) {
                        return Optional.of(new Pending(tcp, request));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** {@code __inet_lookup_listener}: bound to the very address beats bound to all, bound to the device beats not. */
    static Optional<TcpSocket> listener(NetNamespace ns, Endpoint local, int device) {
        TcpSocket found = null;
        int best = -1;
        for (Socket socket : ns.sockets().all()) {
            if (socket instanceof TcpSocket tcp && tcp.state() == TcpState.LISTEN) {
                int score = score(tcp, local, device);
                if (score > best) {
                    best = score;
                    found = tcp;
                }
            }
        }
        return Optional.ofNullable(found);
    }

    /** {@code compute_score}, with the address before all else; -1 if it does not match. */
    private static int score(TcpSocket socket, Endpoint local, int device) {
        boolean otherDevice = socket.options().device() != 0 && socket.options().device() != device;
        boolean any = socket.local().address().isAny();
        boolean listens = any ? takesAll(socket, local) : socket.local().sameAs(local);
        if (socket.local().port() != local.port() || !listens || otherDevice) {
            return -1;
        }
        boolean ipv4 = local.speaksIpv4() && !socket.local().isIpv6();
        return (any ? 0 : 4) + (socket.options().device() != 0 ? 2 : 1) + (ipv4 ? 1 : 0);
    }

    /** Whether a socket without an address takes packets of the family of an end. */
    static boolean takesAll(Socket socket, Endpoint end) {
        return end.speaksIpv4() ? !socket.options().ipv6Only() : socket.local().isIpv6();
    }
}
