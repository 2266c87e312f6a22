package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpBlock;
import org.packetwalk.kernel.socket.TcpReceive;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.SocketEvent;
import org.packetwalk.trace.Stage;

/** Received data and FINs: {@code tcp_data_queue}, {@code tcp_fin}, and when to acknowledge them. */
final class TcpData {

    private TcpData() {}

    /**
     * {@code tcp_data_queue}: in order, too early, or seen before. It ends with a drop, so that its caller seems to be the one
     * who drops.
     */
    static void queue(Walk walk, HostId host, SocketId id, SkBuff skb, KernelFunction caller) {
        Optional<DropReason> refused = walk.call(KernelFunction.TCP_DATA_QUEUE, () -> take(walk, host, id, skb));
        refused.ifPresent(reason -> drop(walk, host, skb, reason, caller));
    }

    private static Optional<DropReason> take(Walk walk, HostId host, SocketId id, SkBuff skb) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        TcpReceive receive = socket.receive();
        int sequence = skb.packet().tcp().sequence();
        int end = end(skb);
        if (!Tcp.before(receive.next(), end)) {
            walk.count(host, SnmpCounter.TCP_EXT_DELAYED_ACK_LOST);
            repeated(walk, host, id, new TcpBlock(sequence, end));
            quicken(walk, host, id);
            return Optional.of(DropReason.TCP_OLD_DATA);
        }
        int room = receive.window();
        if (!Tcp.before(sequence, receive.next() + room) && (sequence != receive.next() || end - sequence > 1)) {
            boolean closed = sequence == receive.next();
            if (closed) {
                walk.count(host, SnmpCounter.TCP_EXT_TCP_ZERO_WINDOW_DROP);
            }
            quicken(walk, host, id);
            return Optional.of(closed ? DropReason.TCP_ZEROWINDOW : DropReason.TCP_OVERWINDOW);
        }
        if (Tcp.before(receive.next(), sequence)) {
            early(walk, host, id, skb);
            return Optional.empty();
        }
        if (Tcp.before(sequence, receive.next())) {
            repeated(walk, host, id, new TcpBlock(sequence, receive.next()));
        }
        append(walk, host, id, trimmed(skb, receive.next()));
        takeEarly(walk, host, id);
        Tcp.find(walk, host, id).ifPresent(now -> {
            TcpReceive after = now.receive();
            walk.update(host, now.with(after.telling(after.selective().expecting(after.next()))));
        });
        return Optional.empty();
    }

    /** The sequence number behind a segment; SYN and FIN count one each. */
    static int end(SkBuff skb) {
        TcpHeader tcp = skb.packet().tcp();
        return tcp.sequence()
                + skb.packet().payload().size()
                + (tcp.flags().has(TcpFlags.SYN) ? 1 : 0)
                + (tcp.flags().has(TcpFlags.FIN) ? 1 : 0);
    }

    /** {@code tcp_dsack_set}: what came twice is told with the next acknowledgement (RFC 2883). */
    private static void repeated(Walk walk, HostId host, SocketId id, TcpBlock block) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        if (!socket.send().agreement().selective() || walk.host(host).sysctls().number("net.ipv4.tcp_dsack") == 0) {
            return;
        }
        TcpReceive receive = socket.receive();
        walk.count(
                host,
                Tcp.before(block.start(), receive.next())
                        ? SnmpCounter.TCP_EXT_TCPDSACK_OLD_SENT
                        : SnmpCounter.TCP_EXT_TCPDSACK_OFO_SENT);
        walk.update(host, socket.with(receive.telling(receive.selective().repeated(block))));
    }

    /** {@code tcp_send_dupack}: the other end seems not to have heard what was acknowledged. */
    static void tellAgain(Walk walk, HostId host, SocketId id, SkBuff skb) {
        int from = skb.packet().tcp().sequence();
        int end = end(skb);
        TcpSocket socket = Tcp.socket(walk, host, id);
        int next = socket.receive().next();
        if (end != from && Tcp.before(from, next)) {
            walk.count(host, SnmpCounter.TCP_EXT_DELAYED_ACK_LOST);
            quicken(walk, host, id);
            repeated(walk, host, id, new TcpBlock(from, Tcp.before(next, end) ? next : end));
        }
        TcpOutput.sendAck(walk, host, id);
    }

    private static void drop(Walk walk, HostId host, SkBuff skb, DropReason reason, KernelFunction at) {
        Drop.packet(walk, host, skb, reason, at, Stage.TRANSPORT_RECEIVE);
    }

    /** The part of a segment that is new. */
    private static SkBuff trimmed(SkBuff skb, int next) {
        int seen = next - skb.packet().tcp().sequence();
        if (seen <= 0) {
            return skb;
        }
        Packet packet = skb.packet();
        return skb.withPacket(new Packet(
                packet.headers(),
                packet.payload().from(Math.min(seen, packet.payload().size()))));
    }

    /** {@code tcp_queue_rcv}, {@code tcp_event_data_recv} and {@code tcp_fin}. */
    private static void append(Walk walk, HostId host, SocketId id, SkBuff skb) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        TcpReceive receive = socket.receive();
        List<SkBuff> queue = new ArrayList<>(receive.queue());
        SkBuff kept = skb.on(0, "");
        int last = queue.size() - 1;
        boolean joined = last >= 0 && !cloned(walk, queue.get(last));
        if (joined) {
            walk.count(host, SnmpCounter.TCP_EXT_TCP_RCV_COALESCE);
            Packet tail = queue.get(last).packet();
            queue.set(
                    last,
                    queue.get(last)
                            .withPacket(new Packet(
                                    tail.headers(),
                                    tail.payload().concat(skb.packet().payload()))));
        } else {
            queue.add(kept);
        }
        receive = receive.expecting(end(skb)).withQueues(queue, receive.outOfOrder());
        if (!skb.packet().payload().isEmpty()) {
            receive = TcpDelayedAck.dataReceived(walk, socket, receive, skb);
        }
        walk.update(host, socket.with(receive));
        if (!skb.packet().payload().isEmpty()) {
            walk.emit(new SocketEvent.Delivered(walk.head(host, skb), "tcp", socket.local()));
        }
        if (joined) {
            Drop.consume(walk, host, kept, Stage.TRANSPORT_RECEIVE);
        }
        if (skb.packet().tcp().flags().has(TcpFlags.FIN)) {
            walk.run(KernelFunction.TCP_FIN, () -> finish(walk, host, id));
        }
    }

    /** {@code skb_cloned}: its sender, on whatever host, still holds the buffer to send it again; then nothing can be added. */
    private static boolean cloned(Walk walk, SkBuff skb) {
        return walk.machine().hosts().values().stream()
                .flatMap(ns -> ns.sockets().all().stream())
                .filter(TcpSocket.class::isInstance)
                .flatMap(socket -> ((TcpSocket) socket).send().queue().stream())
                .anyMatch(segment -> segment.buffer().equals(skb.id()));
    }

    /** {@code tcp_enter_quickack_mode}: the other end has to know soon. */
    private static void quicken(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        TcpReceive receive = socket.receive();
        walk.update(
                host,
                socket.with(receive.with(
                        receive.acks().quickMode(receive.offered().window()).owing())));
    }

    /** {@code tcp_data_queue_ofo}: the gap is told at once, and what came early with it; what of it was there is told as well. */
    private static void early(Walk walk, HostId host, SocketId id, SkBuff skb) {
        walk.count(host, SnmpCounter.TCP_EXT_TCPOFO_QUEUE);
        TcpBlock block = new TcpBlock(skb.packet().tcp().sequence(), end(skb));
        TcpSocket socket = Tcp.socket(walk, host, id);
        List<SkBuff> waiting = new ArrayList<>();
        boolean there = false;
        for (SkBuff other : socket.receive().outOfOrder()) {
            TcpBlock known = new TcpBlock(other.packet().tcp().sequence(), end(other));
            if (!Tcp.before(block.start(), known.start()) && !Tcp.before(known.end(), block.end())) {
                there = true;
            } else if (!Tcp.before(known.start(), block.start()) && !Tcp.before(block.end(), known.end())) {
                repeated(walk, host, id, known);
                merged(walk, host, other);
                continue;
            } else if (Tcp.before(block.start(), known.end()) && Tcp.before(known.start(), block.end())) {
                boolean behind = Tcp.before(known.start(), block.start());
                repeated(
                        walk,
                        host,
                        id,
                        behind ? new TcpBlock(block.start(), known.end()) : new TcpBlock(known.start(), block.end()));
            }
            waiting.add(other);
        }
        if (there) {
            merged(walk, host, skb);
            repeated(walk, host, id, block);
        } else {
            waiting.add(skb);
        }
        TcpReceive receive = Tcp.socket(walk, host, id).receive();
        int next = receive.next();
        waiting.sort(Comparator.comparingInt(one -> one.packet().tcp().sequence() - next));
        TcpReceive told = socket.send().agreement().selective()
                ? receive.telling(receive.selective().early(block))
                : receive;
        walk.update(
                host,
                Tcp.socket(walk, host, id)
                        .with(told.withQueues(receive.queue(), waiting).owing()));
    }

    private static void merged(Walk walk, HostId host, SkBuff skb) {
        walk.count(host, SnmpCounter.TCP_EXT_TCPOFO_MERGE);
        drop(walk, host, skb, DropReason.TCP_OFOMERGE, KernelFunction.TCP_DATA_QUEUE);
    }

    /** {@code tcp_ofo_queue}: what waited for the gap to close; that it has closed is told at once. */
    private static void takeEarly(Walk walk, HostId host, SocketId id) {
        boolean waited = false;
        while (true) {
            TcpSocket socket = Tcp.find(walk, host, id).orElse(null);
            if (socket == null || socket.receive().outOfOrder().isEmpty()) {
                if (socket != null && waited) {
                    TcpReceive receive = socket.receive();
                    walk.update(host, socket.with(receive.with(receive.acks().owingNow())));
                }
                return;
            }
            waited = true;
            SkBuff first = socket.receive().outOfOrder().get(0);
            if (Tcp.before(socket.receive().next(), first.packet().tcp().sequence())) {
                return;
            }
            List<SkBuff> left = socket.receive()
                    .outOfOrder()
                    .subList(1, socket.receive().outOfOrder().size());
            walk.update(
                    host,
                    socket.with(socket.receive().withQueues(socket.receive().queue(), left)));
            if (Tcp.before(socket.receive().next(), end(first))) {
                append(walk, host, id, trimmed(first, socket.receive().next()));
            } else {
                Drop.consume(walk, host, first, Stage.TRANSPORT_RECEIVE);
            }
        }
    }

    /** {@code tcp_fin}: the other end sends no more. */
    private static void finish(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        walk.update(host, socket.with(socket.receive().finish().owing()));
        switch (socket.state()) {
            case SYN_RECV, ESTABLISHED -> {
                Tcp.change(walk, host, id, TcpState.CLOSE_WAIT);
                TcpSocket now = Tcp.socket(walk, host, id);
                TcpReceive receive = now.receive();
                walk.update(host, now.with(receive.with(TcpDelayedAck.madeInteractive(walk, host, receive.acks()))));
            }
            case FIN_WAIT1 -> {
                TcpOutput.sendAck(walk, host, id);
                Tcp.change(walk, host, id, TcpState.CLOSING);
            }
            case FIN_WAIT2 -> {
                TcpOutput.sendAck(walk, host, id);
                TcpTimeWaiting.begin(walk, host, id, false);
            }
            case CLOSE_WAIT, CLOSING, LAST_ACK, CLOSE, LISTEN, SYN_SENT, TIME_WAIT -> {}
        }
    }
}
