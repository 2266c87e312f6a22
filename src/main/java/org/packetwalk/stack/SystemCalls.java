package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;

import org.packetwalk.capture.CapturedFrame;
import org.packetwalk.capture.Filter;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HeaderOptions;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.PacketSocket;
import org.packetwalk.kernel.socket.PacketTap;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.SocketError;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.SocketOptions;
import org.packetwalk.kernel.socket.SocketOwner;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.EtherType;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.MacAddress;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.PacketEvent;
import org.packetwalk.trace.Stage;

/**
 * The system calls of one program on one host. Each runs to its end at once; what would block is answered
 * {@link Errno#EAGAIN}, and the program waits.
 */
public final class SystemCalls {

    /** Descriptors 0 to 2 are the standard ones. */
    private static final int FIRST_DESCRIPTOR = 3;

    private final Walk walk;
    private final HostId host;
    private final String program;
    private final int pid;

    /** The calls of a program, by the name it is known by. */
    public SystemCalls(Walk walk, HostId host, String program) {
        this(walk, host, program, 0);
    }

    /** The calls of a program with its number. */
    public SystemCalls(Walk walk, HostId host, String program, int pid) {
        this.walk = walk;
        this.host = host;
        this.program = program;
        this.pid = pid;
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
        hold(id);
        return id;
    }

    /** Opens a raw socket of IPv6 ({@code socket(AF_INET6, SOCK_RAW, protocol)}). */
    public SocketId rawIpv6Socket(IpProtocol protocol) {
        SocketId id = walk.nextSocketId();
        walk.update(host, Socket.Raw.openIpv6(id, protocol));
        hold(id);
        return id;
    }

    /** Opens a UDP socket of IPv6 ({@code socket(AF_INET6, SOCK_DGRAM, 0)}). */
    public SocketId udpIpv6Socket() {
        SocketId id = walk.nextSocketId();
        walk.update(host, forIpv6(Socket.Udp.openIpv6(id)));
        hold(id);
        return id;
    }

    /** {@code socket(AF_INET, SOCK_DGRAM, 0)}. */
    public SocketId udpSocket() {
        SocketId id = walk.nextSocketId();
        walk.update(host, Socket.Udp.open(id));
        hold(id);
        return id;
    }

    /** {@code socket(AF_PACKET, SOCK_DGRAM, 0)} and {@code bind} to a protocol and a device. */
    public SocketId packetSocket(EtherType protocol, int device) {
        SocketId id = walk.nextSocketId();
        walk.update(host, PacketSocket.open(id, protocol, device));
        hold(id);
        return id;
    }

    /** {@code socket(AF_PACKET, SOCK_RAW, ETH_P_ALL)}, a filter, and {@code bind} to a device, 0 for all. */
    public SocketId tap(int device, Filter filter, boolean promiscuous) {
        SocketId id = walk.nextSocketId();
        walk.update(host, PacketTap.open(id, device, filter, promiscuous));
        hold(id);
        return id;
    }

    /** The frames captured since the last look, oldest first. */
    public List<CapturedFrame> takeCaptured(SocketId id) {
        PacketTap tap = (PacketTap) socket(id);
        walk.update(host, tap.emptied());
        return List.copyOf(tap.captured());
    }

    /** {@code PACKET_STATISTICS}: how many frames the filter took. */
    public int capturedCount(SocketId id) {
        return ((PacketTap) socket(id)).taken();
    }

    /** {@code sendto} of a packet socket. */
    public Errno sendPacket(SocketId id, MacAddress destination, Packet packet) {
        return PacketSockets.send(walk, host, program, (PacketSocket) socket(id), destination, packet);
    }

    /** {@code recvfrom} of a packet socket: the oldest frame, if there is one. */
    public Optional<SkBuff> receivePacket(SocketId id) {
        return PacketSockets.receive(walk, host, program, (PacketSocket) socket(id));
    }

    /** {@code socket(AF_INET, SOCK_STREAM, 0)}; it never blocks. */
    public SocketId tcpSocket() {
        SocketId id = walk.nextSocketId();
        walk.update(host, TcpSocket.open(id));
        hold(id);
        return id;
    }

    /** {@code socket(AF_INET6, SOCK_STREAM, 0)}; it never blocks. */
    public SocketId tcpIpv6Socket() {
        SocketId id = walk.nextSocketId();
        walk.update(host, forIpv6(TcpSocket.openIpv6(id)));
        hold(id);
        return id;
    }

    /** {@code inet6_create}: for IPv6 only where {@code bindv6only} says so. */
    private Socket forIpv6(Socket socket) {
        boolean only = walk.host(host).sysctls().number("net.ipv6.bindv6only") != 0;
        return socket.withOptions(socket.options().withIpv6Only(only));
    }

    /** The program holds a socket from now on, by the lowest descriptor that is free. */
    private void hold(SocketId id) {
        NetNamespace ns = walk.host(host);
        int descriptor = FIRST_DESCRIPTOR;
        for (SocketId held : ns.sockets().heldBy(pid)) {
            descriptor = Math.max(descriptor, ns.sockets().owner(held).descriptor() + 1);
        }
        walk.update(ns.withSockets(ns.sockets().owned(id, new SocketOwner(program, pid, descriptor))));
    }

    /** {@code setsockopt}: replaces the options of a socket. */
    public void options(SocketId id, SocketOptions options) {
        walk.update(host, socket(id).withOptions(options));
    }

    /** The options of a socket. */
    public SocketOptions options(SocketId id) {
        return socket(id).options();
    }

    /** {@code setsockopt(IP_OPTIONS)}: options in the header of every packet, up to 40 bytes. */
    public Errno headerOptions(SocketId id, ByteString options) {
        Optional<HeaderOptions> read = walk.call(
                KernelFunction.__SYS_SETSOCKOPT,
                () -> walk.call(
                        KernelFunction.DO_SOCK_SETSOCKOPT,
                        () -> walk.call(
                                KernelFunction.IP_SETSOCKOPT,
                                () -> walk.call(
                                        KernelFunction.DO_IP_SETSOCKOPT,
                                        () -> Ipv4Options.wanted(walk, host, options)))));
        if (read.isEmpty()) {
            return Errno.EINVAL;
        }
        options(id, options(id).withHeader(read.get()));
        return Errno.OK;
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

    /** {@code connect}; a TCP socket answers {@link Errno#EINPROGRESS} and is writable when it is decided. */
    public Errno connect(SocketId id, Endpoint remote) {
        if (socket(id) instanceof TcpSocket) {
            return TcpConnect.connect(walk, host, program, id, remote);
        }
        return socket(id).local().isIpv6() && !remote.speaksIpv4()
                ? Ipv6SocketCalls.connect(walk, host, program, socket(id), remote)
                : SocketCalls.connect(walk, host, program, socket(id), remote);
    }

    /** {@code getsockname}. */
    public Endpoint localEnd(SocketId id) {
        return socket(id).local();
    }

    /** {@code sendto} of a raw socket: the data begins with the transport header. */
    public Errno sendRaw(SocketId id, Endpoint destination, ByteString data) {
        Socket.Raw raw = (Socket.Raw) socket(id);
        return raw.local().isIpv6()
                ? Ipv6RawSend.send(walk, host, program, raw, destination, data)
                : RawSend.send(walk, host, program, raw, destination.ipv4(), data);
    }

    /** Sends through a raw socket of IPv4. */
    public Errno sendRaw(SocketId id, Ipv4Address destination, ByteString data) {
        return RawSend.send(walk, host, program, (Socket.Raw) socket(id), destination, data);
    }

    /** {@code sendto} or {@code write} of a UDP socket; a connected one ignores {@code remote}. */
    public Errno sendUdp(SocketId id, Endpoint remote, ByteString data) {
        return UdpSend.send(walk, host, program, (Socket.Udp) socket(id), remote, data);
    }

    /** {@code listen} of a TCP socket. */
    public Errno listen(SocketId id, int backlog) {
        return TcpCalls.listen(walk, host, id, backlog);
    }

    /** {@code accept}: the oldest connection that waits, or {@link Errno#EAGAIN}. */
    public ResultOrErrno<SocketId> accept(SocketId id) {
        ResultOrErrno<SocketId> accepted = TcpCalls.accept(walk, host, id);
        if (accepted instanceof ResultOrErrno.Ok<SocketId> ok) {
            hold(ok.value());
        }
        return accepted;
    }

    /** {@code recvfrom(MSG_PEEK)}: who sent the oldest datagram of a UDP socket, if there is one. */
    public Optional<Endpoint> peekSender(SocketId id) {
        return socket(id).received().stream()
                .findFirst()
                .map(SkBuff::packet)
                .map(packet -> new Endpoint(
                                packet.has(Ipv6Header.class)
                                        ? packet.ipv6().source()
                                        : packet.ipv4().source(),
                                packet.udp().sourcePort())
                        .of(socket(id).local().isIpv6()));
    }

    /** {@code getpeername}. */
    public Endpoint remoteEnd(SocketId id) {
        return socket(id).remote();
    }

    /** {@code getsockopt(SO_ERROR)}: the pending error, which is gone then. */
    public Errno takeError(SocketId id) {
        Socket socket = socket(id);
        walk.update(host, socket.withQueues(socket.received(), socket.errors(), Errno.OK));
        return socket.pendingError() == Errno.OK && socket instanceof TcpSocket tcp
                ? Tcp.takeSoftError(walk, host, tcp)
                : socket.pendingError();
    }

    /** {@code write} of a TCP socket; answers how many bytes were taken. */
    public ResultOrErrno<Integer> write(SocketId id, ByteString data) {
        return TcpCalls.send(walk, host, program, id, data, true);
    }

    /** {@code send} of a TCP socket; answers how many bytes were taken. */
    public ResultOrErrno<Integer> send(SocketId id, ByteString data) {
        return TcpCalls.send(walk, host, program, id, data, false);
    }

    /** {@code read} of a TCP socket: some bytes, none at the end of the stream, or {@link Errno#EAGAIN}. */
    public ResultOrErrno<ByteString> read(SocketId id, int most) {
        return TcpCalls.receive(walk, host, program, id, most, true);
    }

    /** {@code recv} of a TCP socket: some bytes, none at the end of the stream, or {@link Errno#EAGAIN}. */
    public ResultOrErrno<ByteString> receiveBytes(SocketId id, int most) {
        return TcpCalls.receive(walk, host, program, id, most, false);
    }

    /** {@code shutdown(SHUT_WR)} or {@code shutdown(SHUT_RDWR)} of a TCP socket. */
    public Errno shutdown(SocketId id, boolean receiveToo) {
        return TcpClose.shutdown(walk, host, id, receiveToo, true);
    }

    /** {@code send} of a connected UDP socket. */
    public Errno sendUdpBySend(SocketId id, ByteString data) {
        return UdpSend.bySend(walk, host, program, (Socket.Udp) socket(id), data);
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
        SocketCalls.takeError(walk, host, socket);
        return Optional.of(errors.get(0));
    }

    /** Whether a read of the socket would return at once. */
    public boolean readable(SocketId id) {
        return socket(id).readable();
    }

    /** Whether a write to the socket would not block. */
    public boolean writable(SocketId id) {
        return socket(id).writable();
    }

    /** {@code POLLERR}: whether an error waits to be told. */
    public boolean failed(SocketId id) {
        Socket socket = socket(id);
        return socket.pendingError() != Errno.OK || !socket.errors().isEmpty();
    }

    /** {@code POLLHUP}: whether a socket is closed in both directions. */
    public boolean hungUp(SocketId id) {
        return socket(id) instanceof TcpSocket tcp && tcp.hungUp();
    }

    /** {@code exit}: every socket that the program still holds is closed. */
    public void exit() {
        for (SocketId held : walk.host(host).sockets().heldBy(pid)) {
            close(held);
        }
    }

    /** {@code close}: what was not read is gone. */
    public void close(SocketId id) {
        if (socket(id) instanceof TcpSocket) {
            TcpClose.close(walk, host, id);
            return;
        }
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
