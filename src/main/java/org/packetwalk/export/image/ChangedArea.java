package org.packetwalk.export.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Where two pictures differ. */
final class ChangedArea {
    private ChangedArea() {}

    /** The smallest area of the second picture outside of which both agree; one pixel if they agree everywhere. */
    static Rectangle between(BufferedImage before, BufferedImage after) {
        int width = after.getWidth();
        int height = after.getHeight();
        if (before.getWidth() != width || before.getHeight() != height) {
            return new Rectangle(width, height);
        }
        int top = height;
        int bottom = -1;
        int left = width;
        int right = -1;
        int[] old = new int[width];
        int[] now = new int[width];
        for (int y = 0; y < height; y++) {
            before.getRaster().getDataElements(0, y, width, 1, old);
            after.getRaster().getDataElements(0, y, width, 1, now);
            int first = Arrays.mismatch(old, now);
            if (first >= 0) {
                top = Math.min(top, y);
                bottom = y;
                left = Math.min(left, first);
                right = Math.max(right, last(old, now));
            }
        }
        return bottom < 0 ? new Rectangle(1, 1) : new Rectangle(left, top, right - left + 1, bottom - top + 1);
    }

    private static int last(int[] one, int[] other) {
        int place = one.length - 1;
        while (one[place] == other[place]) {
            place--;
        }
        return place;
    }
}
