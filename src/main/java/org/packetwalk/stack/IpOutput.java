package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketType;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.netfilter.Hook;
import org.packetwalk.kernel.socket.SocketOptions;
import org.packetwalk.kernel.socket.SocketOptions.PathMtuDiscovery;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.trace.IpEvent;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** The way down: from the finished IP packet to the neighbour ({@code net/ipv4/ip_output.c}). */
final class IpOutput {

    /** IPv4 packets are never longer, in bytes ({@code IP_MAX_MTU}). */
    static final int MAXIMUM_LENGTH = 65535;

    private IpOutput() {}

    /**
     * {@code ip_local_out}: the packet leaves its protocol. The compiler merges it and {@code __ip_local_out} into the
     * callers, and {@code ip_output} is entered by a tail call.
     */
    static Errno local(Walk walk, HostId host, SkBuff skb) {
        Errno errno = local(walk, host, skb, false);
        if (errno != Errno.OK) {
            walk.count(host, SnmpCounter.IP_OUT_DISCARDS);
        }
        return errno;
    }

    /**
     * The same for callers that do not count what is lost.
     *
     * @param called whether the compiler has left {@code ip_local_out} a function of its own there
     */
    static Errno local(Walk walk, HostId host, SkBuff skb, boolean called) {
        walk.count(host, SnmpCounter.IP_OUT_REQUESTS);
        String device = walk.host(host).devices().nameOf(skb.route().device());
        walk.emit(new IpEvent.HeaderBuilt(walk.head(host, skb)));
        Hooks.Verdict verdict = called
                ? walk.call(KernelFunction.IP_LOCAL_OUT, () -> hook(walk, host, skb, device))
                : hook(walk, host, skb, device);
        return verdict.passed() ? output(walk, host, verdict.skb(), "") : verdict.errno();
    }

    private static Hooks.Verdict hook(Walk walk, HostId host, SkBuff skb, String device) {
        return walk.call(KernelFunction.__IP_LOCAL_OUT, () -> Hooks.pass(walk, host, skb, Hook.OUTPUT, "", device));
    }

    /** {@code dst_output}. */
    static Errno output(Walk walk, HostId host, SkBuff skb, String inputDevice) {
        DestinationEntry route = skb.route();
        NetDevice device = walk.device(host, route.device());
        SkBuff leaving = skb.on(device.index(), device.name());
        if (route.output() == DestinationEntry.OutputFunction.IP_MC_OUTPUT) {
            return toEverybody(walk, host, leaving, device);
        }
        return walk.call(KernelFunction.IP_OUTPUT, () -> {
            Hooks.Verdict verdict = Hooks.pass(walk, host, leaving, Hook.POSTROUTING, inputDevice, device.name());
            return verdict.passed() ? finish(walk, host, verdict.skb(), device) : verdict.errno();
        });
    }

    /**
     * {@code ip_mc_output}: this host hears its own broadcasts, and its own multicasts if it joined the group. Its copy
     * comes back as if received on the same device; it does not pass through lo.
     */
    private static Errno toEverybody(Walk walk, HostId host, SkBuff skb, NetDevice device) {
        if (skb.route().local()) {
            SkBuff copy = skb.copy(walk.nextPacketId());
            walk.run(KernelFunction.IP_MC_OUTPUT, () -> {
                Hooks.Verdict verdict = Hooks.pass(walk, host, copy, Hook.POSTROUTING, "", device.name());
                if (verdict.passed()) {
                    loopBack(walk, host, verdict.skb(), device);
                }
            });
        }
        if (skb.route().multicast() && skb.packet().ipv4().ttl() == 0) {
            Drop.consume(walk, host, skb, Stage.POSTROUTING);
            return Errno.OK;
        }
        Hooks.Verdict verdict = Hooks.pass(walk, host, skb, Hook.POSTROUTING, "", device.name());
        return verdict.passed() ? finish(walk, host, verdict.skb(), device) : verdict.errno();
    }

    /** {@code dev_loopback_xmit}. */
    private static void loopBack(Walk walk, HostId host, SkBuff copy, NetDevice device) {
        walk.withoutBottomHalves(() -> walk.call(KernelFunction.IP_MC_FINISH_OUTPUT, () -> {
            SkBuff returned = copy.owned(false).pulled(PacketType.LOOPBACK);
            return walk.call(
                    KernelFunction.DEV_LOOPBACK_XMIT,
                    () -> ReceiveQueue.enqueue(walk, host, returned, device.index(), KernelFunction.NETIF_RX));
        }));
    }

    /** {@code ip_finish_output}: a packet larger than the MTU is cut, and one that was put together is cut as it came. */
    private static Errno finish(Walk walk, HostId host, SkBuff skb, NetDevice device) {
        int mtu = mtu(skb.route(), device);
        boolean whole = skb.tracking().largestPart() == 0;
        if (skb.segmentSize() > 0 || whole && skb.packet().ipv4().totalLength() <= mtu) {
            return finish2(walk, host, skb, device);
        }
        return fragment(walk, host, skb, mtu, part -> finish2(walk, host, part, device));
    }

    /** {@code ip_do_fragment}: cuts a packet, no part of it longer than one of those it was put together of. */
    static Errno fragment(Walk walk, HostId host, SkBuff skb, int mtu, Function<SkBuff, Errno> output) {
        int largest = skb.tracking().largestPart();
        int most = largest > 0 ? Math.min(mtu, largest) : mtu;
        return walk.call(KernelFunction.IP_DO_FRAGMENT, () -> fragmenting(walk, host, skb, most, output));
    }

    /** {@code ip_dst_mtu_maybe_forward}: the largest packet of a route in bytes. */
    static int mtu(DestinationEntry route, NetDevice device) {
        return route.limit().mtu(device.mtu());
    }

    /** {@code ip4_dst_hoplimit}: the TTL of packets of a route that nobody gave one. */
    static int timeToLive(Walk walk, HostId host, DestinationEntry route) {
        return route.limit().timeToLive(walk.host(host).sysctls().number("net.ipv4.ip_default_ttl"));
    }

    /**
     * The TTL of a packet that {@code __ip_make_skb} writes the header of: what a route calls multicast gets the TTL of
     * multicasts, whatever the address is.
     */
    static int timeToLive(Walk walk, HostId host, DestinationEntry route, SocketOptions options) {
        if (route.type() == DestinationEntry.Kind.MULTICAST) {
            return options.multicastTtl();
        }
        return options.ttl() >= 0 ? options.ttl() : timeToLive(walk, host, route);
    }

    /** {@code ip_dont_fragment}: whether the packets of a socket say that they may not be cut. */
    static boolean dontFragment(DestinationEntry route, PathMtuDiscovery discovery) {
        return discovery == PathMtuDiscovery.DO
                || discovery == PathMtuDiscovery.WANT && !route.limit().locked();
    }

    private static Errno fragmenting(Walk walk, HostId host, SkBuff skb, int mtu, Function<SkBuff, Errno> output) {
        List<SkBuff> parts = cut(walk, skb, mtu);
        walk.emit(new IpEvent.Fragmented(walk.head(host, skb), mtu, parts.size()));
        for (int i = 0; i < parts.size(); i++) {
            Errno errno = output.apply(parts.get(i));
            if (errno != Errno.OK) {
                // Only the next one has its header already (ip_fraglist_prepare).
                for (int left = i + 1; left < parts.size(); left++) {
                    abandon(walk, host, left == i + 1 ? parts.get(left) : withoutHeader(parts.get(left)));
                }
                walk.count(host, SnmpCounter.IP_FRAG_FAILS);
                return errno;
            }
            walk.count(host, SnmpCounter.IP_FRAG_CREATES);
        }
        walk.count(host, SnmpCounter.IP_FRAG_OKS);
        return Errno.OK;
    }

    private static SkBuff withoutHeader(SkBuff part) {
        return part.withPacket(Packet.of(PacketCodec.transport(part.packet())));
    }

    /** A part that follows one that could not be sent. */
    private static void abandon(Walk walk, HostId host, SkBuff part) {
        Drop.list(walk, host, part, DropReason.NOT_SPECIFIED, KernelFunction.IP_DO_FRAGMENT, Stage.POSTROUTING);
    }

    /** The parts of a datagram, each a multiple of eight bytes but the last; the first keeps the buffer (RFC 791 section 3.2). */
    private static List<SkBuff> cut(Walk walk, SkBuff skb, int mtu) {
        Ipv4Header header = skb.packet().ipv4();
        ByteString data = PacketCodec.transport(skb.packet());
        Ipv4Header later = header.withOptions(Ipv4Options.ofLaterFragment(header.options()));
        int room = mtu - header.length() & ~7;
        List<SkBuff> parts = new ArrayList<>();
        for (int offset = 0; offset < data.size(); offset += room) {
            int end = Math.min(data.size(), offset + room);
            boolean more = end < data.size() || header.moreFragments();
            Ipv4Header part = (offset == 0 ? header : later)
                    .withFragment(header.fragmentOffset() + offset, more)
                    .withTotalLength(header.length() + end - offset);
            Packet bare = Packet.of(data.slice(offset, end), part);
            Packet packet = skb.isFrame() ? bare.push(skb.packet().ethernet()) : bare;
            parts.add((offset == 0 ? skb : skb.copy(walk.nextPacketId())).withPacket(packet));
        }
        return parts;
    }

    /** {@code ip_finish_output2}: to the neighbour. */
    private static Errno finish2(Walk walk, HostId host, SkBuff skb, NetDevice device) {
        return walk.call(KernelFunction.IP_FINISH_OUTPUT2, () -> {
            int length = skb.packet().ipv4().totalLength();
            if (skb.route().type() == DestinationEntry.Kind.MULTICAST) {
                walk.count(host, SnmpCounter.IP_EXT_OUT_MCAST_PKTS);
                walk.count(host, SnmpCounter.IP_EXT_OUT_MCAST_OCTETS, length);
            } else if (skb.route().type() == DestinationEntry.Kind.BROADCAST) {
                walk.count(host, SnmpCounter.IP_EXT_OUT_BCAST_PKTS);
                walk.count(host, SnmpCounter.IP_EXT_OUT_BCAST_OCTETS, length);
            }
            walk.count(host, SnmpCounter.IP_OUT_TRANSMITS);
            walk.count(host, SnmpCounter.IP_EXT_OUT_OCTETS, length);
            return NeighborOutput.send(walk, host, skb, device);
        });
    }

    /** A packet with the IP header that {@code __ip_make_skb} writes; lengths are filled in. */
    static Packet packet(Ipv4Header header, ByteString data, org.packetwalk.packet.Header... transport) {
        Packet packet = Packet.of(data, transport);
        return packet.push(header).withLengths();
    }

    /** The start of an IP header. */
    static Ipv4Header header(
            IpProtocol protocol,
            DestinationEntry route,
            org.packetwalk.net.Ipv4Address source,
            org.packetwalk.net.Ipv4Address destination,
            int tos,
            int ttl,
            boolean dontFragment,
            int identification) {
        return Ipv4Header.of(protocol, source, destination)
                .withTos(tos)
                .withTtl(ttl)
                .withDontFragment(dontFragment)
                .withIdentification(identification);
    }
}
