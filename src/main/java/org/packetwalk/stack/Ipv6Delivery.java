package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.netfilter.Hook;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** IPv6 packets for this host go to their protocol ({@code ip6_input}, {@code ip6_protocol_deliver_rcu}). */
final class Ipv6Delivery {

    private static final int UNKNOWN_NEXT_HEADER = 1;
    private static final int NEXT_HEADER_PLACE = 6;

    private Ipv6Delivery() {}

    /** {@code ip6_input}. */
    static void deliver(Walk walk, HostId host, SkBuff skb) {
        walk.run(KernelFunction.IP6_INPUT, () -> {
            Hooks.Verdict verdict = Hooks.passIpv6(walk, host, skb, Hook.INPUT, skb.deviceName(), "");
            if (verdict.passed()) {
                walk.run(
                        KernelFunction.IP6_INPUT_FINISH,
                        () -> walk.run(
                                KernelFunction.IP6_PROTOCOL_DELIVER_RCU, () -> toProtocol(walk, host, verdict.skb())));
            }
        });
    }

    private static void toProtocol(Walk walk, HostId host, SkBuff arrived) {
        Optional<SkBuff> whole = Ipv6Fragmentation.whole(walk, host, arrived);
        if (whole.isEmpty()) {
            return;
        }
        SkBuff skb = whole.get();
        IpProtocol protocol = PacketCodec.upperProtocol(skb.packet());
        boolean taken = Ipv6RawSockets.deliver(walk, host, skb, protocol);
        if (protocol.equals(IpProtocol.ICMPV6)) {
            walk.count(host, SnmpCounter.IP6_IN_DELIVERS);
            // What hangs on a packet hangs on its clones, too, and goes with the last of them.
            Icmpv6Input.receive(walk, host, taken ? skb.withFragments(List.of()) : skb);
        } else if (protocol.equals(IpProtocol.UDP)) {
            walk.count(host, SnmpCounter.IP6_IN_DELIVERS);
            UdpInput.receive(walk, host, skb);
        } else if (protocol.equals(IpProtocol.TCP)) {
            walk.count(host, SnmpCounter.IP6_IN_DELIVERS);
            TcpInput.receive(walk, host, skb);
        } else if (taken) {
            walk.count(host, SnmpCounter.IP6_IN_DELIVERS);
            Drop.consume(walk, host, skb, Stage.TRANSPORT_RECEIVE);
        } else {
            walk.count(host, SnmpCounter.IP6_IN_UNKNOWN_PROTOS);
            Icmpv6Errors.send(
                    walk,
                    host,
                    skb,
                    new Icmpv6Message(Icmpv6Message.PARAMETER_PROBLEM, UNKNOWN_NEXT_HEADER, NEXT_HEADER_PLACE));
            Drop.packet(
                    walk,
                    host,
                    skb,
                    DropReason.IP_NOPROTO,
                    KernelFunction.IP6_PROTOCOL_DELIVER_RCU,
                    Stage.TRANSPORT_RECEIVE);
        }
    }
}
