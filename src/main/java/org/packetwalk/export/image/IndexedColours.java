package org.packetwalk.export.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A picture in at most 256 colours: those that most of its pixels have, every other pixel in the nearest of them. Nothing is
 * dithered, since areas of one colour shall stay so.
 */
final class IndexedColours {
    private static final int MOST = 256;

    private IndexedColours() {}

    /** The same picture with a palette of its own. The same pixels give the same palette. */
    static BufferedImage of(BufferedImage image) {
        int[] pixels = new int[image.getWidth() * image.getHeight()];
        image.getRaster().getDataElements(0, 0, image.getWidth(), image.getHeight(), pixels);
        int[] palette = palette(pixels);
        Map<Integer, Integer> places = new LinkedHashMap<>();
        byte[] indexes = new byte[pixels.length];
        int last = pixels[0];
        byte place = (byte) nearest(last, palette);
        for (int i = 0; i < pixels.length; i++) {
            // neighbours mostly have the same colour
            if (pixels[i] != last) {
                last = pixels[i];
                place = (byte) (int) places.computeIfAbsent(last, pixel -> nearest(pixel, palette));
            }
            indexes[i] = place;
        }
        var model = new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
        var indexed = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        indexed.getRaster().setDataElements(0, 0, image.getWidth(), image.getHeight(), indexes);
        return indexed;
    }

    private static int[] palette(int[] pixels) {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        int from = 0;
        for (int i = 1; i <= pixels.length; i++) {
            if (i == pixels.length || pixels[i] != pixels[from]) {
                counts.merge(pixels[from], i - from, Integer::sum);
                from = i;
            }
        }
        List<Map.Entry<Integer, Integer>> colours = new ArrayList<>(counts.entrySet());
        // equal counts are put in the order of the colours, so that the palette does not depend on the map
        colours.sort(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        return colours.stream().limit(MOST).mapToInt(Map.Entry::getKey).toArray();
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
