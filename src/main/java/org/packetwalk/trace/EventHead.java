package org.packetwalk.trace;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;

/**
 * What every event has.
 *
 * @param at when
 * @param host on which host
 * @param context who ran the code
 * @param chain the kernel functions that led there
 * @param skb the packet concerned as it was then, {@link SkBuff#NONE} if none
 */
public record EventHead(SimTime at, HostId host, ExecutionContext context, CallChain chain, SkBuff skb) {

    /** The packet concerned, {@link PacketId#NONE} if none. */
    public PacketId packet() {
        return skb.id();
    }
}
