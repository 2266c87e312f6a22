package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.Socket;

/**
 * Which UDP socket a datagram is for: {@code __udp4_lib_lookup} ({@code net/ipv4/udp.c}) and {@code __udp6_lib_lookup}
 * ({@code net/ipv6/udp.c}).
 */
final class UdpSockets {

    private UdpSockets() {}

    /** The best match; a socket bound to the very address beats any that is bound to all, the newest wins a tie. */
    static Optional<Socket.Udp> lookup(NetNamespace ns, Endpoint remote, Endpoint local, int device) {
        Optional<Socket.Udp> exact = best(ns, remote, local, true, device);
        return exact.isPresent() ? exact : best(ns, remote, local, false, device);
    }

    private static Optional<Socket.Udp> best(
            NetNamespace ns, Endpoint remote, Endpoint local, boolean bound, int device) {
        Socket.Udp found = null;
        int highest = -1;
        for (Socket socket : ns.sockets().all()) {
            if (socket instanceof Socket.Udp udp && takes(udp, local, bound)) {
                int score = score(udp, remote, local, device);
                if (score >= 0 && score >= highest) {
                    found = udp;
                    highest = score;
                }
            }
        }
        return Optional.ofNullable(found);
    }

    private static boolean takes(Socket.Udp socket, Endpoint local, boolean bound) {
        boolean any = socket.local().address().isAny();
        return bound ? !any && socket.local().sameAddress(local) : any && TcpLookup.takesAll(socket, local);
    }

    /** {@code compute_score}; -1 if it does not match. */
    private static int score(Socket.Udp socket, Endpoint remote, Endpoint local, int device) {
        if (socket.local().port() != local.port() || local.port() == 0) {
            return -1;
        }
        int score = local.speaksIpv4() && !socket.local().isIpv6() ? 2 : 1;
        if (!socket.remote().address().isAny()) {
            if (!socket.remote().sameAddress(remote)) {
                return -1;
            }
            score += 4;
        }
        if (socket.remote().port() != 0) {
            if (socket.remote().port() != remote.port()) {
                return -1;
            }
            score += 4;
        }
        if (socket.options().device() != 0) {
            if (socket.options().device() != device) {
                return -1;
            }
            score += 4;
        }
        return score;
    }
}
