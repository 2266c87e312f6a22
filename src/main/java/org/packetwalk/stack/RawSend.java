package org.packetwalk.stack;

import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HeaderOptions;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.SocketOptions.PathMtuDiscovery;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.SocketEvent;

/** Sends through a raw socket: {@code raw_sendmsg} ({@code net/ipv4/raw.c}). */
final class RawSend {

    private RawSend() {}

    /** {@code sendto}; the data begins with the transport header. */
    static Errno send(
            Walk walk, HostId host, String program, Socket.Raw socket, Ipv4Address destination, ByteString data) {
        SkBuff begun = walk.newBuffer(transport(socket.protocol(), data))
                .sentBy(socket.options().device());
        walk.run(
                KernelFunction.__SYS_SENDTO,
                () -> walk.emit(new SocketEvent.Sending(
                        walk.head(host, begun),
                        program,
                        "sendto",
                        "raw " + socket.protocol().label(),
                        new Endpoint(destination, 0),
                        data.size())));
        Sent sent = walk.call(
                KernelFunction.__SYS_SENDTO,
                () -> walk.call(
                        KernelFunction.RAW_SENDMSG, () -> message(walk, host, socket, begun, destination, data)));
        if (sent.errno() != Errno.OK) {
            walk.emit(new SocketEvent.Refused(sent.refused(walk, host, begun), program, "sendto", sent.errno()));
        }
        return sent.errno();
    }

    /** The packet as the program gives it: its own transport header and data. */
    private static Packet transport(IpProtocol protocol, ByteString data) {
        if (!protocol.equals(IpProtocol.ICMP) || data.size() < IcmpMessage.LENGTH) {
            return Packet.of(data);
        }
        IcmpMessage message = new IcmpMessage(data.u8(0), data.u8(1), data.u32(4));
        return Packet.of(data.from(IcmpMessage.LENGTH), message);
    }

    /** Type and code of an ICMP message stand where other protocols have their port ({@code raw_probe_proto_opt}). */
    private static int kind(IpProtocol protocol, ByteString data) {
        return protocol.equals(IpProtocol.ICMP) && data.size() >= 2 ? data.u8(0) << 8 | data.u8(1) : 0;
    }

    private static Sent message(
            Walk walk, HostId host, Socket.Raw socket, SkBuff begun, Ipv4Address destination, ByteString data) {
        if (data.size() > 0xffff) {
            return Sent.refused(Errno.EMSGSIZE);
        }
        FlowKey flow = SocketCalls.flow(socket.options(), destination, SocketCalls.source(walk, host, socket))
                .withTransport(socket.protocol().number(), 0, kind(socket.protocol(), data));
        OutputRoute.Answer route = OutputRoute.flow(walk, host, begun, flow);
        if (route.refused()) {
            return Sent.refused(route.errno());
        }
        if (!SocketCalls.mayBroadcast(route.entry(), socket.options())) {
            return Sent.refused(Errno.EACCES);
        }
        NetDevice device = walk.device(host, route.entry().device());
        int mtu = IpOutput.mtu(route.entry(), device);
        PathMtuDiscovery discovery = socket.options().pathMtuDiscovery();
        int limit =
                discovery == PathMtuDiscovery.DO || discovery == PathMtuDiscovery.PROBE ? mtu : IpOutput.MAXIMUM_LENGTH;
        int options = socket.options().header().length();
        if (data.size() + Ipv4Header.MINIMUM_LENGTH + options > limit) {
            ErrorQueue.tooLong(walk, host, socket, mtu, KernelFunction.IP_APPEND_DATA);
            return Sent.refused(Errno.EMSGSIZE);
        }
        if (!SendBuffer.holds(socket.options(), Ipv4Header.MINIMUM_LENGTH + options, data.size(), mtu)) {
            walk.count(host, SnmpCounter.IP_OUT_DISCARDS);
            return Sent.refused(Errno.ENOBUFS);
        }
        Errno errno = walk.call(
                KernelFunction.IP_PUSH_PENDING_FRAMES,
                () -> IpOutput.local(walk, host, build(walk, host, socket, begun, route.entry(), data, mtu)));
        // Without IP_RECVERR a program does not learn of a full queue.
        return Sent.handed(errno == Errno.ENOBUFS && !socket.options().recvErr() ? Errno.OK : errno);
    }

    private static SkBuff build(
            Walk walk, HostId host, Socket.Raw socket, SkBuff begun, DestinationEntry route, ByteString data, int mtu) {
        PathMtuDiscovery discovery = socket.options().pathMtuDiscovery();
        HeaderOptions options = socket.options().header();
        boolean fits = data.size() + Ipv4Header.MINIMUM_LENGTH + options.length() <= mtu;
        boolean dontFragment = discovery == PathMtuDiscovery.PROBE || fits && IpOutput.dontFragment(route, discovery);
        Ipv4Header plain = Ipv4Header.of(socket.protocol(), route.source(), route.destination())
                .withTos(socket.options().tos())
                .withTtl(IpOutput.timeToLive(walk, host, route, socket.options()))
                .withDontFragment(dontFragment)
                .withIdentification(walk.random(65536));
        Ipv4Header header = Ipv4Options.built(walk, plain, options);
        Packet packet = PacketCodec.readTransport(Packet.of(data, header).withLengths());
        if (socket.protocol().equals(IpProtocol.ICMP) && data.size() > 0) {
            IcmpOutput.count(walk, host, data.u8(0));
        }
        return begun.withPacket(packet)
                .routed(SocketCalls.looped(route, socket.options()))
                .marked(socket.options().mark());
    }
}
