package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.net.ByteString;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.trace.IpEvent;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.PacketEvent;
import org.packetwalk.trace.Stage;

/** Puts the fragments of a datagram together again ({@code net/ipv4/ip_fragment.c}). */
final class Reassembly {

    /** Bytes kept free for the link header ({@code LL_RESERVED_SPACE} of Ethernet). */
    private static final int LINK_ROOM = 16;

    private static final int CACHE_LINE = 64;

    /** The size of {@code struct skb_shared_info} in bytes. */
    private static final int SHARED_INFO = 320;

    /** The size of the buffers of {@code skb_small_head_cache} in bytes. */
    private static final int SMALL_HEAD = 704;

    private Reassembly() {}

    /** {@code ip_defrag}: keeps a fragment; answers the whole datagram when it was the last one missing. */
    static Optional<SkBuff> add(Walk walk, HostId host, SkBuff skb) {
        walk.count(host, SnmpCounter.IP_REASM_REQDS);
        FragmentKey key = key(skb.packet().ipv4());
        NetNamespace ns = walk.host(host);
        List<SkBuff> parts = new ArrayList<>(ns.fragments().of(key));
        if (parts.isEmpty()) {
            int seconds = ns.sysctls().number("net.ipv4.ipfrag_time");
            walk.arm(walk.now().plusMillis(seconds * 1000L), new Timer.Reassembly(host, key));
        }
        int offset = skb.packet().ipv4().fragmentOffset();
        if (parts.stream().anyMatch(part -> part.packet().ipv4().fragmentOffset() == offset)) {
            Drop.packet(walk, host, skb, DropReason.DUP_FRAG, KernelFunction.IP_DEFRAG, Stage.INPUT);
            return Optional.empty();
        }
        parts.add(skb);
        List<SkBuff> sorted = new ArrayList<>(parts);
        sorted.sort(Comparator.comparingInt(part -> part.packet().ipv4().fragmentOffset()));
        int have = sorted.stream()
                .mapToInt(part -> part.packet().ipv4().payloadLength())
                .sum();
        Ipv4Header last = sorted.get(sorted.size() - 1).packet().ipv4();
        int total = last.moreFragments() ? -1 : last.fragmentOffset() + last.payloadLength();
        if (have != total) {
            walk.update(ns(walk, host, key, parts));
            walk.emit(new IpEvent.FragmentKept(walk.head(host, skb), have, total < 0 ? -1 : total - have));
            return Optional.empty();
        }
        NetNamespace now = walk.host(host);
        walk.update(now.withFragments(now.fragments().without(key)));
        walk.count(host, SnmpCounter.IP_REASM_OKS);
        SkBuff whole = join(walk, host, sorted, skb);
        SkBuff first = sorted.get(0);
        if (!first.id().equals(skb.id())) {
            // Its content goes on in the buffer that came last.
            walk.emit(new PacketEvent.Consumed(walk.head(host, first), Stage.INPUT));
        }
        walk.emit(new IpEvent.Reassembled(walk.head(host, whole), sorted.size()));
        return Optional.of(whole);
    }

    private static NetNamespace ns(Walk walk, HostId host, FragmentKey key, List<SkBuff> parts) {
        NetNamespace now = walk.host(host);
        return now.withFragments(now.fragments().with(key, parts));
    }

    private static FragmentKey key(Ipv4Header header) {
        return new FragmentKey(
                header.source(),
                header.destination(),
                header.identification(),
                header.protocol().number());
    }

    /**
     * {@code ip_frag_reasm}. The buffer that came last goes on with the content of the first; its place among the parts
     * is taken by a clone ({@code inet_frag_reasm_prepare}).
     */
    private static SkBuff join(Walk walk, HostId host, List<SkBuff> sorted, SkBuff last) {
        SkBuff first = sorted.get(0);
        List<SkBuff> hanging = new ArrayList<>();
        ByteString data = ByteString.EMPTY;
        int room = tailroom(first.packet().ipv4().totalLength());
        for (SkBuff part : sorted) {
            ByteString piece = PacketCodec.transport(part.packet());
            data = data.concat(piece);
            if (part != first && hanging.isEmpty() && piece.size() <= room) {
                room -= piece.size();
                gone(walk, host, part, last);
            } else if (part != first) {
                // The parts belong to no device any more.
                hanging.add((part.equals(last) ? part.copy(walk.nextPacketId()) : part).on(0, ""));
            }
        }
        Ipv4Header header = first.packet().ipv4();
        Ipv4Header joined = header.withFragment(0, false).withTotalLength(header.length() + data.size());
        Packet packet = PacketCodec.readTransport(Packet.of(data, joined));
        if (first.isFrame()) {
            packet = packet.push(first.packet().ethernet());
        }
        int largest = sorted.stream()
                .mapToInt(part -> part.packet().ipv4().totalLength())
                .max()
                .orElse(0);
        SkBuff whole = first.copy(last.id()).withPacket(packet).withFragments(hanging);
        return whole.tracked(whole.tracking().ofParts(largest));
    }

    /** A part whose data was copied behind the first one's ({@code skb_try_coalesce}); the last buffer itself goes on. */
    private static void gone(Walk walk, HostId host, SkBuff part, SkBuff last) {
        if (!part.equals(last)) {
            Drop.consume(walk, host, part, Stage.INPUT);
        }
    }

    /**
     * {@code skb_tailroom}: the bytes that are free behind the data, since memory comes in powers of two less what the
     * kernel keeps at its end.
     */
    static int tailroom(int length) {
        int used = length + LINK_ROOM;
        int needed = (used + CACHE_LINE - 1) / CACHE_LINE * CACHE_LINE + SHARED_INFO;
        int allocated = needed <= SMALL_HEAD ? SMALL_HEAD : Integer.highestOneBit(needed - 1) << 1;
        return allocated - SHARED_INFO - used;
    }

    /** {@code ip_expire}: the rest never came. Whoever has the first part, and is whom it was for, tells the sender. */
    static void expire(Walk walk, HostId host, FragmentKey key) {
        Optional<NetNamespace> ns = walk.machine().find(host);
        List<SkBuff> parts = ns.map(found -> found.fragments().of(key)).orElse(List.of());
        if (parts.isEmpty()) {
            return;
        }
        walk.run(KernelFunction.IP_EXPIRE, () -> {
            NetNamespace now = walk.host(host);
            walk.update(now.withFragments(now.fragments().without(key)));
            walk.count(host, SnmpCounter.IP_REASM_FAILS);
            walk.count(host, SnmpCounter.IP_REASM_TIMEOUT);
            List<SkBuff> rest = new ArrayList<>(parts);
            rest.sort(Comparator.comparingInt(part -> part.packet().ipv4().fragmentOffset()));
            if (rest.get(0).packet().ipv4().fragmentOffset() == 0) {
                SkBuff first = rest.remove(0);
                tell(walk, host, first);
                Drop.packet(walk, host, first, DropReason.FRAG_REASM_TIMEOUT, KernelFunction.IP_EXPIRE, Stage.INPUT);
            }
            purge(walk, host, rest);
        });
    }

    private static void tell(Walk walk, HostId host, SkBuff first) {
        if (walk.host(host).devices().find(first.device()).isEmpty()) {
            return;
        }
        Ipv4Header header = first.packet().ipv4();
        FlowKey flow = FlowKey.input(header.destination(), header.source(), first.device())
                .withTos(header.tos() & 0xfc)
                .withMark(first.mark());
        InputRoute.Answer answer = InputRoute.noref(walk, host, first, flow, true);
        if (!answer.refused()) {
            IcmpOutput.error(walk, host, first.routed(answer.entry()), IcmpMessage.TIME_EXCEEDED, 1, 0);
        }
    }

    /**
     * {@code inet_frag_rbtree_purge}. The first of each run of parts is a node of the tree, which takes the place of its
     * device in memory.
     */
    private static void purge(Walk walk, HostId host, List<SkBuff> sorted) {
        if (sorted.isEmpty()) {
            return;
        }
        walk.run(
                KernelFunction.INET_FRAG_DESTROY,
                () -> walk.run(KernelFunction.INET_FRAG_RBTREE_PURGE, () -> {
                    int end = -1;
                    for (SkBuff part : sorted) {
                        Ipv4Header header = part.packet().ipv4();
                        boolean node = header.fragmentOffset() != end;
                        end = header.fragmentOffset() + header.payloadLength();
                        Drop.packet(
                                walk,
                                host,
                                node ? part.on(0, "") : part,
                                DropReason.FRAG_REASM_TIMEOUT,
                                KernelFunction.INET_FRAG_RBTREE_PURGE,
                                Stage.INPUT);
                    }
                }));
    }
}
