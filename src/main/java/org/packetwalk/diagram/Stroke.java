package org.packetwalk.diagram;

/** How the edge of a shape is drawn. */
public record Stroke(Palette colour, double width, LineStyle style, double opacity) {
    /** No edge. */
    public static final Stroke NONE = new Stroke(Palette.NONE, 0, LineStyle.SOLID, 1);

    /** An unbroken line. */
    public static Stroke solid(Palette colour, double width) {
        return new Stroke(colour, width, LineStyle.SOLID, 1);
    }

    /** The same line, broken as the style says. */
    public Stroke styled(LineStyle other) {
        return new Stroke(colour, width, other, opacity);
    }

    /** The same line, partly transparent. */
    public Stroke faded(double share) {
        return new Stroke(colour, width, style, share);
    }
}
