package org.packetwalk.export.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A picture in at most 255 colours: those that most of its pixels have, every other pixel in the nearest of them. Nothing is
 * dithered, since areas of one colour shall stay so. Pixels that are as before are left out: they are transparent.
 */
final class IndexedColours {
    private static final int MOST = 255;

    private IndexedColours() {}

    /** What has changed, with a palette of its own, the last entry of which is transparent. The same pixels give the same palette. */
    static BufferedImage of(ChangedArea changed) {
        int[] pixels = changed.after();
        int[] old = changed.before();
        int[] palette = palette(pixels, old);
        byte transparent = (byte) palette.length;
        Map<Integer, Integer> places = new LinkedHashMap<>();
        byte[] indexes = new byte[pixels.length];
        Arrays.fill(indexes, transparent);
        for (int from = changed(pixels, old, 0); from < pixels.length; ) {
            int end = runEnd(pixels, old, from);
            int place = places.computeIfAbsent(pixels[from], pixel -> nearest(pixel, palette));
            Arrays.fill(indexes, from, end, (byte) place);
            from = changed(pixels, old, end);
        }
        int[] colours = Arrays.copyOf(palette, palette.length + 1);
        var model = new IndexColorModel(8, colours.length, colours, 0, false, palette.length, DataBuffer.TYPE_BYTE);
        int width = changed.place().width;
        int height = changed.place().height;
        var indexed = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        indexed.getRaster().setDataElements(0, 0, width, height, indexes);
        return indexed;
    }

    private static int[] palette(int[] pixels, int[] old) {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        for (int from = changed(pixels, old, 0); from < pixels.length; ) {
            int end = runEnd(pixels, old, from);
            counts.merge(pixels[from], end - from, Integer::sum);
            from = changed(pixels, old, end);
        }
        List<Map.Entry<Integer, Integer>> colours = new ArrayList<>(counts.entrySet());
        // equal counts are put in the order of the colours, so that the palette does not depend on the map
        colours.sort(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        return colours.stream().limit(MOST).mapToInt(Map.Entry::getKey).toArray();
    }

    /** The next pixel that is not as before, from one on; most are, and the library skips them by many at once. */
    private static int changed(int[] pixels, int[] old, int from) {
        int ahead = Arrays.mismatch(pixels, from, pixels.length, old, from, old.length);
        return ahead < 0 ? pixels.length : from + ahead;
    }

    /** Behind the changed pixels of one colour that begin with one. */
    private static int runEnd(int[] pixels, int[] old, int from) {
        int end = from + 1;
        while (end < pixels.length && pixels[end] == pixels[from] && pixels[end] != old[end]) {
            end++;
        }
        return end;
    }

    private static int nearest(int pixel, int[] palette) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int distance = distance(pixel, palette[i]);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 0xFF) - (other >> 16 & 0xFF);
        int green = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
        int blue = (one & 0xFF) - (other & 0xFF);
        return red * red + green * green + blue * blue;
    }
}
