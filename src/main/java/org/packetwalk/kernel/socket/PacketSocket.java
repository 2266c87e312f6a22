package org.packetwalk.kernel.socket;

import java.util.List;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.net.EtherType;

/**
 * A packet socket ({@code AF_PACKET}, {@code SOCK_DGRAM}, {@code net/packet/af_packet.c}): it gets copies of the frames of one
 * protocol that a device receives, and sends frames past IP.
 *
 * @param protocol the protocol whose frames it gets
 * @param device the ifindex of the device it is bound to
 */
public record PacketSocket(
        SocketId id,
        EtherType protocol,
        int device,
        SocketOptions options,
        List<SkBuff> received,
        List<SocketError> errors,
        Errno pendingError)
        implements Socket {

    /** Keeps its own copies of the lists. */
    public PacketSocket {
        received = List.copyOf(received);
        errors = List.copyOf(errors);
    }

    /** A new socket bound to a protocol and a device. */
    public static PacketSocket open(SocketId id, EtherType protocol, int device) {
        return new PacketSocket(id, protocol, device, SocketOptions.DEFAULT, List.of(), List.of(), Errno.OK);
    }

    @Override
    public Endpoint local() {
        return Endpoint.ANY;
    }

    @Override
    public Endpoint remote() {
        return Endpoint.ANY;
    }

    @Override
    public Socket withOptions(SocketOptions now) {
        return new PacketSocket(id, protocol, device, now, received, errors, pendingError);
    }

    @Override
    public Socket withEnds(Endpoint newLocal, Endpoint newRemote) {
        return this;
    }

    @Override
    public Socket withQueues(List<SkBuff> newReceived, List<SocketError> newErrors, Errno newPending) {
        return new PacketSocket(id, protocol, device, options, newReceived, newErrors, newPending);
    }
}
