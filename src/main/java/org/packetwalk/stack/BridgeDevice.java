package org.packetwalk.stack;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.TransmitResult;
import org.packetwalk.kernel.device.FdbDecision;
import org.packetwalk.kernel.device.FdbQuery;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.trace.KernelFunction;

/** The host sends through its own port on a bridge ({@code net/bridge/br_device.c}). */
final class BridgeDevice {

    private BridgeDevice() {}

    /** {@code br_dev_xmit}: to the port the address is behind, or to all; answers where the buffer is now. */
    static DeviceTransmit.Sent transmit(Walk walk, HostId host, SkBuff skb, NetDevice bridge) {
        return walk.call(KernelFunction.BR_DEV_XMIT, () -> {
            if (BridgeNetfilter.returns(skb)) {
                return BridgeNetfilter.resume(walk, host, skb, bridge);
            }
            int length = skb.length();
            walk.countDevice(host, bridge.index(), counters -> counters.sent(length));
            NetDevice now = walk.device(host, bridge.index());
            FdbDecision decision = BridgeForward.decide(
                    walk,
                    host,
                    now,
                    new FdbQuery(skb.destinationMac(), 0, PacketTaps.promiscuous(walk, host, now)),
                    skb);
            DeviceTransmit.Sent sent =
                    BridgeForward.send(walk, host, skb.pulled(skb.type()), decision, false, KernelFunction.BR_DEV_XMIT);
            return new DeviceTransmit.Sent(TransmitResult.SUCCESS, sent.host(), sent.skb());
        });
    }
}
