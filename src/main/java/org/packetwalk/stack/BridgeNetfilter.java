package org.packetwalk.stack;

import java.util.List;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.Ipv6Destination;
import org.packetwalk.kernel.PacketTracking;
import org.packetwalk.kernel.PacketType;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.TransmitResult;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.netfilter.Hook;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.net.EtherType;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.MacAddress;
import org.packetwalk.packet.ArpMessage;
import org.packetwalk.packet.EthernetHeader;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** Hands bridged frames to iptables and ip6tables ({@code net/bridge/br_netfilter_hooks.c}, {@code br_netfilter_ipv6.c}). */
final class BridgeNetfilter {

    /** What goes on with a frame that may come in ({@code br_handle_frame_finish}). */
    interface Rest {

        /** Goes on with the frame; answers where it is then. */
        DeviceTransmit.Sent finish(SkBuff frame);
    }

    private BridgeNetfilter() {}

    /** Whether a host hands this frame to iptables or ip6tables, also if those have no rule. */
    static boolean sees(Walk walk, HostId host, SkBuff frame) {
        boolean six = six(frame);
        return (six || frame.packet().has(Ipv4Header.class)) && calls(walk, host, six ? "ip6tables" : "iptables");
    }

    /** Whether a host hands this frame to arptables, which see what is forwarded between ports. */
    static boolean seesArp(Walk walk, HostId host, SkBuff frame) {
        return frame.packet().has(ArpMessage.class) && calls(walk, host, "arptables");
    }

    private static boolean calls(Walk walk, HostId host, String tables) {
        return walk.host(host).sysctls().number("net.bridge.bridge-nf-call-" + tables) != 0;
    }

    private static boolean six(SkBuff frame) {
        return frame.isFrame() && frame.packet().ethernet().type().equals(EtherType.IPV6);
    }

    private static Hooks.Verdict pass(Walk walk, HostId host, SkBuff frame, Hook hook, String input, String output) {
        return six(frame)
                ? Hooks.passIpv6(walk, host, frame, hook, input, output)
                : Hooks.pass(walk, host, frame, hook, input, output);
    }

    /** {@code br_nf_pre_routing}: the frame counts as received by the bridge. */
    static void preRouting(Walk walk, HostId host, SkBuff frame, NetDevice port, NetDevice bridge, Rest rest) {
        KernelFunction entry = six(frame) ? KernelFunction.BR_NF_PRE_ROUTING_IPV6 : KernelFunction.BR_NF_PRE_ROUTING;
        walk.run(entry, () -> {
            SkBuff noted = frame.tracked(frame.tracking()
                            .bridged(port.index(), 0, true)
                            .from(frame.packet().ethernet().source()))
                    .on(bridge.index(), bridge.name());
            Hooks.Verdict verdict = pass(walk, host, noted, Hook.PREROUTING, bridge.name(), "");
            if (verdict.passed() && six(frame)) {
                walk.run(
                        KernelFunction.BR_NF_PRE_ROUTING_FINISH_IPV6,
                        () -> enteredIpv6(walk, host, frame, verdict.skb(), port, bridge, rest));
            } else if (verdict.passed()) {
                walk.run(
                        KernelFunction.BR_NF_PRE_ROUTING_FINISH,
                        () -> entered(walk, host, frame, verdict.skb(), port, bridge, rest));
            }
        });
    }

    /** {@code br_nf_pre_routing_finish_ipv6}. */
    private static void enteredIpv6(
            Walk walk, HostId host, SkBuff before, SkBuff after, NetDevice port, NetDevice bridge, Rest rest) {
        SkBuff back = after.on(port.index(), port.name());
        boolean moved = !before.packet()
                .ipv6()
                .destination()
                .equals(after.packet().ipv6().destination());
        if (!moved) {
            thresh(walk, () -> walk.run(KernelFunction.BR_HANDLE_FRAME_FINISH, () -> rest.finish(back)));
            return;
        }
        Ipv6Destination route = Ipv6Routing.input(walk, host, after.unrouted()).route6();
        if (route.error() != Errno.OK) {
            Drop.packet(
                    walk,
                    host,
                    after,
                    DropReason.NOT_SPECIFIED,
                    KernelFunction.BR_NF_PRE_ROUTING_FINISH_IPV6,
                    Stage.BRIDGE);
            return;
        }
        if (route.device() != bridge.index()) {
            // It leaves the bridge: the host takes it as its own.
            SkBuff up = to(back, bridge.address()).pulled(PacketType.HOST).routed(route);
            thresh(walk, () -> walk.run(KernelFunction.BR_HANDLE_FRAME_FINISH, () -> rest.finish(up)));
            return;
        }
        NeighborTarget target = new NeighborTarget(
                KernelFunction.IP6_NEIGH_LOOKUP,
                route.nextHop(after.packet().ipv6().destination()),
                after.packet().from(Ipv6Header.class));
        toNeighbor(walk, host, after.routed(route), back, bridge, rest, target);
    }

    private static void entered(
            Walk walk, HostId host, SkBuff before, SkBuff after, NetDevice port, NetDevice bridge, Rest rest) {
        SkBuff back = after.on(port.index(), port.name());
        boolean moved = !before.packet()
                .ipv4()
                .destination()
                .equals(after.packet().ipv4().destination());
        if (!moved) {
            thresh(walk, () -> walk.run(KernelFunction.BR_HANDLE_FRAME_FINISH, () -> rest.finish(back)));
            return;
        }
        Ipv4Header ip = after.packet().ipv4();
        FlowKey flow = FlowHash.dissected(
                after.packet(),
                FlowKey.input(ip.destination(), ip.source(), bridge.index())
                        .withTos(ip.tos() & 0xfc)
                        .withMark(after.mark()));
        InputRoute.Answer answer = InputRoute.noref(walk, host, after, flow, true);
        if (answer.refused()) {
            Drop.packet(
                    walk, host, after, DropReason.NOT_SPECIFIED, KernelFunction.BR_NF_PRE_ROUTING_FINISH, Stage.BRIDGE);
            return;
        }
        if (answer.entry().device() != bridge.index() || answer.entry().local()) {
            // It leaves the bridge: the host takes it as its own.
            SkBuff up = to(back, bridge.address()).pulled(PacketType.HOST).routed(answer.entry());
            thresh(walk, () -> walk.run(KernelFunction.BR_HANDLE_FRAME_FINISH, () -> rest.finish(up)));
            return;
        }
        NeighborTarget target = new NeighborTarget(
                KernelFunction.IPV4_NEIGH_LOOKUP,
                answer.entry().nextHop(ip.destination()),
                after.packet().from(Ipv4Header.class));
        toNeighbor(walk, host, after.routed(answer.entry()), back, bridge, rest, target);
    }

    /**
     * Where a translated frame goes on the same bridge.
     *
     * @param lookup the function that finds the neighbour
     * @param address the neighbour
     * @param bare the packet, as it waits for the neighbour
     */
    private record NeighborTarget(KernelFunction lookup, IpAddress address, Packet bare) {}

    private static void toNeighbor(
            Walk walk, HostId host, SkBuff routed, SkBuff back, NetDevice bridge, Rest rest, NeighborTarget target) {
        thresh(
                walk,
                () -> walk.run(
                        KernelFunction.BR_NF_PRE_ROUTING_FINISH_BRIDGE,
                        () -> hand(walk, host, routed, back, bridge, rest, target)));
    }

    private static void thresh(Walk walk, Runnable body) {
        walk.run(KernelFunction.BR_NF_HOOK_THRESH, body);
    }

    /** {@code br_nf_pre_routing_finish_bridge}: a translated frame gets the hardware address of its new destination. */
    private static void hand(
            Walk walk, HostId host, SkBuff routed, SkBuff back, NetDevice bridge, Rest rest, NeighborTarget target) {
        NeighborEntry entry = walk.call(
                target.lookup(), () -> NeighborOutput.findOrCreate(walk, host, routed, bridge, target.address()));
        if (entry.state().connected()) {
            SkBuff known = to(back, entry.lladdr()).unrouted();
            walk.run(KernelFunction.BR_HANDLE_FRAME_FINISH, () -> rest.finish(known));
            return;
        }
        // The neighbour writes a link header of its own; the bridge device restores the sender's.
        NeighborOutput.output(walk, host, routed.withPacket(target.bare()), bridge, entry);
    }

    private static SkBuff to(SkBuff frame, MacAddress destination) {
        EthernetHeader old = frame.packet().ethernet();
        return frame.withPacket(frame.packet().replace(old, new EthernetHeader(destination, old.source(), old.type())));
    }

    /** Whether a frame that the bridge device is to send is one of those that wait for a neighbour. */
    static boolean returns(SkBuff frame) {
        return frame.tracking().bridged() && !frame.tracking().sender().isZero();
    }

    /** {@code br_nf_dev_xmit}: back on its way through the bridge, from the port it came in by. */
    static DeviceTransmit.Sent resume(Walk walk, HostId host, SkBuff frame, NetDevice bridge) {
        return walk.call(KernelFunction.BR_NF_DEV_XMIT, () -> {
            PacketTracking tracking = frame.tracking();
            EthernetHeader written = frame.packet().ethernet();
            SkBuff restored = frame.withPacket(frame.packet()
                            .replace(
                                    written,
                                    new EthernetHeader(written.destination(), tracking.sender(), written.type())))
                    .pulled(PacketType.OTHERHOST);
            NetDevice port = walk.device(host, tracking.bridgeInput());
            return BridgeInput.resume(walk, host, restored.on(port.index(), port.name()), port, bridge);
        });
    }

    /** {@code br_nf_forward_ip} and {@code br_nf_post_routing}: between two ports the frame is forwarded by the bridge to itself. */
    static DeviceTransmit.Sent forward(
            Walk walk, HostId host, SkBuff frame, NetDevice bridge, NetDevice port, Rest rest) {
        return walk.call(
                KernelFunction.NF_HOOK_SLOW,
                () -> walk.call(KernelFunction.BR_NF_FORWARD_IP, () -> {
                    SkBuff noted = frame.tracked(
                                    frame.tracking().bridged(frame.tracking().bridgeInput(), port.index(), true))
                            .on(port.index(), port.name());
                    Hooks.Verdict verdict = pass(walk, host, noted, Hook.FORWARD, bridge.name(), bridge.name());
                    if (!verdict.passed()) {
                        return new DeviceTransmit.Sent(TransmitResult.SUCCESS, host, noted);
                    }
                    return walk.call(
                            KernelFunction.BR_NF_FORWARD_FINISH,
                            () -> walk.call(
                                    KernelFunction.BR_NF_HOOK_THRESH,
                                    () -> walk.call(
                                            KernelFunction.BR_FORWARD_FINISH,
                                            () -> walk.call(
                                                    KernelFunction.NF_HOOK_SLOW,
                                                    () -> walk.call(
                                                            KernelFunction.BR_NF_POST_ROUTING,
                                                            () -> leave(
                                                                    walk, host, verdict.skb(), bridge, port, rest))))));
                }));
    }

    /** {@code br_nf_forward_arp}: there are no arptables here, so that the frame goes on. */
    static DeviceTransmit.Sent forwardArp(Walk walk, SkBuff frame, Rest rest) {
        return walk.call(
                List.of(
                        KernelFunction.NF_HOOK_SLOW,
                        KernelFunction.BR_NF_FORWARD,
                        KernelFunction.BR_NF_FORWARD_FINISH,
                        KernelFunction.BR_NF_HOOK_THRESH),
                () -> rest.finish(frame));
    }

    private static DeviceTransmit.Sent leave(
            Walk walk, HostId host, SkBuff frame, NetDevice bridge, NetDevice port, Rest rest) {
        Hooks.Verdict verdict = pass(walk, host, frame, Hook.POSTROUTING, "", bridge.name());
        SkBuff after = verdict.skb();
        if (!verdict.passed()) {
            return new DeviceTransmit.Sent(TransmitResult.SUCCESS, host, frame);
        }
        if (after.segmentSize() > 0 || !needsParts(after, port.mtu())) {
            return rest.finish(after);
        }
        DeviceTransmit.Sent gone = new DeviceTransmit.Sent(TransmitResult.SUCCESS, host, after);
        if (six(after)) {
            cutIpv6(walk, host, after, bridge, rest);
            return gone;
        }
        Ipv4Header ip = after.packet().ipv4();
        if (ip.dontFragment() || after.tracking().largestPart() > bridge.mtu()) {
            walk.count(host, SnmpCounter.IP_FRAG_FAILS);
            Drop.packet(walk, host, after, DropReason.NOT_SPECIFIED, KernelFunction.BR_NF_POST_ROUTING, Stage.BRIDGE);
            return gone;
        }
        IpOutput.fragment(walk, host, after, bridge.mtu(), part -> {
            rest.finish(part);
            return Errno.OK;
        });
        return gone;
    }

    /** Only what was put together of parts is cut, and as it came: nobody but its sender cuts an IPv6 packet. */
    private static void cutIpv6(Walk walk, HostId host, SkBuff frame, NetDevice bridge, Rest rest) {
        int largest = frame.tracking().largestPart();
        if (largest == 0 || largest > bridge.mtu()) {
            walk.count(host, SnmpCounter.IP6_FRAG_FAILS);
            Drop.packet(walk, host, frame, DropReason.NOT_SPECIFIED, KernelFunction.IP6_FRAGMENT, Stage.BRIDGE);
            return;
        }
        Ipv6Fragmentation.send(walk, host, frame, Math.max(largest, Ipv6Header.MINIMUM_MTU), part -> {
            rest.finish(part);
            return Errno.OK;
        });
    }

    /** {@code br_nf_dev_queue_xmit}: what the port does not take, or what was put together of parts it takes. */
    private static boolean needsParts(SkBuff frame, int mtu) {
        int largest = frame.tracking().largestPart();
        int most = largest > 0 ? Math.min(largest, mtu) : mtu;
        int length = six(frame)
                ? Ipv6Header.LENGTH + frame.packet().ipv6().payloadLength()
                : frame.packet().ipv4().totalLength();
        return length > most;
    }
}
