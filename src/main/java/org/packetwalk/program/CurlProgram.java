package org.packetwalk.program;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.net.ByteString;

/**
 * {@code curl} with one {@code http} URL: HTTP/1.1 GET or HEAD (RFC 9112).
 *
 * @param options what it was asked to do
 * @param phase what it does
 * @param socket the connection, number 0 if none is open
 * @param started when it began
 * @param received what came so far
 */
public record CurlProgram(CurlOptions options, Phase phase, SocketId socket, SimTime started, ByteString received)
        implements Program {

    private static final SocketId NONE = new SocketId(0);
    private static final String VERSION = "7.88.1";
    private static final int CHUNK = 16_384;
    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final int COULD_NOT_RESOLVE = 6;
    private static final int COULD_NOT_CONNECT = 7;
    private static final int HTTP_ERROR = 22;
    private static final int TIMED_OUT = 28;
    private static final int INTERFACE_FAILED = 45;
    private static final int NOTHING_CAME = 52;
    private static final int RECEIVE_FAILED = 56;
    private static final String METER = """
              % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current
                                             Dload  Upload   Total   Spent    Left  Speed
            """;

    /** What curl does at the moment. */
    public enum Phase {
        START,
        CONNECTING,
        WAITING
    }

    /** A run that has not begun. */
    public static CurlProgram start(CurlOptions options) {
        return new CurlProgram(options, Phase.START, NONE, SimTime.ZERO, ByteString.EMPTY);
    }

    @Override
    public String name() {
        return "curl";
    }

    @Override
    public Turn resume(ProgramContext context) {
        return switch (phase) {
            case START -> connect(context);
            case CONNECTING -> connected(context);
            case WAITING -> receive(context);
        };
    }

    private Turn connect(ProgramContext context) {
        SimTime now = context.calls().now();
        CurlProgram begun = new CurlProgram(options, Phase.CONNECTING, NONE, now, received);
        Optional<Endpoint> target = HostLookup.of(context, options.host(), options.port(), options.family(), false)
                .end();
        if (target.isEmpty()) {
            return begun.fail(context, COULD_NOT_RESOLVE, "Could not resolve host: " + options.host());
        }
        SocketId opened = target.get().isIpv6()
                ? context.calls().tcpIpv6Socket()
                : context.calls().tcpSocket();
        context.calls().options(opened, context.calls().options(opened).withNoDelay(true));
        if (!options.source().isAny()) {
            Errno bound = context.calls().bind(opened, new Endpoint(options.source(), 0));
            if (bound != Errno.OK) {
                return begun.fail(
                        context, INTERFACE_FAILED, "bind failed with errno " + bound.number() + ": " + bound.text());
            }
        }
        begun = new CurlProgram(options, Phase.CONNECTING, opened, now, received);
        Errno errno = context.calls().connect(opened, target.get());
        if (errno != Errno.EINPROGRESS) {
            return begun.notConnected(context);
        }
        return new Turn.Writing(begun, opened, begun.connectDeadline());
    }

    private SimTime connectDeadline() {
        long millis = options.mostMillis() >= 0
                ? Math.min(options.mostMillis(), options.connectMillis())
                : options.connectMillis();
        return started.plusMillis(millis);
    }

    private long spentMillis(ProgramContext context) {
        return context.calls().now().since(started) / NANOS_PER_MILLI;
    }

    private Turn notConnected(ProgramContext context) {
        return fail(
                context,
                COULD_NOT_CONNECT,
                "Failed to connect to " + options.host() + " port " + options.port() + " after " + spentMillis(context)
                        + " ms: Couldn't connect to server");
    }

    private Turn connected(ProgramContext context) {
        if (!context.calls().writable(socket)) {
            boolean whole = options.mostMillis() >= 0 && options.mostMillis() <= options.connectMillis();
            return fail(
                    context,
                    TIMED_OUT,
                    whole
                            ? "Connection timed out after " + spentMillis(context) + " milliseconds"
                            : "Failed to connect to " + options.host() + " port " + options.port() + " after "
                                    + spentMillis(context) + " ms: Timeout was reached");
        }
        if (context.calls().takeError(socket) != Errno.OK) {
            return notConnected(context);
        }
        String request = (options.head() ? "HEAD " : "GET ") + options.path() + " HTTP/1.1\r\nHost: "
                + options.authority()
                + (options.port() == 80 ? "" : ":" + options.port()) + "\r\nUser-Agent: curl/" + VERSION
                + "\r\nAccept: */*\r\n\r\n";
        context.calls().send(socket, ByteString.of(request.getBytes(StandardCharsets.ISO_8859_1)));
        return new CurlProgram(options, Phase.WAITING, socket, started, received).receive(context);
    }

    private Turn receive(ProgramContext context) {
        ByteString all = received;
        while (true) {
            ResultOrErrno<ByteString> read = context.calls().receiveBytes(socket, CHUNK);
            if (read instanceof ResultOrErrno.Refused<ByteString> refused) {
                if (refused.errno() != Errno.EAGAIN) {
                    return fail(
                            context,
                            RECEIVE_FAILED,
                            "Recv failure: " + refused.errno().text());
                }
                break;
            }
            ByteString part = ((ResultOrErrno.Ok<ByteString>) read).value();
            if (part.isEmpty()) {
                return finish(context, all);
            }
            all = all.concat(part);
            if (complete(all)) {
                return finish(context, all);
            }
        }
        SimTime end = options.mostMillis() < 0 ? Turn.NEVER : started.plusMillis(options.mostMillis());
        if (!context.calls().now().isBefore(end)) {
            return fail(
                    context,
                    TIMED_OUT,
                    "Operation timed out after " + spentMillis(context) + " milliseconds with "
                            + body(all).size() + " bytes received");
        }
        CurlProgram now = new CurlProgram(options, Phase.WAITING, socket, started, all);
        return new Turn.Polling(now, socket, end);
    }

    private static String text(ByteString bytes) {
        return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
    }

    private static int headerEnd(ByteString all) {
        int found = new String(all.toByteArray(), StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
        return found < 0 ? -1 : found + 4;
    }

    private static ByteString body(ByteString all) {
        int end = headerEnd(all);
        return end < 0 ? ByteString.EMPTY : all.from(end);
    }

    /** Whether the whole answer is there, as its length says. */
    private boolean complete(ByteString all) {
        int end = headerEnd(all);
        if (end < 0) {
            return false;
        }
        for (String line : text(all.slice(0, end)).split("\r\n")) {
            if (line.toLowerCase(java.util.Locale.ROOT).matches("content-length: \\d{1,9}")) {
                return options.head() || all.size() - end >= Integer.parseInt(line.substring(16));
            }
        }
        return false;
    }

    private Turn finish(ProgramContext context, ByteString all) {
        if (all.isEmpty()) {
            return fail(context, NOTHING_CAME, "Empty reply from server");
        }
        String head = headerEnd(all) < 0 ? "" : text(all.slice(0, headerEnd(all)));
        String[] words = head.split("\\s+", 3);
        String code = words.length > 1 && words[1].matches("\\d{3}") ? words[1] : "000";
        if (options.fail() && code.compareTo("400") >= 0) {
            return fail(context, HTTP_ERROR, "The requested URL returned error: " + code);
        }
        if (!options.discard()) {
            context.print((options.head() || options.include() ? head : "")
                    + text(options.head() ? ByteString.EMPTY : body(all)));
        }
        context.print(formatted(code));
        context.calls().close(socket);
        return new Turn.Exited(0);
    }

    private String formatted(String code) {
        return options.format().replace("%{http_code}", code).replace("\\n", "\n");
    }

    private Turn fail(ProgramContext context, int status, String message) {
        if (!socket.equals(NONE)) {
            context.calls().close(socket);
        }
        if (!options.silent()) {
            context.printError(METER
                    + "\r  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0".repeat(2)
                    + "\n");
        }
        if (!options.silent() || options.showErrors()) {
            context.printError("curl: (" + status + ") " + message + "\n");
        }
        context.print(formatted("000"));
        return new Turn.Exited(status);
    }
}
