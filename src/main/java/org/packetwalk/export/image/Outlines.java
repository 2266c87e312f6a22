package org.packetwalk.export.image;

import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.function.Function;

import org.packetwalk.diagram.Box;
import org.packetwalk.diagram.Circle;
import org.packetwalk.diagram.Group;
import org.packetwalk.diagram.Label;
import org.packetwalk.diagram.LabelCut;
import org.packetwalk.diagram.Line;
import org.packetwalk.diagram.Palette;
import org.packetwalk.diagram.Path;
import org.packetwalk.diagram.PathStep;
import org.packetwalk.diagram.Shape;
import org.packetwalk.diagram.Stroke;
import org.packetwalk.diagram.Text;

/** Finds the outlines of shapes, which Java2D paints each over those before it. */
final class Outlines implements Shape.Visitor<List<Inked>> {
    private final Function<Text, String> words;
    private final ImageFonts fonts;

    Outlines(Function<Text, String> words, ImageFonts fonts) {
        this.words = words;
        this.fonts = fonts;
    }

    @Override
    public List<Inked> box(Box box) {
        var outline = new RoundRectangle2D.Double(
                box.bounds().x(),
                box.bounds().y(),
                box.bounds().width(),
                box.bounds().height(),
                box.radius() * 2,
                box.radius() * 2);
        return List.of(new Inked(outline, box.fill(), box.stroke()));
    }

    @Override
    public List<Inked> line(Line line) {
        var outline = new Line2D.Double(
                line.from().x(), line.from().y(), line.to().x(), line.to().y());
        return List.of(new Inked(outline, Palette.NONE, line.stroke()));
    }

    @Override
    public List<Inked> path(Path path) {
        var outline = new Path2D.Double();
        path.steps().forEach(step -> step.accept(new Outline(outline)));
        return List.of(new Inked(outline, path.fill(), path.stroke()));
    }

    @Override
    public List<Inked> circle(Circle circle) {
        double r = circle.radius();
        var outline =
                new Ellipse2D.Double(circle.center().x() - r, circle.center().y() - r, 2 * r, 2 * r);
        return List.of(new Inked(outline, circle.fill(), circle.stroke()));
    }

    @Override
    public List<Inked> label(Label label) {
        String text = LabelCut.fitted(
                words.apply(label.text()),
                label.maxWidth(),
                label.cut(),
                wanted -> fonts.set(wanted, label.style()).getAdvance());
        if (text.isEmpty()) {
            return List.of();
        }
        TextLayout layout = fonts.set(text, label.style());
        double before = switch (label.anchor()) {
            case START -> 0;
            case MIDDLE -> layout.getAdvance() / 2;
            case END -> layout.getAdvance();
        };
        var place = AffineTransform.getTranslateInstance(
                label.at().x() - before, label.at().y());
        return List.of(new Inked(layout.getOutline(place), label.colour(), Stroke.NONE));
    }

    @Override
    public List<Inked> group(Group group) {
        return group.shapes().stream()
                .flatMap(shape -> shape.accept(this).stream())
                .toList();
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
