package org.packetwalk.program;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.SocketOptions;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv6Address;

/**
 * {@code python3 -m http.server}: a minimal HTTP/1.0 server over an empty folder, one connection after the other.
 *
 * @param address where it listens
 * @param port its port
 * @param listener the listening socket, number 0 before the start
 * @param socket the connection, number 0 if none is open
 * @param received what came of the request so far
 * @param answer what is still to be sent, each part by a call of its own
 * @param answering whether the request was understood
 */
public record HttpServerProgram(
        IpAddress address,
        int port,
        SocketId listener,
        SocketId socket,
        ByteString received,
        List<ByteString> answer,
        boolean answering)
        implements Program {

    private static final SocketId NONE = new SocketId(0);
    private static final int BACKLOG = 5;
    private static final int CHUNK = 8192;
    private static final String SERVER = "Server: SimpleHTTP/0.6 Python/3.11.2\r\n";
    private static final String DATE = "Date: Thu, 01 Jan 2026 00:00:00 GMT\r\n";

    private static final String LISTING = """
            <!DOCTYPE HTML>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>Directory listing for /</title>
            </head>
            <body>
            <h1>Directory listing for /</h1>
            <hr>
            <ul>
            </ul>
            <hr>
            </body>
            </html>
            """;

    private static final String MISSING = """
            <!DOCTYPE HTML>
            <html lang="en">
                <head>
                    <meta charset="utf-8">
                    <title>Error response</title>
                </head>
                <body>
                    <h1>Error response</h1>
                    <p>Error code: 404</p>
                    <p>Message: File not found.</p>
                    <p>Error code explanation: 404 - Nothing matches the given URI.</p>
                </body>
            </html>
            """;

    /** Copies the list. */
    public HttpServerProgram {
        answer = List.copyOf(answer);
    }

    /** A server that has not begun. */
    public static HttpServerProgram start(IpAddress address, int port) {
        return new HttpServerProgram(address, port, NONE, NONE, ByteString.EMPTY, List.of(), false);
    }

    private HttpServerProgram on(SocketId newListener, SocketId newSocket, ByteString come) {
        return new HttpServerProgram(address, port, newListener, newSocket, come, List.of(), false);
    }

    private HttpServerProgram answering(List<ByteString> parts) {
        return new HttpServerProgram(address, port, listener, socket, received, parts, true);
    }

    @Override
    public String name() {
        return "python3";
    }

    @Override
    public Turn resume(ProgramContext context) {
        HttpServerProgram now = this;
        if (listener.equals(NONE)) {
            boolean ipv6 = address instanceof Ipv6Address;
            SocketId opened =
                    ipv6 ? context.calls().tcpIpv6Socket() : context.calls().tcpSocket();
            // DualStackServer: :: is for both families, whatever bindv6only says.
            SocketOptions options = context.calls().options(opened).withReuse(true, false);
            context.calls().options(opened, options.withIpv6Only(false));
            Errno errno = context.calls().bind(opened, new Endpoint(address, port));
            if (errno != Errno.OK) {
                context.printError("OSError: [Errno " + errno.number() + "] " + errno.text() + "\n");
                return new Turn.Exited(1);
            }
            context.calls().listen(opened, BACKLOG);
            context.print("Serving HTTP on " + address + " port " + port + " (http://"
                    + (ipv6 ? "[" + address + "]" : address) + ":" + port + "/) ...\n");
            now = on(opened, NONE, ByteString.EMPTY);
        }
        while (true) {
            if (now.socket.equals(NONE)) {
                ResultOrErrno<SocketId> accepted = context.calls().accept(now.listener);
                if (!(accepted instanceof ResultOrErrno.Ok<SocketId> ok)) {
                    return new Turn.Polling(now, now.listener, Turn.NEVER);
                }
                now = now.on(now.listener, ok.value(), ByteString.EMPTY);
            }
            if (now.answering) {
                if (!now.answer.isEmpty()) {
                    context.calls().send(now.socket, now.answer.get(0));
                    // Who waited for the data goes first.
                    HttpServerProgram rest = now.answering(now.answer.subList(1, now.answer.size()));
                    return new Turn.Sleeping(rest, context.calls().now());
                }
                now = now.end(context);
                continue;
            }
            Optional<HttpServerProgram> next = now.read(context);
            if (next.isEmpty()) {
                return new Turn.Polling(now, now.socket, Turn.NEVER);
            }
            now = next.get();
        }
    }

    private HttpServerProgram end(ProgramContext context) {
        context.calls().shutdown(socket, false);
        context.calls().close(socket);
        return on(listener, NONE, ByteString.EMPTY);
    }

    /** Reads more of the request; nothing if no more has come yet. */
    private Optional<HttpServerProgram> read(ProgramContext context) {
        ResultOrErrno<ByteString> read = context.calls().receiveBytes(socket, CHUNK);
        if (read instanceof ResultOrErrno.Refused<ByteString> refused && refused.errno() == Errno.EAGAIN) {
            return Optional.empty();
        }
        if (!(read instanceof ResultOrErrno.Ok<ByteString> ok) || ok.value().isEmpty()) {
            return Optional.of(end(context));
        }
        ByteString all = received.concat(ok.value());
        String request = new String(all.toByteArray(), StandardCharsets.ISO_8859_1);
        if (!request.contains("\r\n\r\n")) {
            return Optional.of(on(listener, socket, all));
        }
        return Optional.of(answering(answer(context, request.lines().findFirst().orElse(""))));
    }

    private List<ByteString> answer(ProgramContext context, String line) {
        String[] words = line.split(" ");
        boolean root = words.length > 1 && words[1].equals("/");
        String body = root ? LISTING : MISSING;
        String who = context.calls().remoteEnd(socket).address() + " - - [01/Jan/2026 00:00:00] ";
        if (!root) {
            context.printError(who + "code 404, message File not found\n");
        }
        context.printError(who + "\"" + line + "\" " + (root ? "200" : "404") + " -\n");
        String head = root
                ? "HTTP/1.0 200 OK\r\n" + SERVER + DATE + "Content-type: text/html; charset=utf-8\r\nContent-Length: "
                        + body.length() + "\r\n\r\n"
                : "HTTP/1.0 404 File not found\r\n" + SERVER + DATE
                        + "Connection: close\r\nContent-Type: text/html;charset=utf-8\r\nContent-Length: "
                        + body.length() + "\r\n\r\n";
        ByteString first = ByteString.of(head.getBytes(StandardCharsets.ISO_8859_1));
        return words[0].equals("HEAD")
                ? List.of(first)
                : List.of(first, ByteString.of(body.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
