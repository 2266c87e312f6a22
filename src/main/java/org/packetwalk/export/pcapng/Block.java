package org.packetwalk.export.pcapng;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A block of a pcapng file, built field by field in little-endian order (IETF draft-ietf-opsawg-pcapng, section 3). */
final class Block {
    /** The longest option value: its length is a 16-bit number. */
    private static final int LONGEST_OPTION = 0xFFFF;

    private static final int END_OF_OPTIONS = 0;

    /** Type and length stand before the body, the length once more behind it. */
    private static final int HEAD = 8;

    private static final int FIRST_ROOM = 256;

    private byte[] bytes = new byte[FIRST_ROOM];
    private int size = HEAD;

    Block(int type) {
        put32(0, type);
    }

    /** A 16-bit number. */
    Block number16(int value) {
        room(2);
        bytes[size] = (byte) value;
        bytes[size + 1] = (byte) (value >>> 8);
        size += 2;
        return this;
    }

    /** A 32-bit number. */
    Block number32(int value) {
        room(4);
        put32(size, value);
        size += 4;
        return this;
    }

    /** Bytes, filled up to a multiple of four. */
    Block padded(byte[] value) {
        int padding = -value.length & 3;
        room(value.length + padding);
        System.arraycopy(value, 0, bytes, size, value.length);
        Arrays.fill(bytes, size + value.length, size + value.length + padding, (byte) 0);
        size += value.length + padding;
        return this;
    }

    /** An option whose value is a text; a longer text than an option can hold is cut. */
    Block option(int code, String text) {
        byte[] value = text.getBytes(StandardCharsets.UTF_8);
        return option(code, value.length <= LONGEST_OPTION ? value : cut(text));
    }

    /** An option. */
    Block option(int code, byte[] value) {
        return number16(code).number16(value.length).padded(value);
    }

    /** Ends the options and writes the block. */
    void writeTo(OutputStream out) throws IOException {
        number16(END_OF_OPTIONS).number16(0);
        int length = size + 4;
        put32(4, length);
        number32(length);
        out.write(bytes, 0, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    private void put32(int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >>> 8);
        bytes[at + 2] = (byte) (value >>> 16);
        bytes[at + 3] = (byte) (value >>> 24);
    }

    private static byte[] cut(String text) {
        // no character of UTF-8 takes more than three bytes for one char
        return text.substring(0, LONGEST_OPTION / 3).getBytes(StandardCharsets.UTF_8);
    }
}
