package org.packetwalk.diagram;

import java.util.function.ToDoubleFunction;

import org.packetwalk.diagram.Label.Cut;

/** Cuts a text that is wider than there is room: whoever paints knows how wide a text is, where it is cut is the same for all. */
public final class LabelCut {
    private static final String ELLIPSIS = "…";

    private LabelCut() {}

    /** The text, or as much of it as fits into the room with an ellipsis at the place of the cut. */
    public static String fitted(String whole, double room, Cut cut, ToDoubleFunction<String> width) {
        if (whole.isEmpty() || width.applyAsDouble(whole) <= room) {
            return whole;
        }
        int least = 0;
        int most = whole.length();
        while (least < most) {
            int half = (least + most + 1) / 2;
            if (width.applyAsDouble(shortened(whole, half, cut)) <= room) {
                least = half;
            } else {
                most = half - 1;
            }
        }
        return shortened(whole, least, cut);
    }

    private static String shortened(String text, int kept, Cut cut) {
        return switch (cut) {
            case END -> text.substring(0, kept).stripTrailing() + ELLIPSIS;
            case MIDDLE -> text.substring(0, (kept + 1) / 2) + ELLIPSIS + text.substring(text.length() - kept / 2);
        };
    }
}
