package org.packetwalk.desktop.paint;

import javafx.scene.text.Text;

import org.packetwalk.diagram.Label.Cut;

/** Cuts a text that is too wide: in the middle for names of functions, at the end for everything else. */
final class TextCut {
    private static final String ELLIPSIS = "…";

    private TextCut() {}

    static void fit(Text node, String text, double maxWidth, Cut cut) {
        node.setText(text);
        if (node.getLayoutBounds().getWidth() <= maxWidth) {
            return;
        }
        int least = 0;
        int most = text.length();
        while (least < most) {
            int half = (least + most + 1) / 2;
            node.setText(shortened(text, half, cut));
            if (node.getLayoutBounds().getWidth() <= maxWidth) {
                least = half;
            } else {
                most = half - 1;
            }
        }
        node.setText(shortened(text, least, cut));
    }

    static String shortened(String text, int kept, Cut cut) {
        return switch (cut) {
            case END -> text.substring(0, kept).stripTrailing() + ELLIPSIS;
            case MIDDLE -> text.substring(0, (kept + 1) / 2) + ELLIPSIS + text.substring(text.length() - kept / 2);
        };
    }
}
