package org.packetwalk.program;

import java.nio.charset.StandardCharsets;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.net.ByteString;

/**
 * {@code telnet HOST [PORT]}: connects, says so, and ends at the end of its input as the shell gives it.
 *
 * @param host the destination as it was typed
 * @param port its port
 * @param family {@code -4} or {@code -6}: 4 or 6, 0 if neither
 * @param input its standard input
 * @param socket the connection, number 0 before the start
 * @param open whether it is established
 */
public record TelnetProgram(String host, int port, int family, ByteString input, SocketId socket, boolean open)
        implements Program {

    private static final SocketId NONE = new SocketId(0);
    private static final int CHUNK = 8192;

    /** A run that has not begun. */
    public static TelnetProgram start(String host, int port, int family) {
        return new TelnetProgram(host, port, family, ByteString.EMPTY, NONE, false);
    }

    @Override
    public String name() {
        return "telnet";
    }

    @Override
    public TelnetProgram reading(String standardInput) {
        return new TelnetProgram(
                host, port, family, ByteString.of(standardInput.getBytes(StandardCharsets.UTF_8)), socket, open);
    }

    @Override
    public Turn resume(ProgramContext context) {
        if (socket.equals(NONE)) {
            return connect(context);
        }
        return open ? end(context) : connected(context);
    }

    private Turn connect(ProgramContext context) {
        HostLookup found = HostLookup.of(context, host, port, family, false);
        if (found.end().isEmpty()) {
            context.print("Server lookup failure:  " + host + ":" + port + ", " + found.error() + "\n");
            return new Turn.Exited(1);
        }
        Endpoint target = found.end().get();
        String shown = target.isIpv6()
                ? Ping6.numeric(context, target.ipv6(), target.scope())
                : target.address().toString();
        context.print("Trying " + shown + "...\n");
        SocketId opened = target.isIpv6()
                ? context.calls().tcpIpv6Socket()
                : context.calls().tcpSocket();
        Errno errno = context.calls().connect(opened, target);
        TelnetProgram now = new TelnetProgram(host, port, family, input, opened, false);
        return errno == Errno.EINPROGRESS ? new Turn.Writing(now, opened, Turn.NEVER) : now.refused(context, errno);
    }

    private Turn refused(ProgramContext context, Errno errno) {
        context.printError("telnet: Unable to connect to remote host: " + errno.text() + "\n");
        return new Turn.Exited(1);
    }

    private Turn connected(ProgramContext context) {
        Errno errno = context.calls().takeError(socket);
        if (errno != Errno.OK) {
            return refused(context, errno);
        }
        context.print("Connected to " + host + ".\nEscape character is '^]'.\n");
        if (!input.isEmpty()) {
            context.calls().send(socket, input);
        }
        return end(context);
    }

    /** The input is at its end already: what came is printed, and the connection closed. */
    private Turn end(ProgramContext context) {
        ResultOrErrno<ByteString> read = context.calls().receiveBytes(socket, CHUNK);
        if (read instanceof ResultOrErrno.Ok<ByteString> ok && !ok.value().isEmpty()) {
            context.print(new String(ok.value().toByteArray(), StandardCharsets.UTF_8));
        }
        context.printError("Connection closed by foreign host.\n");
        return new Turn.Exited(1);
    }
}
