package org.packetwalk.stack;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketTracking;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.TransmitResult;
import org.packetwalk.kernel.device.DeviceCounters;
import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** A virtual cable: what goes in at one end comes out at the other ({@code drivers/net/veth.c}). */
final class VethDevice {

    /** Bytes a frame may be longer than the MTU of the receiving end: link header and one VLAN tag. */
    private static final int HEADER_ROOM = 18;

    private VethDevice() {}

    /** {@code veth_xmit}: forgets route and owner, and the mark where the namespace changes; answers where the buffer is now. */
    static DeviceTransmit.Sent transmit(Walk walk, HostId host, SkBuff skb, NetDevice device, DeviceKind.Veth veth) {
        return walk.call(KernelFunction.VETH_XMIT, () -> {
            int length = skb.length();
            HostId peerHost = veth.peerHost();
            NetDevice peer = walk.device(peerHost, veth.peerIndex());
            if (!peer.up() || length > peer.mtu() + HEADER_ROOM && skb.segmentSize() == 0) {
                walk.countDevice(peerHost, peer.index(), DeviceCounters::rxDrop);
                walk.countDevice(host, device.index(), DeviceCounters::txDrop);
                walk.run(
                        KernelFunction.__DEV_FORWARD_SKB2,
                        () -> Drop.packet(
                                walk,
                                host,
                                skb,
                                DropReason.NOT_SPECIFIED,
                                KernelFunction.__DEV_FORWARD_SKB2,
                                Stage.DEVICE_TRANSMIT));
                return new DeviceTransmit.Sent(TransmitResult.DROP, host, skb);
            }
            walk.countDevice(host, device.index(), counters -> counters.sent(length));
            SkBuff arrived = skb.owned(false)
                    .tracked(PacketTracking.NONE)
                    .unrouted()
                    .marked(peerHost.equals(host) ? skb.mark() : 0)
                    .on(peer.index(), peer.name())
                    .pulled(LinkInput.addressedTo(skb, peer));
            if (ReceiveQueue.enqueue(walk, peerHost, arrived, peer.index(), KernelFunction.__NETIF_RX)) {
                walk.countDevice(peerHost, peer.index(), counters -> counters.received(length));
            }
            return new DeviceTransmit.Sent(TransmitResult.SUCCESS, peerHost, arrived);
        });
    }
}
