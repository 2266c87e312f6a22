package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.netfilter.Hook;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** The way up, second half: from the route to the protocol ({@code ip_local_deliver}). */
final class LocalDelivery {

    private LocalDelivery() {}

    /** {@code ip_local_deliver}: fragments wait here for each other. */
    static void deliver(Walk walk, HostId host, SkBuff skb) {
        Optional<SkBuff> whole = skb.packet().ipv4().isFragment() ? Reassembly.add(walk, host, skb) : Optional.of(skb);
        if (whole.isEmpty()) {
            return;
        }
        SkBuff packet = whole.get();
        Hooks.Verdict verdict = walk.call(
                KernelFunction.IP_LOCAL_DELIVER,
                () -> Hooks.pass(walk, host, packet, Hook.INPUT, packet.deviceName(), ""));
        if (verdict.passed()) {
            walk.run(KernelFunction.IP_LOCAL_DELIVER_FINISH, () -> {
                boolean known =
                        walk.call(KernelFunction.IP_PROTOCOL_DELIVER_RCU, () -> toProtocol(walk, host, verdict.skb()));
                if (!known) {
                    Drop.packet(
                            walk,
                            host,
                            verdict.skb(),
                            DropReason.IP_NOPROTO,
                            KernelFunction.IP_LOCAL_DELIVER_FINISH,
                            Stage.TRANSPORT_RECEIVE);
                }
            });
        }
    }

    /** {@code ip_protocol_deliver_rcu}: first every raw socket, then the protocol; answers whether anybody knew it. */
    private static boolean toProtocol(Walk walk, HostId host, SkBuff skb) {
        Ipv4Header header = skb.packet().ipv4();
        IpProtocol protocol = header.protocol();
        RawSockets.Delivery raw = RawSockets.deliver(walk, host, skb);
        if (protocol.equals(IpProtocol.ICMP)) {
            walk.count(host, SnmpCounter.IP_IN_DELIVERS);
            IcmpInput.receive(walk, host, raw.rest());
        } else if (protocol.equals(IpProtocol.UDP)) {
            walk.count(host, SnmpCounter.IP_IN_DELIVERS);
            UdpInput.receive(walk, host, raw.rest());
        } else if (protocol.equals(IpProtocol.TCP)) {
            walk.count(host, SnmpCounter.IP_IN_DELIVERS);
            TcpInput.receive(walk, host, raw.rest());
        } else if (protocol.equals(IpProtocol.IGMP)) {
            walk.count(host, SnmpCounter.IP_IN_DELIVERS);
            Igmp.receive(walk, host, raw.rest());
        } else if (raw.delivered()) {
            walk.count(host, SnmpCounter.IP_IN_DELIVERS);
            Drop.consume(walk, host, raw.rest(), Stage.TRANSPORT_RECEIVE);
        } else {
            walk.count(host, SnmpCounter.IP_IN_UNKNOWN_PROTOS);
            IcmpOutput.error(walk, host, skb, IcmpMessage.DESTINATION_UNREACHABLE, 2, 0);
            return false;
        }
        return true;
    }
}
