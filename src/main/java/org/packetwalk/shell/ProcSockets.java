package org.packetwalk.shell;

import java.util.Locale;

import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.stack.NetNamespace;

/** {@code /proc/net/tcp} and {@code /proc/net/udp} ({@code tcp4_seq_show}, {@code udp4_seq_show}). */
final class ProcSockets {

    private static final int TCP_LINE = 149;
    private static final int UDP_LINE = 127;

    private ProcSockets() {}

    static String tcp(NetNamespace ns) {
        StringBuilder out = new StringBuilder(line(
                "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
                TCP_LINE));
        int slot = 0;
        for (SocketRow row : SocketRow.of(ns)) {
            if (!row.udp()) {
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
            if (row.udp()) {
                out.append(line("%5d: ".formatted(slot++) + common(row) + " 2 0000000000000000 0", UDP_LINE));
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
        return String.format(
                Locale.ROOT, "%08X:%04X", Integer.reverseBytes(end.ipv4().bits()), end.port());
    }

    private static String line(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length())) + "\n";
    }
}
