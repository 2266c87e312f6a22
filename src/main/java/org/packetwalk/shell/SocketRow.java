package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.SocketOwner;
import org.packetwalk.kernel.socket.TcpRequest;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.kernel.socket.TcpTimeWait;
import org.packetwalk.stack.NetNamespace;

/**
 * A socket as {@code inet_diag} and {@code /proc/net/tcp} show it.
 *
 * @param udp whether it is a UDP socket, else TCP
 * @param state its state; of UDP sockets {@link TcpState#ESTABLISHED} if connected, else {@link TcpState#CLOSE}
 * @param receiveQueue bytes not read, of UDP with the memory around them, or connections not accepted
 * @param sendQueue bytes not acknowledged, or of a listener the length of its queue
 * @param device the interface it is bound to, empty if none
 * @param inode its number in the file system of sockets
 * @param ipv6Only {@code IPV6_V6ONLY}
 * @param due when a connection that rests is forgotten, else zero
 */
record SocketRow(
        boolean udp,
        TcpState state,
        long receiveQueue,
        long sendQueue,
        Endpoint local,
        Endpoint remote,
        String device,
        SocketOwner owner,
        long inode,
        boolean ipv6Only,
        SimTime due) {

    private static final int FIRST_INODE = 20_000;

    /**
     * The sockets of a host: those of UDP, then of TCP; within each those of IPv4 first, and the listeners before the
     * connections; each in order of creation.
     */
    static List<SocketRow> of(NetNamespace ns) {
        List<SocketRow> datagrams = new ArrayList<>();
        List<SocketRow> listeners = new ArrayList<>();
        List<SocketRow> connections = new ArrayList<>();
        for (Socket socket : ns.sockets().all()) {
            if (socket instanceof Socket.Udp udp && udp.local().port() != 0) {
                boolean connected = udp.remote().port() != 0;
                datagrams.add(row(ns, udp, true, connected ? TcpState.ESTABLISHED : TcpState.CLOSE, udp.memory(), 0));
            } else if (socket instanceof TcpTimeWait rest) {
                connections.add(row(ns, rest, false, rest.finWait2() ? TcpState.FIN_WAIT2 : TcpState.TIME_WAIT, 0, 0));
            } else if (socket instanceof TcpSocket tcp && tcp.state() == TcpState.LISTEN) {
                listeners.add(row(
                        ns,
                        tcp,
                        false,
                        TcpState.LISTEN,
                        tcp.listen().established().size(),
                        tcp.listen().backlog()));
                tcp.listen().requests().forEach(request -> connections.add(opening(tcp, request)));
            } else if (socket instanceof TcpSocket tcp && tcp.state() != TcpState.CLOSE) {
                long unacknowledged = tcp.send().end() - tcp.send().unacknowledged();
                connections.add(row(ns, tcp, false, tcp.state(), unread(tcp), unacknowledged));
            }
        }
        List<SocketRow> streams = new ArrayList<>(listeners);
        streams.addAll(connections);
        List<SocketRow> all = new ArrayList<>();
        for (List<SocketRow> some : List.of(datagrams, streams)) {
            some.stream().filter(row -> !row.ipv6()).forEach(all::add);
            some.stream().filter(SocketRow::ipv6).forEach(all::add);
        }
        return all;
    }

    /** What was received and not read; the FIN counts as a byte. */
    private static long unread(TcpSocket socket) {
        return socket.receive().next() - socket.receive().copied();
    }

    private static SocketRow row(
            NetNamespace ns, Socket socket, boolean udp, TcpState state, long receiveQueue, long sendQueue) {
        String device =
                ns.device(socket.options().device()).map(NetDevice::name).orElse("");
        return new SocketRow(
                udp,
                state,
                receiveQueue,
                sendQueue,
                socket.local(),
                socket.remote(),
                device,
                ns.sockets().owner(socket.id()),
                FIRST_INODE + socket.id().number(),
                socket.options().ipv6Only(),
                socket instanceof TcpTimeWait rest ? rest.due() : SimTime.ZERO);
    }

    /** A handshake under way, which nobody holds ({@code get_openreq4}). */
    private static SocketRow opening(TcpSocket listener, TcpRequest request) {
        boolean ipv6 = listener.local().isIpv6();
        return new SocketRow(
                false,
                TcpState.SYN_RECV,
                0,
                0,
                request.local().of(ipv6),
                request.remote().of(ipv6),
                "",
                SocketOwner.NOBODY,
                0,
                false,
                SimTime.ZERO);
    }

    String protocol() {
        return udp ? "udp" : "tcp";
    }

    /** Whether it is a socket of IPv6, whatever it speaks. */
    boolean ipv6() {
        return local.isIpv6();
    }

    /** Whether it waits for others: a listener, or a UDP socket that is not connected. */
    boolean server() {
        return state == TcpState.LISTEN || udp && state == TcpState.CLOSE;
    }
}
