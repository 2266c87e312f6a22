package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketType;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.TransmitResult;
import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.DeviceLocation;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** A VLAN of IEEE 802.1Q on a device ({@code net/8021q}); the tag is kept beside the frame, as with hardware support. */
final class VlanDevice {

    private VlanDevice() {}

    /** {@code vlan_dev_hard_start_xmit}: tags the frame and sends it by the device below. */
    static DeviceTransmit.Sent transmit(Walk walk, HostId host, SkBuff skb, NetDevice device, DeviceKind.Vlan vlan) {
        return walk.call(KernelFunction.VLAN_DEV_HARD_START_XMIT, () -> {
            int length = skb.length();
            DeviceTransmit.Sent sent = DeviceTransmit.transmit(
                    walk,
                    vlan.lower().host(),
                    skb.tagged(vlan.id()),
                    vlan.lower().index());
            boolean gone = sent.result() == TransmitResult.SUCCESS || sent.result() == TransmitResult.CN;
            walk.countDevice(host, device.index(), counters -> gone ? counters.sent(length) : counters.txDrop());
            return sent;
        });
    }

    /** {@code vlan_find_dev}: the VLAN of a number on a device. */
    static Optional<DeviceLocation> find(Walk walk, NetDevice lower, int id) {
        return lower.uppers().stream()
                .filter(where -> walk.machine()
                        .find(where.host())
                        .flatMap(ns -> ns.device(where.index()))
                        .filter(device -> device.kind() instanceof DeviceKind.Vlan vlan && vlan.id() == id)
                        .isPresent())
                .findFirst();
    }

    /** {@code vlan_do_receive}: the tag goes, the frame is on the VLAN's device; nothing if that is down. */
    static Optional<Machine.Received> receive(Walk walk, HostId host, SkBuff skb, DeviceLocation where) {
        NetDevice vlan = walk.device(where.host(), where.index());
        if (!vlan.up()) {
            walk.run(
                    KernelFunction.VLAN_DO_RECEIVE,
                    () -> Drop.packet(
                            walk, host, skb, DropReason.NOT_SPECIFIED, KernelFunction.VLAN_DO_RECEIVE, Stage.RECEIVE));
            return Optional.empty();
        }
        int length = skb.length();
        boolean group = skb.type() == PacketType.MULTICAST;
        walk.countDevice(where.host(), where.index(), counters -> {
            return group ? counters.received(length).multicast() : counters.received(length);
        });
        boolean own = skb.type() == PacketType.OTHERHOST && skb.destinationMac().equals(vlan.address());
        SkBuff untagged = skb.tagged(SkBuff.UNTAGGED).on(vlan.index(), vlan.name());
        return Optional.of(new Machine.Received(where.host(), own ? untagged.pulled(PacketType.HOST) : untagged));
    }
}
