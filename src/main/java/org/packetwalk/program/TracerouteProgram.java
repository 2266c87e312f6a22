package org.packetwalk.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.SocketError;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.SocketOptions.PathMtuDiscovery;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.packet.UdpHeader;

/**
 * {@code traceroute}: probes with a growing TTL, by UDP or by ICMP echo requests.
 *
 * @param options what it was asked to do
 * @param state how far it is
 * @param target the destination
 * @param raw the socket of the echo requests, number 0 if none is open
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
    private static final int HERE_FACTOR = 3;
    private static final int NEAR_FACTOR = 10;
    private static final long PRECISION_NANOS = 1_000_000;
    private static final double NANOS_PER_MILLI = 1_000_000.0;

    /** Copies the list. */
    public TracerouteProgram {
        probes = List.copyOf(probes);
    }

    /** A run that has not begun. */
    public static TracerouteProgram start(TracerouteOptions options) {
        int first = (options.firstHop() - 1) * options.queries();
        return new TracerouteProgram(
                options, State.NEW, Endpoint.ANY, NONE, 0, List.of(), 0, options.lastHop() * options.queries() - first);
    }

    @Override
    public String name() {
        return "traceroute";
    }

    @Override
    public Turn resume(ProgramContext context) {
        TracerouteProgram now = state == State.NEW ? begin(context) : this;
        if (now.state != State.RUNNING) {
            return new Turn.Exited(2);
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
            TracerouteProbe oldest = now.probes.get(now.printed);
            return new Turn.Polling(now, oldest.socket(), oldest.sentAt().plusNanos(now.patience(now.printed)));
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
        if (!options.icmp()) {
            context.print(head(context, found.get()));
        }
        int echoId = options.icmp() ? 1 + context.calls().random(65_535) : 0;
        return new TracerouteProgram(options, State.RUNNING, found.get(), NONE, echoId, probes, printed, end);
    }

    private String head(ProgramContext context, Endpoint end) {
        return "traceroute to " + options.host() + " (" + shown(context, end.address(), end.scope()) + "), "
                + options.lastHop() + " hops max, " + options.length() + " byte packets";
    }

    // -- sending ---------------------------------------------------------------------------

    /** The next probe, if another may be under way; failed afterwards if it could not be sent. */
    private Optional<TracerouteProgram> sendNext(ProgramContext context) {
        long underWay = probes.stream().filter(probe -> !probe.done()).count();
        if (probes.size() >= end || underWay >= options.together()) {
            return Optional.empty();
        }
        if (options.icmp()) {
            return Optional.of(echo(context));
        }
        return Optional.of(options.udp() ? datagram(context) : packet(context));
    }

    private int hop(int index) {
        return options.firstHop() + index / options.queries();
    }

    private TracerouteProgram datagram(ProgramContext context) {
        SocketId socket = target.isIpv6()
                ? context.calls().udpIpv6Socket()
                : context.calls().udpSocket();
        TracerouteProgram failed = prepare(context, socket);
        int port = options.destinationPort() + probes.size();
        Errno errno = failed.state == State.FAILED
                ? Errno.OK
                : context.calls().connect(socket, new Endpoint(target.address(), port, target.scope()));
        if (failed.state == State.FAILED || errno != Errno.OK) {
            return refuse(context, "connect", errno);
        }
        ttl(context, socket);
        ByteString data = filling(options.length()
                - (target.isIpv6() ? Ipv6Header.LENGTH : Ipv4Header.MINIMUM_LENGTH)
                - UdpHeader.LENGTH);
        errno = context.calls().sendUdpBySend(socket, data);
        return errno == Errno.OK ? with(socket, context) : refuse(context, "send", errno);
    }

    /** A packet of a protocol without a header of its own, by a raw socket. */
    private TracerouteProgram packet(ProgramContext context) {
        SocketId socket = context.calls().rawSocket(options.protocol());
        TracerouteProgram failed = prepare(context, socket);
        Errno errno =
                failed.target.address().isAny() ? Errno.OK : context.calls().connect(socket, target);
        if (failed.target.address().isAny() || errno != Errno.OK) {
            return refuse(context, "connect", errno);
        }
        ttl(context, socket);
        ByteString data = filling(options.length() - Ipv4Header.MINIMUM_LENGTH);
        errno = context.calls().sendRaw(socket, target.ipv4(), data);
        return errno == Errno.OK ? with(socket, context) : refuse(context, "send", errno);
    }

    /** What packets are filled with: 64 characters from the at sign on, again and again. */
    private static ByteString filling(int size) {
        byte[] data = new byte[size];
        for (int i = 0; i < size; i++) {
            data[i] = (byte) ('@' + (i & 0x3f));
        }
        return ByteString.of(data);
    }

    /** Options and address of a socket. */
    private TracerouteProgram prepare(ProgramContext context, SocketId socket) {
        context.calls()
                .options(
                        socket,
                        context.calls()
                                .options(socket)
                                .withPathMtuDiscovery(PathMtuDiscovery.DONT)
                                .withRecvErr(true));
        if (!options.source().isEmpty()) {
            Optional<Endpoint> from = HostLookup.of(context, options.source(), 0, target.isIpv6() ? 6 : 4, false)
                    .end();
            Errno errno = from.isEmpty() ? Errno.EADDRNOTAVAIL : context.calls().bind(socket, from.get());
            if (errno != Errno.OK) {
                return refuse(context, "bind", errno);
            }
        }
        return this;
    }

    private void ttl(ProgramContext context, SocketId socket) {
        context.calls().options(socket, context.calls().options(socket).withTtl(Math.min(255, hop(probes.size()))));
    }

    private TracerouteProgram echo(ProgramContext context) {
        SocketId socket = raw;
        if (socket.equals(NONE)) {
            socket = target.isIpv6()
                    ? context.calls().rawIpv6Socket(IpProtocol.ICMPV6)
                    : context.calls().rawSocket(IpProtocol.ICMP);
            TracerouteProgram bound = prepare(context, socket);
            if (bound.state == State.FAILED) {
                return bound;
            }
            Errno errno = context.calls().connect(socket, target);
            if (errno != Errno.OK) {
                return refuse(context, "connect", errno);
            }
            context.print(head(context, target));
        }
        ttl(context, socket);
        int sequence = probes.size() + 1;
        int headers = target.isIpv6()
                ? Ipv6Header.LENGTH + Icmpv6Message.LENGTH
                : Ipv4Header.MINIMUM_LENGTH + IcmpMessage.LENGTH;
        ByteString data = filling(Math.max(0, options.length() - headers));
        Packet request = Packet.of(
                        data,
                        target.isIpv6()
                                ? Icmpv6Message.echoRequest(id, sequence)
                                : IcmpMessage.echoRequest(id, sequence))
                .withLengths();
        Errno errno = context.calls().sendRaw(socket, target, PacketCodec.encode(request));
        return errno == Errno.OK ? with(socket, context) : refuse(context, "send", errno);
    }

    private TracerouteProgram refuse(ProgramContext context, String call, Errno errno) {
        if (errno != Errno.OK) {
            context.printError("\n" + call + ": " + errno.text() + "\n");
        }
        return new TracerouteProgram(options, State.FAILED, target, raw, id, probes, printed, end);
    }

    private TracerouteProgram with(SocketId socket, ProgramContext context) {
        List<TracerouteProbe> more = new ArrayList<>(probes);
        more.add(TracerouteProbe.sent(socket, context.calls().now()));
        return new TracerouteProgram(options, state, target, options.icmp() ? socket : NONE, id, more, printed, end);
    }

    private TracerouteProgram with(List<TracerouteProbe> now, int newPrinted, int newEnd) {
        return new TracerouteProgram(options, state, target, raw, id, now, newPrinted, newEnd);
    }

    // -- receiving -------------------------------------------------------------------------

    private TracerouteProgram takeAnswers(ProgramContext context) {
        List<TracerouteProbe> now = new ArrayList<>(probes);
        for (int i = printed; i < now.size(); i++) {
            TracerouteProbe probe = now.get(i);
            while (!now.get(i).done() && context.calls().readable(probe.socket())) {
                Optional<SocketError> error = context.calls().receiveError(probe.socket());
                if (error.isPresent()) {
                    int which = options.icmp() ? error.get().icmpSequence() - 1 : i;
                    mark(now, which, error.get(), context.calls().now());
                    continue;
                }
                ResultOrErrno<SkBuff> received = context.calls().receive(probe.socket());
                if (received instanceof ResultOrErrno.Ok<SkBuff> ok) {
                    reply(now, i, ok.value(), context.calls().now());
                }
            }
            if (now.get(i).done() && !options.icmp() && !probe.done()) {
                context.calls().close(probe.socket());
            }
        }
        int newEnd = end;
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i).finished()) {
                newEnd = Math.min(newEnd, (i / options.queries() + 1) * options.queries());
            }
        }
        return with(now, printed, newEnd);
    }

    private static void mark(List<TracerouteProbe> probes, int index, SocketError error, SimTime now) {
        if (index < 0 || index >= probes.size() || probes.get(index).done()) {
            return;
        }
        boolean ipv6 = error.origin() == SocketError.Origin.ICMP6;
        boolean exceeded = error.type() == (ipv6 ? Icmpv6Message.TIME_EXCEEDED : IcmpMessage.TIME_EXCEEDED);
        boolean unreachable =
                error.type() == (ipv6 ? Icmpv6Message.DESTINATION_UNREACHABLE : IcmpMessage.DESTINATION_UNREACHABLE);
        String remark = !unreachable ? "" : ipv6 ? ipv6Remark(error.code()) : remark(error);
        probes.set(
                index,
                probes.get(index).answered(error.offender(), Ping6.arrivedBy(error.skb()), now, !exceeded, remark));
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

    private void reply(List<TracerouteProbe> probes, int index, SkBuff skb, SimTime now) {
        Packet packet = skb.packet();
        int which = index;
        if (options.icmp()) {
            int sequence = packet.has(Icmpv6Message.class) ? sequence(packet.icmpv6()) : sequence(packet);
            if (sequence < 0) {
                return;
            }
            which = sequence - 1;
        } else if (options.udp()
                ? !packet.has(UdpHeader.class)
                : !packet.ipv4().source().equals(target.address())) {
            return;
        }
        if (which >= 0 && which < probes.size() && !probes.get(which).done()) {
            probes.set(which, probes.get(which).answered(source(packet), Ping6.arrivedBy(skb), now, true, ""));
        }
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
        if (!options.icmp()) {
            context.calls().close(oldest.socket());
        }
        List<TracerouteProbe> now = new ArrayList<>(probes);
        now.set(printed, oldest.expired());
        return with(now, printed, end);
    }

    /** {@code get_timeout}: three times an answer from the same hop, ten times one from further away. */
    private long patience(int index) {
        long most = options.waitMillis() * 1_000_000;
        if (!options.adaptive()) {
            return most;
        }
        int first = index - index % options.queries();
        for (int i = first; i < Math.min(first + options.queries(), probes.size()); i++) {
            if (probes.get(i).answered()) {
                return Math.min(most, (probes.get(i).nanos() + PRECISION_NANOS) * HERE_FACTOR);
            }
        }
        for (int i = index + 1; i < probes.size(); i++) {
            if (probes.get(i).answered()) {
                return Math.min(most, (probes.get(i).nanos() + PRECISION_NANOS) * NEAR_FACTOR);
            }
        }
        return most;
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
        int place = index % options.queries();
        if (place == 0) {
            context.print(String.format(Locale.ROOT, "\n%2d ", hop(index)));
        }
        if (!probe.answered()) {
            context.print(" *");
            return;
        }
        IpAddress before = Ipv4Address.ANY;
        for (int i = index - place; i < index; i++) {
            before = probes.get(i).answered() ? probes.get(i).from() : before;
        }
        if (!before.equals(probe.from())) {
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
