package org.packetwalk.export.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Where two pictures of the same size differ.
 *
 * @param place the smallest area outside of which they agree; one pixel if they agree everywhere
 * @param before its pixels in the first picture, row by row
 * @param after its pixels in the second
 */
record ChangedArea(Rectangle place, int[] before, int[] after) {

    /** All of a picture before which there was none. */
    static ChangedArea all(BufferedImage image) {
        Rectangle whole = new Rectangle(image.getWidth(), image.getHeight());
        int[] after = pixels(image, whole);
        int[] none = new int[after.length];
        // no pixel is like it
        Arrays.setAll(none, i -> ~after[i]);
        return new ChangedArea(whole, none, after);
    }

    /** What of an area has changed; {@code before} is what it was, row by row. */
    static ChangedArea of(BufferedImage image, Rectangle area, int[] before) {
        int[] after = pixels(image, area);
        int top = area.height;
        int bottom = -1;
        int left = area.width;
        int right = -1;
        for (int y = 0; y < area.height; y++) {
            int from = y * area.width;
            int first = Arrays.mismatch(before, from, from + area.width, after, from, from + area.width);
            if (first >= 0) {
                int last = area.width - 1;
                while (before[from + last] == after[from + last]) {
                    last--;
                }
                top = Math.min(top, y);
                bottom = y;
                left = Math.min(left, first);
                right = Math.max(right, last);
            }
        }
        Rectangle inside =
                bottom < 0 ? new Rectangle(1, 1) : new Rectangle(left, top, right - left + 1, bottom - top + 1);
        Rectangle place = new Rectangle(area.x + inside.x, area.y + inside.y, inside.width, inside.height);
        return new ChangedArea(place, part(before, area.width, inside), part(after, area.width, inside));
    }

    /** The pixels of an area, row by row. */
    static int[] pixels(BufferedImage image, Rectangle area) {
        int[] pixels = new int[area.width * area.height];
        image.getRaster().getDataElements(area.x, area.y, area.width, area.height, pixels);
        return pixels;
    }

    private static int[] part(int[] pixels, int width, Rectangle inside) {
        int[] part = new int[inside.width * inside.height];
        for (int y = 0; y < inside.height; y++) {
            System.arraycopy(pixels, (inside.y + y) * width + inside.x, part, y * inside.width, inside.width);
        }
        return part;
    }
}
