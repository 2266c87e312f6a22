package org.packetwalk.program;

import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.SocketError;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.SocketOptions;
import org.packetwalk.kernel.socket.SocketOptions.PathMtuDiscovery;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.LinkLayer;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.stack.SystemCalls;

/**
 * {@code ping} of iputils, run by root: it learns its source from a UDP socket, then sends echo requests through a raw
 * socket.
 *
 * @param options the command line
 * @param run what it has done so far
 */
public record PingProgram(PingOptions options, PingRun run) implements Program {

    /** The port of the socket that only asks for the source. */
    private static final int PROBE_PORT = 1025;

    /** The ICMP types a raw socket wants: replies, errors and redirects; a bit is set for each other. */
    private static final int FILTER = ~(1 << IcmpMessage.SOURCE_QUENCH
            | 1 << IcmpMessage.DESTINATION_UNREACHABLE
            | 1 << IcmpMessage.TIME_EXCEEDED
            | 1 << IcmpMessage.PARAMETER_PROBLEM
            | 1 << IcmpMessage.REDIRECT
            | 1 << IcmpMessage.ECHO_REPLY);

    /** A ping that has not begun. */
    public static PingProgram start(PingOptions options) {
        return new PingProgram(options, PingRun.NEW);
    }

    @Override
    public String name() {
        return "ping";
    }

    @Override
    public Turn resume(ProgramContext context) {
        if (run.equals(PingRun.NEW)) {
            return begin(context);
        }
        return read(context, run);
    }

    private Turn fail(ProgramContext context, String message) {
        context.printError("ping: " + message + "\n");
        return new Turn.Exited(2);
    }

    private Turn begin(ProgramContext context) {
        if (Ping6.concerns(options)) {
            Ping6.Start start = Ping6.begin(context, options);
            return start instanceof Ping6.Start.Begun begun
                    ? loop(context, begun.run())
                    : fail(context, ((Ping6.Start.Refused) start).message());
        }
        Optional<Ipv4Address> resolved = context.resolve(options.target());
        if (resolved.isEmpty()) {
            return fail(context, options.target() + ": Name or service not known");
        }
        SystemCalls calls = context.calls();
        Ipv4Address target = resolved.get();
        int device = 0;
        if (!options.device().isEmpty()) {
            Optional<NetDevice> found = calls.namespace().devices().find(options.device());
            if (found.isEmpty()) {
                return fail(context, "SO_BINDTODEVICE " + options.device() + ": " + Errno.ENODEV.text());
            }
            device = found.get().index();
        }
        boolean broadcast = options.broadcast();
        Ipv4Address source = new Endpoint(options.source(), 0).ipv4();
        if (source.isAny()) {
            SocketId probe = calls.udpSocket();
            calls.options(
                    probe,
                    SocketOptions.DEFAULT
                            .withDevice(device)
                            .withTos(options.tos())
                            .withMark(options.mark()));
            Errno errno = calls.connect(probe, new Endpoint(target, PROBE_PORT));
            if (errno == Errno.EACCES) {
                if (!broadcast) {
                    calls.close(probe);
                    return fail(
                            context, "Do you want to ping broadcast? Then -b. If not, check your local firewall rules");
                }
                context.printError("WARNING: pinging broadcast address\n");
                calls.options(probe, calls.options(probe).withBroadcast(true));
                errno = calls.connect(probe, new Endpoint(target, PROBE_PORT));
            }
            if (errno != Errno.OK) {
                calls.close(probe);
                return fail(context, "connect: " + errno.text());
            }
            source = calls.localEnd(probe).ipv4();
            calls.close(probe);
            if (device != 0 && !ownedBy(calls, device, options.device(), source)) {
                context.printError("ping: Warning: source address might be selected on device other than: "
                        + options.device() + "\n");
            }
        }
        return open(context, target.isAny() ? source : target, source, device);
    }

    /** {@code getifaddrs} tells addresses by their label: one of another label counts as another device's. */
    private static boolean ownedBy(SystemCalls calls, int device, String name, Ipv4Address source) {
        return calls.namespace().addresses().of(device).stream()
                .anyMatch(address ->
                        address.address().equals(source) && address.label().equals(name));
    }

    private Turn open(ProgramContext context, Ipv4Address target, Ipv4Address source, int device) {
        SystemCalls calls = context.calls();
        SocketId socket = calls.rawSocket(IpProtocol.ICMP);
        boolean toEverybody = options.broadcast() || target.isMulticast();
        PathMtuDiscovery discovery =
                toEverybody && !options.pathMtuDiscoveryGiven() ? PathMtuDiscovery.DO : options.pathMtuDiscovery();
        SocketOptions settings = SocketOptions.DEFAULT
                .withDevice(device)
                .withTos(options.tos())
                .withMark(options.mark())
                .withRecvErr(true)
                .withBroadcast(options.broadcast())
                .withPathMtuDiscovery(discovery)
                .withTtl(options.ttl());
        calls.options(
                socket,
                options.ttl() > 0 || options.noLoop()
                        ? settings.withMulticast(Math.max(options.ttl(), 1), !options.noLoop(), 0)
                        : settings);
        if (options.sourceGiven()) {
            Errno errno = calls.bind(socket, new Endpoint(source, 0));
            if (errno != Errno.OK) {
                calls.close(socket);
                return fail(context, "bind: " + errno.text());
            }
        }
        calls.icmpFilter(socket, FILTER);
        StringBuilder head = new StringBuilder("PING " + options.target() + " (" + target + ") ");
        if (options.sourceGiven() || device != 0) {
            head.append("from ")
                    .append(source)
                    .append(' ')
                    .append(options.device())
                    .append(": ");
        }
        int total = options.size() + IcmpMessage.LENGTH + Ipv4Header.MINIMUM_LENGTH;
        context.print(head + Integer.toString(options.size()) + "(" + total + ") bytes of data.\n");
        PingRun begun = PingRun.begin(socket, new Endpoint(target, 0), calls.random(65535) + 1, calls.now());
        return loop(context, begun);
    }

    /** Sends what is due, then waits. */
    private Turn loop(ProgramContext context, PingRun before) {
        PingRun now = before;
        while (true) {
            if (finished(now)) {
                return finish(context, now);
            }
            SimTime time = context.calls().now();
            if (options.deadlineNanos() > 0 && time.since(now.started()) >= options.deadlineNanos()) {
                return finish(context, now);
            }
            if (now.exitScheduled() && !time.isBefore(now.exitAt())) {
                return finish(context, now);
            }
            boolean allSent = options.count() > 0 && now.transmitted() >= options.count();
            if (!allSent && !time.isBefore(now.nextSend())) {
                now = send(context, now);
                if (options.intervalNanos() == 0) {
                    // Without an interval it would never end its turn, and nobody could stop it.
                    return new Turn.Sleeping(
                            new PingProgram(options, now), context.calls().now());
                }
                continue;
            }
            if (allSent && !now.exitScheduled()) {
                now = now.exitAt(time.plusNanos(lingerNanos(now)));
            }
            if (context.calls().readable(now.socket())) {
                now = readAll(context, now);
                continue;
            }
            SimTime deadline = allSent ? now.exitAt() : now.nextSend();
            if (options.deadlineNanos() > 0) {
                SimTime end = now.started().plusNanos(options.deadlineNanos());
                deadline = end.isBefore(deadline) ? end : deadline;
            }
            return new Turn.Polling(new PingProgram(options, now), now.socket(), deadline);
        }
    }

    /** {@code schedule_exit}: after the last request, twice the longest round trip, at least an interval. */
    private long lingerNanos(PingRun now) {
        return now.received() > 0 ? Math.max(2 * now.longest(), options.intervalNanos()) : options.lingerNanos();
    }

    private boolean finished(PingRun now) {
        return options.count() > 0 && now.received() + now.errors() >= options.count();
    }

    private Turn read(ProgramContext context, PingRun now) {
        return loop(context, readAll(context, now));
    }

    private PingRun send(ProgramContext context, PingRun before) {
        SystemCalls calls = context.calls();
        int sequence = (int) (before.transmitted() + 1 & 0xffff);
        ByteString message = before.target().isIpv6()
                ? Ping6.message(before, sequence, payload())
                : PacketCodec.encode(Packet.of(payload(), IcmpMessage.echoRequest(before.id(), sequence)));
        SimTime time = calls.now();
        Errno errno = calls.sendRaw(before.socket(), before.target(), message);
        PingRun after = before.sent(time, time.plusNanos(options.intervalNanos()));
        if (errno == Errno.OK) {
            return after.flowing();
        }
        if (errno == Errno.ENOBUFS) {
            PingRun held = before.heldUp(time.plusNanos(retryNanos()));
            if (held.holdUps() * retryNanos() < options.lingerNanos()) {
                return held;
            }
            if (!options.quiet()) {
                context.printError("ping: sendmsg: " + errno.text() + "\n");
            }
            return after;
        }
        if (errno == Errno.ENOBUFS) {
            if (!options.quiet()) {
                context.printError("ping: sendmsg: " + errno.text() + "\n");
            }
            return after;
        }
        Optional<SocketError> error = calls.receiveError(before.socket());
        if (error.isEmpty()) {
            return after;
        }
        PingRun told = report(context, after, error.get());
        // Only with an ICMP error at hand does ping name the error of the call, too.
        if (error.get().origin() != SocketError.Origin.LOCAL && !options.quiet()) {
            context.printError("ping: sendmsg: " + errno.text() + "\n");
        }
        return told;
    }

    /** How long ping waits before it tries a full queue again: half an interval, at most half a second. */
    private long retryNanos() {
        return Math.min(options.intervalNanos() / 2, 500_000_000L);
    }

    private ByteString payload() {
        byte[] data = new byte[options.size()];
        for (int i = 16; i < data.length; i++) {
            data[i] = (byte) i;
        }
        return ByteString.of(data);
    }

    private PingRun readAll(ProgramContext context, PingRun before) {
        PingRun now = before;
        while (context.calls().readable(now.socket()) && !finished(now)) {
            ResultOrErrno<SkBuff> answer = context.calls().receive(now.socket());
            if (answer instanceof ResultOrErrno.Ok<SkBuff> packet) {
                now = take(context, now, packet.value());
            } else {
                Optional<SocketError> error = context.calls().receiveError(now.socket());
                if (error.isEmpty()) {
                    break;
                }
                now = report(context, now, error.get());
            }
        }
        return now;
    }

    /** {@code ping4_parse_reply}. */
    private PingRun take(ProgramContext context, PingRun now, SkBuff skb) {
        boolean ipv6 = Ping6.isIpv6(skb);
        if (!ipv6 && (skb.packet().icmp().isError() || skb.packet().icmp().type() == IcmpMessage.REDIRECT)) {
            return quoted(now, skb)
                    .map(request -> about(context, now, skb, request))
                    .orElse(now);
        }
        int sequence = ipv6 ? Ping6.answered(now, skb) : answered(now, skb);
        if (sequence < 0) {
            return now;
        }
        SimTime time = context.calls().now();
        long roundTrip = time.since(now.sentAt(sequence));
        if (!options.quiet()) {
            Packet packet = skb.packet();
            IpAddress source = ipv6 ? packet.ipv6().source() : packet.ipv4().source();
            context.print(String.format(
                    java.util.Locale.ROOT,
                    "%d bytes from %s: icmp_seq=%d ttl=%d%s%s\n",
                    ipv6 ? packet.ipv6().payloadLength() : packet.ipv4().payloadLength(),
                    who(context, source, skb.device()),
                    sequence,
                    ipv6 ? packet.ipv6().hopLimit() : packet.ipv4().ttl(),
                    options.timed() ? " time=" + PingTimes.roundTrip(roundTrip) + " ms" : "",
                    differs(now, source) ? " (DIFFERENT ADDRESS!)" : ""));
        }
        return now.acknowledged(sequence).received(roundTrip);
    }

    /** Whether somebody else answers than was asked; said only where one was asked. */
    private boolean differs(PingRun now, IpAddress source) {
        return !source.equals(now.target().address()) && !now.target().address().isMulticast() && !options.broadcast();
    }

    /** The request of ours that an ICMP message is about, if it is. */
    private Optional<IcmpMessage> quoted(PingRun now, SkBuff skb) {
        Packet quoted =
                PacketCodec.decodeQuote(skb.packet().payload(), LinkLayer.IPV4).packet();
        if (!quoted.has(Ipv4Header.class)
                || !quoted.ipv4().destination().equals(now.target().address())) {
            return Optional.empty();
        }
        return PacketCodec.peekTransport(quoted)
                .filter(IcmpMessage.class::isInstance)
                .map(IcmpMessage.class::cast)
                .filter(request -> request.type() == IcmpMessage.ECHO_REQUEST && request.id() == now.id());
    }

    /** Errors are told when the error queue is read; redirects and source quenches are no errors and told here. */
    private PingRun about(ProgramContext context, PingRun now, SkBuff skb, IcmpMessage request) {
        IcmpMessage message = skb.packet().icmp();
        boolean advice = message.type() == IcmpMessage.REDIRECT || message.type() == IcmpMessage.SOURCE_QUENCH;
        if (!advice) {
            return now.acknowledged(request.sequence());
        }
        if (!options.quiet()) {
            context.print("From " + who(context, skb.packet().ipv4().source(), skb.device()) + ": icmp_seq="
                    + request.sequence() + " " + PingMessages.of(message.type(), message.code(), message.rest())
                    + "\n");
        }
        return now;
    }

    private static int answered(PingRun now, SkBuff skb) {
        IcmpMessage message = skb.packet().icmp();
        return message.type() == IcmpMessage.ECHO_REPLY && message.id() == now.id() ? message.sequence() : -1;
    }

    private String who(ProgramContext context, IpAddress address, int device) {
        String numeric = address instanceof Ipv6Address ipv6
                ? Ping6.numeric(context, ipv6, ipv6.isLinkLocal() ? arrivedAt(context, ipv6, device) : 0)
                : address.toString();
        return options.numeric()
                ? numeric
                : context.nameOf(address)
                        .map(name -> name + " (" + numeric + ")")
                        .orElse(numeric);
    }

    /** The device of a link-local sender; of one over lo, the device that has the address. */
    private static int arrivedAt(ProgramContext context, Ipv6Address address, int device) {
        int owner = context.calls().namespace().ipv6().addresses().owner(address, 0);
        return device == NetDevice.LOOPBACK_INDEX && owner != 0 ? owner : device;
    }

    private PingRun report(ProgramContext context, PingRun now, SocketError error) {
        if (error.origin() == SocketError.Origin.LOCAL) {
            if (options.quiet()) {
                return now;
            }
            context.printError("ping: local error: "
                    + (error.errno() == Errno.EMSGSIZE
                            ? "message too long, mtu=" + error.info()
                            : error.errno().text())
                    + "\n");
            return now.failed();
        }
        if (error.icmpId() != now.id()) {
            return now;
        }
        if (!options.quiet()) {
            context.print("From " + who(context, error.offender(), error.skb().device()) + " icmp_seq="
                    + error.icmpSequence() + " " + words(error) + "\n");
        }
        return now.acknowledged(error.icmpSequence()).failed();
    }

    private static String words(SocketError error) {
        return error.origin() == SocketError.Origin.ICMP6
                ? Ping6.words(error.type(), error.code(), error.info())
                : PingMessages.of(error.type(), error.code(), error.info());
    }

    private Turn finish(ProgramContext context, PingRun now) {
        context.calls().close(now.socket());
        context.print(PingTimes.statistics(options, now, context.calls().now()));
        boolean tooFew = options.deadlineNanos() > 0 && now.received() < options.count();
        return new Turn.Exited(now.received() == 0 || tooFew ? 1 : 0);
    }
}
