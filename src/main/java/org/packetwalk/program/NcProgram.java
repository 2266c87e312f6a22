package org.packetwalk.program;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.ServiceNames;
import org.packetwalk.stack.SystemCalls;

/**
 * OpenBSD netcat as Debian has it.
 *
 * @param options what it was asked to do
 * @param input its standard input
 * @param phase what it does
 * @param port the index of the port it is at
 * @param listener the listening socket, number 0 if none is open
 * @param socket the connection, number 0 if none is open
 * @param transfer what goes to and fro on the connection
 * @param since when the phase began
 * @param status the exit status so far
 */
public record NcProgram(
        NcOptions options,
        ByteString input,
        Phase phase,
        int port,
        SocketId listener,
        SocketId socket,
        NcTransfer transfer,
        SimTime since,
        int status)
        implements Program {

    private static final SocketId NONE = new SocketId(0);
    private static final long TEST_SECONDS = 3;

    /** What nc does at the moment. */
    public enum Phase {
        START,
        CONNECT,
        CONNECTING,
        TEST,
        TRANSFER,
        QUIT,
        LISTEN,
        ACCEPT,
        FIRST_DATAGRAM
    }

    /** A run that has not begun. */
    public static NcProgram start(NcOptions options) {
        NcTransfer none = NcTransfer.beginning(NONE, ByteString.EMPTY, 0, false, SimTime.ZERO);
        return new NcProgram(options, ByteString.EMPTY, Phase.START, 0, NONE, NONE, none, SimTime.ZERO, 1);
    }

    @Override
    public String name() {
        return "nc";
    }

    @Override
    public NcProgram reading(String standardInput) {
        ByteString bytes =
                options.detached() ? ByteString.EMPTY : ByteString.of(standardInput.getBytes(StandardCharsets.UTF_8));
        return new NcProgram(options, bytes, phase, port, listener, socket, transfer, since, status);
    }

    @Override
    public Turn resume(ProgramContext context) {
        NcProgram now = this;
        while (true) {
            NcStep step = switch (now.phase) {
                case START -> now.options.listen() ? now.open(context) : NcStep.go(now.in(Phase.CONNECT));
                case CONNECT -> now.connect(context);
                case CONNECTING -> now.connected(context);
                case TEST -> now.test(context);
                case TRANSFER -> now.transfer(context);
                case QUIT -> now.quit();
                case LISTEN, ACCEPT -> now.accept(context);
                case FIRST_DATAGRAM -> now.firstDatagram(context);
            };
            if (step.ends()) {
                return step.turn().get(0);
            }
            now = step.next();
        }
    }

    // -- the client ------------------------------------------------------------------------

    private NcStep connect(ProgramContext context) {
        if (port >= options.ports().size()) {
            return NcStep.exit(this, status);
        }
        closeSocket(context);
        String host = options.host().isEmpty() ? options.family() == 6 ? "::1" : "127.0.0.1" : options.host();
        HostLookup target = lookup(context, host, options.ports().get(port));
        if (target.end().isEmpty()) {
            return unknownHost(context, host, options.ports().get(port), target.error());
        }
        Endpoint remote = target.end().get();
        SocketId opened = socket(context, remote.isIpv6());
        if (options.broadcast()) {
            context.calls().options(opened, context.calls().options(opened).withBroadcast(true));
        }
        NcProgram now = with(opened, Phase.CONNECTING);
        if (!options.source().isEmpty() || !options.sourcePort().isEmpty()) {
            Errno bound = context.calls().bind(opened, own(context, remote.isIpv6()));
            if (bound != Errno.OK) {
                context.printError("nc: bind failed: " + bound.text() + "\n");
                return NcStep.exit(now, 1);
            }
        }
        Errno errno = context.calls().connect(opened, remote);
        if (errno != Errno.OK && errno != Errno.EINPROGRESS) {
            return now.failed(context, "failed", errno);
        }
        if (options.udp()) {
            return NcStep.go(now);
        }
        return NcStep.wait(now, new Turn.Writing(now, opened, deadline(context)));
    }

    private Endpoint own(ProgramContext context, boolean ipv6) {
        int given = options.sourcePort().matches("\\d{1,5}") ? Integer.parseInt(options.sourcePort()) : 0;
        Endpoint none = ipv6 ? Endpoint.ANY_IPV6 : Endpoint.ANY;
        Endpoint any = new Endpoint(none.address(), Math.min(given, 65_535));
        return options.source().isEmpty()
                ? any
                : HostLookup.of(context, options.source(), any.port(), ipv6 ? 6 : 4, options.numeric())
                        .end()
                        .orElse(any);
    }

    private HostLookup lookup(ProgramContext context, String host, int number) {
        return HostLookup.of(context, host, number, options.family(), options.numeric());
    }

    private SocketId socket(ProgramContext context, boolean ipv6) {
        SystemCalls calls = context.calls();
        if (options.udp()) {
            return ipv6 ? calls.udpIpv6Socket() : calls.udpSocket();
        }
        return ipv6 ? calls.tcpIpv6Socket() : calls.tcpSocket();
    }

    private NcStep unknownHost(ProgramContext context, String host, int number, String error) {
        context.printError("nc: getaddrinfo for host \"" + host + "\" port " + number + ": " + error + "\n");
        return NcStep.exit(this, 1);
    }

    private SimTime deadline(ProgramContext context) {
        return options.timeoutMillis() < 0 ? Turn.NEVER : context.calls().now().plusMillis(options.timeoutMillis());
    }

    /** The connection is decided, or the time is over. */
    private NcStep connected(ProgramContext context) {
        if (!options.udp()) {
            if (!context.calls().writable(socket)) {
                return failed(context, "timed out", Errno.EINPROGRESS);
            }
            Errno errno = context.calls().takeError(socket);
            if (errno != Errno.OK) {
                return failed(context, "failed", errno);
            }
        }
        if (options.udp() && (options.verbose() || options.scan())) {
            return NcStep.go(at(context.calls().now()).in(Phase.TEST));
        }
        return established(context);
    }

    /** There is somebody, as far as can be known: told, then the data or the next port. */
    private NcStep established(ProgramContext context) {
        NcProgram now = withStatus(0);
        if (options.verbose() || options.scan()) {
            if (options.verbose()) {
                context.printError("Connection to " + shownHost(context) + " "
                        + options.ports().get(port) + " port [" + options.protocol() + "/" + service()
                        + "] succeeded!\n");
            }
        }
        if (options.scan()) {
            return NcStep.go(now.nextPort());
        }
        return NcStep.go(now.transferring(context));
    }

    private NcStep failed(ProgramContext context, String how, Errno errno) {
        if (options.verbose()) {
            context.printError("nc: connect to " + shownHost(context) + " port "
                    + options.ports().get(port) + " (" + options.protocol() + ") " + how + ": " + errno.text() + "\n");
        }
        closeSocket(context);
        return NcStep.go(with(NONE, Phase.CONNECT).nextPort());
    }

    private String shownHost(ProgramContext context) {
        String bare = options.host().replaceAll("%.*", "");
        if (options.numeric() || IpAddress.isValid(bare)) {
            return options.host();
        }
        return options.host()
                + lookup(context, options.host(), 0)
                        .end()
                        .map(end -> " (" + end.address() + ")")
                        .orElse("");
    }

    private String service() {
        return options.numeric()
                ? "*"
                : ServiceNames.name(options.ports().get(port), options.udp()).orElse("*");
    }

    /**
     * {@code udptest}: two datagrams at once and one after each second of the timeout; only a refusal, which the answer to
     * an earlier one brings, shows that nobody is there.
     */
    private NcStep test(ProgramContext context) {
        long seconds = options.timeoutMillis() < 0 ? TEST_SECONDS : options.timeoutMillis() / 1000;
        long passed = context.calls().now().since(since) / 1_000_000_000L;
        boolean refused = passed == 0
                ? testWrite(context) != Errno.OK || testWrite(context) == Errno.ECONNREFUSED
                : testWrite(context) == Errno.ECONNREFUSED;
        if (refused) {
            return NcStep.go(withStatus(1).nextPort());
        }
        return passed >= seconds
                ? established(context)
                : NcStep.wait(this, new Turn.Sleeping(this, since.plusMillis((passed + 1) * 1000)));
    }

    private Errno testWrite(ProgramContext context) {
        return context.calls().sendUdp(socket, Endpoint.ANY, ByteString.of((byte) 'X'));
    }

    // -- both ------------------------------------------------------------------------------

    private NcProgram transferring(ProgramContext context) {
        NcTransfer begun = NcTransfer.beginning(
                socket,
                input,
                transfer.read(),
                !options.detached(),
                context.calls().now());
        return new NcProgram(options, input, Phase.TRANSFER, port, listener, socket, begun, since, status);
    }

    private NcStep transfer(ProgramContext context) {
        NcTransfer.Look look = transfer.look(context, options);
        NcProgram now = new NcProgram(options, input, phase, port, listener, socket, look.after(), since, status);
        SimTime end = now.transfer.deadline(options);
        return switch (look.outcome()) {
            case YIELDS ->
                NcStep.wait(now, new Turn.Sleeping(now, context.calls().now()));
            case WAITS -> NcStep.wait(now, new Turn.Polling(now, socket, end));
            case WAITS_TO_WRITE -> NcStep.wait(now, new Turn.Writing(now, socket, end));
            case ENDED ->
                look.leaving() || look.complete() && options.quitMillis() > 0 ? now.stay(context) : now.ended(context);
        };
    }

    /** With {@code -q} it stays for a while after all has ended, but not longer than {@code -w} says. */
    private NcStep stay(ProgramContext context) {
        closeSocket(context);
        NcProgram now = with(NONE, Phase.QUIT);
        boolean soon = options.timeoutMillis() >= 0 && options.timeoutMillis() < options.quitMillis();
        long millis = soon ? options.timeoutMillis() : options.quitMillis();
        return NcStep.wait(now, new Turn.Sleeping(now, context.calls().now().plusMillis(millis)));
    }

    private NcStep quit() {
        return NcStep.exit(this, 0);
    }

    /** A connection is over: the next one of a server, the next port of a client. */
    private NcStep ended(ProgramContext context) {
        if (!options.listen()) {
            return NcStep.go(in(Phase.CONNECT).nextPort());
        }
        closeSocket(context);
        if (!options.keep()) {
            return NcStep.exit(with(NONE, Phase.ACCEPT), 0);
        }
        return NcStep.go(with(NONE, Phase.ACCEPT));
    }

    // -- the server ------------------------------------------------------------------------

    /** {@code local_listen}. */
    private NcStep open(ProgramContext context) {
        String host = options.host().isEmpty() ? options.family() == 6 ? "::" : "0.0.0.0" : options.host();
        HostLookup wanted = lookup(context, host, options.ports().get(0));
        if (wanted.end().isEmpty()) {
            return unknownHost(context, host, options.ports().get(0), wanted.error());
        }
        Endpoint local = wanted.end().get();
        SocketId opened = socket(context, local.isIpv6());
        context.calls().options(opened, context.calls().options(opened).withReuse(false, true));
        Errno errno = context.calls().bind(opened, local);
        if (errno != Errno.OK) {
            context.printError("nc: " + errno.text() + "\n");
            return NcStep.exit(this, 1);
        }
        if (!options.udp()) {
            context.calls().listen(opened, 1);
        }
        if (options.verbose()) {
            context.printError((options.udp() ? "Bound on " : "Listening on ") + shown(context, local) + " "
                    + local.port() + "\n");
        }
        NcProgram now = new NcProgram(options, input, Phase.ACCEPT, port, opened, NONE, transfer, since, status);
        if (options.udp() && options.keep()) {
            return NcStep.go(now.with(opened, Phase.TRANSFER).transferring(context));
        }
        if (options.udp()) {
            NcProgram first = now.with(opened, Phase.FIRST_DATAGRAM);
            return NcStep.wait(first, new Turn.Polling(first, opened, Turn.NEVER));
        }
        return NcStep.wait(now, new Turn.Polling(now, opened, Turn.NEVER));
    }

    private NcStep accept(ProgramContext context) {
        ResultOrErrno<SocketId> accepted = context.calls().accept(listener);
        if (!(accepted instanceof ResultOrErrno.Ok<SocketId> ok)) {
            return NcStep.wait(this, new Turn.Polling(this, listener, Turn.NEVER));
        }
        NcProgram now = with(ok.value(), Phase.TRANSFER).transferring(context);
        if (options.verbose()) {
            report(context, context.calls().remoteEnd(ok.value()));
        }
        return NcStep.go(now);
    }

    private void report(ProgramContext context, Endpoint remote) {
        String who = options.numeric()
                ? shown(context, remote)
                : context.nameOf(remote.address()).orElse(shown(context, remote));
        context.printError("Connection received on " + who + " " + remote.port() + "\n");
    }

    /** An address with its zone, as {@code getnameinfo} writes it. */
    private static String shown(ProgramContext context, Endpoint end) {
        return end.isIpv6()
                ? Ping6.numeric(context, end.ipv6(), end.scope())
                : end.address().toString();
    }

    /** A server of datagrams belongs to the first one who sends. */
    private NcStep firstDatagram(ProgramContext context) {
        Optional<Endpoint> from = context.calls().peekSender(socket);
        if (from.isEmpty()) {
            return NcStep.wait(this, new Turn.Polling(this, socket, Turn.NEVER));
        }
        Errno errno = context.calls().connect(socket, from.get());
        if (errno != Errno.OK) {
            context.printError("nc: connect: " + errno.text() + "\n");
            return NcStep.exit(this, 1);
        }
        if (options.verbose()) {
            report(context, from.get());
        }
        return NcStep.go(transferring(context));
    }

    // -- changes ---------------------------------------------------------------------------

    private void closeSocket(ProgramContext context) {
        if (!socket.equals(NONE)) {
            context.calls().close(socket);
        }
    }

    private NcProgram in(Phase now) {
        return new NcProgram(options, input, now, port, listener, socket, transfer, since, status);
    }

    private NcProgram with(SocketId now, Phase then) {
        return new NcProgram(options, input, then, port, listener, now, transfer, since, status);
    }

    private NcProgram nextPort() {
        return new NcProgram(options, input, Phase.CONNECT, port + 1, listener, socket, transfer, since, status);
    }

    private NcProgram withStatus(int now) {
        return new NcProgram(options, input, phase, port, listener, socket, transfer, since, now);
    }

    private NcProgram at(SimTime now) {
        return new NcProgram(options, input, phase, port, listener, socket, transfer, now, status);
    }
}
