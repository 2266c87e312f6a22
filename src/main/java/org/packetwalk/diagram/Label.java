package org.packetwalk.diagram;

/**
 * One line of text. Its place is on the baseline, at the start, the middle or the end of the text. A text that is wider than
 * the label allows is cut with an ellipsis.
 */
public record Label(Text text, Point at, Anchor anchor, TextStyle style, Palette colour, double maxWidth, Cut cut)
        implements Shape {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.label(this);
    }

    /** A label that may be as wide as its text. */
    public static Label of(Text text, Point at, Anchor anchor, TextStyle style, Palette colour) {
        return new Label(text, at, anchor, style, colour, Double.POSITIVE_INFINITY, Cut.END);
    }

    /** The same label, no wider than this. */
    public Label within(double width, Cut where) {
        return new Label(text, at, anchor, style, colour, width, where);
    }

    /** Which part of the text stands at its place. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** Where the ellipsis stands when the text is too wide. */
    public enum Cut {
        MIDDLE,
        END
    }
}
