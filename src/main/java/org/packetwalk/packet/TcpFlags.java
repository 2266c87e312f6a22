package org.packetwalk.packet;

import java.util.List;

/** The flags of a TCP header: the eight bits of RFC 9293 §3.1 and the four reserved ones above them. */
public record TcpFlags(int bits) {

    /** No more data from the sender. */
    public static final TcpFlags FIN = new TcpFlags(0x01);

    /** Synchronize sequence numbers. */
    public static final TcpFlags SYN = new TcpFlags(0x02);

    /** Reset the connection. */
    public static final TcpFlags RST = new TcpFlags(0x04);

    /** Push function. */
    public static final TcpFlags PSH = new TcpFlags(0x08);

    /** The acknowledgment number counts. */
    public static final TcpFlags ACK = new TcpFlags(0x10);

    /** The urgent pointer counts. */
    public static final TcpFlags URG = new TcpFlags(0x20);

    /** ECN echo (RFC 3168). */
    public static final TcpFlags ECE = new TcpFlags(0x40);

    /** Congestion window reduced (RFC 3168). */
    public static final TcpFlags CWR = new TcpFlags(0x80);

    private static final List<String> NAMES = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR");

    /**
     * Refuses what does not fit the wire format.
     *
     * @throws IllegalArgumentException if a bit above the twelfth is set
     */
    public TcpFlags {
        FieldRange.check("TCP flags", bits, 0xfff);
    }

    /** These flags and others. */
    public TcpFlags and(TcpFlags other) {
        return new TcpFlags(bits | other.bits);
    }

    /** Whether all the given flags are set here. */
    public boolean has(TcpFlags wanted) {
        return (bits & wanted.bits) == wanted.bits;
    }

    /** The names of the set flags joined by {@code |}, reserved bits as a hexadecimal number; empty if none is set. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (int i = 0; i < NAMES.size(); i++) {
            if ((bits >> i & 1) != 0) {
                text.append(text.isEmpty() ? "" : "|").append(NAMES.get(i));
            }
        }
        if (bits > 0xff) {
            text.append(text.isEmpty() ? "" : "|").append("0x").append(Integer.toHexString(bits & 0xf00));
        }
        return text.toString();
    }
}
