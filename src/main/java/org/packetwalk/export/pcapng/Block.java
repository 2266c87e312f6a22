package org.packetwalk.export.pcapng;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A block of a pcapng file, built field by field in little-endian order (IETF draft-ietf-opsawg-pcapng, section 3). */
final class Block {
    /** The longest option value: its length is a 16-bit number. */
    private static final int LONGEST_OPTION = 0xFFFF;

    private static final int END_OF_OPTIONS = 0;

    private final int type;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Block(int type) {
        this.type = type;
    }

    /** A 16-bit number. */
    Block number16(int value) {
        body.write(value);
        body.write(value >>> 8);
        return this;
    }

    /** A 32-bit number. */
    Block number32(int value) {
        return number16(value).number16(value >>> 16);
    }

    /** Bytes, filled up to a multiple of four. */
    Block padded(byte[] bytes) {
        body.writeBytes(bytes);
        body.writeBytes(new byte[-bytes.length & 3]);
        return this;
    }

    /** An option whose value is a text; a longer text than an option can hold is cut. */
    Block option(int code, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return option(code, bytes.length <= LONGEST_OPTION ? bytes : cut(text));
    }

    /** An option. */
    Block option(int code, byte[] value) {
        return number16(code).number16(value.length).padded(value);
    }

    /** Ends the options and writes the block. */
    void writeTo(OutputStream out) throws IOException {
        number16(END_OF_OPTIONS).number16(0);
        int length = body.size() + 12;
        Block whole = new Block(type).number32(type).number32(length);
        whole.body.writeBytes(body.toByteArray());
        whole.number32(length);
        whole.body.writeTo(out);
    }

    private static byte[] cut(String text) {
        // no character of UTF-8 takes more than three bytes for one char
        return text.substring(0, LONGEST_OPTION / 3).getBytes(StandardCharsets.UTF_8);
    }
}
