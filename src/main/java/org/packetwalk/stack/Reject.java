package org.packetwalk.stack;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.netfilter.EffectTarget;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.trace.KernelFunction;

/** The answer of REJECT ({@code net/ipv4/netfilter/ipt_REJECT.c}, {@code nf_reject_ipv4.c}). */
final class Reject {

    private Reject() {}

    /** Tells the sender; the packet itself is dropped by the caller. */
    static void answer(Hooks.Place place, SkBuff skb, EffectTarget.Answer answer) {
        Walk walk = place.walk();
        walk.run(
                KernelFunction.NFT_TARGET_EVAL_XT,
                () -> walk.run(KernelFunction.REJECT_TG, () -> {
                    if (answer == EffectTarget.Answer.TCP_RESET) {
                        walk.run(KernelFunction.NF_SEND_RESET, () -> reset(walk, place.host(), skb));
                    } else {
                        IcmpOutput.error(
                                walk, place.host(), skb, IcmpMessage.DESTINATION_UNREACHABLE, answer.code(), 0);
                    }
                }));
    }

    /** {@code nf_send_reset}: never in answer to a reset. */
    private static void reset(Walk walk, HostId host, SkBuff skb) {
        Packet packet = skb.packet().from(Ipv4Header.class);
        if (!packet.has(TcpHeader.class) || packet.tcp().flags().has(TcpFlags.RST)) {
            return;
        }
        TcpHeader tcp = packet.tcp();
        boolean acknowledges = tcp.flags().has(TcpFlags.ACK);
        int length = packet.payload().size()
                + (tcp.flags().has(TcpFlags.SYN) ? 1 : 0)
                + (tcp.flags().has(TcpFlags.FIN) ? 1 : 0);
        TcpHeader reset = new TcpHeader(
                tcp.destinationPort(),
                tcp.sourcePort(),
                acknowledges ? tcp.acknowledgment() : 0,
                acknowledges ? 0 : tcp.sequence() + length,
                acknowledges ? TcpFlags.RST : TcpFlags.RST.and(TcpFlags.ACK),
                0,
                0,
                ByteString.EMPTY);
        Ipv4Header asked = packet.ipv4();
        Ipv4Header ip = Ipv4Header.of(IpProtocol.TCP, asked.destination(), asked.source())
                .withTtl(walk.host(host).sysctls().number("net.ipv4.ip_default_ttl"))
                .withDontFragment(true);
        SkBuff begun =
                walk.newBuffer(Packet.of(ByteString.EMPTY, reset).push(ip).withLengths());
        OutputRoute.Answer route = Rerouting.route(walk, host, begun);
        if (route.refused()) {
            Drop.unsent(walk, host, begun);
            return;
        }
        IpOutput.local(walk, host, ConnectionTracking.attach(begun.routed(route.entry()), skb), true);
    }
}
