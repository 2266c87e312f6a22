package org.packetwalk.program;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.Ipv4Address;

/**
 * {@code telnet HOST [PORT]}: connects, says so, and ends at the end of its input as the shell gives it.
 *
 * @param host the destination as it was typed
 * @param port its port
 * @param input its standard input
 * @param socket the connection, number 0 before the start
 * @param open whether it is established
 */
public record TelnetProgram(String host, int port, ByteString input, SocketId socket, boolean open) implements Program {

    private static final SocketId NONE = new SocketId(0);
    private static final int CHUNK = 8192;

    /** A run that has not begun. */
    public static TelnetProgram start(String host, int port) {
        return new TelnetProgram(host, port, ByteString.EMPTY, NONE, false);
    }

    @Override
    public String name() {
        return "telnet";
    }

    @Override
    public TelnetProgram reading(String standardInput) {
        return new TelnetProgram(
                host, port, ByteString.of(standardInput.getBytes(StandardCharsets.UTF_8)), socket, open);
    }

    @Override
    public Turn resume(ProgramContext context) {
        if (socket.equals(NONE)) {
            return connect(context);
        }
        return open ? end(context) : connected(context);
    }

    private Turn connect(ProgramContext context) {
        Optional<Ipv4Address> target = context.resolve(host);
        if (target.isEmpty()) {
            context.printError("telnet: could not resolve " + host + "/" + port + ": Name or service not known\n");
            return new Turn.Exited(1);
        }
        context.print("Trying " + target.get() + "...\n");
        SocketId opened = context.calls().tcpSocket();
        Errno errno = context.calls().connect(opened, new Endpoint(target.get(), port));
        TelnetProgram now = new TelnetProgram(host, port, input, opened, false);
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
