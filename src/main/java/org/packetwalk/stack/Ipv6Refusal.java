package org.packetwalk.stack;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.Ipv6Destination;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** Routes that carry no packet: the sender is told, the packet ends ({@code ip6_pkt_drop}). */
final class Ipv6Refusal {

    private static final int NO_ROUTE = 0;
    private static final int PROHIBITED = 1;

    private Ipv6Refusal() {}

    /** Of a packet that was received. */
    static void received(Walk walk, HostId host, SkBuff skb) {
        switch (skb.route6().input()) {
            case IP6_PKT_DISCARD -> receivedBy(walk, host, skb, KernelFunction.IP6_PKT_DISCARD, NO_ROUTE);
            case IP6_PKT_PROHIBIT -> receivedBy(walk, host, skb, KernelFunction.IP6_PKT_PROHIBIT, PROHIBITED);
            default -> discarded(walk, host, skb, Stage.ROUTE_INPUT);
        }
    }

    private static void receivedBy(Walk walk, HostId host, SkBuff skb, KernelFunction function, int code) {
        boolean nowhere = skb.packet().ipv6().destination().isAny();
        SnmpCounter counter = nowhere ? SnmpCounter.IP6_IN_ADDR_ERRORS : SnmpCounter.IP6_IN_NO_ROUTES;
        DropReason reason = nowhere ? DropReason.IP_INADDRERRORS : DropReason.IP_INNOROUTES;
        refuse(walk, host, skb, function, code, counter, reason, Stage.ROUTE_INPUT);
    }

    /** Whether a route lets packets of this host out. */
    static boolean letsOut(Ipv6Destination route) {
        return route.output() == Ipv6Destination.OutputFunction.IP6_OUTPUT
                || route.output() == Ipv6Destination.OutputFunction.IP6_MR_OUTPUT;
    }

    /** Of a packet of this host; whoever sent it is not told by an error number. */
    static void sent(Walk walk, HostId host, SkBuff skb) {
        switch (skb.route6().output()) {
            case IP6_PKT_DISCARD_OUT -> sentBy(walk, host, skb, KernelFunction.IP6_PKT_DISCARD_OUT, NO_ROUTE);
            case IP6_PKT_PROHIBIT_OUT -> sentBy(walk, host, skb, KernelFunction.IP6_PKT_PROHIBIT_OUT, PROHIBITED);
            default -> discarded(walk, host, skb, Stage.ROUTE_OUTPUT);
        }
    }

    private static void sentBy(Walk walk, HostId host, SkBuff skb, KernelFunction function, int code) {
        refuse(
                walk,
                host,
                skb,
                function,
                code,
                SnmpCounter.IP6_OUT_NO_ROUTES,
                DropReason.IP_OUTNOROUTES,
                Stage.ROUTE_OUTPUT);
    }

    private static void refuse(
            Walk walk,
            HostId host,
            SkBuff skb,
            KernelFunction function,
            int code,
            SnmpCounter counter,
            DropReason reason,
            Stage stage) {
        walk.run(function, () -> {
            walk.count(host, counter);
            walk.run(
                    KernelFunction.IP6_PKT_DROP,
                    () -> Icmpv6Errors.send(walk, host, skb, Icmpv6Message.destinationUnreachable(code)));
            Drop.packet(walk, host, skb, reason, function, stage);
        });
    }

    private static void discarded(Walk walk, HostId host, SkBuff skb, Stage stage) {
        walk.run(
                KernelFunction.DST_DISCARD_OUT,
                () -> Drop.packet(walk, host, skb, DropReason.NOT_SPECIFIED, KernelFunction.DST_DISCARD_OUT, stage));
    }
}
