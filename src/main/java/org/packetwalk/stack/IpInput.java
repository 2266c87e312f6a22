package org.packetwalk.stack;

import java.util.List;

import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketTracking;
import org.packetwalk.kernel.PacketType;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.device.DeviceCounters;
import org.packetwalk.kernel.netfilter.Hook;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.sysctl.Ipv4Conf;
import org.packetwalk.net.MacAddress;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.trace.IpEvent;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.Stage;

/** The way up, first half: from the frame to the route ({@code net/ipv4/ip_input.c}). */
final class IpInput {

    private IpInput() {}

    /** {@code ip_rcv}. */
    static void receive(Walk walk, HostId host, SkBuff skb) {
        SkBuff routed = walk.call(KernelFunction.IP_RCV, () -> checked(walk, host, skb));
        if (routed.route().isPresent()) {
            input(walk, host, routed);
        }
    }

    /** {@code ip_list_rcv}: the same for packets that come in lists. */
    static void receiveList(Walk walk, HostId host, SkBuff skb) {
        walk.run(
                KernelFunction.IP_LIST_RCV,
                () -> walk.run(KernelFunction.IP_SUBLIST_RCV, () -> {
                    SkBuff routed = checked(walk, host, skb);
                    if (routed.route().isPresent()) {
                        input(walk, host, routed);
                    }
                }));
    }

    private static SkBuff checked(Walk walk, HostId host, SkBuff skb) {
        if (skb.type() == PacketType.OTHERHOST) {
            walk.countDevice(host, skb.device(), DeviceCounters::otherhostDrop);
            return drop(walk, host, skb, DropReason.OTHERHOST, KernelFunction.IP_RCV_CORE);
        }
        Ipv4Header header = skb.packet().ipv4();
        walk.count(host, SnmpCounter.IP_IN_RECEIVES);
        walk.count(host, SnmpCounter.IP_EXT_IN_OCTETS, header.totalLength());
        walk.count(host, ecn(header), skb.segments());
        walk.emit(new IpEvent.HeaderChecked(walk.head(host, skb)));
        SkBuff orphan = skb.owned(false);
        if (skb.tracking().bridged()) {
            PacketTracking seen = skb.tracking().bridged(skb.tracking().bridgeInput(), 0, false);
            return sabotaged(walk, host, orphan.tracked(seen.from(MacAddress.ZERO)));
        }
        Hooks.Verdict verdict = Hooks.pass(walk, host, orphan, Hook.PREROUTING, skb.deviceName(), "");
        return verdict.passed()
                ? route(walk, host, verdict.skb())
                : verdict.skb().routed(DestinationEntry.NONE);
    }

    /** {@code ip_sabotage_in}: the chains have seen it as a bridged frame; it goes on from within the hook. */
    private static SkBuff sabotaged(Walk walk, HostId host, SkBuff skb) {
        walk.run(List.of(KernelFunction.NF_HOOK_SLOW, KernelFunction.IP_SABOTAGE_IN), () -> {
            SkBuff routed = walk.call(KernelFunction.IP_RCV_FINISH, () -> route(walk, host, skb));
            if (routed.route().isPresent()) {
                input(walk, host, routed);
            }
        });
        return skb.routed(DestinationEntry.NONE);
    }

    /** {@code ip_rcv_finish_core}: a packet that brought its route, as through lo, is not routed again. */
    private static SkBuff route(Walk walk, HostId host, SkBuff skb) {
        return walk.call(KernelFunction.IP_RCV_FINISH_CORE, () -> {
            SkBuff routed = skb.route().isPresent() ? skb : TcpInput.earlyDemux(walk.host(host), skb);
            if (skb.type() == PacketType.LOOPBACK || routed.route().isPresent()) {
                walk.emit(new RouteEvent.Kept(walk.head(host, skb)));
            } else {
                Ipv4Header header = skb.packet().ipv4();
                FlowKey flow = FlowHash.dissected(
                        skb.packet(),
                        FlowKey.input(header.destination(), header.source(), skb.device())
                                .withTos(header.tos() & 0xfc)
                                .withMark(skb.mark()));
                InputRoute.Answer answer = InputRoute.noref(walk, host, skb, flow, true);
                if (answer.refused()) {
                    if (answer.reason() == DropReason.IP_RPFILTER) {
                        walk.count(host, SnmpCounter.TCP_EXT_IP_REVERSE_PATH_FILTER);
                    }
                    Drop.packet(walk, host, skb, answer.reason(), KernelFunction.IP_RCV_FINISH_CORE, Stage.ROUTE_INPUT);
                    return skb;
                }
                routed = routed.routed(answer.entry());
            }
            if (!skb.packet().ipv4().options().isEmpty()) {
                Ipv4Options.Received options = Ipv4Options.received(walk, host, routed);
                if (options.fault()) {
                    walk.count(host, SnmpCounter.IP_IN_HDR_ERRORS);
                    Drop.packet(
                            walk,
                            host,
                            options.skb(),
                            DropReason.IP_INHDR,
                            KernelFunction.IP_RCV_FINISH_CORE,
                            Stage.ROUTE_INPUT);
                    return skb.routed(DestinationEntry.NONE);
                }
                routed = options.skb();
            }
            countKind(walk, host, routed);
            boolean toSome = skb.type() == PacketType.BROADCAST || skb.type() == PacketType.MULTICAST;
            if (toSome
                    && routed.route().type() != DestinationEntry.Kind.MULTICAST
                    && routed.route().type() != DestinationEntry.Kind.BROADCAST
                    && walk.host(host).sysctls().either(skb.device(), Ipv4Conf.DROP_UNICAST_IN_L2_MULTICAST)) {
                Drop.packet(
                        walk,
                        host,
                        skb,
                        DropReason.UNICAST_IN_L2_MULTICAST,
                        KernelFunction.IP_RCV_FINISH_CORE,
                        Stage.ROUTE_INPUT);
                return skb.routed(DestinationEntry.NONE);
            }
            return routed;
        });
    }

    private static void countKind(Walk walk, HostId host, SkBuff skb) {
        int length = skb.packet().ipv4().totalLength();
        if (skb.route().type() == DestinationEntry.Kind.MULTICAST) {
            walk.count(host, SnmpCounter.IP_EXT_IN_MCAST_PKTS);
            walk.count(host, SnmpCounter.IP_EXT_IN_MCAST_OCTETS, length);
        } else if (skb.route().type() == DestinationEntry.Kind.BROADCAST) {
            walk.count(host, SnmpCounter.IP_EXT_IN_BCAST_PKTS);
            walk.count(host, SnmpCounter.IP_EXT_IN_BCAST_OCTETS, length);
        }
    }

    /** {@code dst_input}. */
    private static void input(Walk walk, HostId host, SkBuff skb) {
        DestinationEntry route = skb.route();
        switch (route.input()) {
            case IP_LOCAL_DELIVER -> LocalDelivery.deliver(walk, host, skb);
            case IP_FORWARD -> IpForward.forward(walk, host, skb);
            case IP_ERROR -> error(walk, host, skb);
            case IP_MR_INPUT, DISCARD ->
                Drop.packet(
                        walk,
                        host,
                        skb,
                        DropReason.NOT_SPECIFIED,
                        KernelFunction.__NETIF_RECEIVE_SKB_ONE_CORE,
                        Stage.ROUTE_INPUT);
        }
    }

    /** {@code ip_error}: the routing tables refuse the packet. */
    private static void error(Walk walk, HostId host, SkBuff skb) {
        walk.run(KernelFunction.IP_ERROR, () -> {
            boolean forwarding = walk.host(host).sysctls().conf(skb.device(), Ipv4Conf.FORWARDING) != 0;
            Errno errno = skb.route().error();
            DropReason reason = DropReason.NOT_SPECIFIED;
            if (!forwarding) {
                if (errno == Errno.EHOSTUNREACH) {
                    walk.count(host, SnmpCounter.IP_IN_ADDR_ERRORS);
                    reason = DropReason.IP_INADDRERRORS;
                } else if (errno == Errno.ENETUNREACH) {
                    walk.count(host, SnmpCounter.IP_EXT_IN_NO_ROUTES);
                    reason = DropReason.IP_INNOROUTES;
                }
            } else if (errno == Errno.EHOSTUNREACH) {
                tell(walk, host, skb, 1);
            } else if (errno == Errno.ENETUNREACH) {
                walk.count(host, SnmpCounter.IP_EXT_IN_NO_ROUTES);
                reason = DropReason.IP_INNOROUTES;
                tell(walk, host, skb, 0);
            } else if (errno == Errno.EACCES) {
                tell(walk, host, skb, 13);
            }
            Drop.packet(walk, host, skb, reason, KernelFunction.IP_ERROR, Stage.ROUTE_INPUT);
        });
    }

    /** Unreachable, unless the sender was told too often lately. */
    private static void tell(Walk walk, HostId host, SkBuff skb, int code) {
        NetNamespace ns = walk.host(host);
        IcmpLimits.Answer answer = ns.limits().routeError(skb.packet().ipv4().source(), walk.now());
        walk.update(ns.withLimits(answer.after()));
        if (answer.allowed()) {
            IcmpOutput.error(walk, host, skb, IcmpMessage.DESTINATION_UNREACHABLE, code, 0);
        }
    }

    private static SkBuff drop(Walk walk, HostId host, SkBuff skb, DropReason reason, KernelFunction at) {
        walk.run(at, () -> Drop.packet(walk, host, skb, reason, at, Stage.PREROUTING));
        return skb.routed(DestinationEntry.NONE);
    }

    private static SnmpCounter ecn(Ipv4Header header) {
        return switch (header.tos() & 3) {
            case 1 -> SnmpCounter.IP_EXT_IN_ECT1_PKTS;
            case 2 -> SnmpCounter.IP_EXT_IN_ECT0_PKTS;
            case 3 -> SnmpCounter.IP_EXT_IN_CE_PKTS;
            default -> SnmpCounter.IP_EXT_IN_NO_ECT_PKTS;
        };
    }
}
