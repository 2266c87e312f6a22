package org.packetwalk.export.image;

import java.awt.Rectangle;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes an animated GIF (GIF89a) that begins again at its end: frames that are laid over what is there already. */
final class GifStream {
    private static final int EXTENSION = 0x21;
    private static final int APPLICATION = 0xFF;
    private static final int COMMENT = 0xFE;
    private static final int GRAPHIC_CONTROL = 0xF9;
    private static final int IMAGE = 0x2C;
    private static final int TRAILER = 0x3B;
    /** What was drawn stays, and one colour is transparent. */
    private static final int LAID_OVER = 1 << 2 | 1;

    private static final int COLOUR_TABLE = 0x80;
    private static final int BLOCK = 255;

    private final OutputStream out;

    /** A picture of a screen; what is to be read of it is said in its comments. */
    GifStream(OutputStream out, int width, int height) throws IOException {
        this.out = new BufferedOutputStream(out);
        text("GIF89a");
        number(width);
        number(height);
        this.out.write(new byte[] {0, 0, 0});
        // the loop count 0 of Netscape: for ever
        this.out.write(new byte[] {EXTENSION, (byte) APPLICATION, 11});
        text("NETSCAPE2.0");
        this.out.write(new byte[] {3, 1, 0, 0, 0});
    }

    /** Lays a frame over what is there, for some milliseconds. */
    void frame(Rectangle place, IndexedColours picture, int millis, String comment) throws IOException {
        comment(comment);
        int bits = bits(picture.palette().length + 1);
        out.write(new byte[] {EXTENSION, (byte) GRAPHIC_CONTROL, 4, LAID_OVER});
        number(millis / 10);
        out.write(new byte[] {(byte) picture.transparent(), 0, IMAGE});
        number(place.x);
        number(place.y);
        number(place.width);
        number(place.height);
        out.write(COLOUR_TABLE | bits - 1);
        for (int i = 0; i < 1 << bits; i++) {
            int colour = i < picture.palette().length ? picture.palette()[i] : 0;
            out.write(new byte[] {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour});
        }
        int depth = Math.max(2, bits);
        out.write(depth);
        blocks(Lzw.compressed(picture.indexes(), depth));
    }

    /** Ends the picture; the stream stays open. */
    void end() throws IOException {
        out.write(TRAILER);
        out.flush();
    }

    private void comment(String words) throws IOException {
        out.write(new byte[] {EXTENSION, (byte) COMMENT});
        blocks(words.getBytes(StandardCharsets.UTF_8));
    }

    private void blocks(byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; from += BLOCK) {
            int length = Math.min(BLOCK, bytes.length - from);
            out.write(length);
            out.write(bytes, from, length);
        }
        out.write(0);
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void number(int number) throws IOException {
        out.write(number);
        out.write(number >> 8);
    }

    /** How many bits number so many colours, at least one. */
    private static int bits(int colours) {
        return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(colours - 1));
    }
}
