package org.packetwalk.stack;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.trace.KernelFunction;

/** {@code lo}: what is sent is received ({@code drivers/net/loopback.c}). */
final class LoopbackDevice {

    private LoopbackDevice() {}

    /** {@code loopback_xmit}: keeps the route, takes the link header off, counts the bytes without it. */
    static void transmit(Walk walk, HostId host, SkBuff skb, NetDevice device) {
        walk.run(KernelFunction.LOOPBACK_XMIT, () -> {
            SkBuff received = skb.owned(false).pulled(LinkInput.addressedTo(skb, device));
            if (ReceiveQueue.enqueue(walk, host, received, device.index(), KernelFunction.__NETIF_RX)) {
                int length = received.length();
                walk.countDevice(
                        host, device.index(), counters -> counters.sent(length).received(length));
            }
        });
    }
}
