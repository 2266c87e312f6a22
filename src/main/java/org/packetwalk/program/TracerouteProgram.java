package org.packetwalk.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.SocketError;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.packet.Header;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.LinkLayer;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.packet.UdpHeader;

/**
 * {@code traceroute}: probes with a growing TTL.
 *
 * @param options what it was asked to do
 * @param state how far it is
 * @param target the destination
 * @param raw the socket that all probes share, number 0 if each has its own
 * @param id the identifier of the echo requests
 * @param probes the probes sent so far
 * @param printed how many of them were printed
 * @param end how many there will be at most
 */
public record TracerouteProgram(
        TracerouteOptions options,
        State state,
        Endpoint target,
        SocketId raw,
        int id,
        List<TracerouteProbe> probes,
        int printed,
        int end)
        implements Program {

    /** How far it is. */
    public enum State {
        /** It has not begun. */
        NEW,
        /** Probes are under way. */
        RUNNING,
        /** It could not begin or go on. */
        FAILED
    }

    private static final SocketId NONE = new SocketId(0);
    private static final long PRECISION_NANOS = 1_000_000;
    private static final double NANOS_PER_MILLI = 1_000_000.0;

    /** Copies the list. */
    public TracerouteProgram {
        probes = List.copyOf(probes);
    }

    /** A run that has not begun. */
    public static TracerouteProgram start(TracerouteOptions options) {
        int hops = options.pace().lastHop() - options.pace().firstHop() + 1;
        return new TracerouteProgram(
                options,
                State.NEW,
                Endpoint.ANY,
                NONE,
                0,
                List.of(),
                0,
                hops * options.pace().queries());
    }

    @Override
    public String name() {
        return "traceroute";
    }

    @Override
    public Turn resume(ProgramContext context) {
        TracerouteProgram now = state == State.NEW ? begin(context) : this;
        if (now.state != State.RUNNING) {
            return new Turn.Exited(now.state == State.FAILED ? 1 : 2);
        }
        while (true) {
            now = now.takeAnswers(context).expire(context).print(context);
            if (now.printed >= now.end) {
                context.print("\n");
                return new Turn.Exited(0);
            }
            // All probes that may be under way go out before the first answer is looked at.
            Optional<TracerouteProgram> sent = now.sendNext(context);
            boolean some = sent.isPresent();
            while (sent.isPresent()) {
                now = sent.get();
                if (now.state == State.FAILED) {
                    return new Turn.Exited(1);
                }
                sent = now.sendNext(context);
            }
            if (some) {
                continue;
            }
            if (now.answersWait(context)) {
                continue;
            }
            if (now.printed == now.probes.size()) {
                return new Turn.Sleeping(now, now.nextSending());
            }
            TracerouteProbe oldest = now.probes.get(now.printed);
            SimTime giveUp = oldest.sentAt().plusNanos(now.patience(now.printed));
            SimTime next = now.nextSending();
            boolean sooner = context.calls().now().isBefore(next) && next.isBefore(giveUp);
            return new Turn.Polling(now, oldest.socket(), sooner ? next : giveUp);
        }
    }

    private TracerouteProgram begin(ProgramContext context) {
        HostLookup lookup = HostLookup.of(context, options.host(), 0, options.family(), false);
        Optional<Endpoint> found = lookup.end();
        if (found.isEmpty()) {
            context.printError(options.host() + ": " + lookup.error() + "\n" + "Cannot handle \"host\" cmdline arg `"
                    + options.host() + "' on position 1 (argc " + options.place() + ")\n");
            return this;
        }
        Optional<SocketId> shared = options.method().shared()
                ? new TracerouteSockets(options, context, found.get()).shared()
                : Optional.of(NONE);
        if (shared.isEmpty()) {
            return failed();
        }
        context.print(head(context, found.get()));
        int echoId =
                options.method() == TracerouteMethod.ICMP ? 1 + context.calls().random(65_535) : 0;
        return new TracerouteProgram(options, State.RUNNING, found.get(), shared.get(), echoId, probes, printed, end);
    }

    private String head(ProgramContext context, Endpoint end) {
        return "traceroute to " + options.host() + " (" + shown(context, end.address(), end.scope()) + "), "
                + pace().lastHop() + " hops max, " + options.packet().length() + " byte packets";
    }

    private TraceroutePace pace() {
        return options.pace();
    }

    // -- sending ---------------------------------------------------------------------------

    /** The next probe, if another may be under way; failed afterwards if it could not be sent. */
    private Optional<TracerouteProgram> sendNext(ProgramContext context) {
        long underWay = probes.stream().filter(probe -> !probe.done()).count();
        if (probes.size() >= end
                || underWay >= Math.max(1, pace().together())
                || context.calls().now().isBefore(nextSending())) {
            return Optional.empty();
        }
        int hop = pace().firstHop() + probes.size() / pace().queries();
        TracerouteSockets sockets = new TracerouteSockets(options, context, target);
        int port = options.packet().destinationPort();
        Optional<TracerouteProbe> probe = switch (options.method()) {
            case DEFAULT -> sockets.datagram(hop, port + probes.size());
            case UDP -> sockets.datagram(hop, port);
            case ICMP -> sockets.echo(raw, hop, id, port + probes.size());
            case TCP -> sockets.syn(raw, hop);
            case RAW -> sockets.packet(hop);
        };
        if (probe.isEmpty()) {
            return Optional.of(failed());
        }
        List<TracerouteProbe> more = new ArrayList<>(probes);
        more.add(probe.get());
        return Optional.of(with(more, printed, end));
    }

    /** {@code -z}: no probe follows another sooner than this. */
    private SimTime nextSending() {
        return probes.isEmpty() || pace().sendWaitNanos() == 0
                ? SimTime.ZERO
                : probes.get(probes.size() - 1).sentAt().plusNanos(pace().sendWaitNanos());
    }

    private TracerouteProgram failed() {
        return new TracerouteProgram(options, State.FAILED, target, raw, id, probes, printed, end);
    }

    private TracerouteProgram with(List<TracerouteProbe> now, int newPrinted, int newEnd) {
        return new TracerouteProgram(options, state, target, raw, id, now, newPrinted, newEnd);
    }

    // -- receiving -------------------------------------------------------------------------

    private boolean answersWait(ProgramContext context) {
        return probes.subList(printed, probes.size()).stream()
                .anyMatch(probe -> !probe.done() && context.calls().readable(probe.socket()));
    }

    /** One message of each socket, as one call of {@code poll} leads to. */
    private TracerouteProgram takeAnswers(ProgramContext context) {
        List<TracerouteProbe> now = new ArrayList<>(probes);
        boolean shared = options.method().shared();
        for (int i = printed; i < now.size(); i++) {
            TracerouteProbe probe = now.get(i);
            if (!probe.done() && context.calls().readable(probe.socket())) {
                takeAnswer(context, now, i);
                if (shared) {
                    break;
                }
            }
            if (now.get(i).done() && !shared && !probe.done()) {
                context.calls().close(probe.socket());
            }
        }
        int newEnd = end;
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i).finished()) {
                newEnd = Math.min(newEnd, (i / pace().queries() + 1) * pace().queries());
            }
        }
        return with(now, printed, newEnd);
    }

    private void takeAnswer(ProgramContext context, List<TracerouteProbe> now, int index) {
        SocketId socket = now.get(index).socket();
        Optional<SocketError> error = context.calls().receiveError(socket);
        if (error.isPresent()) {
            int which = switch (options.method()) {
                case ICMP -> keyed(now, error.get().icmpSequence());
                case TCP -> keyed(now, segment(error.get()));
                case DEFAULT, UDP, RAW -> index;
            };
            mark(context, now, which, error.get());
            return;
        }
        ResultOrErrno<SkBuff> received = context.calls().receive(socket);
        if (received instanceof ResultOrErrno.Ok<SkBuff> ok) {
            reply(context, now, index, ok.value());
        }
    }

    /** Which probe has a key, -1 if none under way has. */
    private static int keyed(List<TracerouteProbe> probes, int key) {
        for (int i = 0; i < probes.size(); i++) {
            if (probes.get(i).key() == key && !probes.get(i).done()) {
                return i;
            }
        }
        return -1;
    }

    /** The source port of the segment that an error is about, -1 if it is about none. */
    private int segment(SocketError error) {
        if (error.origin() == SocketError.Origin.LOCAL) {
            return probes.get(probes.size() - 1).key();
        }
        Packet quoted = PacketCodec.decodeQuote(error.skb().packet().payload(), LinkLayer.IPV4)
                .packet();
        Optional<Header> transport = PacketCodec.peekTransport(quoted);
        return transport.isPresent() && transport.get() instanceof TcpHeader tcp ? tcp.sourcePort() : -1;
    }

    private static void mark(ProgramContext context, List<TracerouteProbe> probes, int index, SocketError error) {
        if (index < 0 || index >= probes.size() || probes.get(index).done()) {
            return;
        }
        SimTime now = context.calls().now();
        if (error.origin() == SocketError.Origin.LOCAL) {
            done(
                    context,
                    probes,
                    index,
                    probes.get(index).answered(Ipv4Address.ANY, 0, now, true, "!F-" + error.info()));
            return;
        }
        boolean ipv6 = error.origin() == SocketError.Origin.ICMP6;
        boolean exceeded = error.type() == (ipv6 ? Icmpv6Message.TIME_EXCEEDED : IcmpMessage.TIME_EXCEEDED);
        boolean unreachable =
                error.type() == (ipv6 ? Icmpv6Message.DESTINATION_UNREACHABLE : IcmpMessage.DESTINATION_UNREACHABLE);
        String remark = !unreachable ? "" : ipv6 ? ipv6Remark(error.code()) : remark(error);
        done(
                context,
                probes,
                index,
                probes.get(index).answered(error.offender(), Ping6.arrivedBy(error.skb()), now, !exceeded, remark));
    }

    /** {@code probe_done}: the socket that held the port is closed. */
    private static void done(ProgramContext context, List<TracerouteProbe> probes, int index, TracerouteProbe now) {
        if (now.holds()) {
            context.calls().close(now.holder());
        }
        probes.set(index, now);
    }

    private static String ipv6Remark(int code) {
        return switch (code) {
            case Icmpv6Message.PORT_UNREACHABLE -> "";
            case Icmpv6Message.NO_ROUTE -> "!N";
            case Icmpv6Message.PROHIBITED -> "!X";
            case Icmpv6Message.ADDRESS_UNREACHABLE -> "!H";
            default -> "!" + code;
        };
    }

    private static String remark(SocketError error) {
        return switch (error.code()) {
            case IcmpMessage.PORT_UNREACHABLE -> "";
            case IcmpMessage.NET_UNREACHABLE, 6, 8, 11 -> "!N";
            case IcmpMessage.HOST_UNREACHABLE, 7, 12 -> "!H";
            case IcmpMessage.PROTOCOL_UNREACHABLE -> "!P";
            case IcmpMessage.FRAGMENTATION_NEEDED -> "!F-" + error.info();
            case IcmpMessage.SOURCE_ROUTE_FAILED -> "!S";
            case IcmpMessage.NET_PROHIBITED, IcmpMessage.HOST_PROHIBITED, IcmpMessage.PACKET_FILTERED -> "!X";
            case 14 -> "!V";
            case 15 -> "!C";
            default -> "!" + error.code();
        };
    }

    private void reply(ProgramContext context, List<TracerouteProbe> probes, int index, SkBuff skb) {
        Packet packet = skb.packet();
        int which = switch (options.method()) {
            case ICMP -> keyed(probes, packet.has(Icmpv6Message.class) ? sequence(packet.icmpv6()) : sequence(packet));
            case TCP -> keyed(probes, answeredPort(packet));
            case DEFAULT, UDP -> packet.has(UdpHeader.class) ? index : -1;
            case RAW -> packet.ipv4().source().equals(target.address()) ? index : -1;
        };
        if (which >= 0 && !probes.get(which).done()) {
            TracerouteProbe answered = probes.get(which)
                    .answered(
                            source(packet),
                            Ping6.arrivedBy(skb),
                            context.calls().now(),
                            true,
                            "");
            done(context, probes, which, answered);
        }
    }

    /** The port of this host that a segment of the destination is for, -1 if it is none of its. */
    private int answeredPort(Packet packet) {
        Optional<Header> transport = PacketCodec.peekTransport(packet);
        boolean answers = transport.isPresent()
                && transport.get() instanceof TcpHeader tcp
                && tcp.sourcePort() == options.packet().destinationPort()
                && packet.ipv4().source().equals(target.address());
        return answers ? ((TcpHeader) transport.get()).destinationPort() : -1;
    }

    /** The sequence number of a reply to this run, -1 if it is none. */
    private int sequence(Icmpv6Message message) {
        return message.isEchoReply() && message.id() == id ? message.sequence() : -1;
    }

    private int sequence(Packet packet) {
        boolean reply = packet.has(IcmpMessage.class)
                && packet.icmp().type() == IcmpMessage.ECHO_REPLY
                && packet.icmp().id() == id;
        return reply ? packet.icmp().sequence() : -1;
    }

    /** Gives the oldest probe up when its time is over. */
    private TracerouteProgram expire(ProgramContext context) {
        if (printed >= probes.size() || probes.get(printed).done()) {
            return this;
        }
        TracerouteProbe oldest = probes.get(printed);
        if (context.calls().now().isBefore(oldest.sentAt().plusNanos(patience(printed)))) {
            return this;
        }
        if (!options.method().shared()) {
            context.calls().close(oldest.socket());
        }
        List<TracerouteProbe> now = new ArrayList<>(probes);
        done(context, now, printed, oldest.expired());
        return with(now, printed, end);
    }

    /** {@code get_timeout}: some times an answer from the same hop, or some more times one from further away. */
    private long patience(int index) {
        long most = pace().waitMillis() * PRECISION_NANOS;
        int first = index - index % pace().queries();
        if (pace().hereFactor() > 0) {
            for (int i = first; i < Math.min(first + pace().queries(), probes.size()); i++) {
                if (probes.get(i).answered()) {
                    return limited(probes.get(i), pace().hereFactor(), most);
                }
            }
        }
        if (pace().nearFactor() > 0) {
            for (int i = index + 1; i < probes.size(); i++) {
                if (probes.get(i).answered()) {
                    return limited(probes.get(i), pace().nearFactor(), most);
                }
            }
        }
        return most;
    }

    private static long limited(TracerouteProbe answered, double factor, long most) {
        return Math.min(most, (long) ((answered.nanos() + PRECISION_NANOS) * factor));
    }

    // -- printing --------------------------------------------------------------------------

    private TracerouteProgram print(ProgramContext context) {
        int at = printed;
        while (at < probes.size() && at < end && probes.get(at).done()) {
            print(context, at);
            at++;
        }
        return with(probes, at, end);
    }

    /** {@code print_probe}. */
    private void print(ProgramContext context, int index) {
        TracerouteProbe probe = probes.get(index);
        int place = index % pace().queries();
        if (place == 0) {
            context.print(String.format(Locale.ROOT, "\n%2d ", pace().firstHop() + index / pace().queries()));
        }
        if (!probe.answered()) {
            context.print(" *");
            return;
        }
        IpAddress before = Ipv4Address.ANY;
        for (int i = index - place; i < index; i++) {
            before = probes.get(i).answered() ? probes.get(i).from() : before;
        }
        if (probe.from().isAny()) {
            context.print(" *");
        } else if (!before.equals(probe.from())) {
            context.print(" " + who(context, probe.from(), probe.zone()));
        }
        context.print(String.format(Locale.ROOT, "  %.3f ms", probe.nanos() / NANOS_PER_MILLI));
        context.print(probe.remark().isEmpty() ? "" : " " + probe.remark());
    }

    private static IpAddress source(Packet packet) {
        return packet.has(Ipv6Header.class)
                ? packet.ipv6().source()
                : packet.ipv4().source();
    }

    /** An address with its zone, where it has one. */
    private static String shown(ProgramContext context, IpAddress address, int scope) {
        return address instanceof Ipv6Address ipv6 ? Ping6.numeric(context, ipv6, scope) : address.toString();
    }

    private String who(ProgramContext context, IpAddress address, int zone) {
        String text = shown(context, address, zone);
        return options.numeric() ? text : context.nameOf(address).orElse(text) + " (" + text + ")";
    }
}
