package org.packetwalk.stack;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.DeviceCounters;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.LinkEvent;
import org.packetwalk.trace.Stage;

/** The processor's queue of received frames ({@code netif_rx_internal}, {@code enqueue_to_backlog}). */
final class ReceiveQueue {

    /** {@code net.core.netdev_max_backlog}. */
    private static final int LIMIT = 1000;

    private ReceiveQueue() {}

    /** Appends a frame; answers whether there was room and the device is running. */
    static boolean enqueue(Walk walk, HostId host, SkBuff skb, int deviceIndex, KernelFunction caller) {
        return walk.call(caller, () -> enqueueDirectly(walk, host, skb, deviceIndex));
    }

    /** The same for who calls {@code netif_rx_internal} itself. */
    static boolean enqueueDirectly(Walk walk, HostId host, SkBuff skb, int deviceIndex) {
        return walk.call(KernelFunction.NETIF_RX_INTERNAL, () -> {
            NetDevice device = walk.device(host, deviceIndex);
            walk.emit(new LinkEvent.ReceiveQueued(walk.head(host, skb), device.name()));
            if (!device.up()) {
                return refuse(walk, host, skb, deviceIndex, DropReason.DEV_READY);
            }
            if (walk.machine().backlog().size() > LIMIT) {
                return refuse(walk, host, skb, deviceIndex, DropReason.CPU_BACKLOG);
            }
            walk.enqueueBacklog(host, skb);
            return true;
        });
    }

    private static boolean refuse(Walk walk, HostId host, SkBuff skb, int deviceIndex, DropReason reason) {
        walk.countDevice(host, deviceIndex, DeviceCounters::rxDrop);
        Drop.packet(walk, host, skb, reason, KernelFunction.NETIF_RX_INTERNAL, Stage.DEVICE_RECEIVE);
        return false;
    }
}
