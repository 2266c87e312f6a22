package org.packetwalk.export.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.function.Function;

import org.packetwalk.diagram.Box;
import org.packetwalk.diagram.Circle;
import org.packetwalk.diagram.Group;
import org.packetwalk.diagram.Label;
import org.packetwalk.diagram.LabelCut;
import org.packetwalk.diagram.Line;
import org.packetwalk.diagram.LineStyle;
import org.packetwalk.diagram.Palette;
import org.packetwalk.diagram.Path;
import org.packetwalk.diagram.PathStep;
import org.packetwalk.diagram.Shape;
import org.packetwalk.diagram.Stroke;
import org.packetwalk.diagram.Text;
import org.packetwalk.diagram.Theme;

/** Paints shapes with Java2D, each over those before it; every visit answers what it has painted on. */
final class ShapePainter implements Shape.Visitor<Graphics2D> {
    private final Graphics2D graphics;
    private final Theme theme;
    private final Function<Text, String> words;
    private final ImageFonts fonts;

    ShapePainter(Graphics2D graphics, Theme theme, Function<Text, String> words, ImageFonts fonts) {
        this.graphics = graphics;
        this.theme = theme;
        this.words = words;
        this.fonts = fonts;
    }

    @Override
    public Graphics2D box(Box box) {
        var outline = new RoundRectangle2D.Double(
                box.bounds().x(),
                box.bounds().y(),
                box.bounds().width(),
                box.bounds().height(),
                box.radius() * 2,
                box.radius() * 2);
        return paint(outline, box.fill(), box.stroke());
    }

    @Override
    public Graphics2D line(Line line) {
        var outline = new Line2D.Double(
                line.from().x(), line.from().y(), line.to().x(), line.to().y());
        return paint(outline, Palette.NONE, line.stroke());
    }

    @Override
    public Graphics2D path(Path path) {
        var outline = new Path2D.Double();
        path.steps().forEach(step -> step.accept(new Outline(outline)));
        return paint(outline, path.fill(), path.stroke());
    }

    @Override
    public Graphics2D circle(Circle circle) {
        double r = circle.radius();
        var outline =
                new Ellipse2D.Double(circle.center().x() - r, circle.center().y() - r, 2 * r, 2 * r);
        return paint(outline, circle.fill(), circle.stroke());
    }

    @Override
    public Graphics2D label(Label label) {
        String text = LabelCut.fitted(
                words.apply(label.text()),
                label.maxWidth(),
                label.cut(),
                wanted -> fonts.set(wanted, label.style()).getAdvance());
        if (text.isEmpty()) {
            return graphics;
        }
        TextLayout layout = fonts.set(text, label.style());
        double before = switch (label.anchor()) {
            case START -> 0;
            case MIDDLE -> layout.getAdvance() / 2;
            case END -> layout.getAdvance();
        };
        var place = AffineTransform.getTranslateInstance(
                label.at().x() - before, label.at().y());
        return paint(layout.getOutline(place), label.colour(), Stroke.NONE);
    }

    @Override
    public Graphics2D group(Group group) {
        group.shapes().forEach(shape -> shape.accept(this));
        return graphics;
    }

    private Graphics2D paint(java.awt.Shape outline, Palette fill, Stroke stroke) {
        if (fill != Palette.NONE) {
            graphics.setColor(colour(fill, 1));
            graphics.fill(outline);
        }
        if (stroke.colour() != Palette.NONE && stroke.width() > 0) {
            graphics.setColor(colour(stroke.colour(), stroke.opacity()));
            graphics.setStroke(pen(stroke));
            graphics.draw(outline);
        }
        return graphics;
    }

    private Color colour(Palette palette, double opacity) {
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

    /** Draws the steps of a path one after the other. */
    private record Outline(Path2D path) implements PathStep.Visitor<Path2D> {
        @Override
        public Path2D moveTo(PathStep.MoveTo step) {
            path.moveTo(step.x(), step.y());
            return path;
        }

        @Override
        public Path2D lineTo(PathStep.LineTo step) {
            path.lineTo(step.x(), step.y());
            return path;
        }

        @Override
        public Path2D curveTo(PathStep.CurveTo step) {
            path.curveTo(step.c1x(), step.c1y(), step.c2x(), step.c2y(), step.x(), step.y());
            return path;
        }

        @Override
        public Path2D close(PathStep.Close step) {
            path.closePath();
            return path;
        }
    }
}
