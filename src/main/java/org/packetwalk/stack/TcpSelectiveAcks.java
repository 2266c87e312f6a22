package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpBlock;
import org.packetwalk.kernel.socket.TcpRecovery;
import org.packetwalk.kernel.socket.TcpSegment;
import org.packetwalk.kernel.socket.TcpSend;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpTimers;

/**
 * What a sender learns from the blocks of selective acknowledgements: {@code tcp_sacktag_write_queue} (RFC 2018, RFC 2883),
 * and what it takes for lost therefore: {@code tcp_rack_detect_loss} (RFC 8985).
 */
final class TcpSelectiveAcks {

    /**
     * What blocks told.
     *
     * @param arrived how many packets they tell of for the first time
     * @param probeTwice {@code FLAG_DSACK_TLP}: whether the last probe for a loss came twice
     */
    record Told(int arrived, boolean probeTwice) {}

    private TcpSelectiveAcks() {}

    /**
     * {@code tcp_sacktag_write_queue}: what arrived out of order is marked.
     *
     * @param acknowledgment the byte that the segment with the blocks acknowledges
     */
    static Told take(Walk walk, HostId host, SocketId id, int acknowledgment, List<TcpBlock> blocks) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        if (blocks.isEmpty() || !socket.send().agreement().selective()) {
            return new Told(0, false);
        }
        boolean tells = tellsOfDuplicate(walk, host, acknowledgment, blocks);
        boolean duplicate = tells && believed(walk, host, id, blocks.get(0));
        boolean probe = duplicate
                && blocks.get(0).end() - blocks.get(0).start() <= socket.send().mss()
                && socket.timers().probed()
                && socket.timers().probeEnd() == blocks.get(0).end();
        int arrived = 0;
        if (socket.send().queue().stream().anyMatch(segment -> segment.transmissions() > 0)) {
            for (int i = 0; i < blocks.size(); i++) {
                arrived += mark(walk, host, id, blocks.get(i), acknowledgment, duplicate && i == 0);
            }
        }
        return new Told(arrived, probe);
    }

    /** {@code tcp_check_dsack}: the first block tells of what came twice if it is acknowledged, or within the second one. */
    private static boolean tellsOfDuplicate(Walk walk, HostId host, int acknowledgment, List<TcpBlock> blocks) {
        TcpBlock first = blocks.get(0);
        if (Tcp.before(first.start(), acknowledgment)) {
            walk.count(host, SnmpCounter.TCP_EXT_TCPDSACK_RECV);
            return true;
        }
        boolean within = blocks.size() > 1
                && !Tcp.before(blocks.get(1).end(), first.end())
                && !Tcp.before(first.start(), blocks.get(1).start());
        if (within) {
            walk.count(host, SnmpCounter.TCP_EXT_TCPDSACK_OFO_RECV);
        }
        return within;
    }

    /** {@code tcp_dsack_seen}: no more came twice than was sent twice. */
    private static boolean believed(Walk walk, HostId host, SocketId id, TcpBlock block) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        int size = Math.max(1, socket.send().mss());
        int packets = Math.max(1, (block.end() - block.start() + size - 1) / size);
        TcpRecovery recovery = socket.send().recovery().arrivedTwice(packets);
        walk.update(host, socket.with(socket.send().with(recovery)));
        if (!Tcp.before(block.start(), block.end()) || recovery.arrivedTwice() > recovery.sentAgain()) {
            walk.count(host, SnmpCounter.TCP_EXT_TCPDSACK_IGNORED_DUBIOUS);
            return false;
        }
        walk.count(host, SnmpCounter.TCP_EXT_TCPDSACK_RECV_SEGS, packets);
        return true;
    }

    /** Answers how many packets are known to have arrived that were not before. */
    private static int mark(
            Walk walk, HostId host, SocketId id, TcpBlock block, int acknowledgment, boolean duplicate) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        TcpSend send = socket.send();
        boolean ordered = Tcp.before(block.start(), block.end()) && !Tcp.before(send.next(), block.end());
        if (!ordered || !Tcp.before(send.unacknowledged(), block.start())) {
            ignore(walk, host, send, block, acknowledgment, duplicate);
            return 0;
        }
        TcpRecovery recovery = send.recovery();
        List<TcpSegment> queue = new ArrayList<>();
        int arrived = 0;
        for (int i = 0; i < send.queue().size(); i++) {
            TcpSegment segment = send.queue().get(i);
            boolean inside = segment.transmissions() > 0
                    && !segment.arrived()
                    && !Tcp.before(segment.sequence(), block.start())
                    && !Tcp.before(block.end(), segment.end());
            if (inside) {
                countMerging(walk, host, send, i, i > 0 && queue.get(i - 1).arrived());
                arrived += TcpOutput.packets(segment, send.mss());
            }
            queue.add(inside ? segment.outOfOrder() : segment);
            recovery = inside ? recovery.arrived(segment) : recovery;
        }
        walk.update(host, socket.with(send.withQueue(queue).with(recovery)));
        return arrived;
    }

    /**
     * {@code tcp_shift_skb_data}: buffers side by side that arrived become one if their segments are of one size; those
     * without data do not.
     */
    private static void countMerging(Walk walk, HostId host, TcpSend send, int index, boolean behindArrived) {
        List<TcpSegment> queue = send.queue();
        TcpSegment segment = queue.get(index);
        if (!behindArrived || segment.data().isEmpty() || !alike(queue.get(index - 1), segment, send.mss())) {
            walk.count(host, SnmpCounter.TCP_EXT_TCP_SACK_SHIFT_FALLBACK);
            return;
        }
        walk.count(host, SnmpCounter.TCP_EXT_TCP_SACK_MERGED);
        TcpSegment next = index + 1 < queue.size() ? queue.get(index + 1) : segment;
        if (next.arrived() && !next.data().isEmpty() && alike(segment, next, send.mss())) {
            walk.count(host, SnmpCounter.TCP_EXT_TCP_SACK_MERGED);
        }
    }

    /** {@code tcp_skb_seglen}: whether the segments that two buffers hold have one size. */
    private static boolean alike(TcpSegment one, TcpSegment other, int mss) {
        return Math.min(one.data().size(), mss) == Math.min(other.data().size(), mss);
    }

    private static void ignore(
            Walk walk, HostId host, TcpSend send, TcpBlock block, int acknowledgment, boolean duplicate) {
        boolean old = acknowledgment != send.unacknowledged() && !Tcp.before(send.unacknowledged(), block.end());
        if (duplicate) {
            walk.count(
                    host,
                    send.recovery().phase() == TcpRecovery.Phase.OPEN
                            ? SnmpCounter.TCP_EXT_TCPDSACK_IGNORED_NO_UNDO
                            : SnmpCounter.TCP_EXT_TCPDSACK_IGNORED_OLD);
        } else if (!old) {
            walk.count(host, SnmpCounter.TCP_EXT_TCPSACK_DISCARD);
        }
    }

    /**
     * {@code tcp_rack_detect_loss} and {@code tcp_enter_recovery}: what was sent before something that arrived is lost; the
     * first time this begins a recovery.
     */
    static void detectLoss(Walk walk, HostId host, SocketId id, int delivered) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        TcpSend send = socket.send();
        TcpRecovery recovery = send.recovery();
        List<TcpSegment> queue = new ArrayList<>();
        boolean lost = false;
        for (TcpSegment segment : send.queue()) {
            boolean missed = segment.underWay() && recovery.overtakes(segment);
            if (missed && segment.transmissions() > 1) {
                walk.count(host, SnmpCounter.TCP_EXT_TCP_LOST_RETRANSMIT, TcpOutput.packets(segment, send.mss()));
            }
            queue.add(missed ? segment.missing() : segment);
            lost |= missed;
        }
        if (!lost) {
            return;
        }
        TcpSend after = send.withQueue(queue);
        TcpTimers timers = socket.timers();
        if (recovery.phase() == TcpRecovery.Phase.OPEN) {
            timers = timers.notProbing();
            walk.count(host, SnmpCounter.TCP_EXT_TCP_SACK_RECOVERY);
            after = after.with(recovery.in(TcpRecovery.Phase.RECOVERY, send.next()))
                    .withCongestionWindow(TcpOutput.underWay(after) + Math.max(1, delivered));
        }
        walk.update(host, socket.with(after).with(timers));
    }
}
