package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.SocketError;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.SocketOptions;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.trace.PacketEvent;
import org.packetwalk.trace.Stage;

/**
 * The system calls of one program on one host. Each runs to its end at once; what would block is answered
 * {@link Errno#EAGAIN}, and the program waits.
 */
public final class SystemCalls {

    private final Walk walk;
    private final HostId host;
    private final String program;

    /** The calls of a program, by the name it is known by. */
    public SystemCalls(Walk walk, HostId host, String program) {
        this.walk = walk;
        this.host = host;
        this.program = program;
    }

    /** Virtual time. */
    public SimTime now() {
        return walk.now();
    }

    /** A random number from 0 to below {@code bound}. */
    public int random(int bound) {
        return walk.random(bound);
    }

    /** The host as it is now. */
    public NetNamespace namespace() {
        return walk.host(host);
    }

    /** {@code socket(AF_INET, SOCK_RAW, protocol)}. */
    public SocketId rawSocket(IpProtocol protocol) {
        SocketId id = walk.nextSocketId();
        walk.update(host, Socket.Raw.open(id, protocol));
        return id;
    }

    /** {@code socket(AF_INET, SOCK_DGRAM, 0)}. */
    public SocketId udpSocket() {
        SocketId id = walk.nextSocketId();
        walk.update(host, Socket.Udp.open(id));
        return id;
    }

    /** {@code setsockopt}: replaces the options of a socket. */
    public void options(SocketId id, SocketOptions options) {
        walk.update(host, socket(id).withOptions(options));
    }

    /** The options of a socket. */
    public SocketOptions options(SocketId id) {
        return socket(id).options();
    }

    /** {@code setsockopt(ICMP_FILTER)}: a bit for each ICMP type 0 to 31 that is not wanted. */
    public void icmpFilter(SocketId id, int blocked) {
        if (socket(id) instanceof Socket.Raw raw) {
            walk.update(
                    host,
                    new Socket.Raw(
                            raw.id(),
                            raw.protocol(),
                            blocked,
                            raw.options(),
                            raw.local(),
                            raw.remote(),
                            raw.received(),
                            raw.errors(),
                            raw.pendingError()));
        }
    }

    /** {@code bind}. */
    public Errno bind(SocketId id, Endpoint local) {
        return SocketCalls.bind(walk, host, socket(id), local);
    }

    /** {@code connect} of a UDP socket. */
    public Errno connect(SocketId id, Endpoint remote) {
        return SocketCalls.connect(walk, host, program, socket(id), remote);
    }

    /** {@code getsockname}. */
    public Endpoint localEnd(SocketId id) {
        return socket(id).local();
    }

    /** {@code sendto} of a raw socket: the data begins with the transport header. */
    public Errno sendRaw(SocketId id, Ipv4Address destination, ByteString data) {
        return RawSend.send(walk, host, program, (Socket.Raw) socket(id), destination, data);
    }

    /** {@code sendto} or {@code write} of a UDP socket; a connected one ignores {@code remote}. */
    public Errno sendUdp(SocketId id, Endpoint remote, ByteString data) {
        return UdpSend.send(walk, host, program, (Socket.Udp) socket(id), remote, data);
    }

    /** {@code recvmsg}: the oldest packet, or {@link Errno#EAGAIN}, or the pending error, which is gone then. */
    public ResultOrErrno<SkBuff> receive(SocketId id) {
        return SocketCalls.receive(walk, host, program, socket(id));
    }

    /** {@code recvmsg(MSG_ERRQUEUE)}: the oldest entry of the error queue, if there is one. */
    public Optional<SocketError> receiveError(SocketId id) {
        Socket socket = socket(id);
        if (socket.errors().isEmpty()) {
            return Optional.empty();
        }
        List<SocketError> errors = socket.errors();
        List<SocketError> rest = errors.subList(1, errors.size());
        Errno pending = rest.isEmpty() ? Errno.OK : rest.get(0).errno();
        walk.update(host, socket.withQueues(socket.received(), rest, pending));
        return Optional.of(errors.get(0));
    }

    /** Whether a read of the socket would return at once. */
    public boolean readable(SocketId id) {
        return socket(id).readable();
    }

    /** {@code close}: what was not read is gone. */
    public void close(SocketId id) {
        for (SkBuff unread : socket(id).received()) {
            walk.emit(new PacketEvent.Consumed(walk.head(host, unread), Stage.APPLICATION_RECEIVE));
        }
        NetNamespace ns = walk.host(host);
        walk.update(ns.withSockets(ns.sockets().without(id)));
    }

    private Socket socket(SocketId id) {
        return walk.host(host)
                .sockets()
                .find(id)
                .orElseThrow(() -> new IllegalStateException("socket " + id.number() + " is not open"));
    }
}
