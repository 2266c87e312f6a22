package org.packetwalk.packet;

import org.packetwalk.net.ByteString;

/**
 * The Internet checksum (RFC 1071): the ones' complement of the ones' complement sum of 16-bit words.
 *
 * <p>Sums of parts may be added with {@link #add} where each part but the last has an even number of bytes.
 */
public final class Checksum {

    private Checksum() {}

    /** The checksum of the bytes, 0 to 0xffff. */
    public static int of(ByteString bytes) {
        return complement(sum(bytes));
    }

    /** The ones' complement sum of the bytes, an odd last one padded with 0; over bytes with a right checksum it is 0xffff. */
    public static int sum(ByteString bytes) {
        long sum = 0;
        int even = bytes.size() & ~1;
        for (int i = 0; i < even; i += 2) {
            sum += bytes.u16(i);
        }
        if (even < bytes.size()) {
            sum += bytes.u8(even) << 8;
        }
        return fold(sum);
    }

    /** The sum of two sums. */
    public static int add(int sum, int other) {
        return fold((long) sum + other);
    }

    /** Adds the carries above 16 bits back in until there are none ({@code csum_fold} before its complement). */
    public static int fold(long sum) {
        long folded = sum;
        while (folded >>> 16 != 0) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return (int) folded;
    }

    /** The checksum that belongs to a sum. */
    public static int complement(int sum) {
        return ~sum & 0xffff;
    }

    /** The checksum after one 16-bit word has changed (RFC 1624 equation 3, {@code csum_replace2}). */
    public static int update(int checksum, int oldWord, int newWord) {
        return complement(fold((long) complement(checksum) + complement(oldWord) + newWord));
    }
}
