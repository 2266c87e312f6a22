package org.packetwalk.stack;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketType;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.netfilter.Hook;
import org.packetwalk.kernel.sysctl.Ipv4Conf;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.trace.IpEvent;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** Passes a packet on to another host ({@code net/ipv4/ip_forward.c}). */
final class IpForward {

    private IpForward() {}

    /** {@code ip_forward}: TTL and size are judged, and the TTL lowered, before the FORWARD hook. */
    static void forward(Walk walk, HostId host, SkBuff skb) {
        SkBuff lowered = walk.call(KernelFunction.IP_FORWARD, () -> check(walk, host, skb));
        if (lowered.equals(SkBuff.NONE)) {
            return;
        }
        boolean options = lowered.options().length() > 0;
        SkBuff complete = options
                ? walk.call(KernelFunction.IP_FORWARD_FINISH, () -> Ipv4Options.forwarded(walk, host, lowered))
                : lowered;
        IpOutput.output(walk, host, complete, skb.deviceName());
    }

    private static SkBuff check(Walk walk, HostId host, SkBuff skb) {
        Ipv4Header header = skb.packet().ipv4();
        NetDevice output = walk.device(host, skb.route().device());
        // A segment of a connection of this host whose address is no longer its own is not passed on.
        if (skb.type() != PacketType.HOST || skb.hasSocket()) {
            return drop(walk, host, skb, DropReason.NOT_SPECIFIED);
        }
        if (header.ttl() <= 1) {
            walk.count(host, SnmpCounter.IP_IN_HDR_ERRORS);
            IcmpOutput.error(walk, host, skb, IcmpMessage.TIME_EXCEEDED, 0, 0);
            return drop(walk, host, skb, DropReason.IP_INHDR);
        }
        walk.count(host, SnmpCounter.IP_FORW_DATAGRAMS);
        int mtu = IpOutput.mtu(skb.route(), output);
        // Of several TCP segments in one buffer each has to fit (skb_gso_validate_network_len).
        int longest = skb.segmentSize() == 0
                ? header.totalLength()
                : header.totalLength() - skb.packet().payload().size() + skb.segmentSize();
        if (longest > mtu && header.dontFragment()) {
            walk.count(host, SnmpCounter.IP_FRAG_FAILS);
            IcmpOutput.error(walk, host, skb, IcmpMessage.DESTINATION_UNREACHABLE, 4, mtu);
            return drop(walk, host, skb, DropReason.PKT_TOO_BIG);
        }
        SkBuff lowered = skb.withPacket(skb.packet().from(Ipv4Header.class).withIpv4(header.withTtl(header.ttl() - 1)));
        if (skb.route().redirect()) {
            sendRedirect(walk, host, lowered, header);
        }
        walk.emit(new IpEvent.Forwarded(walk.head(host, lowered), header.ttl(), header.ttl() - 1));
        Hooks.Verdict verdict = Hooks.pass(walk, host, lowered, Hook.FORWARD, skb.deviceName(), output.name());
        return verdict.passed() ? verdict.skb() : SkBuff.NONE;
    }

    /** {@code ip_rt_send_redirect}: tells the sender of the gateway it should have taken; the packet goes on all the same. */
    private static void sendRedirect(Walk walk, HostId host, SkBuff skb, Ipv4Header header) {
        NetNamespace ns = walk.host(host);
        if (!ns.sysctls().either(skb.route().device(), Ipv4Conf.SEND_REDIRECTS)) {
            return;
        }
        IcmpLimits.Answer answer = ns.limits().redirect(header.source(), walk.now());
        walk.update(ns.withLimits(answer.after()));
        if (answer.allowed()) {
            Ipv4Address better = skb.route().nextHop(header.destination());
            walk.run(
                    KernelFunction.IP_RT_SEND_REDIRECT,
                    () -> IcmpOutput.error(walk, host, skb, IcmpMessage.REDIRECT, 1, better.bits()));
        }
    }

    private static SkBuff drop(Walk walk, HostId host, SkBuff skb, DropReason reason) {
        Drop.packet(walk, host, skb, reason, KernelFunction.IP_FORWARD, Stage.FORWARD);
        return SkBuff.NONE;
    }
}
