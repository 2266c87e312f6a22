package org.packetwalk.stack;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.route6.Ipv6Flow;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpTimers;
import org.packetwalk.net.Ipv6Address;

/** Opens a connection over IPv6: {@code tcp_v6_connect} ({@code net/ipv6/tcp_ipv6.c}). */
final class Ipv6TcpConnect {

    private Ipv6TcpConnect() {}

    /** One lookup answers the route and the source; a link-local address binds the socket to its device. */
    static Errno begin(Walk walk, HostId host, SocketId id, Endpoint wanted) {
        TcpSocket asked = Tcp.socket(walk, host, id);
        Ipv6Address destination = wanted.address().isAny() ? Ipv6Address.LOOPBACK : wanted.ipv6();
        if (destination.isMulticast()) {
            return Errno.ENETUNREACH;
        }
        int bound = asked.options().device();
        if (destination.isLinkLocal()) {
            if (bound != 0 && wanted.scope() != 0 && bound != wanted.scope()) {
                return Errno.EINVAL;
            }
            bound = wanted.scope() != 0 ? wanted.scope() : bound;
            if (bound == 0) {
                return Errno.EINVAL;
            }
        }
        TcpSocket socket = asked.withOptions(asked.options().withDevice(bound));
        walk.update(host, socket);
        int given = socket.local().port();
        Endpoint remote = new Endpoint(destination, wanted.port());
        Ipv6Flow flow = TcpIpv6.flow(socket.options(), socket.local(), remote).withOutputInterface(bound);
        Ipv6Routing.Way way = Ipv6Routing.lookupFlow(walk, host, SkBuff.NONE, flow, bound != 0);
        if (way.refused()) {
            return way.errno();
        }
        Endpoint local = new Endpoint(
                socket.local().address().isAny() ? way.source() : socket.local().ipv6(), given);
        walk.update(
                host,
                socket.withEnds(local, remote)
                        .with(TcpTimers.NEW)
                        .routed(way.answer().entry()));
        if (TcpConnect.opened(walk, host, id, local, remote) == 0) {
            return Errno.EADDRNOTAVAIL;
        }
        TcpConnect.synchronize(walk, host, id);
        return Errno.EINPROGRESS;
    }
}
