package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.PacketSocket;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.net.EtherType;
import org.packetwalk.net.MacAddress;
import org.packetwalk.packet.EthernetHeader;
import org.packetwalk.packet.Packet;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.SocketEvent;
import org.packetwalk.trace.Stage;

/** Packet sockets: frames past IP, out and in ({@code net/packet/af_packet.c}). */
final class PacketSockets {

    private PacketSockets() {}

    /** {@code packet_rcv}: the sockets bound to the protocol and the device get a clone, after the protocol itself. */
    static void deliver(Walk walk, HostId host, SkBuff skb, EtherType protocol) {
        for (Socket socket : walk.host(host).sockets().all()) {
            if (socket instanceof PacketSocket packet
                    && packet.protocol().equals(protocol)
                    && packet.device() == skb.device()) {
                SkBuff clone = skb.copy(walk.nextPacketId());
                List<SkBuff> received = new ArrayList<>(packet.received());
                received.add(clone);
                walk.update(host, packet.withQueues(received, packet.errors(), packet.pendingError()));
                walk.emit(new SocketEvent.Delivered(walk.head(host, clone), "packet", Endpoint.ANY));
            }
        }
    }

    /** {@code packet_sendmsg}: the kernel writes the link header alone. */
    static Errno send(
            Walk walk, HostId host, String program, PacketSocket socket, MacAddress destination, Packet packet) {
        SkBuff begun = walk.newBuffer(packet).owned(true);
        walk.emit(new SocketEvent.Sending(
                walk.head(host, begun), program, "sendto", "packet", Endpoint.ANY, packet.length()));
        Optional<NetDevice> device = walk.host(host).device(socket.device());
        if (device.isEmpty() || !device.get().up()) {
            Errno errno = device.isEmpty() ? Errno.ENXIO : Errno.ENETDOWN;
            walk.emit(new SocketEvent.Refused(walk.head(host, begun), program, "sendto", errno));
            return errno;
        }
        EthernetHeader header = new EthernetHeader(destination, device.get().address(), socket.protocol());
        walk.run(
                KernelFunction.__SYS_SENDTO,
                () -> walk.run(
                        KernelFunction.PACKET_SENDMSG,
                        () -> DeviceTransmit.queue(walk, host, begun.withFrame(packet.push(header)), socket.device())));
        return Errno.OK;
    }

    /** {@code packet_recvmsg}: takes the oldest frame, if there is one. */
    static Optional<SkBuff> receive(Walk walk, HostId host, String program, PacketSocket socket) {
        if (socket.received().isEmpty()) {
            return Optional.empty();
        }
        SkBuff skb = socket.received().get(0);
        walk.update(
                host,
                socket.withQueues(socket.received().subList(1, socket.received().size()), socket.errors(), Errno.OK));
        walk.emit(new SocketEvent.Receiving(walk.head(host, skb), program, "recvfrom", Endpoint.ANY, skb.length()));
        Drop.consume(walk, host, skb, Stage.APPLICATION_RECEIVE);
        return Optional.of(skb);
    }
}
