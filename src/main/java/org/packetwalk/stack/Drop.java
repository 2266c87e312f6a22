package org.packetwalk.stack;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.PacketEvent;
import org.packetwalk.trace.Stage;

/** Ends packets: {@code kfree_skb_reason} and {@code consume_skb}. */
final class Drop {

    private Drop() {}

    /** Frees a packet before its time; {@code at} is the function that does so. */
    static void packet(Walk walk, HostId host, SkBuff skb, DropReason reason, KernelFunction at, Stage stage) {
        walk.run(KernelFunction.SK_SKB_REASON_DROP, () -> {
            walk.emit(new PacketEvent.Dropped(walk.head(host, skb), reason, at, stage));
            releaseFragments(walk, host, skb, stage);
        });
    }

    /** Frees a list of packets, as queueing disciplines do. */
    static void list(Walk walk, HostId host, SkBuff skb, DropReason reason, KernelFunction at, Stage stage) {
        walk.run(
                KernelFunction.KFREE_SKB_LIST_REASON,
                () -> walk.emit(new PacketEvent.Dropped(walk.head(host, skb), reason, at, stage)));
    }

    /** Gives up a packet for which there is no route; the kernel has made no buffer yet, so it reports nothing. */
    static void unsent(Walk walk, HostId host, SkBuff skb) {
        walk.emit(new PacketEvent.Consumed(walk.head(host, skb), Stage.ROUTE_OUTPUT));
    }

    /** Ends a packet that has done its work. */
    static void consume(Walk walk, HostId host, SkBuff skb, Stage stage) {
        consume(walk, host, skb, KernelFunction.CONSUME_SKB, stage);
    }

    /** Ends a packet that has done its work where others are dropped ({@code SKB_CONSUMED}). */
    static void consumeAsDropped(Walk walk, HostId host, SkBuff skb, Stage stage) {
        consume(walk, host, skb, KernelFunction.SK_SKB_REASON_DROP, stage);
    }

    private static void consume(Walk walk, HostId host, SkBuff skb, KernelFunction by, Stage stage) {
        walk.run(by, () -> {
            walk.emit(new PacketEvent.Consumed(walk.head(host, skb), stage));
            releaseFragments(walk, host, skb, stage);
        });
    }

    /** {@code __consume_stateless_skb}: ends a datagram that was read; what hangs on it is not reported either. */
    static void read(Walk walk, HostId host, SkBuff skb) {
        walk.run(KernelFunction.CONSUME_SKB, () -> {
            walk.emit(new PacketEvent.Consumed(walk.head(host, skb), Stage.APPLICATION_RECEIVE));
            for (SkBuff fragment : skb.fragments()) {
                walk.emit(new PacketEvent.Consumed(walk.head(host, fragment), Stage.APPLICATION_RECEIVE));
            }
        });
    }

    /**
     * The buffers that hang on a reassembled packet are freed with it. The kernel reports each as dropped, though
     * nothing was lost.
     */
    private static void releaseFragments(Walk walk, HostId host, SkBuff skb, Stage stage) {
        if (skb.fragments().isEmpty()) {
            return;
        }
        walk.run(KernelFunction.SKB_RELEASE_DATA, () -> {
            for (SkBuff fragment : skb.fragments()) {
                list(walk, host, fragment, DropReason.NOT_SPECIFIED, KernelFunction.SKB_RELEASE_DATA, stage);
            }
        });
    }
}
