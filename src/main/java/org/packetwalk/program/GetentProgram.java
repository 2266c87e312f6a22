package org.packetwalk.program;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.net.Ipv4Address;

/**
 * {@code getent hosts NAME…} with the order {@code files dns}: glibc asks for an IPv6 address of each name first, in the
 * hosts file and then of the name server, and for an IPv4 address after that.
 *
 * @param names what is looked up
 * @param next the index of the name looked up now
 * @param family whether its IPv6 or its IPv4 address
 * @param attempt questions to the name server so far, of {@value #ATTEMPTS}
 * @param socket the socket a question was sent through, 0 if none is open
 * @param status the exit status so far: 2 if a name was not found
 */
public record GetentProgram(List<String> names, int next, Family family, int attempt, SocketId socket, int status)
        implements Program {

    private static final int ATTEMPTS = 2;
    private static final int DNS_PORT = 53;
    private static final int TIMEOUT_MILLIS = 5000;
    private static final int NOT_FOUND = 2;
    private static final SocketId NO_SOCKET = new SocketId(0);

    /** The kind of address asked for. */
    public enum Family {
        INET6(DnsQuestion.AAAA),
        INET(DnsQuestion.A);

        private final int type;

        Family(int type) {
            this.type = type;
        }
    }

    /** Copies the list. */
    public GetentProgram {
        names = List.copyOf(names);
    }

    /** A lookup that has not begun. */
    public static GetentProgram start(List<String> names) {
        return new GetentProgram(names, 0, Family.INET6, 0, NO_SOCKET, 0);
    }

    @Override
    public String name() {
        return "getent";
    }

    @Override
    public Turn resume(ProgramContext context) {
        GetentProgram now = this;
        if (!socket.equals(NO_SOCKET)) {
            context.calls().receive(socket);
            context.calls().close(socket);
            now = new GetentProgram(names, next, family, attempt + 1, NO_SOCKET, status);
        }
        while (now.next < names.size()) {
            String name = names.get(now.next);
            if (now.attempt == 0 && print(context, name, now.family)) {
                now = new GetentProgram(names, now.next + 1, Family.INET6, 0, NO_SOCKET, now.status);
                continue;
            }
            Optional<Ipv4Address> server = context.nameServer();
            if (server.isPresent() && now.attempt < ATTEMPTS) {
                SocketId asked = ask(context, server.get(), name, now.family);
                if (!asked.equals(NO_SOCKET)) {
                    SimTime deadline = context.calls().now().plusMillis(TIMEOUT_MILLIS);
                    return new Turn.Polling(
                            new GetentProgram(names, now.next, now.family, now.attempt, asked, now.status),
                            asked,
                            deadline);
                }
                now = new GetentProgram(names, now.next, now.family, now.attempt + 1, NO_SOCKET, now.status);
            } else if (now.family == Family.INET6) {
                now = new GetentProgram(names, now.next, Family.INET, 0, NO_SOCKET, now.status);
            } else {
                now = new GetentProgram(names, now.next + 1, Family.INET6, 0, NO_SOCKET, NOT_FOUND);
            }
        }
        return new Turn.Exited(now.status);
    }

    /** Prints the line of the hosts file, if it has one of the family. */
    private static boolean print(ProgramContext context, String name, Family family) {
        for (List<String> entry : context.hostsEntries()) {
            boolean isIpv6 = entry.get(0).contains(":");
            if (isIpv6 == (family == Family.INET6)
                    && entry.subList(1, entry.size()).contains(name)) {
                context.print(line(entry));
                return true;
            }
        }
        return false;
    }

    /** How {@code getent hosts} prints an address with its names. */
    public static String line(List<String> entry) {
        String address = entry.get(0);
        return address + " ".repeat(Math.max(1, 16 - address.length()))
                + String.join(" ", entry.subList(1, entry.size())) + "\n";
    }

    /** Sends one question; {@link #NO_SOCKET} if there is no way to the name server. */
    private static SocketId ask(ProgramContext context, Ipv4Address server, String name, Family family) {
        SocketId socket = context.calls().udpSocket();
        Endpoint endpoint = new Endpoint(server, DNS_PORT);
        Errno errno = context.calls().connect(socket, endpoint);
        if (errno == Errno.OK) {
            int id = context.calls().random(65536);
            errno = context.calls().sendUdp(socket, endpoint, DnsQuestion.encode(id, name, family.type));
        }
        if (errno != Errno.OK) {
            context.calls().close(socket);
            return NO_SOCKET;
        }
        return socket;
    }
}
