package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.HeaderOptions;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketType;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.route.RouteMatch;
import org.packetwalk.kernel.route.RouteQuery;
import org.packetwalk.kernel.route.RouteScope;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.socket.SocketOptions;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.packet.Header;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.packet.UdpHeader;
import org.packetwalk.trace.IpEvent;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.Stage;

/** Makes ICMP messages: echo replies and errors ({@code icmp_reply}, {@code __icmp_send}). */
final class IcmpOutput {

    /** An ICMP error is never longer, in bytes (RFC 1812 section 4.3.2.3). */
    private static final int MAXIMUM_LENGTH = 576;

    /** The precedence bits of ICMP errors ({@code IPTOS_PREC_INTERNETCONTROL}). */
    private static final int CONTROL_TOS = 0xc0;

    /** The last type there is ({@code NR_ICMP_TYPES}). */
    private static final int LAST_TYPE = 18;

    private IcmpOutput() {}

    /** {@code icmp_reply}: answers from the address that was asked. */
    static void reply(Walk walk, HostId host, SkBuff request, IcmpMessage answer) {
        walk.run(KernelFunction.ICMP_REPLY, () -> {
            HeaderOptions options = Ipv4Options.echoed(walk, host, request);
            boolean limited = isLimited(walk, host, answer.type(), answer.code());
            if (limited && !hasCredit(walk, host)) {
                return;
            }
            Ipv4Header asked = request.packet().ipv4();
            Ipv4Address source = specificDestination(walk, host, request);
            int tos = asked.tos() & 0x1e;
            FlowKey flow = FlowKey.output(asked.source())
                    .withSource(source)
                    .withTos(tos)
                    .withTransport(IpProtocol.ICMP.number(), 0, 0);
            SkBuff begun = walk.newBuffer(Packet.of(request.packet().payload(), answer));
            OutputRoute.Answer route = OutputRoute.flow(walk, host, begun, flow);
            if (route.refused() || !mayTell(walk, host, route, asked.source(), limited)) {
                Drop.unsent(walk, host, begun);
                return;
            }
            send(walk, host, route, begun, route.entry().destination(), tos, options);
        });
    }

    /** {@code fib_compute_spec_dst}: the address a reply comes from. */
    static Ipv4Address specificDestination(Walk walk, HostId host, SkBuff request) {
        Ipv4Header asked = request.packet().ipv4();
        if (request.route().local()
                && !request.route().broadcast()
                && !request.route().multicast()) {
            return asked.destination();
        }
        return walk.call(KernelFunction.FIB_COMPUTE_SPEC_DST, () -> {
            if (asked.source().isAny()) {
                return Fib.selectSource(walk, host, request, request.device(), Ipv4Address.ANY, RouteScope.LINK);
            }
            FlowKey back = FlowKey.output(asked.source()).withTos(asked.tos() & 0xfc);
            Optional<RouteMatch> match = Fib.lookup(
                            walk, host, request, RouteQuery.of(back), Stage.ROUTE_OUTPUT, RouteEvent.Purpose.ROUTE)
                    .outcome()
                    .match();
            return match.isPresent()
                    ? OutputRoute.preferredSource(walk, host, request, match.get())
                    : Fib.selectSource(walk, host, request, request.device(), Ipv4Address.ANY, RouteScope.UNIVERSE);
        });
    }

    /** {@code icmp_xmit_lock}: while one message is being sent there is no other, such as about that message. */
    private static boolean busy(Walk walk) {
        return walk.depth(KernelFunction.ICMP_REPLY) > 0 || walk.depth(KernelFunction.__ICMP_SEND) > 0;
    }

    /** {@code __icmp_send}: tells the sender of a packet what went wrong, unless that could do harm. */
    static void error(Walk walk, HostId host, SkBuff about, int type, int code, int info) {
        if (!about.route().isPresent() || forbidden(about) || busy(walk)) {
            return;
        }
        walk.run(KernelFunction.__ICMP_SEND, () -> {
            boolean looped =
                    about.device() != 0 && walk.device(host, about.device()).isLoopback();
            boolean limited = !looped && isLimited(walk, host, type, code);
            if (limited && !hasCredit(walk, host)) {
                return;
            }
            Ipv4Header header = about.packet().ipv4();
            Ipv4Address source = about.route().local() ? header.destination() : inboundAddress(walk, host, about);
            int tos = header.tos() & 0x1e | CONTROL_TOS;
            HeaderOptions options = Ipv4Options.echoed(walk, host, about);
            FlowKey flow = FlowKey.output(header.source())
                    .withSource(source)
                    .withTos(tos & 0xfc)
                    .withTransport(IpProtocol.ICMP.number(), 0, 0);
            // icmp_glue_bits: the error belongs to the connection of the packet it is about.
            SkBuff begun = ConnectionTracking.attach(
                    walk.newBuffer(Packet.of(quote(about, options), new IcmpMessage(type, code, info))), about);
            Optional<OutputRoute.Answer> route =
                    walk.call(KernelFunction.ICMP_ROUTE_LOOKUP, () -> route(walk, host, begun, about, flow, tos));
            if (route.isEmpty() || !mayTell(walk, host, route.get(), header.source(), limited)) {
                Drop.unsent(walk, host, begun);
                return;
            }
            walk.emit(new IpEvent.IcmpErrorSent(walk.head(host, about), about.deviceName(), type, code));
            send(
                    walk,
                    host,
                    route.get(),
                    fitting(walk, host, begun, route.get(), options),
                    header.source(),
                    tos,
                    options);
        });
    }

    /** An error is never cut: it quotes less where the way out takes less. */
    private static SkBuff fitting(
            Walk walk, HostId host, SkBuff error, OutputRoute.Answer route, HeaderOptions options) {
        int mtu = IpOutput.mtu(route.entry(), walk.device(host, route.entry().device()));
        int room = mtu - Ipv4Header.MINIMUM_LENGTH - options.length() - IcmpMessage.LENGTH;
        ByteString quoted = error.packet().payload();
        return quoted.size() <= room
                ? error
                : error.withPacket(
                        Packet.of(quoted.slice(0, room), error.packet().icmp()));
    }

    /** {@code icmp_errors_use_inbound_ifaddr}: an address of the interface the packet came in by, else none yet. */
    private static Ipv4Address inboundAddress(Walk walk, HostId host, SkBuff about) {
        boolean inbound = walk.host(host).sysctls().number("net.ipv4.icmp_errors_use_inbound_ifaddr") != 0;
        return inbound && about.inputDevice() != 0
                ? Fib.selectSource(
                        walk,
                        host,
                        about,
                        about.inputDevice(),
                        about.packet().ipv4().source(),
                        RouteScope.LINK)
                : Ipv4Address.ANY;
    }

    /** {@code icmpv4_mask_allow}, negated: only the types of {@code icmp_ratemask} are limited, and "too large" never. */
    private static boolean isLimited(Walk walk, HostId host, int type, int code) {
        boolean tooLarge = type == IcmpMessage.DESTINATION_UNREACHABLE && code == 4;
        int mask = walk.host(host).sysctls().number("net.ipv4.icmp_ratemask");
        return type <= LAST_TYPE && !tooLarge && (mask & 1 << type) != 0;
    }

    /** {@code icmp_global_allow}. */
    private static boolean hasCredit(Walk walk, HostId host) {
        NetNamespace ns = walk.host(host);
        IcmpLimits.Answer answer = ns.limits()
                .all(
                        walk.now(),
                        ns.sysctls().number("net.ipv4.icmp_msgs_per_sec"),
                        ns.sysctls().number("net.ipv4.icmp_msgs_burst"));
        walk.update(ns.withLimits(answer.after()));
        if (!answer.allowed()) {
            walk.count(host, SnmpCounter.ICMP_OUT_RATE_LIMIT_GLOBAL);
        }
        return answer.allowed();
    }

    /** {@code icmpv4_xrlim_allow}. */
    private static boolean mayTell(
            Walk walk, HostId host, OutputRoute.Answer route, Ipv4Address destination, boolean limited) {
        if (!limited) {
            return true;
        }
        NetNamespace ns = walk.host(host);
        if (!walk.device(host, route.entry().device()).isLoopback()) {
            IcmpLimits.Answer answer =
                    ns.limits().peer(destination, walk.now(), ns.sysctls().number("net.ipv4.icmp_ratelimit"));
            ns = ns.withLimits(answer.after());
            walk.update(ns);
            if (!answer.allowed()) {
                walk.count(host, SnmpCounter.ICMP_OUT_RATE_LIMIT_HOST);
                return false;
            }
        }
        int credits = walk.random(3);
        walk.update(walk.host(host).withLimits(walk.host(host).limits().consuming(credits)));
        return true;
    }

    /** No errors about errors, broadcasts, later fragments or frames for others (RFC 1122 section 3.2.2). */
    private static boolean forbidden(SkBuff about) {
        Ipv4Header header = about.packet().ipv4();
        boolean aboutError = header.protocol().equals(IpProtocol.ICMP)
                && PacketCodec.peekTransport(about.packet())
                        .filter(transport -> transport instanceof IcmpMessage message && takenForError(message.type()))
                        .isPresent();
        return about.type() != PacketType.HOST
                || about.route().broadcast()
                || about.route().multicast()
                || header.fragmentOffset() != 0
                || aboutError;
    }

    /** Every type that is an error, obsolete or unknown; time stamps, 13 and 14, and the questions up to 18 are none ({@code icmp_pointers}). */
    private static boolean takenForError(int type) {
        return switch (type) {
            case IcmpMessage.ECHO_REPLY, IcmpMessage.ECHO_REQUEST, 13, 14, 15, 16, 17, 18 -> false;
            default -> true;
        };
    }

    /** {@code icmp_route_lookup} with the lookups that serve IPsec policies; their failure does not matter. */
    private static Optional<OutputRoute.Answer> route(
            Walk walk, HostId host, SkBuff begun, SkBuff about, FlowKey flow, int tos) {
        OutputRoute.Answer answer = OutputRoute.answering(walk, host, begun, flow, about);
        if (answer.refused()) {
            return Optional.empty();
        }
        Ipv4Header header = about.packet().ipv4();
        if (Fib.addressType(walk, host, begun, header.source(), Stage.ROUTE_OUTPUT) == RouteType.LOCAL) {
            return Optional.of(answer);
        }
        int sourcePort = port(about, true);
        int destinationPort = port(about, false);
        if (Fib.addressType(walk, host, begun, header.destination(), Stage.ROUTE_OUTPUT) == RouteType.LOCAL) {
            OutputRoute.hash(
                    walk,
                    host,
                    begun,
                    FlowKey.output(header.source())
                            .withSource(header.destination())
                            .withOutputInterface(about.inputDevice())
                            .withMark(about.mark())
                            .withTos(header.tos() & 0xfc)
                            .withTransport(header.protocol().number(), destinationPort, sourcePort));
        } else {
            OutputRoute.Answer onward = OutputRoute.fromAnywhere(
                    walk,
                    host,
                    begun,
                    FlowKey.output(header.destination())
                            .withSource(header.source())
                            .withMark(about.mark())
                            .withTos(header.tos() & 0xfc)
                            .withTransport(header.protocol().number(), sourcePort, destinationPort));
            if (!onward.refused()) {
                InputRoute.noref(
                        walk,
                        host,
                        begun,
                        FlowKey.input(
                                        header.source(),
                                        header.destination(),
                                        onward.entry().device())
                                .withMark(about.mark())
                                .withTos(tos & 0xfc),
                        true);
            }
        }
        return Optional.of(answer);
    }

    private static int port(SkBuff skb, boolean source) {
        Optional<Header> transport = PacketCodec.peekTransport(skb.packet());
        if (transport.isPresent() && transport.get() instanceof UdpHeader udp) {
            return source ? udp.sourcePort() : udp.destinationPort();
        }
        if (transport.isPresent() && transport.get() instanceof TcpHeader tcp) {
            return source ? tcp.sourcePort() : tcp.destinationPort();
        }
        return 0;
    }

    /** As much of the packet as fits: its header and what follows. */
    private static ByteString quote(SkBuff about, HeaderOptions options) {
        Packet packet = about.packet().from(Ipv4Header.class);
        ByteString bytes = PacketCodec.encode(packet);
        int room = MAXIMUM_LENGTH - Ipv4Header.MINIMUM_LENGTH - options.length() - IcmpMessage.LENGTH;
        return bytes.size() <= room ? bytes : bytes.slice(0, room);
    }

    /** {@code icmp_push_reply}. */
    private static void send(
            Walk walk,
            HostId host,
            OutputRoute.Answer route,
            SkBuff begun,
            Ipv4Address destination,
            int tos,
            HeaderOptions options) {
        walk.run(KernelFunction.IP_PUSH_PENDING_FRAMES, () -> {
            Ipv4Header plain = Ipv4Header.of(IpProtocol.ICMP, route.source(), destination)
                    .withTos(tos)
                    .withTtl(IpOutput.timeToLive(walk, host, route.entry(), SocketOptions.DEFAULT))
                    .withIdentification(walk.random(65536));
            Ipv4Header header = Ipv4Options.built(walk, plain, options);
            SkBuff skb =
                    begun.withPacket(begun.packet().push(header).withLengths()).routed(route.entry());
            count(walk, host, skb.packet().icmp().type());
            IpOutput.local(walk, host, skb);
        });
    }

    /** {@code icmp_out_count}. */
    static void count(Walk walk, HostId host, int type) {
        walk.count(host, SnmpCounter.ICMP_OUT_MSGS);
        NetNamespace ns = walk.host(host);
        walk.update(ns.withCounters(ns.counters().plusIcmpOut(type)));
        switch (type) {
            case IcmpMessage.ECHO_REPLY -> walk.count(host, SnmpCounter.ICMP_OUT_ECHO_REPS);
            case IcmpMessage.ECHO_REQUEST -> walk.count(host, SnmpCounter.ICMP_OUT_ECHOS);
            case IcmpMessage.DESTINATION_UNREACHABLE -> walk.count(host, SnmpCounter.ICMP_OUT_DEST_UNREACHS);
            case IcmpMessage.TIME_EXCEEDED -> walk.count(host, SnmpCounter.ICMP_OUT_TIME_EXCDS);
            case IcmpMessage.REDIRECT -> walk.count(host, SnmpCounter.ICMP_OUT_REDIRECTS);
            case IcmpMessage.PARAMETER_PROBLEM -> walk.count(host, SnmpCounter.ICMP_OUT_PARM_PROBS);
            default -> {}
        }
    }
}
