package org.packetwalk.export.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** A text inside a PNG file: a chunk {@code iTXt} behind the header (PNG specification, 11.3.3.4). */
final class PngText {
    private static final int SIGNATURE_AND_HEADER = 8 + 25;

    private PngText() {}

    /** The file with a text under a keyword. */
    static byte[] with(byte[] png, String keyword, String text) {
        byte[] chunk = chunk(keyword, text);
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, SIGNATURE_AND_HEADER)
                .put(chunk)
                .put(png, SIGNATURE_AND_HEADER, png.length - SIGNATURE_AND_HEADER)
                .array();
    }

    private static byte[] chunk(String keyword, String text) {
        var data = new ByteArrayOutputStream();
        data.writeBytes("iTXt".getBytes(StandardCharsets.US_ASCII));
        data.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
        // end of the keyword, not compressed, method 0, no language tag, no translated keyword
        data.writeBytes(new byte[] {0, 0, 0, 0, 0});
        data.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        var checksum = new CRC32();
        checksum.update(data.toByteArray());
        return ByteBuffer.allocate(data.size() + 8)
                .putInt(data.size() - 4)
                .put(data.toByteArray())
                .putInt((int) checksum.getValue())
                .array();
    }
}
