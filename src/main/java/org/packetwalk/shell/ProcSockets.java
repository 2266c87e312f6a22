package org.packetwalk.shell;

import java.util.Locale;

import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.stack.NetNamespace;

/** {@code /proc/net/tcp}, {@code udp}, {@code tcp6} and {@code udp6} ({@code tcp4_seq_show}, {@code udp4_seq_show}). */
final class ProcSockets {

    private static final int TCP_LINE = 149;
    private static final int UDP_LINE = 127;

    private static final String HEADER_OF_IPV6 = "  sl  local_address                         remote_address"
            + "                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";

    private ProcSockets() {}

    static String tcp(NetNamespace ns) {
        StringBuilder out = new StringBuilder(line(
                "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
                TCP_LINE));
        int slot = 0;
        for (SocketRow row : SocketRow.of(ns)) {
            if (!row.udp() && !row.ipv6()) {
                String tail =
                        row.state() == TcpState.TIME_WAIT ? " 3 0000000000000000" : " 1 0000000000000000 100 0 0 10 0";
                out.append(line("%4d: ".formatted(slot++) + common(row) + tail, TCP_LINE));
            }
        }
        return out.toString();
    }

    static String udp(NetNamespace ns) {
        StringBuilder out = new StringBuilder(line(
                "   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref"
                        + " pointer drops",
                UDP_LINE));
        int slot = 0;
        for (SocketRow row : SocketRow.of(ns)) {
            if (row.udp() && !row.ipv6()) {
                out.append(line("%5d: ".formatted(slot++) + common(row) + " 2 0000000000000000 0", UDP_LINE));
            }
        }
        return out.toString();
    }

    /** {@code tcp6_seq_show}. */
    static String tcp6(NetNamespace ns) {
        StringBuilder out = new StringBuilder(HEADER_OF_IPV6).append('\n');
        int slot = 0;
        for (SocketRow row : SocketRow.of(ns)) {
            if (!row.udp() && row.ipv6()) {
                String tail = row.state() == TcpState.TIME_WAIT
                        ? " 3 0000000000000000"
                        : row.state() == TcpState.LISTEN
                                ? " 1 0000000000000000 100 0 0 10 0"
                                : " 1 0000000000000000 20 0 0 10 -1";
                out.append("%4d: ".formatted(slot++))
                        .append(common(row))
                        .append(tail)
                        .append('\n');
            }
        }
        return out.toString();
    }

    /** {@code udp6_seq_show}. */
    static String udp6(NetNamespace ns) {
        StringBuilder out = new StringBuilder(HEADER_OF_IPV6).append(" ref pointer drops\n");
        int slot = 0;
        for (SocketRow row : SocketRow.of(ns)) {
            if (row.udp() && row.ipv6()) {
                out.append("%5d: ".formatted(slot++)).append(common(row)).append(" 2 0000000000000000 0\n");
            }
        }
        return out.toString();
    }

    private static String common(SocketRow row) {
        boolean forgotten = row.owner().pid() == 0;
        return "%s %s %02X %08X:%08X 00:00000000 00000000 %5d %8d %d"
                .formatted(
                        end(row.local()),
                        end(row.remote()),
                        row.state().number(),
                        row.state() == TcpState.LISTEN ? 0 : row.sendQueue(),
                        row.receiveQueue(),
                        0,
                        0,
                        forgotten ? 0 : row.inode());
    }

    private static String end(Endpoint end) {
        if (end.isIpv6()) {
            Ipv6Address address = end.ipv6();
            return String.format(
                    Locale.ROOT,
                    "%08X%08X%08X%08X:%04X",
                    Integer.reverseBytes((int) (address.high() >>> 32)),
                    Integer.reverseBytes((int) address.high()),
                    Integer.reverseBytes((int) (address.low() >>> 32)),
                    Integer.reverseBytes((int) address.low()),
                    end.port());
        }
        return String.format(
                Locale.ROOT, "%08X:%04X", Integer.reverseBytes(end.ipv4().bits()), end.port());
    }

    private static String line(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length())) + "\n";
    }
}
