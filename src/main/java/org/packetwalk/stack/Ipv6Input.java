package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.Ipv6Destination;
import org.packetwalk.kernel.PacketTracking;
import org.packetwalk.kernel.PacketType;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.device.DeviceCounters;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.netfilter.Hook;
import org.packetwalk.kernel.route6.Ipv6Scope;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.MacAddress;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.trace.IpEvent;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.Stage;

/** The way up of IPv6, to where the route leads ({@code net/ipv6/ip6_input.c}). */
final class Ipv6Input {

    private Ipv6Input() {}

    /** {@code ipv6_rcv}. */
    static void receive(Walk walk, HostId host, SkBuff skb) {
        Optional<SkBuff> routed = walk.call(KernelFunction.IPV6_RCV, () -> {
            Optional<DropReason> fault = check(walk, host, skb);
            if (fault.isPresent()) {
                walk.run(
                        KernelFunction.IP6_RCV_CORE,
                        () -> Drop.packet(walk, host, skb, fault.get(), KernelFunction.IP6_RCV_CORE, Stage.PREROUTING));
                return Optional.empty();
            }
            walk.emit(new IpEvent.HeaderChecked(walk.head(host, skb)));
            SkBuff orphan = skb.owned(false);
            if (skb.tracking().bridged()) {
                PacketTracking noted = skb.tracking().bridged(skb.tracking().bridgeInput(), 0, false);
                sabotaged(walk, host, orphan.tracked(noted.from(MacAddress.ZERO)));
                return Optional.empty();
            }
            Hooks.Verdict verdict = Hooks.passIpv6(walk, host, orphan, Hook.PREROUTING, skb.deviceName(), "");
            if (!verdict.passed()) {
                return Optional.empty();
            }
            return Optional.of(route(walk, host, verdict.skb()));
        });
        routed.ifPresent(packet -> input(walk, host, packet));
    }

    /** {@code ip_sabotage_in}: the chains have seen it as a bridged frame; it goes on from within the hook. */
    private static void sabotaged(Walk walk, HostId host, SkBuff skb) {
        walk.run(
                List.of(KernelFunction.NF_HOOK_SLOW, KernelFunction.IP_SABOTAGE_IN),
                () -> input(walk, host, walk.call(KernelFunction.IP6_RCV_FINISH, () -> route(walk, host, skb))));
    }

    /** {@code ip6_rcv_finish_core}: a packet that brought its route, as through lo, is not routed again. */
    private static SkBuff route(Walk walk, HostId host, SkBuff skb) {
        SkBuff known = skb.route6().isPresent() ? skb : skb.routed(TcpInput.earlyIpv6Route(walk.host(host), skb));
        if (known.route6().isPresent()) {
            walk.emit(new RouteEvent.Kept(walk.head(host, known)));
            return known;
        }
        return Ipv6Routing.input(walk, host, known);
    }

    /** {@code ip6_rcv_core}. */
    private static Optional<DropReason> check(Walk walk, HostId host, SkBuff skb) {
        if (skb.type() == PacketType.OTHERHOST) {
            walk.countDevice(host, skb.device(), DeviceCounters::otherhostDrop);
            return Optional.of(DropReason.OTHERHOST);
        }
        Ipv6Header header = skb.packet().ipv6();
        walk.count(host, SnmpCounter.IP6_IN_RECEIVES);
        walk.count(host, SnmpCounter.IP6_IN_OCTETS, Ipv6Header.LENGTH + header.payloadLength());
        if (walk.host(host).ipv6().addresses().find(skb.device()).isEmpty()
                || walk.host(host).sysctls().ipv6Conf(skb.device(), "disable_ipv6") != 0) {
            walk.count(host, SnmpCounter.IP6_IN_DISCARDS);
            return Optional.of(DropReason.IPV6DISABLED);
        }
        walk.count(host, ecn(header), skb.segments());
        NetDevice device = walk.device(host, skb.device());
        boolean looped = device.isLoopback() || skb.type() == PacketType.LOOPBACK;
        Ipv6Address to = header.destination();
        boolean foreign = !device.isLoopback() && (header.source().isLoopback() || to.isLoopback())
                || !looped && to.isMulticast() && Ipv6Scope.of(to) == Ipv6Scope.NODE
                || header.source().isMulticast();
        if (foreign) {
            walk.count(host, SnmpCounter.IP6_IN_HDR_ERRORS);
            return Optional.of(DropReason.IP_INHDR);
        }
        return Optional.empty();
    }

    private static SnmpCounter ecn(Ipv6Header header) {
        return switch (header.trafficClass() & 3) {
            case 1 -> SnmpCounter.IP6_IN_ECT1_PKTS;
            case 2 -> SnmpCounter.IP6_IN_ECT0_PKTS;
            case 3 -> SnmpCounter.IP6_IN_CEPKTS;
            default -> SnmpCounter.IP6_IN_NO_ECTPKTS;
        };
    }

    /** {@code dst_input}. */
    private static void input(Walk walk, HostId host, SkBuff skb) {
        switch (skb.route6().input()) {
            case IP6_INPUT -> Ipv6Delivery.deliver(walk, host, skb);
            case IP6_MC_INPUT -> multicast(walk, host, skb);
            case IP6_FORWARD -> Ipv6Forward.forward(walk, host, skb);
            case IP6_PKT_DISCARD, IP6_PKT_PROHIBIT, DST_DISCARD -> Ipv6Refusal.received(walk, host, skb);
        }
    }

    /** {@code ip6_mc_input}: for this host if the device listens to the group. */
    private static void multicast(Walk walk, HostId host, SkBuff skb) {
        Ipv6Header header = skb.packet().ipv6();
        walk.count(host, SnmpCounter.IP6_IN_MCAST_PKTS);
        walk.count(host, SnmpCounter.IP6_IN_MCAST_OCTETS, Ipv6Header.LENGTH + header.payloadLength());
        walk.run(KernelFunction.IP6_MC_INPUT, () -> {
            boolean listens = walk.host(host)
                    .ipv6()
                    .addresses()
                    .find(skb.device())
                    .filter(device -> device.listens(header.destination()))
                    .isPresent();
            if (listens) {
                Ipv6Delivery.deliver(walk, host, skb);
            } else {
                Drop.packet(walk, host, skb, DropReason.NOT_SPECIFIED, KernelFunction.IP6_MC_INPUT, Stage.ROUTE_INPUT);
            }
        });
    }

    /** The device a packet is for: of one over lo that of the address ({@code icmp6_iif}, {@code inet6_iif}). */
    static int arrivedAt(Walk walk, HostId host, SkBuff skb) {
        boolean overLo = walk.device(host, skb.device()).isLoopback();
        Ipv6Destination route = skb.route6();
        return overLo && route.isPresent() ? route.owner() : skb.device();
    }
}
