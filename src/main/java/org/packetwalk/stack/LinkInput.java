package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketType;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.DeviceCounters;
import org.packetwalk.kernel.device.DeviceLocation;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.net.EtherType;
import org.packetwalk.net.MacAddress;
import org.packetwalk.packet.Ipv6Header;
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
            Optional<Machine.Received> left =
                    walk.call(KernelFunction.__NETIF_RECEIVE_SKB_CORE, () -> core(walk, host, queued));
            left.ifPresent(here -> deliver(walk, here.host(), here.skb()));
        });
    }

    /** {@code netif_receive_skb_list_internal}: the same for what a tunnel hands over. */
    static void receiveList(Walk walk, HostId host, SkBuff queued) {
        walk.run(
                KernelFunction.NETIF_RECEIVE_SKB_LIST_INTERNAL,
                () -> walk.run(KernelFunction.__NETIF_RECEIVE_SKB_LIST_CORE, () -> {
                    if (walk.machine().find(host).isEmpty()
                            || walk.host(host).device(queued.device()).isEmpty()) {
                        return;
                    }
                    Optional<Machine.Received> left =
                            walk.call(KernelFunction.__NETIF_RECEIVE_SKB_CORE, () -> core(walk, host, queued));
                    left.filter(here -> isIpv4(here.skb()))
                            .ifPresent(here -> IpInput.receiveList(walk, here.host(), here.skb()));
                    left.filter(here -> !isIpv4(here.skb())).ifPresent(here -> deliver(walk, here.host(), here.skb()));
                }));
    }

    private static boolean isIpv4(SkBuff skb) {
        return skb.isFrame() && skb.packet().ethernet().type().equals(EtherType.IPV4);
    }

    /**
     * Up to the protocols: a device that is part of another gives the frame on, after which nothing is left here or it is
     * on another device.
     */
    private static Optional<Machine.Received> core(Walk walk, HostId host, SkBuff queued) {
        SkBuff skb = queued.receivedOn(queued.device());
        walk.emit(new LinkEvent.Received(walk.head(host, skb), skb.deviceName(), skb.type() == PacketType.LOOPBACK));
        return another(walk, host, skb);
    }

    /** One round: to the VLAN the frame is tagged with, the bridge, or the macvlan device it is for; then again from there. */
    private static Optional<Machine.Received> another(Walk walk, HostId host, SkBuff arrived) {
        SkBuff skb = arrived.receivedOn(arrived.device());
        NetDevice device = walk.device(host, skb.device());
        PacketTaps.incoming(walk, host, skb, device);
        if (skb.vlan() != SkBuff.UNTAGGED) {
            Optional<DeviceLocation> vlan = VlanDevice.find(walk, device, skb.vlan());
            if (vlan.isPresent()) {
                return VlanDevice.receive(walk, host, skb, vlan.get())
                        .flatMap(here -> another(walk, here.host(), here.skb()));
            }
        }
        if (device.master() != 0 && BridgeInput.handleFrame(walk, host, skb, device)) {
            return Optional.empty();
        }
        if (!device.uppers().isEmpty()) {
            Machine.Received here = MacvlanDevice.handleFrame(walk, host, skb, device);
            if (here.skb().device() != skb.device() || !here.host().equals(host)) {
                return another(walk, here.host(), here.skb());
            }
        }
        boolean foreign = skb.vlan() > 0;
        SkBuff untagged = skb.tagged(SkBuff.UNTAGGED);
        return Optional.of(new Machine.Received(host, foreign ? untagged.pulled(PacketType.OTHERHOST) : untagged));
    }

    /** {@code deliver_ptype_list_skb}. */
    private static void deliver(Walk walk, HostId host, SkBuff skb) {
        EtherType protocol = skb.isFrame()
                ? skb.packet().ethernet().type()
                : skb.packet().has(Ipv6Header.class) ? EtherType.IPV6 : EtherType.IPV4;
        if (protocol.equals(EtherType.IPV4)) {
            IpInput.receive(walk, host, skb);
        } else if (protocol.equals(EtherType.IPV6)) {
            Ipv6Input.receive(walk, host, skb);
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
