package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.ResetReason;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpReceive;
import org.packetwalk.kernel.socket.TcpRequest;
import org.packetwalk.kernel.socket.TcpSend;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** The listener's side of the handshake: SYN, SYN-ACK and the last ACK ({@code net/ipv4/tcp_minisocks.c}). */
final class TcpHandshake {

    private static final long FIRST_TIMEOUT_MILLIS = 1000;
    private static final int MOST_TIMEOUTS = 5;

    private TcpHandshake() {}

    // -- SYN -------------------------------------------------------------------------------

    /** {@code tcp_conn_request}: notes the request and answers it. */
    static void request(Walk walk, HostId host, SocketId id, SkBuff skb) {
        walk.run(KernelFunction.TCP_CONN_REQUEST, () -> {
            TcpSocket listener = Tcp.socket(walk, host, id);
            if (listener.listen().full()) {
                walk.count(host, SnmpCounter.TCP_EXT_LISTEN_OVERFLOWS);
                walk.count(host, SnmpCounter.TCP_EXT_LISTEN_DROPS);
                return;
            }
            TcpHeader syn = skb.packet().tcp();
            TcpHeaders.Options options = TcpHeaders.read(syn.options());
            Endpoint local = TcpInput.local(skb);
            Endpoint remote = TcpInput.remote(skb);
            OutputRoute.Answer answer = route(walk, host, listener, local, remote);
            if (answer.refused()) {
                walk.count(host, SnmpCounter.TCP_EXT_LISTEN_DROPS);
                return;
            }
            SimTime due = walk.now().plusMillis(FIRST_TIMEOUT_MILLIS);
            TcpRequest request = new TcpRequest(
                    local,
                    remote,
                    syn.sequence(),
                    TcpOutput.initialSequence(walk),
                    options.value(),
                    TcpHeaders.segmentSize(walk, host, answer.entry(), options),
                    options.scale(),
                    options.timestamps(),
                    due,
                    0,
                    false);
            note(walk, host, id, request);
            send(walk, host, listener, request, answer);
        });
    }

    private static void note(Walk walk, HostId host, SocketId id, TcpRequest request) {
        TcpSocket listener = Tcp.socket(walk, host, id);
        walk.update(host, listener.with(listener.listen().with(request)));
        walk.arm(request.due(), new Timer.Tcp(host, id, TcpTimerKind.SYN_ACK));
    }

    /** {@code inet_csk_route_req}. */
    private static OutputRoute.Answer route(
            Walk walk, HostId host, TcpSocket listener, Endpoint local, Endpoint remote) {
        OutputRoute.Answer answer = walk.call(
                KernelFunction.INET_CSK_ROUTE_REQ,
                () -> OutputRoute.flow(walk, host, SkBuff.NONE, flow(listener, local, remote)));
        if (answer.refused()) {
            walk.count(host, SnmpCounter.IP_OUT_NO_ROUTES);
        }
        return answer;
    }

    private static FlowKey flow(TcpSocket listener, Endpoint local, Endpoint remote) {
        return SocketCalls.flow(listener.options(), remote.ipv4(), local.ipv4())
                .withTransport(IpProtocol.TCP.number(), local.port(), remote.port());
    }

    /** {@code tcp_v4_send_synack}. */
    private static void send(
            Walk walk, HostId host, TcpSocket listener, TcpRequest request, OutputRoute.Answer answer) {
        walk.run(KernelFunction.TCP_V4_SEND_SYNACK, () -> {
            walk.count(host, SnmpCounter.TCP_OUT_SEGS);
            SkBuff begun = walk.newBuffer(Packet.of(ByteString.EMPTY)).owned(true);
            int ttl = listener.options().ttl() >= 0
                    ? listener.options().ttl()
                    : walk.host(host).sysctls().number("net.ipv4.ip_default_ttl");
            Ipv4Header ip = Ipv4Header.of(
                            IpProtocol.TCP,
                            request.local().ipv4(),
                            request.remote().ipv4())
                    .withTos(listener.options().tos())
                    .withTtl(ttl)
                    .withDontFragment(IpOutput.dontFragment(
                            answer.entry(), listener.options().pathMtuDiscovery()));
            TcpHeader header = TcpHeaders.synAck(walk, host, request, answer.entry());
            SkBuff skb = begun.withPacket(
                            Packet.of(ByteString.EMPTY, header).push(ip).withLengths())
                    .routed(answer.entry())
                    .marked(listener.options().mark());
            IpOutput.local(walk, host, skb, true);
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
        if (request.timeouts() >= MOST_TIMEOUTS) {
            TcpSocket listener = Tcp.socket(walk, host, id);
            walk.update(host, listener.with(listener.listen().without(request)));
            return;
        }
        TcpRequest next = request.repeated(walk.now().plusMillis(FIRST_TIMEOUT_MILLIS << request.timeouts() + 1));
        note(walk, host, id, next);
        walk.count(host, SnmpCounter.TCP_EXT_TCP_TIMEOUTS, 0);
        repeat(walk, host, id, next);
    }

    /** {@code tcp_rtx_synack}. */
    private static void repeat(Walk walk, HostId host, SocketId id, TcpRequest request) {
        walk.run(KernelFunction.TCP_RTX_SYNACK, () -> {
            TcpSocket listener = Tcp.socket(walk, host, id);
            OutputRoute.Answer answer = walk.call(
                    KernelFunction.TCP_V4_SEND_SYNACK,
                    () -> route(walk, host, listener, request.local(), request.remote()));
            if (!answer.refused()) {
                send(walk, host, listener, request, answer);
                walk.count(host, SnmpCounter.TCP_RETRANS_SEGS);
                walk.count(host, SnmpCounter.TCP_EXT_TCP_SYN_RETRANS);
            }
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
            return;
        }
        if (tcp.flags().has(TcpFlags.RST) || tcp.flags().has(TcpFlags.SYN)) {
            walk.count(host, SnmpCounter.TCP_EXT_EMBRYONIC_RSTS);
            walk.count(host, SnmpCounter.TCP_ATTEMPT_FAILS);
            TcpSocket now = Tcp.socket(walk, host, listener);
            walk.update(host, now.with(now.listen().without(request)));
            // tcp_check_req names no reason, and the TCP header is pulled by then.
            Packet pulled = Packet.of(ByteString.EMPTY, skb.packet().ipv4());
            SkBuff bare =
                    skb.withPacket(skb.isFrame() ? pulled.push(skb.packet().ethernet()) : pulled);
            discard(walk, host, bare, DropReason.NOT_SPECIFIED);
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
        Optional<SocketId> child =
                walk.call(KernelFunction.TCP_CHECK_REQ, () -> accept(walk, host, listener, request, skb));
        if (child.isEmpty()) {
            discard(walk, host, skb, DropReason.TCP_LISTEN_OVERFLOW);
            return;
        }
        walk.run(
                KernelFunction.TCP_CHILD_PROCESS,
                () -> walk.run(
                        KernelFunction.TCP_RCV_STATE_PROCESS, () -> TcpStates.process(walk, host, child.get(), skb)));
    }

    private static void discard(Walk walk, HostId host, SkBuff skb, DropReason reason) {
        Drop.packet(walk, host, skb, reason, KernelFunction.TCP_V4_RCV, Stage.TRANSPORT_RECEIVE);
    }

    /** {@code tcp_v4_syn_recv_sock}: the request becomes a socket of its own, if the queue has room. */
    private static Optional<SocketId> accept(
            Walk walk, HostId host, SocketId listenerId, TcpRequest request, SkBuff skb) {
        return walk.call(KernelFunction.TCP_V4_SYN_RECV_SOCK, () -> {
            TcpSocket listener = Tcp.socket(walk, host, listenerId);
            if (listener.listen().full()) {
                walk.count(host, SnmpCounter.TCP_EXT_LISTEN_OVERFLOWS);
                walk.count(host, SnmpCounter.TCP_EXT_LISTEN_DROPS);
                walk.update(host, listener.with(listener.listen().with(request.acknowledgedEarly())));
                return Optional.empty();
            }
            SocketId id = walk.nextSocketId();
            TcpHeader tcp = skb.packet().tcp();
            TcpHeaders.Options options = TcpHeaders.read(tcp.options());
            int first = request.ourSequence() + 1;
            TcpSend send = TcpSend.beginningAt(first)
                    .agreed(Math.max(0, request.scale()), request.mss(), request.timestamps())
                    .withWindow((long) tcp.window() << Math.max(0, request.scale()));
            TcpSocket child = TcpSocket.open(id)
                    .withOptions(listener.options())
                    .withEnds(request.local(), request.remote())
                    .in(TcpState.SYN_RECV)
                    .with(send)
                    .with(TcpReceive.beginningBehind(request.theirSequence(), options.value()))
                    .routedInput(skb.route());
            walk.update(host, child);
            walk.run(
                    KernelFunction.TCP_CREATE_OPENREQ_CHILD,
                    () -> walk.run(
                            KernelFunction.INET_CSK_CLONE_LOCK,
                            () -> Tcp.report(
                                    walk,
                                    host,
                                    request.local(),
                                    request.remote(),
                                    TcpState.LISTEN,
                                    TcpState.SYN_RECV,
                                    KernelFunction.INET_SK_SET_STATE)));
            walk.count(host, SnmpCounter.TCP_PASSIVE_OPENS);
            OutputRoute.Answer answer = walk.call(
                    KernelFunction.INET_CSK_ROUTE_CHILD_SOCK,
                    () -> OutputRoute.flow(walk, host, SkBuff.NONE, flow(listener, request.local(), request.remote())));
            if (answer.refused()) {
                Tcp.remove(walk, host, id);
                return Optional.empty();
            }
            walk.update(host, child.routed(answer.entry()));
            TcpSocket now = Tcp.socket(walk, host, listenerId);
            List<SocketId> waiting = new ArrayList<>(now.listen().established());
            waiting.add(id);
            walk.update(host, now.with(now.listen().without(request).withEstablished(waiting)));
            return Optional.of(id);
        });
    }
}
