package org.packetwalk.stack;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.TransmitResult;
import org.packetwalk.kernel.device.DeviceCounters;
import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.LinkEvent;
import org.packetwalk.trace.Stage;

/** From {@code __dev_queue_xmit} to the driver ({@code net/core/dev.c}). */
final class DeviceTransmit {

    /**
     * What a driver has done.
     *
     * @param host where the buffer is now
     */
    record Sent(TransmitResult result, HostId host, SkBuff skb) {}

    private DeviceTransmit() {}

    /** {@code __dev_queue_xmit}: hands a frame to a device; it may be lost there without the sender noticing. */
    static TransmitResult queue(Walk walk, HostId host, SkBuff frame, int deviceIndex) {
        return transmit(walk, host, frame, deviceIndex).result();
    }

    /** The same; answers where the buffer is afterwards, too. */
    static Sent transmit(Walk walk, HostId host, SkBuff frame, int deviceIndex) {
        return walk.call(
                KernelFunction.__DEV_QUEUE_XMIT,
                () -> walk.withoutBottomHalves(() -> {
                    NetDevice device = walk.device(host, deviceIndex);
                    SkBuff skb = frame.on(device.index(), device.name());
                    walk.emit(new LinkEvent.Queued(walk.head(host, skb), device.name()));
                    if (!device.isLoopback()) {
                        skb = skb.unrouted();
                    }
                    if (!device.running()) {
                        // The noop queueing discipline of a device that is down or has no carrier.
                        walk.countDevice(host, deviceIndex, DeviceCounters::txDrop);
                        Drop.list(
                                walk,
                                host,
                                skb,
                                DropReason.QDISC_DROP,
                                KernelFunction.__DEV_QUEUE_XMIT,
                                Stage.DEVICE_TRANSMIT);
                        return new Sent(TransmitResult.CN, host, skb);
                    }
                    return hardStart(walk, host, skb, device);
                }));
    }

    private static Sent hardStart(Walk walk, HostId host, SkBuff skb, NetDevice device) {
        return walk.call(KernelFunction.DEV_HARD_START_XMIT, () -> {
            PacketTaps.outgoing(walk, host, skb, device);
            walk.emit(new LinkEvent.TransmitStarted(walk.head(host, skb), device.name()));
            Sent sent = new Sent(TransmitResult.SUCCESS, host, skb);
            if (device.kind() instanceof DeviceKind.Loopback) {
                LoopbackDevice.transmit(walk, host, skb, device);
            } else if (device.kind() instanceof DeviceKind.Veth veth) {
                sent = VethDevice.transmit(walk, host, skb, device, veth);
            } else if (device.kind() instanceof DeviceKind.Bridge) {
                sent = BridgeDevice.transmit(walk, host, skb, device);
            } else if (device.kind() instanceof DeviceKind.Macvlan macvlan) {
                sent = MacvlanDevice.transmit(walk, host, skb, device, macvlan);
            } else if (device.kind() instanceof DeviceKind.Vlan vlan) {
                sent = VlanDevice.transmit(walk, host, skb, device, vlan);
            } else if (device.kind() instanceof DeviceKind.Vxlan vxlan) {
                sent = VxlanDevice.transmit(walk, host, skb, device, vxlan);
            } else if (device.kind() instanceof DeviceKind.Dummy) {
                DummyDevice.transmit(walk, host, skb, device);
            }
            // A cable has moved the buffer to its other end by now, and so the tracepoint names that end.
            walk.emit(new LinkEvent.TransmitDone(
                    walk.head(sent.host(), sent.skb()), sent.skb().deviceName(), sent.result()));
            walk.lastSent(sent);
            return sent;
        });
    }
}
