package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.packetwalk.kernel.Destination;
import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.ResetReason;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpAcknowledging;
import org.packetwalk.kernel.socket.TcpAgreement;
import org.packetwalk.kernel.socket.TcpOffered;
import org.packetwalk.kernel.socket.TcpReceive;
import org.packetwalk.kernel.socket.TcpRequest;
import org.packetwalk.kernel.socket.TcpSend;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.kernel.socket.TcpTimers;
import org.packetwalk.net.ByteString;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** The listener's side of the handshake: SYN, SYN-ACK and the last ACK ({@code net/ipv4/tcp_minisocks.c}). */
final class TcpHandshake {

    private static final long FIRST_TIMEOUT_MILLIS = 1000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private TcpHandshake() {}

    // -- SYN -------------------------------------------------------------------------------

    /** {@code tcp_conn_request}: notes the request and answers it. */
    static void request(Walk walk, HostId host, SocketId id, SkBuff skb) {
        if (!TcpInput.unicast(skb)) {
            walk.count(host, SnmpCounter.TCP_EXT_LISTEN_DROPS);
            return;
        }
        walk.run(KernelFunction.TCP_CONN_REQUEST, () -> {
            TcpSocket listener = Tcp.socket(walk, host, id);
            int cookies = walk.host(host).sysctls().number("net.ipv4.tcp_syncookies");
            boolean cookie = cookies == 2 || listener.listen().crowded();
            if (cookie) {
                walk.count(
                        host,
                        cookies != 0
                                ? SnmpCounter.TCP_EXT_TCP_REQ_Q_FULL_DO_COOKIES
                                : SnmpCounter.TCP_EXT_TCP_REQ_Q_FULL_DROP);
            }
            if (cookie && cookies == 0) {
                walk.count(host, SnmpCounter.TCP_EXT_LISTEN_DROPS);
                return;
            }
            if (listener.listen().full()) {
                walk.count(host, SnmpCounter.TCP_EXT_LISTEN_OVERFLOWS);
                walk.count(host, SnmpCounter.TCP_EXT_LISTEN_DROPS);
                return;
            }
            TcpHeader syn = skb.packet().tcp();
            TcpHeaders.Options options = TcpHeaders.read(syn.options());
            TcpAgreement common = TcpHeaders.common(walk, host, options);
            TcpFamily family = TcpFamily.of(skb);
            SimTime due = walk.now().plusMillis(FIRST_TIMEOUT_MILLIS);
            TcpRequest asked = new TcpRequest(
                    family.local(skb),
                    family.remote(skb),
                    boundTo(walk, host, listener, skb),
                    syn.sequence(),
                    TcpOutput.initialSequence(walk),
                    options.value(),
                    0,
                    cookie && !common.timestamps() ? TcpAgreement.NONE : common,
                    due,
                    0,
                    false);
            Optional<Destination> route = family.routeRequest(walk, host, listener, asked);
            if (route.isEmpty()) {
                walk.count(host, SnmpCounter.TCP_EXT_LISTEN_DROPS);
                return;
            }
            TcpRequest request =
                    asked.sized(TcpHeaders.segmentSize(walk, host, route.get(), family, options.mss(), common));
            if (cookie) {
                TcpRequest sealed = TcpCookies.sealed(walk, host, id, request);
                send(walk, host, listener, sealed, route.get(), TcpCookies.timestamp(walk, sealed));
                return;
            }
            note(walk, host, id, request);
            send(walk, host, listener, request, route.get(), Tcp.timestamp(walk));
        });
    }

    /** {@code tcp_v6_init_req}: a link-local address means the device it came in by. */
    private static int boundTo(Walk walk, HostId host, TcpSocket listener, SkBuff skb) {
        int bound = listener.options().device();
        TcpFamily family = TcpFamily.of(skb);
        Endpoint remote = family.remote(skb);
        boolean linkLocal = !remote.speaksIpv4() && remote.ipv6().isLinkLocal();
        return bound == 0 && linkLocal ? family.device(walk, host, skb) : bound;
    }

    private static void note(Walk walk, HostId host, SocketId id, TcpRequest request) {
        TcpSocket listener = Tcp.socket(walk, host, id);
        walk.update(host, listener.with(listener.listen().with(request)));
        walk.arm(request.due(), new Timer.Tcp(host, id, TcpTimerKind.SYN_ACK));
    }

    private static Errno send(
            Walk walk, HostId host, TcpSocket listener, TcpRequest request, Destination route, int timestamp) {
        TcpFamily family = TcpFamily.of(request.remote());
        return walk.call(family.synAck(), () -> {
            walk.count(host, SnmpCounter.TCP_OUT_SEGS);
            TcpHeader header = TcpHeaders.synAck(walk, host, request, route, timestamp);
            return family.sendSynAck(walk, host, listener, request, route, header);
        });
    }

    /** {@code reqsk_timer_handler}: the SYN-ACKs that are due are sent again, or the request is given up. */
    static void fire(Walk walk, HostId host, SocketId id, SimTime at) {
        Optional<TcpSocket> listener = Tcp.find(walk, host, id);
        if (listener.isEmpty()) {
            return;
        }
        for (TcpRequest request : listener.get().listen().requests()) {
            if (request.due().equals(at)) {
                walk.run(KernelFunction.REQSK_TIMER_HANDLER, () -> again(walk, host, id, request));
            }
        }
    }

    private static void again(Walk walk, HostId host, SocketId id, TcpRequest request) {
        if (request.timeouts() >= walk.host(host).sysctls().number("net.ipv4.tcp_synack_retries")) {
            walk.count(host, SnmpCounter.TCP_EXT_TCP_TIMEOUTS);
            TcpSocket listener = Tcp.socket(walk, host, id);
            walk.update(host, listener.with(listener.listen().without(request)));
            return;
        }
        walk.count(host, SnmpCounter.TCP_EXT_TCP_TIMEOUTS);
        TcpRequest next = request.repeated(walk.now().plusMillis(FIRST_TIMEOUT_MILLIS << request.timeouts() + 1));
        note(walk, host, id, next);
        if (!repeat(walk, host, id, next)) {
            TcpSocket listener = Tcp.socket(walk, host, id);
            walk.update(host, listener.with(listener.listen().without(next)));
        }
    }

    /** {@code tcp_rtx_synack}; whether it left. */
    private static boolean repeat(Walk walk, HostId host, SocketId id, TcpRequest request) {
        return walk.call(KernelFunction.TCP_RTX_SYNACK, () -> {
            TcpSocket listener = Tcp.socket(walk, host, id);
            TcpFamily family = TcpFamily.of(request.remote());
            Optional<Destination> route =
                    walk.call(family.synAck(), () -> family.routeRequest(walk, host, listener, request));
            boolean left = route.isPresent()
                    && send(walk, host, listener, request, route.get(), Tcp.timestamp(walk)) == Errno.OK;
            if (left) {
                walk.count(host, SnmpCounter.TCP_RETRANS_SEGS);
                walk.count(host, SnmpCounter.TCP_EXT_TCP_SYN_RETRANS);
            }
            return left;
        });
    }

    // -- ACK -------------------------------------------------------------------------------

    /** {@code tcp_check_req}: a segment for a handshake under way. */
    static void check(Walk walk, HostId host, TcpLookup.Pending pending, SkBuff skb) {
        TcpHeader tcp = skb.packet().tcp();
        TcpRequest request = pending.request();
        SocketId listener = pending.listener().id();
        boolean theirs = tcp.sequence() == request.theirSequence();
        if (theirs && tcp.flags().has(TcpFlags.SYN) && !tcp.flags().has(TcpFlags.ACK)) {
            walk.run(KernelFunction.TCP_CHECK_REQ, () -> repeat(walk, host, listener, request));
            discard(walk, host, skb, DropReason.NOT_SPECIFIED);
            return;
        }
        if (tcp.flags().has(TcpFlags.RST) || tcp.flags().has(TcpFlags.SYN)) {
            walk.count(host, SnmpCounter.TCP_EXT_EMBRYONIC_RSTS);
            walk.count(host, SnmpCounter.TCP_ATTEMPT_FAILS);
            TcpSocket now = Tcp.socket(walk, host, listener);
            walk.update(host, now.with(now.listen().without(request)));
            // tcp_check_req names no reason, and the TCP header is pulled by then.
            discard(walk, host, skb.withPacket(withoutTransport(skb)), DropReason.NOT_SPECIFIED);
            return;
        }
        if (!tcp.flags().has(TcpFlags.ACK)) {
            discard(walk, host, skb, DropReason.TCP_FLAGS);
            return;
        }
        if (tcp.acknowledgment() != request.ourSequence() + 1) {
            TcpReset.answer(
                    walk, host, skb, pending.listener().options().device(), ResetReason.TCP_INVALID_ACK_SEQUENCE);
            discard(walk, host, skb, DropReason.TCP_INVALID_SEQUENCE);
            return;
        }
        Optional<SocketId> child = walk.call(
                KernelFunction.TCP_CHECK_REQ, () -> accept(walk, host, listener, request, skb, Optional.empty()));
        if (child.isEmpty()) {
            discard(walk, host, skb, DropReason.TCP_LISTEN_OVERFLOW);
            return;
        }
        process(walk, host, child.get(), skb);
    }

    /** {@code tcp_child_process}: the new connection gets the segment that made it. */
    static void process(Walk walk, HostId host, SocketId child, SkBuff skb) {
        walk.run(
                KernelFunction.TCP_CHILD_PROCESS,
                () -> walk.run(KernelFunction.TCP_RCV_STATE_PROCESS, () -> TcpStates.process(walk, host, child, skb)));
    }

    private static Packet withoutTransport(SkBuff skb) {
        Packet packet = skb.packet();
        Packet pulled = packet.has(Ipv6Header.class)
                ? Packet.of(ByteString.EMPTY, packet.ipv6())
                : Packet.of(ByteString.EMPTY, packet.ipv4());
        return skb.isFrame() ? pulled.push(packet.ethernet()) : pulled;
    }

    private static void discard(Walk walk, HostId host, SkBuff skb, DropReason reason) {
        Drop.packet(walk, host, skb, reason, TcpFamily.of(skb).input(), Stage.TRANSPORT_RECEIVE);
    }

    /**
     * {@code tcp_v4_syn_recv_sock} and its likes: the request becomes a socket of its own, if the queue has room.
     *
     * @param routed its route, if that is known
     */
    static Optional<SocketId> accept(
            Walk walk, HostId host, SocketId listenerId, TcpRequest request, SkBuff skb, Optional<Destination> routed) {
        TcpFamily family = TcpFamily.of(request.remote());
        boolean mapped = Tcp.socket(walk, host, listenerId).local().isIpv6()
                && request.remote().speaksIpv4();
        Supplier<Optional<SocketId>> accepting =
                () -> walk.call(family.child(), () -> accepting(walk, host, listenerId, request, skb, routed));
        return mapped ? walk.call(KernelFunction.TCP_V6_SYN_RECV_SOCK, accepting) : accepting.get();
    }

    private static Optional<SocketId> accepting(
            Walk walk, HostId host, SocketId listenerId, TcpRequest request, SkBuff skb, Optional<Destination> routed) {
        TcpSocket listener = Tcp.socket(walk, host, listenerId);
        if (listener.listen().full()) {
            walk.count(host, SnmpCounter.TCP_EXT_LISTEN_OVERFLOWS);
            walk.count(host, SnmpCounter.TCP_EXT_LISTEN_DROPS);
            if (routed.isEmpty()) {
                walk.update(host, listener.with(listener.listen().with(request.acknowledgedEarly())));
            }
            return Optional.empty();
        }
        TcpFamily family = TcpFamily.of(request.remote());
        boolean first = family.routesChildFirst() && routed.isEmpty();
        Optional<Destination> early = first ? family.routeChild(walk, host, listener, request) : routed;
        if (first && early.isEmpty()) {
            walk.count(host, SnmpCounter.TCP_EXT_LISTEN_DROPS);
            return Optional.empty();
        }
        TcpSocket child = child(walk, host, listener, request, skb);
        Optional<Destination> route = early.isPresent() ? early : family.routeChild(walk, host, listener, request);
        if (route.isEmpty()) {
            Tcp.remove(walk, host, child.id());
            return Optional.empty();
        }
        int advertised = TcpHeaders.advertisedMss(walk, host, route.get(), family);
        int mss = advertised - (request.agreement().timestamps() ? TcpHeaders.TIMESTAMP_LENGTH : 0);
        walk.update(
                host, child.routed(route.get()).with(child.receive().offering(TcpHeaders.firstOffer(mss, advertised))));
        TcpSocket now = Tcp.socket(walk, host, listenerId);
        List<SocketId> waiting = new ArrayList<>(now.listen().established());
        waiting.add(child.id());
        walk.update(host, now.with(now.listen().without(request).withEstablished(waiting)));
        return Optional.of(child.id());
    }

    /** {@code tcp_create_openreq_child}: a socket of the listener's family. */
    private static TcpSocket child(Walk walk, HostId host, TcpSocket listener, TcpRequest request, SkBuff skb) {
        SocketId id = walk.nextSocketId();
        TcpHeader tcp = skb.packet().tcp();
        TcpHeaders.Options options = TcpHeaders.read(tcp.options());
        Endpoint local = request.local().of(listener.local().isIpv6());
        Endpoint remote = request.remote().of(listener.local().isIpv6());
        TcpSend send = TcpSend.beginningAt(request.ourSequence() + 1).agreed(request.agreement(), request.mss());
        TcpSocket child = TcpSocket.open(id)
                .withOptions(listener.options().withDevice(request.device()))
                .withEnds(local, remote)
                .in(TcpState.SYN_RECV)
                .with(send.withWindow(send.scaled(tcp.window())))
                .with(TcpReceive.beginningBehind(
                        request.theirSequence(),
                        TcpOffered.NONE,
                        options.value(),
                        TcpAcknowledging.beginning(walk.now(), request.mss())))
                .with(measured(walk, request))
                .routedInput(skb.destination());
        walk.update(host, child);
        walk.run(
                KernelFunction.TCP_CREATE_OPENREQ_CHILD,
                () -> walk.run(
                        KernelFunction.INET_CSK_CLONE_LOCK,
                        () -> Tcp.report(
                                walk,
                                host,
                                local,
                                remote,
                                TcpState.LISTEN,
                                TcpState.SYN_RECV,
                                KernelFunction.INET_SK_SET_STATE)));
        walk.count(host, SnmpCounter.TCP_PASSIVE_OPENS);
        return child;
    }

    /** {@code tcp_synack_rtt_meas}: the SYN-ACK measures the round trip, unless it is not known which of some was answered. */
    private static TcpTimers measured(Walk walk, TcpRequest request) {
        boolean once = request.timeouts() == 0 && !request.due().equals(SimTime.ZERO);
        if (once) {
            SimTime sent = new SimTime(request.due().nanos() - FIRST_TIMEOUT_MILLIS * NANOS_PER_MILLI);
            return TcpAck.measured(TcpTimers.NEW, walk.now().since(sent));
        }
        return request.agreement().timestamps() ? TcpAck.measured(TcpTimers.NEW, NANOS_PER_MILLI) : TcpTimers.NEW;
    }
}
