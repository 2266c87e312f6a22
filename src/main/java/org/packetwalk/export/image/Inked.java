package org.packetwalk.export.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

import org.packetwalk.diagram.LineStyle;
import org.packetwalk.diagram.Palette;
import org.packetwalk.diagram.Stroke;
import org.packetwalk.diagram.Theme;

/** An outline of a shape with its fill and its stroke: what is painted with Java2D. */
record Inked(java.awt.Shape outline, Palette fill, Stroke stroke) {

    /** What it can touch, in logical pixels. */
    Rectangle2D bounds() {
        Rectangle2D bounds = outline.getBounds2D();
        double reach = stroked() ? stroke.width() : 0;
        return new Rectangle2D.Double(
                bounds.getX() - reach,
                bounds.getY() - reach,
                bounds.getWidth() + 2 * reach,
                bounds.getHeight() + 2 * reach);
    }

    private boolean stroked() {
        return stroke.colour() != Palette.NONE && stroke.width() > 0;
    }

    void paint(Graphics2D graphics, Theme theme) {
        if (fill != Palette.NONE) {
            graphics.setColor(colour(fill, 1, theme));
            graphics.fill(outline);
        }
        if (stroked()) {
            graphics.setColor(colour(stroke.colour(), stroke.opacity(), theme));
            graphics.setStroke(pen(stroke));
            graphics.draw(outline);
        }
    }

    private static Color colour(Palette palette, double opacity, Theme theme) {
        Color solid = Color.decode(palette.in(theme));
        return new Color(solid.getRed(), solid.getGreen(), solid.getBlue(), (int) Math.round(opacity * 255));
    }

    private static BasicStroke pen(Stroke stroke) {
        boolean solid = stroke.style() == LineStyle.SOLID;
        float width = (float) stroke.width();
        int cap = solid ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT;
        if (solid) {
            return new BasicStroke(width, cap, BasicStroke.JOIN_ROUND);
        }
        float[] dashes = new float[stroke.style().dashes().size()];
        for (int i = 0; i < dashes.length; i++) {
            dashes[i] = stroke.style().dashes().get(i).floatValue();
        }
        return new BasicStroke(width, cap, BasicStroke.JOIN_ROUND, 10, dashes, 0);
    }
}
