package org.packetwalk.stack;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpAcknowledging;
import org.packetwalk.kernel.socket.TcpReceive;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.kernel.socket.TcpTimers;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;

/** When data is acknowledged: {@code __tcp_ack_snd_check}, {@code tcp_send_delayed_ack}, {@code tcp_delack_timer_handler}. */
final class TcpDelayedAck {

    private static final int NANOS_PER_MILLI = 1_000_000;

    /** {@code HZ / 2} in milliseconds: the longest wait of a connection that only receives. */
    private static final int LONGEST_DELAY_ONE_WAY = 500;

    /** {@code TCP_DELACK_MAX} in milliseconds. */
    private static final int LONGEST_DELAY = 200;

    /** {@code tcp_delack_max}: one tick less than the shortest retransmission timeout, in milliseconds. */
    private static final int DELAY_BELOW_TIMEOUT = 196;

    /** A tick of the kernel's clock ({@code HZ} is 250) in milliseconds: a timer fires with the tick after its time. */
    private static final int TICK = 4;

    private TcpDelayedAck() {}

    /** {@code tcp_event_data_recv}: data came, an acknowledgement is owed. */
    static TcpReceive dataReceived(Walk walk, TcpSocket socket, TcpReceive receive, SkBuff skb) {
        TcpHeader tcp = skb.packet().tcp();
        int size = skb.segmentSize() > 0
                ? skb.segmentSize()
                : skb.packet().payload().size();
        boolean push = tcp.flags().has(TcpFlags.PSH);
        boolean remnant = push || tcp.flags().has(TcpFlags.FIN) || tcp.flags().has(TcpFlags.SYN);
        int header = TcpHeader.MINIMUM_LENGTH + tcp.options().size();
        int advertised = Math.max(size, socket.send().mss());
        return receive.with(receive.acks()
                .owing()
                .measured(size, header, push, remnant, advertised)
                .dataReceived(
                        walk.now(),
                        socket.receive().offered().window(),
                        socket.timers().timeoutNanos()));
    }

    /** {@code inet_csk_in_pingpong_mode}: data flows both ways. */
    static boolean interactive(Walk walk, HostId host, TcpAcknowledging acks) {
        return acks.replies() >= walk.host(host).sysctls().number("net.ipv4.tcp_pingpong_thresh");
    }

    /** {@code inet_csk_enter_pingpong_mode}. */
    static TcpAcknowledging madeInteractive(Walk walk, HostId host, TcpAcknowledging acks) {
        return acks.withReplies(walk.host(host).sysctls().number("net.ipv4.tcp_pingpong_thresh"));
    }

    /** {@code tcp_ack_snd_check}: what is owed is sent at once or after a while. */
    static void check(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = Tcp.find(walk, host, id).orElse(null);
        if (socket == null
                || socket.state() == TcpState.CLOSE
                || !socket.receive().acks().due()) {
            return;
        }
        TcpReceive receive = socket.receive();
        TcpAcknowledging acks = receive.acks();
        boolean much = receive.next() - receive.acknowledged() > acks.segmentSize()
                && TcpHeaders.freeSpace(socket) >= TcpHeaders.RECEIVE_SPACE;
        boolean quick = acks.quick() > 0 && !interactive(walk, host, acks);
        if (much || quick || acks.immediate()) {
            if (socket.life().owned() && walk.host(host).sysctls().number("net.ipv4.tcp_backlog_ack_defer") != 0) {
                walk.update(host, socket.with(receive.with(acks.withDeferred(true))));
            } else {
                TcpOutput.sendAck(walk, host, id);
            }
        } else if (!receive.outOfOrder().isEmpty()) {
            TcpOutput.sendAck(walk, host, id);
        } else {
            delay(walk, host, id);
        }
    }

    /** {@code tcp_send_delayed_ack}. */
    private static void delay(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        TcpAcknowledging acks = socket.receive().acks();
        long millis = acks.delayMillis();
        if (millis > TcpAcknowledging.SHORTEST_DELAY) {
            boolean soon = interactive(walk, host, acks) || acks.pushed();
            long longest = soon ? LONGEST_DELAY : LONGEST_DELAY_ONE_WAY;
            if (socket.timers().smoothedNanos() > 0) {
                long roundTrip = socket.timers().smoothedNanos() / NANOS_PER_MILLI;
                longest = Math.min(longest, Math.max(TcpAcknowledging.SHORTEST_DELAY, roundTrip));
            }
            millis = Math.min(millis, longest);
        }
        millis = Math.min(millis, DELAY_BELOW_TIMEOUT);
        SimTime at = walk.now().plusMillis(millis + TICK);
        SimTime running = socket.timers().delayedAck();
        if (!running.equals(TcpTimers.OFF)) {
            if (!walk.now().plusMillis(millis / 4 + TICK).isBefore(running)) {
                TcpOutput.sendAck(walk, host, id);
                return;
            }
            at = running.isBefore(at) ? running : at;
        }
        walk.update(host, socket.with(socket.timers().withDelayedAck(at)));
        walk.arm(at, new Timer.Tcp(host, id, TcpTimerKind.DELAYED_ACK));
    }

    /** {@code tcp_delack_timer_handler}. */
    static void fire(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        socket = socket.with(socket.timers().withDelayedAck(TcpTimers.OFF));
        walk.update(host, socket);
        TcpReceive receive = socket.receive();
        if (receive.acks().due()) {
            boolean interactive = interactive(walk, host, receive.acks());
            walk.update(
                    host,
                    socket.with(receive.with(
                            receive.acks().missed(interactive, socket.timers().timeoutNanos()))));
            TcpOutput.sendAck(walk, host, id);
            walk.count(host, SnmpCounter.TCP_EXT_DELAYED_AC_KS);
        }
    }

    /** {@code tcp_release_cb}: what waited for the end of a system call; it ends with it, so that its caller seems to do it. */
    static void release(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = Tcp.find(walk, host, id).orElse(null);
        if (socket == null || !socket.receive().acks().deferred()) {
            return;
        }
        TcpReceive receive = socket.receive();
        walk.update(host, socket.with(receive.with(receive.acks().withDeferred(false))));
        if (receive.acks().due()) {
            TcpOutput.sendAck(walk, host, id);
        }
    }

    /** {@code __tcp_cleanup_rbuf}: a program has read so many bytes of what was there; the other end may have to know. */
    static void dataRead(Walk walk, HostId host, SocketId id, int windowBefore, int bytes) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        TcpReceive receive = socket.receive();
        TcpAcknowledging acks = receive.acks();
        boolean small = acks.pushedAgain() || acks.pushed() && !interactive(walk, host, acks);
        boolean owed = acks.due()
                && (receive.next() - receive.acknowledged() > acks.segmentSize()
                        || bytes > 0 && small && receive.queue().isEmpty());
        boolean opened = bytes > 0
                && !receive.finished()
                && !socket.life().receiveShutdown()
                && 2 * windowBefore <= TcpHeaders.RECEIVE_SPACE
                && TcpHeaders.freeSpace(socket) >= 2 * Math.max(1, windowBefore);
        if (owed || opened) {
            TcpOutput.sendAck(walk, host, id);
        }
    }
}
