package org.packetwalk.program;

import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.SocketOptions.PathMtuDiscovery;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.packet.UdpHeader;

/** Opens the sockets of traceroute and sends its probes; what fails is printed. */
final class TracerouteSockets {

    /** The largest segment 1460 bytes, selective acknowledgments, a time stamp, a window scale of 2. */
    private static final int[] SYN_OPTIONS = {2, 4, 0x05, 0xb4, 4, 2, 8, 10, 0, 0, 0, 0, 0, 0, 0, 0, 1, 3, 3, 2};

    private static final int TIME_STAMP_PLACE = 8;
    private static final int SYN_WINDOW = 5840;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final TracerouteOptions options;
    private final ProgramContext context;
    private final Endpoint target;

    TracerouteSockets(TracerouteOptions options, ProgramContext context, Endpoint target) {
        this.options = options;
        this.context = context;
        this.target = target;
    }

    /** The socket of all probes, if the method has one; nothing if it cannot be opened. */
    Optional<SocketId> shared() {
        IpProtocol protocol = options.method() == TracerouteMethod.TCP ? IpProtocol.TCP : IpProtocol.ICMP;
        SocketId socket = target.isIpv6()
                ? context.calls().rawIpv6Socket(IpProtocol.ICMPV6)
                : context.calls().rawSocket(protocol);
        return prepare(socket, true) && connect(socket, target) ? Optional.of(socket) : Optional.empty();
    }

    /** A UDP datagram by a socket of its own. */
    Optional<TracerouteProbe> datagram(int hop, int port) {
        SocketId socket = target.isIpv6()
                ? context.calls().udpIpv6Socket()
                : context.calls().udpSocket();
        if (!prepare(socket, false) || !connect(socket, new Endpoint(target.address(), port, target.scope()))) {
            return Optional.empty();
        }
        ttl(socket, hop);
        ByteString data = filling(options.packet().length() - ipHeader() - UdpHeader.LENGTH);
        return sent(context.calls().sendUdpBySend(socket, data), socket, port);
    }

    /** A packet of a protocol without a header of its own, by a raw socket of its own. */
    Optional<TracerouteProbe> packet(int hop) {
        SocketId socket = context.calls().rawSocket(options.packet().protocol());
        if (!prepare(socket, false) || !connect(socket, target)) {
            return Optional.empty();
        }
        ttl(socket, hop);
        ByteString data = filling(options.packet().length() - Ipv4Header.MINIMUM_LENGTH);
        return sent(context.calls().sendRaw(socket, target.ipv4(), data), socket, 0);
    }

    /** An echo request by the socket of all. */
    Optional<TracerouteProbe> echo(SocketId socket, int hop, int id, int sequence) {
        ttl(socket, hop);
        int header = target.isIpv6() ? Icmpv6Message.LENGTH : IcmpMessage.LENGTH;
        ByteString data = filling(Math.max(0, options.packet().length() - ipHeader() - header));
        Packet request = Packet.of(
                        data,
                        target.isIpv6()
                                ? Icmpv6Message.echoRequest(id, sequence)
                                : IcmpMessage.echoRequest(id, sequence))
                .withLengths();
        return sent(context.calls().sendRaw(socket, target, PacketCodec.encode(request)), socket, sequence);
    }

    /** A segment with SYN by the raw socket of all; a socket of TCP, bound and never connected, holds its source port. */
    Optional<TracerouteProbe> syn(SocketId socket, int hop) {
        SocketId holder = context.calls().tcpSocket();
        int wanted = options.packet().sourcePort();
        Ipv4Address from = context.calls().localEnd(socket).ipv4();
        boolean named = !options.packet().source().isEmpty();
        Errno errno = context.calls().bind(holder, new Endpoint(named ? from : Ipv4Address.ANY, wanted));
        if (errno != Errno.OK) {
            return fail("bind", errno);
        }
        int port = context.calls().localEnd(holder).port();
        ttl(socket, hop);
        TcpHeader header = new TcpHeader(
                port,
                options.packet().destinationPort(),
                context.calls().random(Integer.MAX_VALUE),
                0,
                TcpFlags.SYN,
                SYN_WINDOW,
                0,
                synOptions());
        ByteString segment = PacketCodec.transport(
                Packet.of(ByteString.EMPTY, Ipv4Header.of(IpProtocol.TCP, from, target.ipv4()), header)
                        .withLengths());
        return sent(context.calls().sendRaw(socket, target.ipv4(), segment), socket, port)
                .map(probe -> probe.holding(holder));
    }

    private ByteString synOptions() {
        byte[] bytes = new byte[SYN_OPTIONS.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) SYN_OPTIONS[i];
        }
        long millis = context.calls().now().nanos() / NANOS_PER_MILLI;
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[TIME_STAMP_PLACE + i] = (byte) (millis >>> Byte.SIZE * (Integer.BYTES - 1 - i));
        }
        return ByteString.of(bytes);
    }

    private int ipHeader() {
        return target.isIpv6() ? Ipv6Header.LENGTH : Ipv4Header.MINIMUM_LENGTH;
    }

    private boolean connect(SocketId socket, Endpoint end) {
        Errno errno = context.calls().connect(socket, end);
        if (errno != Errno.OK) {
            fail("connect", errno);
        }
        return errno == Errno.OK;
    }

    /** A probe that was sent; one that is too long is told of by the error queue. */
    private Optional<TracerouteProbe> sent(Errno errno, SocketId socket, int key) {
        return errno == Errno.OK || errno == Errno.EMSGSIZE
                ? Optional.of(TracerouteProbe.sent(socket, key, context.calls().now()))
                : fail(sending(errno), errno);
    }

    /** A full queue is told by the loop that sends, any other error by what sends. */
    private static String sending(Errno errno) {
        return errno == Errno.ENOBUFS || errno == Errno.EAGAIN ? "send probe" : "send";
    }

    private <T> Optional<T> fail(String call, Errno errno) {
        context.printError("\n" + call + ": " + errno.text() + "\n");
        return Optional.empty();
    }

    /** Options and address of a socket; whether the kernel took them. */
    private boolean prepare(SocketId socket, boolean shared) {
        TraceroutePacket packet = options.packet();
        int index = 0;
        if (!packet.device().isEmpty()) {
            Optional<NetDevice> device = context.calls().namespace().devices().find(packet.device());
            if (device.isEmpty()) {
                fail("setsockopt SO_BINDTODEVICE", Errno.ENODEV);
                return false;
            }
            index = device.get().index();
        }
        context.calls()
                .options(
                        socket,
                        context.calls()
                                .options(socket)
                                .withPathMtuDiscovery(
                                        packet.dontFragment() ? PathMtuDiscovery.PROBE : PathMtuDiscovery.DONT)
                                .withRecvErr(true)
                                .withTos(packet.tos())
                                .withDontRoute(packet.dontRoute())
                                .withDevice(index));
        return bind(socket, shared ? 0 : packet.sourcePort());
    }

    private boolean bind(SocketId socket, int port) {
        String source = options.packet().source();
        if (source.isEmpty() && port == 0) {
            return true;
        }
        Optional<Endpoint> from = source.isEmpty()
                ? Optional.of(new Endpoint(Ipv4Address.ANY, port))
                : HostLookup.of(context, source, port, target.isIpv6() ? 6 : 4, false)
                        .end();
        Errno errno = from.isEmpty() ? Errno.EADDRNOTAVAIL : context.calls().bind(socket, from.get());
        if (errno != Errno.OK) {
            fail("bind", errno);
        }
        return errno == Errno.OK;
    }

    private void ttl(SocketId socket, int hop) {
        context.calls().options(socket, context.calls().options(socket).withTtl(Math.min(255, hop)));
    }

    /** What packets are filled with: 64 characters from the at sign on, again and again. */
    private static ByteString filling(int size) {
        byte[] data = new byte[size];
        for (int i = 0; i < size; i++) {
            data[i] = (byte) ('@' + (i & 0x3f));
        }
        return ByteString.of(data);
    }
}
