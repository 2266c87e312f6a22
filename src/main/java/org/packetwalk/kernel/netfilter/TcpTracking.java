package org.packetwalk.kernel.netfilter;

import java.util.Locale;

import org.packetwalk.packet.TcpFlags;

/**
 * The state of a tracked TCP connection and how segments change it ({@code tcp_conntracks} of
 * {@code net/netfilter/nf_conntrack_proto_tcp.c}).
 */
public enum TcpTracking {
    NONE,
    SYN_SENT,
    SYN_RECV,
    ESTABLISHED,
    FIN_WAIT,
    CLOSE_WAIT,
    LAST_ACK,
    TIME_WAIT,
    CLOSE,
    SYN_SENT2,
    /** No state: the segment does not fit. */
    INVALID,
    /** No state: the segment is let through and changes nothing. */
    IGNORED;

    private static final String[] CODES = {"NO", "SS", "SR", "ES", "FW", "CW", "LA", "TW", "CL", "S2", "IV", "IG"};

    /** One row each for SYN, SYN-ACK, FIN, ACK, RST and none of them; one column for each state. */
    private static final String[] ORIGINAL = {
        "SS SS IG IG IG IG IG SS SS S2",
        "IV IV IG IG IG IG IG IG IG SR",
        "IV IV FW FW LA LA LA TW CL IV",
        "ES IV ES ES CW CW TW TW CL IV",
        "IV CL CL CL CL CL CL CL CL CL",
        "IV IV IV IV IV IV IV IV IV IV"
    };

    private static final String[] REPLY = {
        "IV S2 IV IV IV IV IV SS IV S2",
        "IV SR IG IG IG IG IG IG IG SR",
        "IV IV FW FW LA LA LA TW CL IV",
        "IV IG SR ES CW CW TW TW CL IG",
        "IV CL CL CL CL CL CL CL CL CL",
        "IV IV IV IV IV IV IV IV IV IV"
    };

    /** The setting that says how long a connection in this state is remembered without a segment. */
    public String timeout() {
        return "tcp_timeout_" + (this == SYN_SENT2 ? SYN_SENT : this).name().toLowerCase(Locale.ROOT);
    }

    /** The state after a segment. */
    public TcpTracking after(TcpFlags flags, boolean reply) {
        String code = (reply ? REPLY : ORIGINAL)[row(flags)].split(" ")[ordinal()];
        for (int i = 0; i < CODES.length; i++) {
            if (CODES[i].equals(code)) {
                return values()[i];
            }
        }
        throw new IllegalStateException(code.toUpperCase(Locale.ROOT));
    }

    private static int row(TcpFlags flags) {
        if (flags.has(TcpFlags.RST)) {
            return 4;
        }
        if (flags.has(TcpFlags.SYN)) {
            return flags.has(TcpFlags.ACK) ? 1 : 0;
        }
        if (flags.has(TcpFlags.FIN)) {
            return 2;
        }
        return flags.has(TcpFlags.ACK) ? 3 : 5;
    }
}
