package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.socket.ResetReason;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpAcknowledging;
import org.packetwalk.kernel.socket.TcpAgreement;
import org.packetwalk.kernel.socket.TcpReceive;
import org.packetwalk.kernel.socket.TcpSend;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.kernel.socket.TcpTimers;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** The state machine outside of ESTABLISHED: {@code tcp_rcv_state_process} (RFC 9293 section 3.10.7). */
final class TcpStates {

    /** How long an orphan waits for the other end's FIN, in milliseconds ({@code tcp_fin_timeout}). */
    private static final long FIN_TIMEOUT_MILLIS = 60_000;

    /**
     * A segment that is answered with a reset.
     *
     * @param reset why, as the reset tells
     * @param drop why, as the drop tells
     */
    record Refusal(ResetReason reset, DropReason drop) {}

    private TcpStates() {}

    /** {@code tcp_rcv_state_process}. */
    static Optional<Refusal> process(Walk walk, HostId host, SocketId id, SkBuff skb) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        return switch (socket.state()) {
            case CLOSE -> {
                drop(walk, host, skb, DropReason.TCP_CLOSE);
                yield Optional.empty();
            }
            case LISTEN -> listen(walk, host, id, skb);
            case SYN_SENT -> synSent(walk, host, id, skb);
            case SYN_RECV, ESTABLISHED, FIN_WAIT1, FIN_WAIT2, CLOSE_WAIT, CLOSING, LAST_ACK, TIME_WAIT ->
                synchronizedState(walk, host, id, skb);
        };
    }

    private static void drop(Walk walk, HostId host, SkBuff skb, DropReason reason) {
        Drop.packet(walk, host, skb, reason, KernelFunction.TCP_RCV_STATE_PROCESS, Stage.TRANSPORT_RECEIVE);
    }

    private static Optional<Refusal> listen(Walk walk, HostId host, SocketId id, SkBuff skb) {
        TcpFlags flags = skb.packet().tcp().flags();
        if (flags.has(TcpFlags.ACK)) {
            return Optional.of(new Refusal(ResetReason.TCP_FLAGS, DropReason.TCP_FLAGS));
        }
        if (flags.has(TcpFlags.RST)) {
            drop(walk, host, skb, DropReason.TCP_RESET);
        } else if (!flags.has(TcpFlags.SYN) || flags.has(TcpFlags.FIN)) {
            drop(walk, host, skb, DropReason.TCP_FLAGS);
        } else {
            TcpHandshake.request(walk, host, id, skb);
            Drop.consume(walk, host, skb, Stage.TRANSPORT_RECEIVE);
        }
        return Optional.empty();
    }

    // -- SYN-SENT --------------------------------------------------------------------------

    /** {@code tcp_rcv_synsent_state_process}. */
    private static Optional<Refusal> synSent(Walk walk, HostId host, SocketId id, SkBuff skb) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        TcpHeader tcp = skb.packet().tcp();
        TcpSend send = socket.send();
        if (tcp.flags().has(TcpFlags.ACK)
                && (!Tcp.before(send.unacknowledged(), tcp.acknowledgment())
                        || Tcp.before(send.next(), tcp.acknowledgment())
                                && Tcp.before(send.end(), tcp.acknowledgment()))) {
            return Optional.of(new Refusal(ResetReason.TCP_INVALID_ACK_SEQUENCE, DropReason.TCP_INVALID_SEQUENCE));
        }
        if (tcp.flags().has(TcpFlags.RST)) {
            if (tcp.flags().has(TcpFlags.ACK)) {
                TcpClose.reset(walk, host, id, skb);
                Drop.consume(walk, host, skb, Stage.TRANSPORT_RECEIVE);
            } else {
                drop(walk, host, skb, DropReason.TCP_RESET);
            }
            return Optional.empty();
        }
        if (!tcp.flags().has(TcpFlags.SYN)) {
            drop(walk, host, skb, DropReason.TCP_FLAGS);
            return Optional.empty();
        }
        begin(walk, host, id, skb);
        if (tcp.flags().has(TcpFlags.ACK)) {
            TcpAck.take(walk, host, id, skb);
            walk.run(KernelFunction.TCP_FINISH_CONNECT, () -> Tcp.change(walk, host, id, TcpState.ESTABLISHED));
            TcpSocket connected = Tcp.socket(walk, host, id);
            walk.update(host, connected.with(connected.receive().owing()).routedInput(skb.destination()));
            TcpOutput.sendAck(walk, host, id);
        } else {
            Tcp.change(walk, host, id, TcpState.SYN_RECV);
            TcpOutput.answerSyn(walk, host, id);
        }
        Drop.consume(walk, host, skb, Stage.TRANSPORT_RECEIVE);
        return Optional.empty();
    }

    /** What the SYN of the other end tells. */
    private static void begin(Walk walk, HostId host, SocketId id, SkBuff skb) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        TcpHeader tcp = skb.packet().tcp();
        TcpHeaders.Options options = TcpHeaders.read(tcp.options());
        TcpAgreement common = TcpHeaders.common(walk, host, options);
        TcpFamily family = TcpFamily.of(socket.remote());
        int mss = TcpHeaders.segmentSize(walk, host, socket.route(), family, options.mss(), common);
        int advertised = TcpHeaders.advertisedMss(walk, host, socket.route(), family);
        walk.update(
                host,
                socket.with(socket.send().agreed(common, mss).withWindow(tcp.window()))
                        .with(TcpReceive.beginningBehind(
                                tcp.sequence(),
                                TcpHeaders.firstOffer(advertised, advertised),
                                options.value(),
                                tcp.flags().has(TcpFlags.ACK)
                                        ? TcpAcknowledging.beginning(walk.now(), mss)
                                        : TcpAcknowledging.crossing(mss))));
    }

    // -- synchronized states ---------------------------------------------------------------

    private static Optional<Refusal> synchronizedState(Walk walk, HostId host, SocketId id, SkBuff skb) {
        if (!TcpValidation.acceptable(walk, host, id, skb, KernelFunction.TCP_RCV_STATE_PROCESS)) {
            return Optional.empty();
        }
        TcpAck.Result acknowledged = TcpAck.take(walk, host, id, skb);
        TcpSocket socket = Tcp.socket(walk, host, id);
        if (acknowledged == TcpAck.Result.UNSENT_DATA) {
            if (socket.state() == TcpState.SYN_RECV) {
                return Optional.of(new Refusal(ResetReason.TCP_ACK_UNSENT_DATA, DropReason.TCP_OLD_ACK));
            }
            TcpOutput.sendAck(walk, host, id);
            drop(walk, host, skb, DropReason.TCP_OLD_ACK);
            return Optional.empty();
        }
        boolean allAcknowledged =
                socket.send().unacknowledged() == socket.send().end();
        switch (socket.state()) {
            case SYN_RECV -> established(walk, host, id, skb);
            case FIN_WAIT1 -> {
                if (allAcknowledged) {
                    Optional<Boolean> gone = finWait1(walk, host, id, skb);
                    if (gone.isPresent()) {
                        return gone.get()
                                ? Optional.of(new Refusal(ResetReason.TCP_ABORT_ON_DATA, DropReason.TCP_CLOSE))
                                : Optional.empty();
                    }
                }
            }
            case CLOSING -> {
                if (allAcknowledged) {
                    TcpTimeWaiting.begin(walk, host, id, false);
                    Drop.consume(walk, host, skb, Stage.TRANSPORT_RECEIVE);
                    return Optional.empty();
                }
            }
            case LAST_ACK -> {
                if (allAcknowledged) {
                    TcpClose.done(walk, host, id);
                    Drop.consume(walk, host, skb, Stage.TRANSPORT_RECEIVE);
                    return Optional.empty();
                }
            }
            case ESTABLISHED, FIN_WAIT2, CLOSE_WAIT, LISTEN, SYN_SENT, CLOSE, TIME_WAIT -> {}
        }
        return text(walk, host, id, skb);
    }

    /** The own SYN was acknowledged; the window is taken for scaled, even that of a SYN. */
    private static void established(Walk walk, HostId host, SocketId id, SkBuff skb) {
        Tcp.change(walk, host, id, TcpState.ESTABLISHED);
        TcpSocket socket = Tcp.socket(walk, host, id);
        TcpSend send = socket.send();
        walk.update(
                host, socket.with(send.withWindow(send.scaled(skb.packet().tcp().window()))));
    }

    /**
     * The own FIN was acknowledged.
     *
     * @return whether the segment has to be answered with a reset, if it is done with
     */
    private static Optional<Boolean> finWait1(Walk walk, HostId host, SocketId id, SkBuff skb) {
        Tcp.change(walk, host, id, TcpState.FIN_WAIT2);
        TcpSocket socket = Tcp.socket(walk, host, id);
        if (!socket.life().orphan()) {
            return Optional.empty();
        }
        TcpHeader tcp = skb.packet().tcp();
        int dataEnd = tcp.sequence() + skb.packet().payload().size();
        if (!skb.packet().payload().isEmpty() && Tcp.before(socket.receive().next(), dataEnd)) {
            walk.count(host, SnmpCounter.TCP_EXT_TCP_ABORT_ON_DATA);
            TcpClose.done(walk, host, id);
            return Optional.of(true);
        }
        if (tcp.flags().has(TcpFlags.FIN) || socket.life().owned()) {
            keepWaiting(walk, host, id);
            return Optional.empty();
        }
        TcpTimeWaiting.begin(walk, host, id, true);
        Drop.consume(walk, host, skb, Stage.TRANSPORT_RECEIVE);
        return Optional.of(false);
    }

    private static void keepWaiting(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        SimTime at = walk.now().plusMillis(FIN_TIMEOUT_MILLIS);
        walk.update(host, socket.with(socket.timers().withKeepalive(at)));
        walk.arm(at, new Timer.Tcp(host, id, TcpTimerKind.KEEPALIVE));
    }

    /** Steps 6 to 8: the data and the FIN. */
    private static Optional<Refusal> text(Walk walk, HostId host, SocketId id, SkBuff skb) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        boolean finished = socket.state() == TcpState.CLOSE_WAIT
                || socket.state() == TcpState.CLOSING
                || socket.state() == TcpState.LAST_ACK;
        boolean data = !skb.packet().payload().isEmpty();
        boolean occupies = data
                || skb.packet().tcp().flags().has(TcpFlags.FIN)
                || skb.packet().tcp().flags().has(TcpFlags.SYN);
        boolean waiting = socket.state() == TcpState.FIN_WAIT1 || socket.state() == TcpState.FIN_WAIT2;
        if (waiting
                && socket.life().receiveShutdown()
                && data
                && Tcp.before(
                        socket.receive().next(),
                        skb.packet().tcp().sequence() + skb.packet().payload().size())) {
            walk.count(host, SnmpCounter.TCP_EXT_TCP_ABORT_ON_DATA);
            TcpClose.reset(walk, host, id, skb);
            return Optional.of(new Refusal(ResetReason.TCP_ABORT_ON_DATA, DropReason.TCP_CLOSE));
        }
        // After its FIN the other end has nothing more to say, and what it repeats is old.
        boolean ignored = finished
                && !Tcp.before(skb.packet().tcp().sequence(), socket.receive().next());
        if (!ignored && occupies) {
            TcpData.queue(walk, host, id, skb, KernelFunction.TCP_RCV_STATE_PROCESS);
        } else if (!ignored) {
            Drop.consume(walk, host, skb, Stage.TRANSPORT_RECEIVE);
        }
        if (Tcp.find(walk, host, id)
                .filter(now -> now.state() != TcpState.CLOSE)
                .isPresent()) {
            TcpOutput.push(walk, host, id);
            TcpDelayedAck.check(walk, host, id);
        }
        if (ignored) {
            drop(walk, host, skb, DropReason.NOT_SPECIFIED);
        }
        return Optional.empty();
    }

    /** Keeps timers off a socket that is done. */
    static void stopTimers(Walk walk, HostId host, SocketId id) {
        TcpSocket socket = Tcp.socket(walk, host, id);
        TcpTimers stopped = socket.timers().stopped();
        walk.update(host, socket.with(stopped));
    }
}
