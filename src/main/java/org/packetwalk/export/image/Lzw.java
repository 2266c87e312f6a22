package org.packetwalk.export.image;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The compression of GIF: Lempel, Ziv and Welch, with codes that grow from the depth of the colours to twelve bits. */
final class Lzw {
    private static final int MOST_BITS = 12;
    private static final int MOST_CODES = 1 << MOST_BITS;
    private static final int PLACES = 1 << 14;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    /** Strings, each the code of all but its last index and that index, at the place of their hash or behind it. */
    private final int[] strings = new int[PLACES];

    private final short[] codes = new short[PLACES];
    private final int clear;
    private int width;
    private int next;
    private int waiting;
    private int bits;

    private Lzw(int depth) {
        clear = 1 << depth;
    }

    /** Compresses indexes of colours, each of at most so many bits. */
    static byte[] compressed(byte[] indexes, int depth) {
        return new Lzw(depth).all(indexes, depth);
    }

    private byte[] all(byte[] indexes, int depth) {
        begin(depth);
        int prefix = indexes[0] & 0xFF;
        for (int i = 1; i < indexes.length; i++) {
            int index = indexes[i] & 0xFF;
            int string = prefix << 8 | index;
            int place = place(string);
            if (strings[place] == string + 1) {
                prefix = codes[place];
                continue;
            }
            put(prefix);
            if (next < MOST_CODES) {
                strings[place] = string + 1;
                codes[place] = (short) next;
                if (next == 1 << width) {
                    width++;
                }
                next++;
            } else {
                begin(depth);
            }
            prefix = index;
        }
        put(prefix);
        put(clear + 1);
        if (bits > 0) {
            out.write(waiting);
        }
        return out.toByteArray();
    }

    /** Where a string stands, or would. */
    private int place(int string) {
        int place = (string * 0x9E3779B1) >>> 18;
        while (strings[place] != 0 && strings[place] != string + 1) {
            place = place + 1 & PLACES - 1;
        }
        return place;
    }

    /** Forgets all strings and says so. */
    private void begin(int depth) {
        width = width == 0 ? depth + 1 : width;
        put(clear);
        Arrays.fill(strings, 0);
        width = depth + 1;
        next = clear + 2;
    }

    private void put(int code) {
        waiting |= code << bits;
        bits += width;
        while (bits >= 8) {
            out.write(waiting);
            waiting >>>= 8;
            bits -= 8;
        }
    }
}
