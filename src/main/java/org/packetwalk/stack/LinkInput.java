package org.packetwalk.stack;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketType;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.DeviceCounters;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.net.EtherType;
import org.packetwalk.net.MacAddress;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.LinkEvent;
import org.packetwalk.trace.Stage;

/** What the stack does with a received frame first ({@code __netif_receive_skb_core}). */
final class LinkInput {

    private LinkInput() {}

    /** {@code __netif_receive_skb_one_core}: notes the device, then gives the packet to its protocol. */
    static void receive(Walk walk, HostId host, SkBuff queued) {
        walk.run(KernelFunction.__NETIF_RECEIVE_SKB_ONE_CORE, () -> {
            if (walk.machine().find(host).isEmpty()
                    || walk.host(host).device(queued.device()).isEmpty()) {
                return;
            }
            SkBuff skb = queued.receivedOn(queued.device());
            walk.run(
                    KernelFunction.__NETIF_RECEIVE_SKB_CORE,
                    () -> walk.emit(new LinkEvent.Received(
                            walk.head(host, skb), skb.deviceName(), skb.type() == PacketType.LOOPBACK)));
            EtherType protocol = skb.isFrame() ? skb.packet().ethernet().type() : EtherType.IPV4;
            if (protocol.equals(EtherType.IPV4)) {
                IpInput.receive(walk, host, skb);
            } else if (protocol.equals(EtherType.ARP)) {
                ArpInput.receive(walk, host, skb);
                PacketSockets.deliver(walk, host, skb, protocol);
            } else {
                walk.countDevice(host, skb.device(), DeviceCounters::rxDrop);
                Drop.packet(
                        walk,
                        host,
                        skb,
                        DropReason.UNHANDLED_PROTO,
                        KernelFunction.__NETIF_RECEIVE_SKB_CORE,
                        Stage.RECEIVE);
            }
        });
    }

    /** {@code eth_type_trans}: whom a frame that arrives at a device is for. */
    static PacketType addressedTo(SkBuff frame, NetDevice device) {
        MacAddress destination = frame.destinationMac();
        if (destination.equals(device.address())) {
            return PacketType.HOST;
        }
        if (destination.isBroadcast()) {
            return PacketType.BROADCAST;
        }
        return destination.isMulticast() ? PacketType.MULTICAST : PacketType.OTHERHOST;
    }
}
