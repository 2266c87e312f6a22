package org.packetwalk.net;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * An immutable sequence of bytes: a payload, the options of a header, a frame.
 *
 * <p>A slice shares the bytes of the whole. Equality is by content. Numbers are read in network order; reading
 * outside the bounds is a fault of the caller and throws {@link IndexOutOfBoundsException}.
 */
public final class ByteString {

    /** No bytes. */
    public static final ByteString EMPTY = new ByteString(new byte[0], 0, 0);

    private final byte[] bytes;
    private final int offset;
    private final int size;

    private ByteString(byte[] bytes, int offset, int size) {
        this.bytes = bytes;
        this.offset = offset;
        this.size = size;
    }

    /** A copy of the given bytes. */
    public static ByteString of(byte... bytes) {
        return bytes.length == 0 ? EMPTY : new ByteString(bytes.clone(), 0, bytes.length);
    }

    /** A copy of the bytes of an array from an index (inclusive) to another (exclusive). */
    public static ByteString copyOf(byte[] bytes, int from, int to) {
        return from == to ? EMPTY : new ByteString(Arrays.copyOfRange(bytes, from, to), 0, to - from);
    }

    /** As many zero bytes as wanted. */
    public static ByteString zeros(int n) {
        return n == 0 ? EMPTY : new ByteString(new byte[n], 0, n);
    }

    /**
     * Reads hexadecimal digits, two for each byte; white space between bytes is skipped.
     *
     * @throws IllegalArgumentException if there is anything else in the text
     */
    public static ByteString parseHex(String text) {
        return of(HexFormat.of().parseHex(text.replaceAll("\\s+", "")));
    }

    /** The number of bytes. */
    public int size() {
        return size;
    }

    /** Whether there is no byte. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** The byte at an index, signed as Java has it. */
    public byte at(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("byte " + index + " of " + size);
        }
        return bytes[offset + index];
    }

    /** The unsigned byte at an index. */
    public int u8(int index) {
        return at(index) & 255;
    }

    /** The unsigned 16-bit number that begins at an index. */
    public int u16(int index) {
        return u8(index) << 8 | u8(index + 1);
    }

    /** The 32 bits that begin at an index, as an int of the same bits. */
    public int u32(int index) {
        return u16(index) << 16 | u16(index + 2);
    }

    /** The 64 bits that begin at an index, as a long of the same bits. */
    public long u64(int index) {
        return (long) u32(index) << 32 | u32(index + 4) & 0xffffffffL;
    }

    /** The bytes from an index (inclusive) to another (exclusive); nothing is copied. */
    public ByteString slice(int from, int to) {
        if (from < 0 || to < from || to > size) {
            throw new IndexOutOfBoundsException("bytes " + from + " to " + to + " of " + size);
        }
        if (from == 0 && to == size) {
            return this;
        }
        return from == to ? EMPTY : new ByteString(bytes, offset + from, to - from);
    }

    /** The bytes from an index to the end; nothing is copied. */
    public ByteString from(int index) {
        return slice(index, size);
    }

    /** These bytes followed by others. */
    public ByteString concat(ByteString other) {
        if (size == 0) {
            return other;
        }
        if (other.size == 0) {
            return this;
        }
        byte[] joined = Arrays.copyOfRange(bytes, offset, offset + size + other.size);
        System.arraycopy(other.bytes, other.offset, joined, size, other.size);
        return new ByteString(joined, 0, joined.length);
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        return Arrays.copyOfRange(bytes, offset, offset + size);
    }

    /** Copies the bytes into an array, from the given position on. */
    public void copyTo(byte[] target, int position) {
        System.arraycopy(bytes, offset, target, position, size);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ByteString that
                && Arrays.equals(bytes, offset, offset + size, that.bytes, that.offset, that.offset + that.size);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = offset; i < offset + size; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    /** Lower case hexadecimal digits without separators. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes, offset, offset + size);
    }
}
