package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.packet.Ipv6FragmentHeader;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.trace.IpEvent;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.PacketEvent;
import org.packetwalk.trace.Stage;

/** Cuts IPv6 packets, which only their sender does, and puts them together (RFC 8200 section 4.5). */
final class Ipv6Fragmentation {

    private static final int UNIT = 8;
    private static final int TIMEOUT_MILLIS = 60_000;

    private Ipv6Fragmentation() {}

    /** {@code ip6_fragment}: the parts of a packet leave one after another, until one does not. */
    static Errno send(Walk walk, HostId host, SkBuff skb, int mtu, Function<SkBuff, Errno> output) {
        return walk.call(KernelFunction.IP6_FRAGMENT, () -> {
            List<SkBuff> parts = cut(walk, skb, mtu);
            walk.emit(new IpEvent.Fragmented(walk.head(host, skb), mtu, parts.size()));
            for (int i = 0; i < parts.size(); i++) {
                Errno errno = output.apply(parts.get(i));
                if (errno != Errno.OK) {
                    abandon(walk, host, parts.subList(i + 1, parts.size()));
                    walk.count(host, SnmpCounter.IP6_FRAG_FAILS);
                    return errno;
                }
                walk.count(host, SnmpCounter.IP6_FRAG_CREATES);
            }
            walk.count(host, SnmpCounter.IP6_FRAG_OKS);
            return Errno.OK;
        });
    }

    /** Parts that follow one that could not be sent; only the next has its headers already (ip6_fraglist_prepare). */
    private static void abandon(Walk walk, HostId host, List<SkBuff> parts) {
        for (int i = 0; i < parts.size(); i++) {
            SkBuff part = parts.get(i);
            Drop.list(
                    walk,
                    host,
                    i == 0 ? part : part.withPacket(Packet.of(part.packet().payload())),
                    DropReason.NOT_SPECIFIED,
                    KernelFunction.IP6_FRAGMENT,
                    Stage.POSTROUTING);
        }
    }

    /** The parts of a packet, each a multiple of eight bytes but the last; the first keeps the buffer. */
    private static List<SkBuff> cut(Walk walk, SkBuff skb, int mtu) {
        Ipv6Header header = skb.packet().ipv6();
        IpProtocol protocol = header.nextHeader();
        ByteString data = PacketCodec.transport(skb.packet());
        int room = (mtu - Ipv6Header.LENGTH - Ipv6FragmentHeader.LENGTH) / UNIT * UNIT;
        int identification = walk.random(Integer.MAX_VALUE);
        List<SkBuff> parts = new ArrayList<>();
        for (int offset = 0; offset < data.size(); offset += room) {
            int end = Math.min(data.size(), offset + room);
            Ipv6FragmentHeader place = new Ipv6FragmentHeader(protocol, offset, end < data.size(), identification);
            Ipv6Header named = new Ipv6Header(
                    header.trafficClass(),
                    header.flowLabel(),
                    0,
                    Ipv6FragmentHeader.NUMBER,
                    header.hopLimit(),
                    header.source(),
                    header.destination());
            Packet bare = Packet.of(data.slice(offset, end), named, place).withLengths();
            Packet packet = skb.isFrame() ? bare.push(skb.packet().ethernet()) : bare;
            parts.add(buffer(walk, skb, parts.size()).withPacket(packet));
        }
        return parts;
    }

    /** The buffer of a part: of a joined packet those that hang on it go on as they came. */
    private static SkBuff buffer(Walk walk, SkBuff skb, int part) {
        if (part == 0) {
            return skb.withFragments(List.of());
        }
        List<SkBuff> hanging = skb.fragments();
        return skb.withFragments(List.of())
                .copy(part <= hanging.size() ? hanging.get(part - 1).id() : walk.nextPacketId());
    }

    /** {@code ipv6_frag_rcv}: the packet, or nothing as long as parts are missing. */
    static Optional<SkBuff> whole(Walk walk, HostId host, SkBuff skb) {
        return skb.packet().has(Ipv6FragmentHeader.class) ? gather(walk, host, skb, true) : Optional.of(skb);
    }

    /** {@code ip6_frag_queue}, {@code nf_ct_frag6_gather}; the latter counts nothing. */
    private static Optional<SkBuff> gather(Walk walk, HostId host, SkBuff skb, boolean counts) {
        if (counts) {
            walk.count(host, SnmpCounter.IP6_REASM_REQDS);
        }
        Ipv6Header header = skb.packet().ipv6();
        Ipv6FragmentHeader place = place(skb);
        FragmentKey key = new FragmentKey(
                header.source(),
                header.destination(),
                place.identification(),
                place.nextHeader().number());
        NetNamespace ns = walk.host(host);
        List<SkBuff> parts = new ArrayList<>(ns.fragments().of(key));
        if (parts.isEmpty()) {
            walk.arm(walk.now().plusMillis(TIMEOUT_MILLIS), new Timer.Reassembly(host, key));
        }
        parts.add(skb);
        parts.sort(Comparator.comparingInt(part -> place(part).fragmentOffset()));
        int have =
                parts.stream().mapToInt(part -> part.packet().payload().size()).sum();
        SkBuff last = parts.get(parts.size() - 1);
        int total = place(last).moreFragments()
                ? -1
                : place(last).fragmentOffset() + last.packet().payload().size();
        if (have != total) {
            walk.update(ns.withFragments(ns.fragments().with(key, parts)));
            walk.emit(new IpEvent.FragmentKept(walk.head(host, skb), have, total < 0 ? -1 : total - have));
            return Optional.empty();
        }
        NetNamespace now = walk.host(host);
        walk.update(now.withFragments(now.fragments().without(key)));
        if (counts) {
            walk.count(host, SnmpCounter.IP6_REASM_OKS);
        }
        return Optional.of(join(walk, host, parts, skb, place, counts));
    }

    /** {@code ipv6_defrag}: before connections are tracked the parts of a packet wait for each other. */
    static Hooks.Verdict collect(Hooks.Place place, SkBuff skb) {
        if (!skb.packet().has(Ipv6FragmentHeader.class)) {
            return Hooks.Verdict.accept(skb);
        }
        return place.walk()
                .call(KernelFunction.IPV6_DEFRAG, () -> gather(place.walk(), place.host(), skb, false))
                .map(Hooks.Verdict::accept)
                .orElseGet(() -> Hooks.Verdict.ended(skb, Errno.OK));
    }

    private static Ipv6FragmentHeader place(SkBuff part) {
        return part.packet().header(Ipv6FragmentHeader.class);
    }

    /**
     * {@code inet_frag_reasm_finish}: small parts are copied behind the first where they end at this host. Connection
     * tracking lets all of them hang on it, for the way out.
     */
    private static SkBuff join(
            Walk walk, HostId host, List<SkBuff> parts, SkBuff latest, Ipv6FragmentHeader place, boolean copies) {
        SkBuff first = parts.get(0);
        Ipv6Header header = first.packet().ipv6();
        ByteString data = ByteString.EMPTY;
        List<SkBuff> hanging = new ArrayList<>();
        int room = copies ? Reassembly.tailroom(Ipv6Header.LENGTH + header.payloadLength()) : 0;
        for (SkBuff part : parts) {
            ByteString piece = part.packet().payload();
            data = data.concat(piece);
            if (part != first && hanging.isEmpty() && piece.size() <= room) {
                room -= piece.size();
                if (!part.id().equals(latest.id())) {
                    Drop.consume(walk, host, part, Stage.INPUT);
                }
            } else if (part != first) {
                // The parts belong to no device any more.
                hanging.add((part.id().equals(latest.id()) ? part.copy(walk.nextPacketId()) : part).on(0, ""));
            }
        }
        Ipv6Header joined = new Ipv6Header(
                header.trafficClass(),
                header.flowLabel(),
                0,
                place.nextHeader(),
                header.hopLimit(),
                header.source(),
                header.destination());
        Packet packet = PacketCodec.decodeTransport(Packet.of(data, joined).withLengths())
                .packet();
        SkBuff whole = first.copy(latest.id())
                .withPacket(first.isFrame() ? packet.push(first.packet().ethernet()) : packet)
                .withFragments(hanging);
        int largest = parts.stream()
                .mapToInt(part -> Ipv6Header.LENGTH + part.packet().ipv6().payloadLength())
                .max()
                .orElse(0);
        if (!first.id().equals(latest.id())) {
            // Its content goes on in the buffer that came last.
            walk.emit(new PacketEvent.Consumed(walk.head(host, first), Stage.INPUT));
        }
        walk.emit(new IpEvent.Reassembled(walk.head(host, whole), parts.size()));
        return whole.tracked(whole.tracking().ofParts(largest));
    }

    /** {@code ip6frag_expire_frag_queue}: the rest never came. */
    static void expire(Walk walk, HostId host, FragmentKey key) {
        NetNamespace ns = walk.host(host);
        List<SkBuff> parts = ns.fragments().of(key);
        if (parts.isEmpty()) {
            return;
        }
        walk.update(ns.withFragments(ns.fragments().without(key)));
        walk.count(host, SnmpCounter.IP6_REASM_FAILS);
        walk.count(host, SnmpCounter.IP6_REASM_TIMEOUT);
        for (SkBuff part : parts) {
            if (place(part).fragmentOffset() == 0) {
                Icmpv6Errors.send(walk, host, part, org.packetwalk.packet.Icmpv6Message.timeExceeded(1));
            }
            Drop.packet(walk, host, part, DropReason.FRAG_REASM_TIMEOUT, KernelFunction.IP_EXPIRE, Stage.INPUT);
        }
    }
}
