package org.packetwalk.kernel.socket;

import java.util.List;
import java.util.function.Predicate;

import org.packetwalk.kernel.Destination;
import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.SkBuff;

/**
 * A TCP socket ({@code struct tcp_sock}).
 *
 * @param state where it is in the state machine
 * @param life who holds it and how far it is closed
 * @param route the route of its segments ({@code sk_dst_cache})
 * @param inputRoute the route of segments received ({@code sk_rx_dst}), so that they need no lookup
 * @param send its sending half
 * @param receive its receiving half
 * @param timers its timers
 * @param listen the queues of a listener
 */
public record TcpSocket(
        SocketId id,
        SocketOptions options,
        Endpoint local,
        Endpoint remote,
        TcpState state,
        TcpLife life,
        Destination route,
        Destination inputRoute,
        TcpSend send,
        TcpReceive receive,
        TcpTimers timers,
        TcpListen listen,
        List<SocketError> errors,
        Errno pendingError)
        implements Socket {

    /** Copies the list. */
    public TcpSocket {
        errors = List.copyOf(errors);
    }

    /** A new unbound socket. */
    public static TcpSocket open(SocketId id) {
        return new TcpSocket(
                id,
                SocketOptions.DEFAULT,
                Endpoint.ANY,
                Endpoint.ANY,
                TcpState.CLOSE,
                TcpLife.NEW,
                DestinationEntry.NONE,
                DestinationEntry.NONE,
                TcpSend.beginningAt(0),
                TcpReceive.NONE,
                TcpTimers.NEW,
                TcpListen.NONE,
                List.of(),
                Errno.OK);
    }

    /** A new unbound socket of IPv6. */
    public static TcpSocket openIpv6(SocketId id) {
        return open(id).withEnds(Endpoint.ANY_IPV6, Endpoint.ANY_IPV6);
    }

    @Override
    public TcpSocket doubting(Predicate<Destination> routes) {
        TcpSocket now = routes.test(route) ? routed(DestinationEntry.NONE) : this;
        return routes.test(inputRoute) ? now.routedInput(DestinationEntry.NONE) : now;
    }

    @Override
    public List<SkBuff> received() {
        return receive.queue();
    }

    @Override
    public boolean readable() {
        boolean waiting = state == TcpState.LISTEN
                ? !listen.established().isEmpty()
                : !receive.queue().isEmpty() || receive.finished() || life.receiveShutdown();
        return waiting || !errors.isEmpty() || pendingError != Errno.OK || state == TcpState.CLOSE;
    }

    /** {@code EPOLLHUP} of {@code tcp_poll}. */
    public boolean hungUp() {
        boolean received = receive.finished() || life.receiveShutdown();
        return state == TcpState.CLOSE || life.sendShutdown() && received;
    }

    @Override
    public boolean writable() {
        boolean opening = state == TcpState.SYN_SENT || state == TcpState.SYN_RECV;
        return !errors.isEmpty() || !opening && (life.sendShutdown() || send.writable());
    }

    @Override
    public TcpSocket withOptions(SocketOptions now) {
        return new TcpSocket(
                id,
                now,
                local,
                remote,
                state,
                life,
                route,
                inputRoute,
                send,
                receive,
                timers,
                listen,
                errors,
                pendingError);
    }

    @Override
    public TcpSocket withEnds(Endpoint newLocal, Endpoint newRemote) {
        return new TcpSocket(
                id,
                options,
                newLocal,
                newRemote,
                state,
                life,
                route,
                inputRoute,
                send,
                receive,
                timers,
                listen,
                errors,
                pendingError);
    }

    @Override
    public TcpSocket withQueues(List<SkBuff> newReceived, List<SocketError> newErrors, Errno newPending) {
        return new TcpSocket(
                id,
                options,
                local,
                remote,
                state,
                life,
                route,
                inputRoute,
                send,
                receive.withQueues(newReceived, receive.outOfOrder()),
                timers,
                listen,
                newErrors,
                newPending);
    }

    /** In another state. */
    public TcpSocket in(TcpState now) {
        return new TcpSocket(
                id,
                options,
                local,
                remote,
                now,
                life,
                route,
                inputRoute,
                send,
                receive,
                timers,
                listen,
                errors,
                pendingError);
    }

    /** With another {@link #life}. */
    public TcpSocket with(TcpLife now) {
        return new TcpSocket(
                id,
                options,
                local,
                remote,
                state,
                now,
                route,
                inputRoute,
                send,
                receive,
                timers,
                listen,
                errors,
                pendingError);
    }

    /** With another {@link #send}. */
    public TcpSocket with(TcpSend now) {
        return new TcpSocket(
                id,
                options,
                local,
                remote,
                state,
                life,
                route,
                inputRoute,
                now,
                receive,
                timers,
                listen,
                errors,
                pendingError);
    }

    /** With another {@link #receive}. */
    public TcpSocket with(TcpReceive now) {
        return new TcpSocket(
                id,
                options,
                local,
                remote,
                state,
                life,
                route,
                inputRoute,
                send,
                now,
                timers,
                listen,
                errors,
                pendingError);
    }

    /** With other {@link #timers}. */
    public TcpSocket with(TcpTimers now) {
        return new TcpSocket(
                id,
                options,
                local,
                remote,
                state,
                life,
                route,
                inputRoute,
                send,
                receive,
                now,
                listen,
                errors,
                pendingError);
    }

    /** With other {@link #listen} queues. */
    public TcpSocket with(TcpListen now) {
        return new TcpSocket(
                id,
                options,
                local,
                remote,
                state,
                life,
                route,
                inputRoute,
                send,
                receive,
                timers,
                now,
                errors,
                pendingError);
    }

    /** With another {@link #route}. */
    public TcpSocket routed(Destination now) {
        return new TcpSocket(
                id,
                options,
                local,
                remote,
                state,
                life,
                now,
                inputRoute,
                send,
                receive,
                timers,
                listen,
                errors,
                pendingError);
    }

    /** With another {@link #inputRoute}. */
    public TcpSocket routedInput(Destination now) {
        return new TcpSocket(
                id,
                options,
                local,
                remote,
                state,
                life,
                route,
                now,
                send,
                receive,
                timers,
                listen,
                errors,
                pendingError);
    }

    /** With another {@link #pendingError}. */
    public TcpSocket failing(Errno now) {
        return withQueues(receive.queue(), errors, now);
    }
}
