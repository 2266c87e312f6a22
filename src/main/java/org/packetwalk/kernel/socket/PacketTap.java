package org.packetwalk.kernel.socket;

import java.util.List;

import org.pcollections.PVector;
import org.pcollections.TreePVector;

import org.packetwalk.capture.CapturedFrame;
import org.packetwalk.capture.Filter;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.SkBuff;

/**
 * A packet socket for every protocol ({@code AF_PACKET}, {@code ETH_P_ALL}): it gets copies of what devices send and
 * receive, as far as its filter takes them.
 *
 * @param device the ifindex of the device it is bound to, 0 for all
 * @param filter {@code SO_ATTACH_FILTER}
 * @param promiscuous whether it wants its device to receive every frame ({@code PACKET_MR_PROMISC})
 * @param captured the frames not yet read, oldest first
 * @param taken how many frames its filter took ({@code tp_packets})
 */
public record PacketTap(
        SocketId id,
        int device,
        Filter filter,
        boolean promiscuous,
        SocketOptions options,
        PVector<CapturedFrame> captured,
        int taken)
        implements Socket {

    /** A new socket bound to a device, 0 for all. */
    public static PacketTap open(SocketId id, int device, Filter filter, boolean promiscuous) {
        return new PacketTap(id, device, filter, promiscuous, SocketOptions.DEFAULT, TreePVector.empty(), 0);
    }

    /** After a frame came, if the filter takes it. */
    public PacketTap offered(CapturedFrame frame) {
        return filter.takes(frame)
                ? new PacketTap(id, device, filter, promiscuous, options, captured.plus(frame), taken + 1)
                : this;
    }

    /** After all frames were read. */
    public PacketTap emptied() {
        return new PacketTap(id, device, filter, promiscuous, options, TreePVector.empty(), taken);
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
    public List<SkBuff> received() {
        return List.of();
    }

    @Override
    public List<SocketError> errors() {
        return List.of();
    }

    @Override
    public Errno pendingError() {
        return Errno.OK;
    }

    @Override
    public boolean readable() {
        return !captured.isEmpty();
    }

    @Override
    public Socket withOptions(SocketOptions now) {
        return new PacketTap(id, device, filter, promiscuous, now, captured, taken);
    }

    @Override
    public Socket withEnds(Endpoint newLocal, Endpoint newRemote) {
        return this;
    }

    @Override
    public Socket withQueues(List<SkBuff> newReceived, List<SocketError> newErrors, Errno newPending) {
        return this;
    }
}
