package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.net.Ipv4Address;

/** Which UDP socket a datagram is for: {@code __udp4_lib_lookup} ({@code net/ipv4/udp.c}). */
final class UdpSockets {

    private UdpSockets() {}

    /** The best match; a socket bound to the very address beats any that is bound to all, the newest wins a tie. */
    static Optional<Socket.Udp> lookup(
            NetNamespace ns, Ipv4Address remote, int remotePort, Ipv4Address local, int localPort, int device) {
        Optional<Socket.Udp> exact = best(ns, remote, remotePort, local, local, localPort, device);
        return exact.isPresent() ? exact : best(ns, remote, remotePort, local, Ipv4Address.ANY, localPort, device);
    }

    private static Optional<Socket.Udp> best(
            NetNamespace ns,
            Ipv4Address remote,
            int remotePort,
            Ipv4Address local,
            Ipv4Address boundTo,
            int localPort,
            int device) {
        Socket.Udp found = null;
        int highest = -1;
        for (Socket socket : ns.sockets().all()) {
            if (socket instanceof Socket.Udp udp && udp.local().address().equals(boundTo)) {
                int score = score(udp, remote, remotePort, localPort, device);
                if (score >= 0 && score >= highest) {
                    found = udp;
                    highest = score;
                }
            }
        }
        return Optional.ofNullable(found);
    }

    /** {@code compute_score}; -1 if it does not match. */
    private static int score(Socket.Udp socket, Ipv4Address remote, int remotePort, int localPort, int device) {
        if (socket.local().port() != localPort || localPort == 0) {
            return -1;
        }
        int score = 2;
        if (!socket.remote().address().isAny()) {
            if (!socket.remote().address().equals(remote)) {
                return -1;
            }
            score += 4;
        }
        if (socket.remote().port() != 0) {
            if (socket.remote().port() != remotePort) {
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
