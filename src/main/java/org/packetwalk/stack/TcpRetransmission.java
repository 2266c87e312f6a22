package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpRecovery;
import org.packetwalk.kernel.socket.TcpSegment;
import org.packetwalk.kernel.socket.TcpSend;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.kernel.socket.TcpTimers;
import org.packetwalk.kernel.socket.TcpWriteTimer;
import org.packetwalk.net.ByteString;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.trace.KernelFunction;

/**
 * Sends again what was not acknowledged, asks whether it was lost, and gives up in the end ({@code net/ipv4/tcp_timer.c},
 * {@code tcp_output.c}).
 */
final class TcpRetransmission {

    /** {@code TCP_RTO_MIN} in nanoseconds. */
    private static final long SHORTEST_TIMEOUT = 200_000_000L;

    /** {@code TCP_TIMEOUT_INIT} in nanoseconds. */
    private static final long FIRST_TIMEOUT = 1_000_000_000L;

    /** {@code TCP_RTO_MAX} in nanoseconds. */
    private static final long LONGEST_TIMEOUT = 120_000_000_000L;

    /** Two ticks in nanoseconds: what a loss probe waits beside the round trip if more than one segment is under way. */
    private static final long PROBE_MARGIN = 8_000_000L;

    /** How often an orphan tries ({@code tcp_orphan_retries}). */
    private static final int ORPHAN_RETRIES = 8;

    private TcpRetransmission() {}

    // -- timers ----------------------------------------------------------------------------

    /** {@code tcp_rearm_rto}: for the present timeout, or stopped if nothing is under way. */
    static void arm(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        if (sent(socket.send()).isEmpty()) {
            stop(walk, host, socket);
        } else {
            arm(
                    walk,
                    host,
                    socket,
                    TcpWriteTimer.RETRANSMISSION,
                    socket.timers().timeoutNanos());
        }
    }

    private static void stop(Walk walk, HostId host, TcpSocket socket) {
        walk.update(host, socket.with(socket.timers().withRetransmit(TcpTimers.OFF, TcpWriteTimer.RETRANSMISSION)));
    }

    private static void arm(Walk walk, HostId host, TcpSocket socket, TcpWriteTimer what, long nanos) {
        SimTime at = walk.now().plusNanos(nanos);
        walk.update(host, socket.with(socket.timers().withRetransmit(at, what)));
        walk.arm(at, new Timer.Tcp(host, socket.id(), TcpTimerKind.RETRANSMIT));
    }

    private static List<TcpSegment> sent(TcpSend send) {
        return send.queue().stream()
                .filter(segment -> segment.transmissions() > 0)
                .toList();
    }

    /**
     * {@code tcp_schedule_loss_probe}: two round trips after the last segment it is sent once more, with one segment alone
     * not before its acknowledgement may have been delayed; without need of it the timeout runs.
     */
    static void probeLater(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        List<TcpSegment> sent = sent(socket.send());
        boolean calm = socket.timers().retransmissions() == 0
                && socket.send().recovery().phase() == TcpRecovery.Phase.OPEN
                && sent.stream().noneMatch(segment -> segment.lost() || segment.arrived());
        boolean wanted = walk.host(host).sysctls().number("net.ipv4.tcp_early_retrans") >= 3
                && socket.send().agreement().selective();
        boolean measured = socket.timers().smoothedNanos() > 0;
        if (sent.isEmpty() || !calm || !wanted || !measured) {
            arm(walk, host, id);
            return;
        }
        long wait = 2 * socket.timers().smoothedNanos() + (sent.size() == 1 ? SHORTEST_TIMEOUT : PROBE_MARGIN);
        arm(
                walk,
                host,
                socket,
                TcpWriteTimer.LOSS_PROBE,
                Math.min(wait, socket.timers().timeoutNanos()));
    }

    /** {@code tcp_check_probe_timer}: data waits, and nothing under way can tell that the window has opened. */
    static void probeWindowLater(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        boolean idle = sent(socket.send()).isEmpty();
        boolean waits = !socket.send().queue().isEmpty();
        if (idle && waits && socket.timers().retransmit().equals(TcpTimers.OFF)) {
            long wait = Math.max(SHORTEST_TIMEOUT, socket.timers().timeoutNanos());
            arm(walk, host, socket, TcpWriteTimer.WINDOW_PROBE, wait);
        }
    }

    // -- timeouts --------------------------------------------------------------------------

    /** {@code tcp_retransmit_timer}: sends the oldest segment again, or gives up. */
    static void timeout(Walk walk, HostId host, SocketId id) {
        TcpSocket fired = Tcp.socket(walk, host, id);
        if (sent(fired.send()).isEmpty()) {
            return;
        }
        walk.update(host, fired.with(fired.timers().notProbing()));
        walk.count(host, SnmpCounter.TCP_EXT_TCP_TIMEOUTS);
        if (expired(walk, host, Tcp.socket(walk, host, id))) {
            giveUp(walk, host, id);
            return;
        }
        TcpSocket socket = Tcp.socket(walk, host, id);
        walk.count(host, SnmpCounter.TCP_EXT_TCP_TIMEOUT_REHASH);
        int linear = walk.host(host).sysctls().number("net.ipv4.tcp_syn_linear_timeouts");
        boolean backOff = socket.state() != TcpState.SYN_SENT || socket.timers().timeouts() + 1 > linear;
        long timeout = socket.timers().timeoutNanos();
        TcpSend lost = socket.send()
                .withQueue(
                        socket.send().queue().stream().map(TcpSegment::missing).toList())
                .afterLoss();
        walk.update(
                host,
                socket.with(lost)
                        .with(socket.timers().timedOut(backOff ? Math.min(timeout * 2, LONGEST_TIMEOUT) : timeout)));
        again(walk, host, id, 0, 1);
        if (Tcp.find(walk, host, id).isPresent()) {
            arm(walk, host, id);
            forgetRoute(walk, host, id);
        }
    }

    /** {@code tcp_write_timeout}. */
    private static boolean expired(Walk walk, HostId host, TcpSocket socket) {
        if (socket.state() == TcpState.SYN_SENT) {
            doubtRoute(walk, host, socket.id());
            int most = walk.host(host).sysctls().number("net.ipv4.tcp_syn_retries")
                    + walk.host(host).sysctls().number("net.ipv4.tcp_syn_linear_timeouts");
            return socket.timers().retransmissions() >= most;
        }
        doubtRoute(walk, host, socket.id());
        int most = walk.host(host).sysctls().number("net.ipv4.tcp_retries2");
        if (socket.life().orphan()) {
            int orphan = walk.host(host).sysctls().number("net.ipv4.tcp_orphan_retries");
            boolean alive = socket.timers().timeoutNanos() < LONGEST_TIMEOUT;
            most = orphan == 0 && alive ? ORPHAN_RETRIES : orphan;
        }
        return timedOut(walk, socket, most);
    }

    /** {@code retransmits_timed_out}: as long as so many doubled timeouts take. */
    private static boolean timedOut(Walk walk, TcpSocket socket, int retries) {
        if (socket.timers().retransmissions() == 0
                || socket.timers().lostSince().equals(TcpTimers.OFF)) {
            return false;
        }
        boolean opening = socket.state() == TcpState.SYN_SENT || socket.state() == TcpState.SYN_RECV;
        long first = opening ? FIRST_TIMEOUT : SHORTEST_TIMEOUT;
        int doubling = 63 - Long.numberOfLeadingZeros(LONGEST_TIMEOUT / first);
        long time =
                ((2L << Math.min(retries, doubling)) - 1) * first + Math.max(0, retries - doubling) * LONGEST_TIMEOUT;
        return walk.now().since(socket.timers().lostSince()) >= time;
    }

    /**
     * {@code dst_negative_advice}: with the first timeout of an opening connection, and after some of another, what was
     * learnt of the path is doubted; IPv6 doubts the route as well.
     */
    private static void doubtRoute(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        boolean due = socket.state() == TcpState.SYN_SENT
                ? socket.timers().retransmissions() > 0
                : timedOut(walk, socket, walk.host(host).sysctls().number("net.ipv4.tcp_retries1"));
        boolean trusted = socket.route() instanceof DestinationEntry route
                && !route.limit().isLearnt();
        if (due && !trusted) {
            walk.update(host, socket.routed(DestinationEntry.NONE));
        }
    }

    /** {@code __sk_dst_reset}: after some timeouts more the route itself is looked up anew. */
    private static void forgetRoute(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        if (timedOut(walk, socket, walk.host(host).sysctls().number("net.ipv4.tcp_retries1") + 1)) {
            walk.update(host, socket.routed(DestinationEntry.NONE));
        }
    }

    /** {@code tcp_write_err}: the other end did not answer. */
    private static void giveUp(Walk walk, HostId host, SocketId id) {
        Errno soft = Tcp.socket(walk, host, id).life().softError();
        TcpClose.fail(walk, host, id, soft == Errno.OK ? Errno.ETIMEDOUT : soft);
        walk.count(host, SnmpCounter.TCP_EXT_TCP_ABORT_ON_TIMEOUT);
    }

    // -- probes ----------------------------------------------------------------------------

    /** {@code tcp_send_loss_probe}: new data if there is any, else the last segment once more. */
    static void probe(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        boolean sent = !sent(socket.send()).isEmpty()
                && !socket.timers().probed()
                && walk.call(
                        KernelFunction.__TCP_RETRANSMIT_SKB,
                        () -> retransmit(walk, host, id, lastPacket(walk, host, id)));
        if (sent) {
            Tcp.find(walk, host, id)
                    .ifPresent(now -> walk.update(
                            host, now.with(now.timers().probing(now.send().next()))));
            walk.count(host, SnmpCounter.TCP_EXT_TCP_LOSS_PROBES);
        }
        if (Tcp.find(walk, host, id).isPresent()) {
            arm(walk, host, id);
        }
    }

    /** The place of the last packet sent in the queue, in a buffer of its own. */
    private static int lastPacket(Walk walk, HostId host, SocketId id) {
        TcpSend send = Tcp.socket(walk, host, id).send();
        int last = sent(send).size() - 1;
        int packets = TcpOutput.packets(send.queue().get(last), send.mss());
        if (packets > 1) {
            TcpOutput.split(walk, host, id, last, (packets - 1) * send.mss());
            return last + 1;
        }
        return last;
    }

    /** {@code tcp_probe_timer}, {@code tcp_send_probe0}: asks a receiver that is full for its window. */
    static void probeWindow(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        TcpSend send = socket.send();
        if (!sent(send).isEmpty() || send.queue().isEmpty()) {
            walk.update(host, socket.with(socket.timers().withWindowProbes(0)));
            return;
        }
        int probes = socket.timers().windowProbes();
        walk.run(KernelFunction.TCP_WRITE_WAKEUP, () -> wakeUp(walk, host, id));
        Tcp.find(walk, host, id)
                .ifPresent(now -> walk.update(
                        host,
                        now.with(now.timers().withWindowProbes(sent(now.send()).isEmpty() ? probes + 1 : 0))));
        Tcp.find(walk, host, id)
                .filter(now -> sent(now.send()).isEmpty() && !now.send().queue().isEmpty())
                .ifPresent(now -> arm(
                        walk,
                        host,
                        now,
                        TcpWriteTimer.WINDOW_PROBE,
                        Math.min(
                                LONGEST_TIMEOUT,
                                Math.max(SHORTEST_TIMEOUT, now.timers().timeoutNanos()) << Math.min(probes + 1, 20))));
    }

    /** {@code tcp_write_wakeup}: if the window is open and only the first try failed, what waits is sent, and its timeout runs. */
    private static void wakeUp(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        TcpSend send = socket.send();
        if (!Tcp.before(send.next(), send.unacknowledged() + (int) send.window())) {
            walk.count(host, SnmpCounter.TCP_EXT_TCP_WIN_PROBE);
            TcpOutput.transmit(
                    walk, host, id, TcpSegment.unsent(send.unacknowledged() - 1, TcpFlags.ACK, ByteString.EMPTY));
            return;
        }
        int index = TcpOutput.firstUnsent(socket);
        TcpSegment segment = send.queue().get(index);
        int room =
                Math.min(Math.max(1, send.mss()), (int) (send.unacknowledged() + send.window() - segment.sequence()));
        TcpSegment part = segment.data().size() > room ? TcpOutput.split(walk, host, id, index, room) : segment;
        if (TcpOutput.sendNew(walk, host, id, part.with(part.flags().and(TcpFlags.PSH), part.data()))) {
            arm(walk, host, id);
        }
    }

    // -- again -----------------------------------------------------------------------------

    /**
     * {@code tcp_retransmit_skb} of so many packets at most; whether they went out: not if its last buffer still waits on this host, there is no
     * route any more, or netfilter refuses it.
     */
    private static boolean again(Walk walk, HostId host, SocketId id, int index, int most) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        walk.update(host, socket.with(socket.timers().sentAgain(walk.now())));
        int bytes = most * socket.send().mss();
        if (socket.send().queue().get(index).data().size() > bytes) {
            TcpOutput.split(walk, host, id, index, bytes);
        }
        return walk.call(
                KernelFunction.TCP_RETRANSMIT_SKB,
                () -> walk.call(KernelFunction.__TCP_RETRANSMIT_SKB, () -> retransmit(walk, host, id, index)));
    }

    private static boolean retransmit(Walk walk, HostId host, SocketId id, int index) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        TcpSegment segment = socket.send().queue().get(index);
        if (stillHere(walk, host, segment.buffer())) {
            walk.count(host, SnmpCounter.TCP_EXT_TCP_SPURIOUS_RTX_HOST_QUEUES);
            return false;
        }
        if (segment.transmissions() > 1 && socket.timers().retransmissions() > 1) {
            walk.count(host, SnmpCounter.TCP_EXT_TCP_LOST_RETRANSMIT);
        }
        if (!TcpFamily.of(socket.remote()).rebuildHeader(walk, host, socket)) {
            return false;
        }
        int packets = TcpOutput.packets(segment, socket.send().mss());
        walk.count(host, SnmpCounter.TCP_RETRANS_SEGS, packets);
        TcpSocket routed = Tcp.socket(walk, host, id);
        TcpRecovery recovery = routed.send().recovery().sentAgain(packets);
        walk.update(host, routed.with(routed.send().with(recovery)));
        if (segment.flags().has(TcpFlags.SYN)) {
            walk.count(host, SnmpCounter.TCP_EXT_TCP_SYN_RETRANS);
        }
        TcpOutput.Transmitted sent = TcpOutput.transmit(walk, host, id, segment);
        if (!sent.left()) {
            walk.count(host, SnmpCounter.TCP_EXT_TCP_RETRANS_FAIL, packets);
            return false;
        }
        Tcp.find(walk, host, id)
                .ifPresent(now -> walk.update(
                        host,
                        now.with(now.send()
                                .withQueue(TcpOutput.marked(
                                        now.send().queue(), segment.sequence(), sent.buffer(), walk)))));
        return true;
    }

    /** {@code skb_still_in_host_queue}: the buffer waits for a neighbour. */
    private static boolean stillHere(Walk walk, HostId host, PacketId buffer) {
        return walk.host(host).neighbors().all().stream()
                .anyMatch(entry ->
                        entry.waiting().stream().anyMatch(skb -> skb.id().equals(buffer)));
    }

    /** {@code tcp_xmit_recovery}: what acknowledgements told to be lost is sent again. */
    static void recover(Walk walk, HostId host, SocketId id) {
        if (Tcp.socket(walk, host, id).send().queue().stream().anyMatch(TcpSegment::lost)) {
            walk.run(
                    KernelFunction.TCP_ACK,
                    () -> walk.run(KernelFunction.TCP_XMIT_RETRANSMIT_QUEUE, () -> sendLost(walk, host, id)));
        }
    }

    /** {@code tcp_xmit_retransmit_queue}: what is taken for lost, as far as the congestion window allows. */
    private static void sendLost(Walk walk, HostId host, SocketId id) {
        while (Tcp.find(walk, host, id).isPresent()) {
            TcpSend send = Tcp.socket(walk, host, id).send();
            List<TcpSegment> queue = send.queue();
            int index = 0;
            while (index < queue.size() && !queue.get(index).lost()) {
                index++;
            }
            int most = send.congestionWindow() - TcpOutput.underWay(send);
            if (index == queue.size() || most <= 0) {
                return;
            }
            walk.count(
                    host,
                    send.recovery().phase() == TcpRecovery.Phase.RECOVERY
                            ? SnmpCounter.TCP_EXT_TCP_FAST_RETRANS
                            : SnmpCounter.TCP_EXT_TCP_SLOW_START_RETRANS,
                    Math.min(most, TcpOutput.packets(queue.get(index), send.mss())));
            if (!again(walk, host, id, index, most)) {
                return;
            }
        }
    }

    /** {@code tcp_simple_retransmit}: segments larger than the path takes are lost for sure and go again at once. */
    static void sendTooLarge(Walk walk, HostId host, SocketId id, int mss) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        List<TcpSegment> queue = new ArrayList<>();
        for (TcpSegment segment : socket.send().queue()) {
            boolean large = Math.min(segment.data().size(), socket.send().mss()) > mss;
            queue.add(large ? segment.missing() : segment);
        }
        TcpRecovery recovery = socket.send()
                .recovery()
                .in(TcpRecovery.Phase.LOSS, socket.send().next());
        walk.update(
                host, socket.with(socket.send().withQueue(queue).withMss(mss).with(recovery)));
        walk.run(
                KernelFunction.TCP_SIMPLE_RETRANSMIT,
                () -> walk.run(KernelFunction.TCP_XMIT_RETRANSMIT_QUEUE, () -> sendLost(walk, host, id)));
        if (Tcp.find(walk, host, id).isPresent()) {
            arm(walk, host, id);
        }
    }
}
