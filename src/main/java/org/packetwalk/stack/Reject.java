package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.netfilter.EffectTarget;
import org.packetwalk.kernel.netfilter.Hook;
import org.packetwalk.kernel.route6.Ipv6Flow;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.trace.KernelFunction;

/** The answer of REJECT ({@code ipt_REJECT.c}, {@code nf_reject_ipv4.c} and those of IPv6). */
final class Reject {

    private Reject() {}

    /** Tells the sender; answers the packet, which the caller drops: one of this host may be on lo by then. */
    static SkBuff answer(Hooks.Place place, SkBuff skb, EffectTarget.Answer answer) {
        Walk walk = place.walk();
        return walk.call(
                KernelFunction.NFT_TARGET_EVAL_XT,
                () -> walk.call(place.six() ? KernelFunction.REJECT_TG6 : KernelFunction.REJECT_TG, () -> {
                    if (place.six()) {
                        return answerIpv6(place, skb, answer);
                    }
                    if (answer == EffectTarget.Answer.TCP_RESET) {
                        walk.run(KernelFunction.NF_SEND_RESET, () -> reset(walk, place.host(), skb));
                    } else {
                        IcmpOutput.error(
                                walk, place.host(), skb, IcmpMessage.DESTINATION_UNREACHABLE, answer.code(), 0);
                    }
                    return skb;
                }));
    }

    /** {@code reject_tg6}, {@code nf_send_unreach6}. */
    private static SkBuff answerIpv6(Hooks.Place place, SkBuff skb, EffectTarget.Answer answer) {
        Walk walk = place.walk();
        if (answer == EffectTarget.Answer.TCP_RESET) {
            walk.run(KernelFunction.NF_SEND_RESET6, () -> resetIpv6(walk, place.host(), skb));
            return skb;
        }
        boolean sending = place.hook() == Hook.OUTPUT;
        SkBuff about = sending
                ? skb.on(
                        NetDevice.LOOPBACK_INDEX,
                        walk.device(place.host(), NetDevice.LOOPBACK_INDEX).name())
                : skb;
        Icmpv6Errors.send(walk, place.host(), about, Icmpv6Message.destinationUnreachable(answer.code()));
        return about;
    }

    /** The reset a segment is answered with; never one in answer to a reset. */
    private static Optional<TcpHeader> resetOf(Packet packet) {
        if (!packet.has(TcpHeader.class) || packet.tcp().flags().has(TcpFlags.RST)) {
            return Optional.empty();
        }
        TcpHeader tcp = packet.tcp();
        boolean acknowledges = tcp.flags().has(TcpFlags.ACK);
        int length = packet.payload().size()
                + (tcp.flags().has(TcpFlags.SYN) ? 1 : 0)
                + (tcp.flags().has(TcpFlags.FIN) ? 1 : 0);
        return Optional.of(new TcpHeader(
                tcp.destinationPort(),
                tcp.sourcePort(),
                acknowledges ? tcp.acknowledgment() : 0,
                acknowledges ? 0 : tcp.sequence() + length,
                acknowledges ? TcpFlags.RST : TcpFlags.RST.and(TcpFlags.ACK),
                0,
                0,
                ByteString.EMPTY));
    }

    /** {@code nf_send_reset6}: the route is asked before there is a buffer. */
    private static void resetIpv6(Walk walk, HostId host, SkBuff skb) {
        Packet packet = skb.packet().from(Ipv6Header.class);
        Optional<TcpHeader> reset = resetOf(packet);
        Ipv6Header asked = packet.ipv6();
        if (reset.isEmpty()
                || asked.source().isMulticast()
                || asked.destination().isMulticast()) {
            return;
        }
        Ipv6Flow flow = Ipv6Flow.output(asked.source())
                .withSource(asked.destination())
                .withTransport(
                        IpProtocol.TCP.number(),
                        reset.get().sourcePort(),
                        reset.get().destinationPort());
        SkBuff begun = walk.newBuffer(Packet.of(ByteString.EMPTY, reset.get()));
        Ipv6Fib.Answer route = Ipv6Routing.output(walk, host, begun, flow, false);
        if (route.refused()) {
            Drop.unsent(walk, host, begun);
            return;
        }
        Ipv6Header ip = Ipv6Header.of(IpProtocol.TCP, asked.destination(), asked.source())
                .withHopLimit(Ipv6Output.hopLimit(walk, host, route.entry()));
        SkBuff answer = begun.withPacket(begun.packet().push(ip).withLengths()).routed(route.entry());
        Ipv6Output.localOut(walk, host, ConnectionTracking.attach(answer, skb), true);
    }

    /** {@code nf_send_reset}. */
    private static void reset(Walk walk, HostId host, SkBuff skb) {
        Packet packet = skb.packet().from(Ipv4Header.class);
        Optional<TcpHeader> reset = resetOf(packet);
        if (reset.isEmpty()) {
            return;
        }
        Ipv4Header asked = packet.ipv4();
        Ipv4Header ip = Ipv4Header.of(IpProtocol.TCP, asked.destination(), asked.source())
                .withDontFragment(true);
        SkBuff begun =
                walk.newBuffer(Packet.of(ByteString.EMPTY, reset.get()).push(ip).withLengths());
        OutputRoute.Answer route = Rerouting.route(walk, host, begun);
        if (route.refused()) {
            Drop.unsent(walk, host, begun);
            return;
        }
        SkBuff answer = begun.withPacket(begun.packet()
                .from(TcpHeader.class)
                .push(ip.withTtl(IpOutput.timeToLive(walk, host, route.entry())))
                .withLengths());
        IpOutput.local(walk, host, ConnectionTracking.attach(answer.routed(route.entry()), skb), true);
    }
}
