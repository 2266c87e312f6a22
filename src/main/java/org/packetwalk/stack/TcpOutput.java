package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpReceive;
import org.packetwalk.kernel.socket.TcpSegment;
import org.packetwalk.kernel.socket.TcpSend;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpTimers;
import org.packetwalk.net.ByteString;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.trace.KernelFunction;

/** Sends segments ({@code net/ipv4/tcp_output.c}). */
final class TcpOutput {

    /** A device that cuts segments itself takes no more at once, in bytes of data ({@code GSO_LEGACY_MAX_SIZE}). */
    private static final int LARGEST_BURST = 65_000;

    private TcpOutput() {}

    /** {@code secure_tcp_seq}. */
    static int initialSequence(Walk walk) {
        return walk.random(1 << 30) << 2 | walk.random(4);
    }

    // -- one segment -----------------------------------------------------------------------

    /**
     * What came of sending a segment.
     *
     * @param buffer the buffer it was sent in
     * @param errno why it did not leave, {@link Errno#OK} if it did
     */
    record Transmitted(PacketId buffer, Errno errno) {

        /** Whether it left. */
        boolean left() {
            return errno == Errno.OK;
        }
    }

    /**
     * Sends a segment of the queue for the first time; {@code snd_nxt} follows ({@code tcp_event_new_data_sent}). One that
     * did not leave stays unsent, but for a SYN, which is repeated as if it were lost ({@code tcp_connect}).
     */
    static boolean sendNew(Walk walk, HostId host, SocketId id, TcpSegment segment) {
        Transmitted sent = transmit(walk, host, id, segment);
        PacketId buffer = sent.buffer();
        if (!sent.left() && !segment.flags().has(TcpFlags.SYN)) {
            return false;
        }
        Tcp.find(walk, host, id).ifPresent(socket -> {
            TcpSend send = socket.send();
            if (!segment.flags().has(TcpFlags.SYN)) {
                walk.count(host, SnmpCounter.TCP_EXT_TCP_ORIG_DATA_SENT, packets(segment, send.mss()));
            }
            walk.update(
                    host,
                    socket.with(send.at(send.unacknowledged(), segment.end(), send.end())
                            .withQueue(marked(send.queue(), segment.sequence(), buffer, walk))));
        });
        return true;
    }

    static List<TcpSegment> marked(List<TcpSegment> queue, int sequence, PacketId buffer, Walk walk) {
        return queue.stream()
                .map(segment -> segment.sequence() == sequence ? segment.sent(buffer, walk.now()) : segment)
                .toList();
    }

    /** {@code tcp_skb_pcount}: how many packets of the wire a segment makes. */
    static int packets(TcpSegment segment, int mss) {
        int size = Math.max(1, mss);
        return Math.max(1, (segment.data().size() + size - 1) / size);
    }

    /** {@code __tcp_transmit_skb}. */
    static Transmitted transmit(Walk walk, HostId host, SocketId id, TcpSegment segment) {
        return walk.call(KernelFunction.__TCP_TRANSMIT_SKB, () -> transmitting(walk, host, id, segment));
    }

    private static Transmitted transmitting(Walk walk, HostId host, SocketId id, TcpSegment queued) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        // What a device cuts itself is always pushed, so that the receiver does not wait for more of it.
        TcpSegment segment = packets(queued, socket.send().mss()) > 1
                ? queued.with(queued.flags().and(TcpFlags.PSH), queued.data())
                : queued;
        boolean fresh = !Tcp.before(segment.sequence(), socket.send().next());
        if (fresh || segment.end() == segment.sequence()) {
            walk.count(
                    host,
                    SnmpCounter.TCP_OUT_SEGS,
                    packets(segment, socket.send().mss()));
        }
        TcpHeader header = TcpHeaders.of(walk, host, socket, segment);
        walk.update(host, afterSending(walk, socket, segment));
        SkBuff begun = walk.newBuffer(Packet.of(segment.data()))
                .sentBy(socket.options().device());
        holdBuffer(walk, host, id, segment, begun.id());
        Errno errno = TcpFamily.of(socket.remote())
                .transmit(
                        walk,
                        host,
                        id,
                        begun,
                        header,
                        segment.data(),
                        socket.send().mss());
        return new Transmitted(begun.id(), errno);
    }

    /** The queue shares the buffer from now on ({@code skb_clone}), so that nothing is added to it where it arrives. */
    private static void holdBuffer(Walk walk, HostId host, SocketId id, TcpSegment segment, PacketId buffer) {
        if (segment.end() == segment.sequence()) {
            return;
        }
        TcpSocket socket = Tcp.socket(walk, host, id);
        List<TcpSegment> queue = socket.send().queue().stream()
                .map(other -> other.sequence() == segment.sequence() ? other.in(buffer) : other)
                .toList();
        walk.update(host, socket.with(socket.send().withQueue(queue)));
    }

    /** {@code tcp_event_ack_sent} and {@code tcp_event_data_sent}. */
    private static TcpSocket afterSending(Walk walk, TcpSocket socket, TcpSegment segment) {
        TcpSocket after = socket;
        if (segment.flags().has(TcpFlags.ACK)) {
            after = after.with(after.receive().acknowledgedAll(TcpHeaders.selectWindow(socket)))
                    .with(after.timers().withDelayedAck(TcpTimers.OFF));
        }
        if (!segment.data().isEmpty()) {
            TcpReceive now = after.receive();
            after = after.with(now.with(now.acks().dataSent(walk.now())));
        }
        return after;
    }

    /** {@code tcp_send_synack}: the own SYN, on its way already, goes once more with ACK. */
    static void answerSyn(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        List<TcpSegment> queue = new ArrayList<>(socket.send().queue());
        if (queue.isEmpty() || !queue.get(0).flags().has(TcpFlags.SYN)) {
            return;
        }
        TcpSegment syn = queue.get(0).with(queue.get(0).flags().and(TcpFlags.ACK), ByteString.EMPTY);
        queue.set(0, syn);
        walk.update(host, socket.with(socket.send().withQueue(queue)));
        transmit(walk, host, id, syn);
    }

    // -- acknowledgements ------------------------------------------------------------------

    /** {@code tcp_send_ack}: the caller ends with it. */
    static void sendAck(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        transmit(walk, host, id, TcpSegment.unsent(socket.send().next(), TcpFlags.ACK, ByteString.EMPTY));
    }

    // -- data ------------------------------------------------------------------------------

    /** {@code __tcp_push_pending_frames}. */
    static void push(Walk walk, HostId host, SocketId id) {
        if (firstUnsent(Tcp.socket(walk, host, id)) >= 0) {
            walk.run(
                    KernelFunction.__TCP_PUSH_PENDING_FRAMES,
                    () -> walk.run(KernelFunction.TCP_WRITE_XMIT, () -> writeTransmit(walk, host, id)));
        }
    }

    static int firstUnsent(TcpSocket socket) {
        List<TcpSegment> queue = socket.send().queue();
        for (int i = 0; i < queue.size(); i++) {
            if (queue.get(i).transmissions() == 0) {
                return i;
            }
        }
        return -1;
    }

    /** {@code tcp_write_xmit}: as much as the windows and Nagle's rule (RFC 896) allow. */
    private static void writeTransmit(Walk walk, HostId host, SocketId id) {
        boolean sent = false;
        while (true) {
            TcpSocket socket = Tcp.socket(walk, host, id);
            int index = firstUnsent(socket);
            if (index < 0) {
                break;
            }
            TcpSegment segment = socket.send().queue().get(index);
            int room = room(socket, segment);
            if (room <= 0 && !segment.data().isEmpty() || held(socket, segment)) {
                break;
            }
            TcpSegment part = segment;
            if (segment.data().size() > room) {
                part = split(walk, host, id, index, room);
            }
            if (!sendNew(walk, host, id, part)) {
                break;
            }
            sent = true;
        }
        if (sent) {
            TcpRetransmission.probeLater(walk, host, id);
        } else {
            TcpRetransmission.probeWindowLater(walk, host, id);
        }
    }

    /**
     * How many bytes of data may go out now as one: what the window takes and the congestion window allows, of which one goes
     * with not more than half ({@code tcp_cwnd_test}); a small rest waits for Nagle's rule ({@code tcp_mss_split_point}).
     */
    private static int room(TcpSocket socket, TcpSegment segment) {
        TcpSend send = socket.send();
        int mss = Math.max(1, send.mss());
        int windowRoom = (int) (send.unacknowledged() - segment.sequence() + send.window());
        int quota = Math.min(Math.max(send.congestionWindow() / 2, 1), send.congestionWindow() - underWay(send));
        int most = Math.min(quota * mss, Math.max(mss, LARGEST_BURST / mss * mss));
        if (quota <= 0 || windowRoom <= 0) {
            return 0;
        }
        if (windowRoom < Math.min(segment.data().size(), mss)) {
            return 0;
        }
        int needed = Math.min(segment.data().size(), windowRoom);
        if (most <= needed) {
            return most;
        }
        return needed < segment.data().size() ? needed / mss * mss : needed;
    }

    /** {@code tcp_packets_in_flight}. */
    static int underWay(TcpSend send) {
        return send.queue().stream()
                .filter(TcpSegment::underWay)
                .mapToInt(segment -> packets(segment, send.mss()))
                .sum();
    }

    /** {@code tcp_nagle_test}: a small segment waits while another small one is under way. */
    private static boolean held(TcpSocket socket, TcpSegment segment) {
        boolean small =
                segment.data().size() < socket.send().mss() && !segment.flags().has(TcpFlags.FIN);
        return small
                && !socket.options().noDelay()
                && socket.send().queue().stream()
                        .anyMatch(other -> other.transmissions() > 0
                                && other.data().size()
                                                % Math.max(1, socket.send().mss())
                                        != 0);
    }

    static TcpSegment split(Walk walk, HostId host, SocketId id, int index, int bytes) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        List<TcpSegment> queue = new ArrayList<>(socket.send().queue());
        TcpSegment whole = queue.get(index);
        TcpSegment first = whole.with(TcpFlags.ACK, whole.data().slice(0, bytes));
        queue.set(index, first);
        queue.add(index + 1, whole.without(bytes));
        walk.update(host, socket.with(socket.send().withQueue(queue)));
        return first;
    }

    /** {@code tcp_send_fin}: the last unsent segment takes the FIN along, else it has its own. */
    static void sendFin(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        TcpSend send = socket.send();
        List<TcpSegment> queue = new ArrayList<>(send.queue());
        TcpFlags fin = TcpFlags.FIN.and(TcpFlags.ACK);
        int last = queue.size() - 1;
        if (last >= 0 && queue.get(last).transmissions() == 0) {
            TcpSegment tail = queue.get(last);
            queue.set(last, tail.with(tail.flags().and(fin), tail.data()));
        } else {
            queue.add(TcpSegment.unsent(send.end(), fin, ByteString.EMPTY));
        }
        walk.update(
                host,
                socket.with(send.at(send.unacknowledged(), send.next(), send.end() + 1)
                        .withQueue(queue)));
        push(walk, host, id);
    }
}
