package org.packetwalk.stack;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.Ipv6Destination;
import org.packetwalk.kernel.PacketType;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.netfilter.Hook;
import org.packetwalk.kernel.route6.Ipv6Scope;
import org.packetwalk.kernel.sysctl.SysctlTable;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.trace.IpEvent;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** IPv6 packets for others ({@code ip6_forward}). */
final class Ipv6Forward {

    private Ipv6Forward() {}

    static void forward(Walk walk, HostId host, SkBuff skb) {
        SkBuff lowered = walk.call(KernelFunction.IP6_FORWARD, () -> check(walk, host, skb));
        if (!lowered.equals(SkBuff.NONE)) {
            Ipv6Output.output(walk, host, lowered, skb.deviceName(), false);
        }
    }

    private static SkBuff check(Walk walk, HostId host, SkBuff skb) {
        Ipv6Header header = skb.packet().ipv6();
        NetDevice output = walk.device(host, skb.route6().device());
        if (walk.host(host).sysctls().ipv6Conf(SysctlTable.ALL, "forwarding") == 0) {
            walk.count(host, SnmpCounter.IP6_IN_ADDR_ERRORS);
            return drop(walk, host, skb, DropReason.IP_INADDRERRORS);
        }
        if (skb.type() != PacketType.HOST) {
            return drop(walk, host, skb, DropReason.NOT_SPECIFIED);
        }
        if (header.hopLimit() <= 1) {
            Icmpv6Errors.send(walk, host, skb, Icmpv6Message.timeExceeded(0));
            walk.count(host, SnmpCounter.IP6_IN_HDR_ERRORS);
            return drop(walk, host, skb, DropReason.IP_INHDR);
        }
        if (skb.route6().device() == skb.device() || routedByBridge(walk, host, skb)) {
            redirect(walk, host, skb, header);
        } else if (unforwardable(walk, host, skb, header)) {
            return drop(walk, host, skb, DropReason.IP_INADDRERRORS);
        }
        walk.count(host, SnmpCounter.IP6_OUT_FORW_DATAGRAMS);
        int mtu = Math.max(Ipv6Output.mtu(walk, host, forwarding(skb.route6()), output), Ipv6Header.MINIMUM_MTU);
        int length = Ipv6Header.LENGTH + header.payloadLength();
        int parts = skb.tracking().largestPart();
        int longest = skb.segmentSize() == 0
                ? parts == 0 ? length : parts
                : length - skb.packet().payload().size() + skb.segmentSize();
        if (longest > mtu) {
            SkBuff leaving = skb.on(output.index(), output.name());
            Icmpv6Errors.send(walk, host, skb, Icmpv6Message.packetTooBig(mtu));
            walk.count(host, SnmpCounter.IP6_IN_TOO_BIG_ERRORS);
            walk.count(host, SnmpCounter.IP6_FRAG_FAILS);
            return drop(walk, host, leaving, DropReason.PKT_TOO_BIG);
        }
        SkBuff lowered = skb.withPacket(
                skb.packet().from(Ipv6Header.class).withIpv6(header.withHopLimit(header.hopLimit() - 1)));
        walk.emit(new IpEvent.Forwarded(walk.head(host, lowered), header.hopLimit(), header.hopLimit() - 1));
        Hooks.Verdict verdict = Hooks.passIpv6(walk, host, lowered, Hook.FORWARD, skb.deviceName(), output.name());
        return verdict.passed() ? verdict.skb() : SkBuff.NONE;
    }

    /**
     * A bridge asks for the route of a frame whose destination it has translated. {@code ipv6_rcv} takes the device of a route
     * that is there for the one the packet came by.
     */
    private static boolean routedByBridge(Walk walk, HostId host, SkBuff skb) {
        boolean reply = skb.tracking().info().isReply();
        return skb.tracking().bridgeInput() != 0
                && walk.host(host)
                        .netfilter()
                        .conntrack()
                        .get(skb.tracking().connection())
                        .map(connection -> reply ? connection.reply() : connection.original())
                        .filter(sent ->
                                !sent.destination().equals(skb.packet().ipv6().destination()))
                        .isPresent();
    }

    /** Forwarded packets go by the MTU of the link, not by what this host has learnt. */
    private static Ipv6Destination forwarding(Ipv6Destination route) {
        return new Ipv6Destination(
                route.type(),
                route.destination(),
                route.device(),
                route.owner(),
                route.gateway(),
                route.output(),
                route.input(),
                route.error(),
                route.limit().forForwarding(),
                route.hopLimit());
    }

    /** Sources that may not leave their link: multicast, ::1, link-local (which is told). */
    private static boolean unforwardable(Walk walk, HostId host, SkBuff skb, Ipv6Header header) {
        Ipv6Address source = header.source();
        boolean wrong = source.isAny() || source.isMulticast() || source.isLoopback();
        if (!wrong && Ipv6Scope.of(source) == Ipv6Scope.LINK) {
            Icmpv6Errors.send(walk, host, skb, Icmpv6Message.destinationUnreachable(BEYOND_SCOPE));
            wrong = true;
        }
        if (wrong) {
            walk.count(host, SnmpCounter.IP6_IN_ADDR_ERRORS);
        }
        return wrong;
    }

    private static final int BEYOND_SCOPE = 2;

    /** The sender could have sent it to the next hop itself ({@code ndisc_send_redirect}). */
    private static void redirect(Walk walk, HostId host, SkBuff skb, Ipv6Header header) {
        if (NdiscOutput.mayRedirect(walk, host, header.destination())) {
            NdiscOutput.redirect(walk, host, skb, skb.route6().nextHop(header.destination()));
        }
    }

    private static SkBuff drop(Walk walk, HostId host, SkBuff skb, DropReason reason) {
        Drop.packet(walk, host, skb, reason, KernelFunction.IP6_FORWARD, Stage.FORWARD);
        return SkBuff.NONE;
    }
}
