package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.kernel.socket.TcpTimeWait;
import org.packetwalk.stack.FragmentQueues;

/**
 * How many sockets of each kind there are: {@code ss -s}, from {@code /proc/net/sockstat}. The kernel counts most of them for
 * each namespace, but TCP sockets in all and orphans for the whole machine.
 */
final class SocketSummary {

    private SocketSummary() {}

    static String of(Computer computer, HostId host) {
        Collection<Socket> own = computer.machine().host(host).sockets().all();
        List<Socket> everybodys = new ArrayList<>();
        computer.hosts()
                .forEach(other -> everybodys.addAll(
                        computer.machine().host(other).sockets().all()));
        long resting = count(own, socket -> socket instanceof TcpTimeWait);
        long tcp = count(own, SocketSummary::hashed);
        long allocated = count(everybodys, socket -> socket instanceof TcpSocket);
        long orphans = count(
                everybodys,
                socket -> socket instanceof TcpSocket one && one.life().orphan());
        long established = count(
                own,
                socket -> socket instanceof TcpSocket one
                        && (one.state() == TcpState.ESTABLISHED || one.state() == TcpState.CLOSE_WAIT));
        FragmentQueues fragments = computer.machine().host(host).fragments();
        StringBuilder out = new StringBuilder();
        out.append("Total: ").append(own.size() - resting).append('\n');
        out.append(String.format(
                Locale.ROOT,
                "TCP:   %d (estab %d, closed %d, orphaned %d, timewait %d)\n\n",
                allocated,
                established,
                allocated - (tcp - resting),
                orphans,
                resting));
        out.append("Transport Total     IP        IPv6\n");
        Predicate<Socket> raw = socket -> socket instanceof Socket.Raw;
        Predicate<Socket> udp =
                socket -> socket instanceof Socket.Udp && socket.local().port() != 0;
        Predicate<Socket> streams = SocketSummary::hashed;
        out.append(line("RAW", own, raw));
        out.append(line("UDP", own, udp));
        out.append(line("TCP", own, streams));
        out.append(line("INET", own, raw.or(udp).or(streams)));
        return out.append(row("FRAG", fragments.size(), 0)).append('\n').toString();
    }

    private static boolean hashed(Socket socket) {
        return socket instanceof TcpSocket tcp && tcp.state() != TcpState.CLOSE;
    }

    private static long count(Collection<Socket> sockets, Predicate<Socket> kind) {
        return sockets.stream().filter(kind).count();
    }

    private static String line(String name, Collection<Socket> sockets, Predicate<Socket> kind) {
        return row(
                name,
                count(sockets, kind.and(socket -> !socket.local().isIpv6())),
                count(sockets, kind.and(socket -> socket.local().isIpv6())));
    }

    private static String row(String name, long ipv4, long ipv6) {
        return String.format(Locale.ROOT, "%s\t  %-9d %-9d %-9d\n", name, ipv4 + ipv6, ipv4, ipv6);
    }
}
