package org.packetwalk.stack;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.Ipv6Destination;
import org.packetwalk.kernel.PacketType;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.netfilter.Hook;
import org.packetwalk.kernel.route6.Ipv6Device;
import org.packetwalk.kernel.route6.Ipv6Scope;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.trace.IpEvent;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** The way down of IPv6: from the finished packet to the neighbour ({@code net/ipv6/ip6_output.c}). */
final class Ipv6Output {

    /** No packet is longer, in bytes ({@code IP6_MAX_MTU}). */
    static final int MAXIMUM_LENGTH = 65535;

    private Ipv6Output() {}

    /** {@code ip6_send_skb}. */
    static Errno send(Walk walk, HostId host, SkBuff skb, boolean loops) {
        return walk.call(KernelFunction.IP6_SEND_SKB, () -> {
            walk.count(host, SnmpCounter.IP6_OUT_REQUESTS);
            countMessage(walk, host, skb);
            Errno errno = localOut(walk, host, skb, loops);
            if (errno != Errno.OK) {
                walk.count(host, SnmpCounter.IP6_OUT_DISCARDS);
            }
            return errno;
        });
    }

    /** {@code ip6_local_out}; a packet counts as a request where it was made. */
    static Errno localOut(Walk walk, HostId host, SkBuff skb, boolean loops) {
        Hooks.Verdict verdict = walk.call(
                KernelFunction.IP6_LOCAL_OUT,
                () -> walk.call(KernelFunction.__IP6_LOCAL_OUT, () -> hook(walk, host, skb)));
        return verdict.passed() ? output(walk, host, verdict.skb(), "", loops) : verdict.errno();
    }

    /**
     * The packet leaves a protocol that asks the hook itself ({@code ip6_xmit}); a message of ICMPv6 counts once it has left
     * ({@code ndisc_send_skb}, {@code mld_sendpack}).
     */
    static Errno local(Walk walk, HostId host, SkBuff skb, boolean loops) {
        walk.count(host, SnmpCounter.IP6_OUT_REQUESTS);
        Hooks.Verdict verdict = hook(walk, host, skb);
        Errno errno = verdict.passed() ? output(walk, host, verdict.skb(), "", loops) : verdict.errno();
        if (errno == Errno.OK) {
            countMessage(walk, host, skb);
        }
        return errno;
    }

    private static void countMessage(Walk walk, HostId host, SkBuff skb) {
        if (skb.packet().has(Icmpv6Message.class)) {
            Icmpv6Counters.out(walk, host, skb.packet().icmpv6().type());
        }
    }

    private static Hooks.Verdict hook(Walk walk, HostId host, SkBuff skb) {
        String device = walk.host(host).devices().nameOf(skb.route6().device());
        walk.emit(new IpEvent.HeaderBuilt(walk.head(host, skb)));
        return Hooks.passIpv6(walk, host, skb, Hook.OUTPUT, "", device);
    }

    /** {@code dst_output}; {@code loops} is whether the sender wants to hear its own multicasts. */
    static Errno output(Walk walk, HostId host, SkBuff skb, String inputDevice, boolean loops) {
        NetDevice device = walk.device(host, skb.route6().device());
        SkBuff leaving = skb.on(device.index(), device.name());
        if (!Ipv6Refusal.letsOut(leaving.route6())) {
            Ipv6Refusal.sent(walk, host, leaving);
            return Errno.OK;
        }
        if (leaving.route6().output() == Ipv6Destination.OutputFunction.IP6_MR_OUTPUT) {
            return walk.call(
                    KernelFunction.IP6_MR_OUTPUT, () -> ip6Output(walk, host, leaving, device, inputDevice, loops));
        }
        return ip6Output(walk, host, leaving, device, inputDevice, loops);
    }

    private static Errno ip6Output(
            Walk walk, HostId host, SkBuff skb, NetDevice device, String inputDevice, boolean loops) {
        return walk.call(KernelFunction.IP6_OUTPUT, () -> {
            Hooks.Verdict verdict = Hooks.passIpv6(walk, host, skb, Hook.POSTROUTING, inputDevice, device.name());
            return verdict.passed()
                    ? walk.call(
                            KernelFunction.IP6_FINISH_OUTPUT, () -> finish(walk, host, verdict.skb(), device, loops))
                    : verdict.errno();
        });
    }

    /** {@code ip6_finish_output}: what is longer than the path takes is cut, by its sender alone. */
    private static Errno finish(Walk walk, HostId host, SkBuff skb, NetDevice device, boolean loops) {
        int mtu = mtu(walk, host, skb.route6(), device);
        int parts = skb.tracking().largestPart();
        int room = parts == 0 ? mtu : Math.min(mtu, parts);
        if (Ipv6Header.LENGTH + skb.packet().ipv6().payloadLength() > room && skb.segmentSize() == 0) {
            return Ipv6Fragmentation.send(walk, host, skb, room, part -> finish2(walk, host, part, device, loops));
        }
        return finish2(walk, host, skb, device, loops);
    }

    /** {@code ip6_mtu}: the largest packet of a route in bytes. */
    static int mtu(Walk walk, HostId host, Ipv6Destination route, NetDevice device) {
        long allowed = walk.host(host).sysctls().ipv6Conf(device.index(), "mtu");
        int link = allowed == 0 ? device.mtu() : (int) Math.min(device.mtu(), allowed);
        int advertised = walk.host(host)
                .ipv6()
                .addresses()
                .find(device.index())
                .map(Ipv6Device::advertisedMtu)
                .orElse(0);
        return route.limit().mtu(advertised == 0 ? link : Math.min(link, advertised));
    }

    /** {@code ip6_finish_output2}: to the neighbour; this host hears a multicast if it listens to the group. */
    static Errno finish2(Walk walk, HostId host, SkBuff skb, NetDevice device, boolean loops) {
        Ipv6Header header = skb.packet().ipv6();
        Ipv6Address destination = header.destination();
        int length = Ipv6Header.LENGTH + header.payloadLength();
        if (destination.isMulticast()) {
            boolean listens = walk.host(host)
                    .ipv6()
                    .addresses()
                    .find(device.index())
                    .filter(ours -> ours.listens(destination))
                    .isPresent();
            if (!device.isLoopback() && loops && listens) {
                loopBack(walk, host, skb.copy(walk.nextPacketId()), device);
            }
            walk.count(host, SnmpCounter.IP6_OUT_MCAST_PKTS);
            walk.count(host, SnmpCounter.IP6_OUT_MCAST_OCTETS, length);
            boolean nodeOnly = Ipv6Scope.of(destination) == Ipv6Scope.NODE && !device.isLoopback();
            if (header.hopLimit() == 0 || nodeOnly) {
                Drop.packet(
                        walk,
                        host,
                        skb,
                        DropReason.NOT_SPECIFIED,
                        KernelFunction.IP6_FINISH_OUTPUT2,
                        Stage.POSTROUTING);
                return Errno.OK;
            }
        }
        walk.count(host, SnmpCounter.IP6_OUT_TRANSMITS);
        walk.count(host, SnmpCounter.IP6_OUT_OCTETS, length);
        Ipv6Address nextHop = skb.route6().nextHop(destination);
        NeighborEntry entry = walk.call(
                KernelFunction.IP6_FINISH_OUTPUT2, () -> NeighborOutput.findOrCreate(walk, host, skb, device, nextHop));
        return NeighborOutput.output(walk, host, skb, device, entry);
    }

    /** {@code dev_loopback_xmit}. */
    private static void loopBack(Walk walk, HostId host, SkBuff copy, NetDevice device) {
        walk.run(
                KernelFunction.IP6_FINISH_OUTPUT2,
                () -> walk.withoutBottomHalves(() -> {
                    Hooks.Verdict verdict = Hooks.passIpv6(walk, host, copy, Hook.POSTROUTING, "", device.name());
                    if (verdict.passed()) {
                        walk.run(
                                KernelFunction.DEV_LOOPBACK_XMIT,
                                () -> ReceiveQueue.enqueue(
                                        walk,
                                        host,
                                        verdict.skb().owned(false).pulled(PacketType.LOOPBACK),
                                        device.index(),
                                        KernelFunction.NETIF_RX));
                    }
                    return verdict.passed();
                }));
    }

    /** The hop limit of a packet that names none ({@code ip6_dst_hoplimit}). */
    static int hopLimit(Walk walk, HostId host, Ipv6Destination route) {
        if (route.hopLimit() != 0) {
            return route.hopLimit();
        }
        int advertised = walk.host(host)
                .ipv6()
                .addresses()
                .find(route.device())
                .map(Ipv6Device::hopLimit)
                .orElse(0);
        return advertised != 0 ? advertised : (int) walk.host(host).sysctls().ipv6Conf(route.device(), "hop_limit");
    }
}
