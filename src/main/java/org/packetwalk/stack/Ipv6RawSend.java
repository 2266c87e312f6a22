package org.packetwalk.stack;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.route6.Ipv6Flow;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.SocketOptions.PathMtuDiscovery;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.SocketEvent;

/** A program sends through a raw socket of IPv6 ({@code rawv6_sendmsg}). */
final class Ipv6RawSend {

    private Ipv6RawSend() {}

    static Errno send(Walk walk, HostId host, String program, Socket.Raw socket, Endpoint to, ByteString data) {
        SkBuff begun = walk.newBuffer(transport(socket.protocol(), data))
                .sentBy(socket.options().device());
        walk.run(
                KernelFunction.__SYS_SENDTO,
                () -> walk.emit(new SocketEvent.Sending(
                        walk.head(host, begun),
                        program,
                        "sendto",
                        "raw " + socket.protocol().label(),
                        to,
                        data.size())));
        Sent sent = walk.call(
                KernelFunction.__SYS_SENDTO,
                () -> walk.call(KernelFunction.RAWV6_SENDMSG, () -> message(walk, host, socket, begun, to, data)));
        if (sent.errno() != Errno.OK) {
            walk.emit(new SocketEvent.Refused(sent.refused(walk, host, begun), program, "sendto", sent.errno()));
        }
        return sent.errno();
    }

    private static Packet transport(IpProtocol protocol, ByteString data) {
        if (!protocol.equals(IpProtocol.ICMPV6) || data.size() < Icmpv6Message.LENGTH) {
            return Packet.of(data);
        }
        Icmpv6Message message = new Icmpv6Message(data.u8(0), data.u8(1), data.u32(4));
        return Packet.of(data.from(Icmpv6Message.LENGTH), message);
    }

    private static Sent message(Walk walk, HostId host, Socket.Raw socket, SkBuff begun, Endpoint to, ByteString data) {
        if (data.size() > 0xffff) {
            return Sent.refused(Errno.EMSGSIZE);
        }
        Ipv6Address destination = to.ipv6();
        int device = Ipv6SocketCalls.device(socket.options(), to);
        Ipv6Flow flow = Ipv6Flow.output(destination.isAny() ? Ipv6Address.LOOPBACK : destination)
                .withSource(socket.local().ipv6())
                .withOutputInterface(device)
                .marked(socket.options().mark(), socket.options().tos())
                .withTransport(socket.protocol().number(), 0, 0);
        Ipv6Routing.Way way =
                Ipv6Routing.lookupFlow(walk, host, begun, flow, socket.options().device() != 0);
        if (way.refused()) {
            return Sent.refused(way.errno());
        }
        int mtu = Ipv6Output.mtu(
                walk,
                host,
                way.answer().entry(),
                walk.device(host, way.answer().entry().device()));
        PathMtuDiscovery discovery = socket.options().pathMtuDiscovery();
        boolean whole = discovery == PathMtuDiscovery.DO || discovery == PathMtuDiscovery.PROBE;
        int room = whole ? mtu : Ipv6Output.MAXIMUM_LENGTH + Ipv6Header.LENGTH;
        if (data.size() + Ipv6Header.LENGTH > room) {
            ErrorQueue.tooLongIpv6(walk, host, socket, mtu);
            return Sent.refused(Errno.EMSGSIZE);
        }
        return Sent.handed(Ipv6Output.send(
                walk,
                host,
                build(walk, host, socket, begun, way, flow.destination(), data),
                socket.options().multicastLoop()));
    }

    private static SkBuff build(
            Walk walk,
            HostId host,
            Socket.Raw socket,
            SkBuff begun,
            Ipv6Routing.Way way,
            Ipv6Address destination,
            ByteString data) {
        int hopLimit = Ipv6SocketCalls.hopLimit(
                walk, host, socket.options(), way.answer().entry(), destination);
        Ipv6Header header = Ipv6Header.of(socket.protocol(), way.source(), destination)
                .withTrafficClass(socket.options().tos())
                .withHopLimit(hopLimit);
        Packet packet = PacketCodec.decodeTransport(Packet.of(data, header).withLengths())
                .packet();
        return begun.withPacket(packet)
                .routed(way.answer().entry())
                .marked(socket.options().mark());
    }
}
