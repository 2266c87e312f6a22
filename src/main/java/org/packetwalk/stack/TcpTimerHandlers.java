package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpSegment;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.kernel.socket.TcpTimers;
import org.packetwalk.trace.KernelFunction;

/** What the timers of TCP do ({@code net/ipv4/tcp_timer.c}). */
final class TcpTimerHandlers {

    /** {@code TCP_RTO_MAX} in nanoseconds. */
    private static final long LONGEST_TIMEOUT = 120_000_000_000L;

    /** {@code tcp_retries2}. */
    private static final int MOST_RETRIES = 15;

    private TcpTimerHandlers() {}

    /** A timer fires; one that was armed anew or stopped since is ignored. */
    static void fire(Walk walk, HostId host, SocketId id, TcpTimerKind kind, SimTime at) {
        if (walk.machine().find(host).isEmpty()) {
            return;
        }
        switch (kind) {
            case TIME_WAIT -> TcpTimeWaiting.expire(walk, host, id, at);
            case SYN_ACK -> TcpHandshake.fire(walk, host, id, at);
            case RETRANSMIT, DELAYED_ACK, KEEPALIVE -> {
                Optional<TcpSocket> socket = Tcp.find(walk, host, id);
                if (socket.isPresent() && due(socket.get().timers(), kind).equals(at)) {
                    fire(walk, host, id, kind);
                }
            }
        }
    }

    private static SimTime due(TcpTimers timers, TcpTimerKind kind) {
        return switch (kind) {
            case RETRANSMIT -> timers.retransmit();
            case DELAYED_ACK -> timers.delayedAck();
            case KEEPALIVE -> timers.keepalive();
            case TIME_WAIT, SYN_ACK -> TcpTimers.OFF;
        };
    }

    private static void fire(Walk walk, HostId host, SocketId id, TcpTimerKind kind) {
        if (kind == TcpTimerKind.RETRANSMIT) {
            walk.run(
                    KernelFunction.TCP_WRITE_TIMER,
                    () -> walk.run(KernelFunction.TCP_RETRANSMIT_TIMER, () -> retransmit(walk, host, id)));
        } else if (kind == TcpTimerKind.DELAYED_ACK) {
            walk.run(KernelFunction.TCP_DELACK_TIMER, () -> TcpDelayedAck.fire(walk, host, id));
        } else {
            walk.run(KernelFunction.TCP_KEEPALIVE_TIMER, () -> TcpClose.done(walk, host, id));
        }
    }

    /** {@code tcp_retransmit_timer}: sends the oldest segment again, or gives up. */
    private static void retransmit(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        if (socket.send().queue().isEmpty()) {
            return;
        }
        walk.count(host, SnmpCounter.TCP_EXT_TCP_TIMEOUTS);
        if (socket.timers().retransmissions() >= limit(walk, host, socket)) {
            TcpStates.giveUp(walk, host, id);
            return;
        }
        walk.count(host, SnmpCounter.TCP_EXT_TCP_TIMEOUT_REHASH);
        TcpSegment oldest = socket.send().queue().get(0);
        if (oldest.transmissions() > 1) {
            walk.count(host, SnmpCounter.TCP_EXT_TCP_LOST_RETRANSMIT);
        }
        int linear = walk.host(host).sysctls().number("net.ipv4.tcp_syn_linear_timeouts");
        boolean backOff = socket.state() != TcpState.SYN_SENT || socket.timers().timeouts() + 1 > linear;
        long timeout = socket.timers().timeoutNanos();
        TcpTimers later = socket.timers().timedOut(backOff ? Math.min(timeout * 2, LONGEST_TIMEOUT) : timeout);
        walk.update(host, socket.with(later));
        TcpOutput.retransmit(walk, host, id);
        if (Tcp.find(walk, host, id).isPresent()) {
            Tcp.armRetransmit(walk, host, id);
        }
    }

    private static int limit(Walk walk, HostId host, TcpSocket socket) {
        return socket.state() == TcpState.SYN_SENT
                ? walk.host(host).sysctls().number("net.ipv4.tcp_syn_retries")
                        + walk.host(host).sysctls().number("net.ipv4.tcp_syn_linear_timeouts")
                : MOST_RETRIES;
    }
}
