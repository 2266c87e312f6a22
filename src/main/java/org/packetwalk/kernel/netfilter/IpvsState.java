package org.packetwalk.kernel.netfilter;

import org.packetwalk.packet.TcpFlags;

/**
 * The state of a connection that a director knows, which with direct routing sees the client's packets only
 * ({@code TCP_DIR_INPUT_ONLY} of {@code net/netfilter/ipvs/ip_vs_proto_tcp.c}).
 */
public enum IpvsState {
    NONE(2),
    ESTABLISHED(900),
    SYN_SENT(120),
    SYN_RECV(60),
    FIN_WAIT(120),
    TIME_WAIT(120),
    CLOSE(10),
    CLOSE_WAIT(60),
    LAST_ACK(30),
    LISTEN(120),
    SYNACK(120),
    /** A connection of UDP has no other state. */
    UDP(300);

    private static final String[] CODES = {"NO", "ES", "SS", "SR", "FW", "TW", "CL", "CW", "LA", "LI", "SA"};

    /** One row each for SYN, FIN, ACK and RST, one column for each state. */
    private static final String[] ROWS = {
        "SR ES ES SR SR SR SR SR SR SR SR",
        "CL FW SS TW FW TW CL CW LA LI TW",
        "CL ES SS ES FW TW CL CW CL LI ES",
        "CL CL CL SR CL CL CL CL LA LI CL"
    };

    private final int seconds;

    IpvsState(int seconds) {
        this.seconds = seconds;
    }

    /** How long a connection in this state is remembered without a packet, in seconds. */
    public int seconds() {
        return seconds;
    }

    /** The state after a segment of the client; one without any of the flags changes nothing. */
    public IpvsState after(TcpFlags flags) {
        int row = flags.has(TcpFlags.RST)
                ? 3
                : flags.has(TcpFlags.SYN) ? 0 : flags.has(TcpFlags.FIN) ? 1 : flags.has(TcpFlags.ACK) ? 2 : -1;
        if (row < 0 || this == UDP) {
            return this;
        }
        String code = ROWS[row].split(" ")[ordinal()];
        for (int i = 0; i < CODES.length; i++) {
            if (CODES[i].equals(code)) {
                return values()[i];
            }
        }
        return this;
    }
}
