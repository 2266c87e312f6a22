package org.packetwalk.shell;

import java.util.List;
import java.util.Locale;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.netfilter.Connection;
import org.packetwalk.kernel.netfilter.ConnectionStatus;
import org.packetwalk.kernel.netfilter.TcpTracking;
import org.packetwalk.kernel.netfilter.Tuple;

/** Connections as {@code conntrack -L} prints them ({@code nfct_snprintf}). */
final class ConntrackText {

    private static final long NANOS = 1_000_000_000L;

    private ConntrackText() {}

    static String lines(List<Connection> connections, List<String> output, SimTime now) {
        StringBuilder text = new StringBuilder();
        connections.forEach(one -> text.append(line(one, output, now)).append('\n'));
        return text.toString();
    }

    private static String line(Connection connection, List<String> output, SimTime now) {
        Tuple original = connection.original();
        StringBuilder text = new StringBuilder();
        if (output.contains("extended")) {
            text.append(original.source().isIpv4() ? "ipv4     2 " : "ipv6     10 ");
        }
        text.append(String.format(
                Locale.ROOT,
                "%-8s %d %d ",
                name(original.protocol()),
                original.protocol(),
                Math.max(0, connection.expires().since(now) / NANOS)));
        if (connection.tcp() != TcpTracking.NONE) {
            text.append(connection.tcp().name()).append(' ');
        }
        tuple(original, text);
        if (!connection.has(ConnectionStatus.SEEN_REPLY)) {
            text.append("[UNREPLIED] ");
        }
        tuple(connection.reply(), text);
        if (connection.has(ConnectionStatus.ASSURED)) {
            text.append("[ASSURED] ");
        }
        return text.append("mark=")
                .append(Integer.toUnsignedString(connection.mark()))
                .append(" use=1")
                .append(output.contains("id") ? " id=" + connection.number() : "")
                .toString();
    }

    /** The name of a protocol as conntrack knows it. */
    static String name(int protocol) {
        return switch (protocol) {
            case 1 -> "icmp";
            case 6 -> "tcp";
            case 17 -> "udp";
            case 33 -> "dccp";
            case 47 -> "gre";
            case 58 -> "icmpv6";
            case 132 -> "sctp";
            case 136 -> "udplite";
            default -> "unknown";
        };
    }

    private static void tuple(Tuple tuple, StringBuilder text) {
        text.append("src=").append(tuple.source()).append(" dst=").append(tuple.destination());
        if (tuple.isIcmp()) {
            text.append(" type=").append(tuple.destinationPort() >> 8);
            text.append(" code=").append(tuple.destinationPort() & 0xff);
            text.append(" id=").append(tuple.sourcePort());
        } else if (tuple.sourcePort() != 0 || tuple.destinationPort() != 0) {
            text.append(" sport=").append(tuple.sourcePort());
            text.append(" dport=").append(tuple.destinationPort());
        }
        text.append(' ');
    }
}
