package org.packetwalk.kernel.socket;

/**
 * A part of the sequence space that an option tells of ({@code struct tcp_sack_block}); numbers are the 32 bits of the wire.
 *
 * @param start its first byte
 * @param end the byte behind it
 */
public record TcpBlock(int start, int end) {

    /** Whether it overlaps another or is next to it ({@code tcp_sack_extend}). */
    boolean touches(TcpBlock other) {
        return other.start - end <= 0 && start - other.end <= 0;
    }

    /** The block that holds both. */
    TcpBlock joined(TcpBlock other) {
        return new TcpBlock(start - other.start <= 0 ? start : other.start, end - other.end >= 0 ? end : other.end);
    }
}
