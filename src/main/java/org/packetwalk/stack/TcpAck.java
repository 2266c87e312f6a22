package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.Destination;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.neigh.NeighborKey;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpBlock;
import org.packetwalk.kernel.socket.TcpRecovery;
import org.packetwalk.kernel.socket.TcpSegment;
import org.packetwalk.kernel.socket.TcpSend;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpTimers;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;

/** Takes the acknowledgement of a segment: {@code tcp_ack} ({@code net/ipv4/tcp_input.c}). */
final class TcpAck {

    /** {@code TCP_RTO_MIN} in nanoseconds. */
    private static final long SHORTEST_TIMEOUT = 200_000_000L;

    /** {@code TCP_RTO_MAX} in nanoseconds. */
    private static final long LONGEST_TIMEOUT = 120_000_000_000L;

    /** What an acknowledgement was. */
    enum Result {
        NEW,
        OLD,
        UNSENT_DATA
    }

    private TcpAck() {}

    /** {@code tcp_ack}: what is acknowledged leaves the queue; what is told to have come out of order is marked. */
    static Result take(Walk walk, HostId host, SocketId id, SkBuff skb) {
        TcpHeader tcp = skb.packet().tcp();
        int acknowledgment = tcp.acknowledgment();
        TcpSend before = Tcp.socket(walk, host, id).send();
        // While the SYN is being sent snd_nxt is not yet behind it.
        if (Tcp.before(sent(before), acknowledgment)) {
            return Result.UNSENT_DATA;
        }
        List<TcpBlock> blocks = TcpHeaders.read(tcp.options()).blocks();
        TcpSelectiveAcks.Told told = TcpSelectiveAcks.take(walk, host, id, acknowledgment, blocks);
        if (Tcp.before(acknowledgment, before.unacknowledged())) {
            TcpSelectiveAcks.detectLoss(walk, host, id, told.arrived());
            TcpRetransmission.recover(walk, host, id);
            return Result.OLD;
        }
        boolean progress = acknowledgment != before.unacknowledged();
        int delivered = told.arrived() + clean(walk, host, id, skb);
        probeAnswered(walk, host, id, skb, progress, told.probeTwice());
        if (skb.packet().payload().isEmpty()
                && !tcp.flags().has(TcpFlags.FIN)
                && !tcp.flags().has(TcpFlags.SYN)) {
            walk.count(host, SnmpCounter.TCP_EXT_TCP_PURE_ACKS);
        }
        if (delivered > 0) {
            walk.count(host, SnmpCounter.TCP_EXT_TCP_DELIVERED, delivered);
        }
        if (delivered > 0 || !blocks.isEmpty()) {
            TcpSelectiveAcks.detectLoss(walk, host, id, delivered);
        }
        if (progress) {
            TcpRetransmission.probeLater(walk, host, id);
            confirm(walk, host, Tcp.socket(walk, host, id).route());
        }
        if (delivered > 0 || !blocks.isEmpty()) {
            TcpRetransmission.recover(walk, host, id);
        }
        return Result.NEW;
    }

    /** {@code tcp_clean_rtx_queue}; answers how many packets are acknowledged that were not before. */
    private static int clean(Walk walk, HostId host, SocketId id, SkBuff skb) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        TcpHeader tcp = skb.packet().tcp();
        TcpSend send = socket.send();
        int acknowledgment = tcp.acknowledgment();
        long window = tcp.flags().has(TcpFlags.SYN) ? tcp.window() : send.scaled(tcp.window());
        List<TcpSegment> left = new ArrayList<>();
        TcpTimers timers = socket.timers();
        TcpRecovery recovery = send.recovery();
        int acknowledged = 0;
        for (TcpSegment segment : send.queue()) {
            if (segment.transmissions() == 0 || Tcp.before(acknowledgment, segment.end())) {
                left.add(rest(segment, acknowledgment));
            } else {
                acknowledged += segment.arrived() ? 0 : TcpOutput.packets(segment, send.mss());
                boolean clear = segment.transmissions() == 1 || send.agreement().timestamps();
                timers = clear ? measured(timers, walk.now().since(segment.sentAt())) : timers.progressed();
                recovery = segment.arrived() ? recovery : recovery.arrived(segment);
            }
        }
        TcpSend after = send.at(acknowledgment, later(send.next(), acknowledgment), send.end())
                .withQueue(left)
                .with(recovery)
                .withWindow(window)
                .grown(tcp.flags().has(TcpFlags.SYN) ? 0 : acknowledged);
        boolean idle = left.stream().noneMatch(segment -> segment.transmissions() > 0);
        boolean recovered = recovery.phase() != TcpRecovery.Phase.OPEN && !Tcp.before(acknowledgment, recovery.until());
        if (idle) {
            timers = timers.recovered();
        }
        if (idle && tcp.flags().has(TcpFlags.SYN) || recovered) {
            after = after.afterRecovery();
        }
        walk.update(host, socket.with(after).with(timers));
        return acknowledged;
    }

    /** {@code tcp_process_tlp_ack}: whether the probe was needed shows with the first acknowledgement behind it. */
    private static void probeAnswered(
            Walk walk, HostId host, SocketId id, SkBuff skb, boolean progress, boolean cameTwice) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        TcpHeader tcp = skb.packet().tcp();
        int end = socket.timers().probeEnd();
        if (!socket.timers().probed() || Tcp.before(tcp.acknowledgment(), end)) {
            return;
        }
        boolean behind = Tcp.before(end, tcp.acknowledgment());
        boolean bare = skb.packet().payload().isEmpty() && !tcp.flags().has(TcpFlags.FIN);
        if (!cameTwice && behind) {
            walk.count(host, SnmpCounter.TCP_EXT_TCP_LOSS_PROBE_RECOVERY);
        }
        if (cameTwice || behind || !progress && bare) {
            walk.update(host, socket.with(socket.timers().notProbing()));
        }
    }

    private static int sent(TcpSend send) {
        int sent = send.next();
        for (TcpSegment segment : send.queue()) {
            if (segment.transmissions() > 0 || send.next() == send.unacknowledged()) {
                sent = later(sent, segment.end());
            }
        }
        return sent;
    }

    private static int later(int one, int other) {
        return Tcp.before(one, other) ? other : one;
    }

    private static TcpSegment rest(TcpSegment segment, int acknowledgment) {
        int bytes = acknowledgment - segment.sequence();
        return bytes > 0 && bytes < segment.data().size() ? segment.without(bytes) : segment;
    }

    /** {@code tcp_rtt_estimator} and {@code tcp_set_rto} (RFC 6298). */
    static TcpTimers measured(TcpTimers timers, long roundTrip) {
        long sample = Math.max(roundTrip, 1000);
        long smoothed = timers.smoothedNanos();
        long deviation = timers.deviationNanos();
        if (smoothed == 0) {
            smoothed = sample;
            deviation = Math.max(sample * 2, SHORTEST_TIMEOUT);
        } else {
            deviation = Math.max(deviation - deviation / 4 + Math.abs(sample - smoothed), SHORTEST_TIMEOUT);
            smoothed = smoothed - smoothed / 8 + sample / 8;
        }
        long timeout = Math.min(smoothed + deviation, LONGEST_TIMEOUT);
        return timers.measured(timeout, smoothed, deviation);
    }

    /** {@code sk_dst_confirm}: the next hop answers, as the acknowledgement shows. */
    private static void confirm(Walk walk, HostId host, Destination route) {
        walk.host(host).device(route.device()).ifPresent(device -> {
            NeighborKey key = NeighborOutput.key(device, route.neighbor());
            walk.neighbor(host, key)
                    .ifPresent(entry -> walk.update(host, entry.at(walk.now(), entry.updated(), entry.used())));
        });
    }
}
