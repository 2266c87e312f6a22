package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpTimers;
import org.packetwalk.trace.KernelFunction;

/** What the timers of TCP do ({@code net/ipv4/tcp_timer.c}). */
final class TcpTimerHandlers {

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
            walk.run(KernelFunction.TCP_WRITE_TIMER, () -> write(walk, host, id));
        } else if (kind == TcpTimerKind.DELAYED_ACK) {
            walk.run(KernelFunction.TCP_DELACK_TIMER, () -> TcpDelayedAck.fire(walk, host, id));
        } else {
            walk.run(KernelFunction.TCP_KEEPALIVE_TIMER, () -> TcpClose.done(walk, host, id));
        }
    }

    /** {@code tcp_write_timer_handler}. */
    private static void write(Walk walk, HostId host, SocketId id) {
        TcpTimers timers = Tcp.socket(walk, host, id).timers();
        switch (timers.waitsFor()) {
            case RETRANSMISSION ->
                walk.run(KernelFunction.TCP_RETRANSMIT_TIMER, () -> TcpRetransmission.timeout(walk, host, id));
            case LOSS_PROBE ->
                walk.run(KernelFunction.TCP_SEND_LOSS_PROBE, () -> TcpRetransmission.probe(walk, host, id));
            case WINDOW_PROBE ->
                walk.run(KernelFunction.TCP_SEND_PROBE0, () -> TcpRetransmission.probeWindow(walk, host, id));
        }
    }
}
