package org.packetwalk.stack;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** A device that takes everything and gives nothing ({@code drivers/net/dummy.c}). */
final class DummyDevice {

    private DummyDevice() {}

    /** {@code dummy_xmit}: counts the frame and frees it. */
    static void transmit(Walk walk, HostId host, SkBuff skb, NetDevice device) {
        walk.run(KernelFunction.DUMMY_XMIT, () -> {
            int length = skb.length();
            walk.countDevice(host, device.index(), counters -> counters.sent(length));
            Drop.consume(walk, host, skb, Stage.DEVICE_TRANSMIT);
        });
    }
}
