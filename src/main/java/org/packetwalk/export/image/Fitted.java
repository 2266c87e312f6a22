package org.packetwalk.export.image;

import org.packetwalk.diagram.Label;

/** A text cut with an ellipsis where it is too wide for its label. */
record Fitted(ImageFonts fonts, Label label) {
    private static final String ELLIPSIS = "…";

    /** The text, or as much of it as the label has room for. */
    String text(String whole) {
        if (whole.isEmpty() || fits(whole)) {
            return whole;
        }
        int least = 0;
        int most = whole.length();
        while (least < most) {
            int half = (least + most + 1) / 2;
            if (fits(cut(whole, half))) {
                least = half;
            } else {
                most = half - 1;
            }
        }
        return cut(whole, least);
    }

    private boolean fits(String text) {
        return fonts.set(text, label.style()).getAdvance() <= label.maxWidth();
    }

    private String cut(String text, int kept) {
        return switch (label.cut()) {
            case END -> text.substring(0, kept).stripTrailing() + ELLIPSIS;
            case MIDDLE -> text.substring(0, (kept + 1) / 2) + ELLIPSIS + text.substring(text.length() - kept / 2);
        };
    }
}
