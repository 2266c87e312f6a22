package org.packetwalk.kernel.netfilter;

/**
 * How often a rule or policy was used.
 *
 * @param bytes the sum of the lengths of the packets, with their IP headers
 */
public record Counter(long packets, long bytes) {

    /** Never used. */
    public static final Counter ZERO = new Counter(0, 0);

    /** After one more packet of a length in bytes. */
    public Counter plus(int length) {
        return new Counter(packets + 1, bytes + length);
    }
}
