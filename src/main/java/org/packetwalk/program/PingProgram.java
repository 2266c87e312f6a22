package org.packetwalk.program;

import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.SocketError;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.SocketOptions;
import org.packetwalk.kernel.socket.SocketOptions.PathMtuDiscovery;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Ipv4Header;
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

    /** More data than fits into a packet, in bytes. */
    private static final int LARGEST_DATA = 66_000;

    /** What ping takes the memory of a buffer to be beside its data, in bytes. */
    private static final int BUFFER_OVERHEAD = 20 + 16 + 64 + 160;

    /** The end of a wait without end, which is not the one of a ping that has still to send. */
    private static final SimTime LATE = new SimTime(Long.MAX_VALUE - 1);

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
        PingManner manner = options.manner();
        context.printError(manner.warnings());
        if (manner.id() == 0 && manner.verbose()) {
            context.printError("ping: WARNING: ident 0 => forcing raw socket\n");
        }
        if (manner.verbose()) {
            context.printError("ping: sock4.fd: 3 (socktype: SOCK_RAW), sock6.fd: 4 (socktype: SOCK_RAW),"
                    + " hints.ai_family: AF_"
                    + (options.family() == 0 ? "UNSPEC" : options.family() == 4 ? "INET" : "INET6")
                    + "\n");
        }
        context.print(manner.notes());
        if (Ping6.concerns(options)) {
            Ping6.Start start = Ping6.begin(context, options);
            return start instanceof Ping6.Start.Begun begun
                    ? loop(context, begun.run())
                    : fail(context, ((Ping6.Start.Refused) start).message());
        }
        Optional<Ipv4Address> resolved = context.resolve(options.target());
        if (resolved.isEmpty()) {
            return fail(context, options.target() + ": " + HostLookup.NOT_ANSWERED);
        }
        SystemCalls calls = context.calls();
        Ipv4Address target = resolved.get();
        int device = 0;
        if (!options.device().isEmpty()) {
            Optional<NetDevice> found = calls.namespace().devices().find(options.device());
            if (found.isEmpty()) {
                // For a group ping would be content with IP_MULTICAST_IF, which needs the number of the device.
                return fail(
                        context,
                        target.isMulticast()
                                ? "unknown iface: " + options.device()
                                : "SO_BINDTODEVICE " + options.device() + ": " + Errno.ENODEV.text());
            }
            device = found.get().index();
        }
        boolean broadcast = options.broadcast();
        Ipv4Address source = new Endpoint(options.source(), 0).ipv4();
        if (source.isAny()) {
            Ipv4Address first = PingHeader.first(manner.header(), target);
            SocketId probe = calls.udpSocket();
            calls.options(
                    probe,
                    SocketOptions.DEFAULT
                            .withDevice(device)
                            .withTos(options.tos())
                            .withMark(options.mark()));
            Errno errno = calls.connect(probe, new Endpoint(first, PROBE_PORT));
            if (errno == Errno.EACCES) {
                if (!broadcast) {
                    calls.close(probe);
                    return fail(
                            context, "Do you want to ping broadcast? Then -b. If not, check your local firewall rules");
                }
                context.printError("WARNING: pinging broadcast address\n");
                calls.options(probe, calls.options(probe).withBroadcast(true));
                errno = calls.connect(probe, new Endpoint(first, PROBE_PORT));
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
        if (options.ttl() == 0) {
            return fail(context, "cannot set unicast time-to-live: " + Errno.EINVAL.text());
        }
        SystemCalls calls = context.calls();
        SocketId socket = calls.rawSocket(IpProtocol.ICMP);
        PingManner manner = options.manner();
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
                .withDontRoute(manner.dontRoute())
                .withTtl(options.ttl())
                .withSendBuffer(sendBuffer());
        calls.options(
                socket,
                options.ttl() > 0 || options.noLoop()
                        ? settings.withMulticast(Math.max(options.ttl(), 1), !options.noLoop(), 0)
                        : settings);
        if (options.sourceGiven() || manner.sticky()) {
            Errno errno = calls.bind(socket, new Endpoint(source, 0));
            if (errno != Errno.OK) {
                calls.close(socket);
                return fail(context, "bind: " + errno.text());
            }
        }
        calls.icmpFilter(socket, FILTER);
        if (!manner.header().isEmpty()) {
            calls.headerOptions(socket, manner.header());
        }
        if (manner.connected()) {
            calls.connect(socket, new Endpoint(target, 0));
        }
        if (manner.verbose()) {
            context.print("ai->ai_family: AF_INET, ai->ai_canonname: '" + options.target() + "'\n");
        }
        StringBuilder head = new StringBuilder("PING " + options.target() + " (" + target + ") ");
        if (options.sourceGiven() || device != 0 || manner.sticky()) {
            head.append("from ")
                    .append(source)
                    .append(' ')
                    .append(options.device())
                    .append(": ");
        }
        int headers = IcmpMessage.LENGTH
                + Ipv4Header.MINIMUM_LENGTH
                + (manner.header().isEmpty() ? 0 : PingHeader.LENGTH);
        context.print(
                head + Integer.toString(options.size()) + "(" + (options.size() + headers) + ") bytes of data.\n");
        int id = manner.id() >= 0 ? manner.id() : calls.random(65535) + 1;
        return loop(context, PingRun.begin(socket, new Endpoint(target, 0), id, calls.now(), options.intervalNanos()));
    }

    /** Sends what is due, then waits. */
    private Turn loop(ProgramContext context, PingRun before) {
        PingRun now = before;
        while (true) {
            if (answers().finished(now)) {
                return finish(context, now);
            }
            SimTime time = context.calls().now();
            boolean overdue = options.deadlineNanos() > 0 && time.since(now.started()) >= options.deadlineNanos();
            if (overdue || options.deadlineNanos() > 0 && now.errors() > 0) {
                return finish(context, now);
            }
            if (now.exitScheduled() && !time.isBefore(now.exitAt())) {
                return finish(context, now);
            }
            boolean allSent =
                    options.count() > 0 && now.transmitted() >= options.count() && options.deadlineNanos() == 0;
            if (!allSent && maySend(now, time)) {
                now = send(context, now);
                if (now.pace().intervalNanos() == 0) {
                    // Without an interval it would never end its turn, and nobody could stop it.
                    return new Turn.Sleeping(
                            new PingProgram(options, now), context.calls().now());
                }
                continue;
            }
            if (allSent && !now.exitScheduled()) {
                long linger = lingerNanos(now);
                now = now.exitAt(linger > 0 ? time.plusNanos(linger) : LATE);
            }
            if (context.calls().readable(now.socket())) {
                now = answers().readAll(context, now);
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

    /** {@code pinger}: without an interval a request waits for the answer to the one before, though not for long. */
    private boolean maySend(PingRun now, SimTime time) {
        return !time.isBefore(now.nextSend())
                || now.pace().intervalNanos() == 0
                        && now.pace().inFlight(now) < options.manner().preload();
    }

    /** When the next request is due after the one that is sent now. */
    private SimTime next(PingRun before, SimTime time) {
        if (before.transmitted() + 1 < options.manner().preload()) {
            return time;
        }
        long interval = before.pace().intervalNanos();
        return time.plusNanos(interval == 0 ? PingPace.SHORTEST_WAIT_NANOS : interval);
    }

    /** {@code schedule_exit}: after the last request, twice the longest round trip, at least an interval. */
    private long lingerNanos(PingRun now) {
        return now.received() > 0
                ? Math.max(2 * now.roundTrips().longest(), now.pace().intervalNanos())
                : options.lingerNanos();
    }

    private PingAnswers answers() {
        return new PingAnswers(options);
    }

    private Turn read(ProgramContext context, PingRun now) {
        return loop(context, answers().readAll(context, now));
    }

    private PingRun send(ProgramContext context, PingRun before) {
        SystemCalls calls = context.calls();
        outstanding(context, before);
        int sequence = (int) (before.transmitted() + 1 & 0xffff);
        ByteString message = before.target().isIpv6()
                ? Ping6.message(before, sequence, payload())
                : PacketCodec.encode(Packet.of(payload(), IcmpMessage.echoRequest(before.id(), sequence)));
        SimTime time = calls.now();
        Errno errno = calls.sendRaw(before.socket(), before.target(), message);
        PingRun after = before.sent(time, next(before, time));
        if (errno == Errno.OK) {
            if (options.manner().flood() && !options.quiet()) {
                context.print(".");
            }
            return after.flowing();
        }
        if (errno == Errno.ENOBUFS) {
            PingRun held = before.heldUp(time.plusNanos(retryNanos()));
            if (held.requests().holdUps() * retryNanos() < options.lingerNanos()) {
                return held;
            }
            if (!options.quiet()) {
                context.printError("ping: sendmsg: " + errno.text() + "\n");
            }
            return after;
        }
        Optional<SocketError> error = calls.receiveError(before.socket());
        if (error.isEmpty()) {
            return after;
        }
        PingRun told = answers().report(context, after, error.get());
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

    /** {@code -O}: the answer to the request before is not there. */
    private void outstanding(ProgramContext context, PingRun before) {
        if (options.manner().outstanding() && before.pace().inFlight(before) > 0) {
            context.print(
                    answers().stamp(context) + "no answer yet for icmp_seq=" + (before.transmitted() & 0xffff) + "\n");
        }
    }

    /** The send buffer in bytes that ping asks for: for one request, and some for each half kilobyte of it. */
    private int sendBuffer() {
        int message = options.size() + IcmpMessage.LENGTH;
        int header = options.manner().header().isEmpty() ? 0 : PingHeader.LENGTH;
        return message + (message + 511) / 512 * (header + BUFFER_OVERHEAD);
    }

    /** The time of sending and then numbers, or the pattern; what no packet can hold is refused by the kernel anyway. */
    private ByteString payload() {
        ByteString pattern = options.manner().pattern();
        byte[] data = new byte[Math.min(options.size(), LARGEST_DATA)];
        for (int i = 16; i < data.length; i++) {
            data[i] = pattern.isEmpty() ? (byte) i : pattern.at(i % pattern.size());
        }
        return ByteString.of(data);
    }

    @Override
    public boolean endless() {
        return options.count() == 0 && options.deadlineNanos() == 0;
    }

    /** {@code sigexit}: the statistics of what was sent so far. */
    @Override
    public Turn.Exited interrupt(ProgramContext context) {
        return run.equals(PingRun.NEW) ? terminate(context) : finish(context, run);
    }

    private Turn.Exited finish(ProgramContext context, PingRun now) {
        context.calls().close(now.socket());
        context.print(PingTimes.statistics(options, now, context.calls().now()));
        boolean tooFew = options.deadlineNanos() > 0 && now.received() < options.count();
        return new Turn.Exited(now.received() == 0 || tooFew ? 1 : 0);
    }
}
