package org.packetwalk.desktop.paint;

import java.util.List;
import java.util.function.Function;

import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

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

/** Makes a node of each shape. The nodes stand at the places the drawing says; groups become plain groups of nodes. */
final class ShapeNodes implements Shape.Visitor<Node> {
    private final Fonts fonts;
    private final Function<Text, String> words;
    private final Theme theme;

    ShapeNodes(Fonts fonts, Function<Text, String> words, Theme theme) {
        this.fonts = fonts;
        this.words = words;
        this.theme = theme;
    }

    Theme theme() {
        return theme;
    }

    String words(Text text) {
        return words.apply(text);
    }

    Color colour(Palette palette) {
        return Color.web(palette.in(theme));
    }

    List<Node> all(List<Shape> shapes) {
        return shapes.stream().map(shape -> shape.accept(this)).toList();
    }

    @Override
    public Node box(Box box) {
        var node = new Rectangle(
                box.bounds().x(),
                box.bounds().y(),
                box.bounds().width(),
                box.bounds().height());
        node.setArcWidth(box.radius() * 2);
        node.setArcHeight(box.radius() * 2);
        paint(node, box.fill(), box.stroke());
        return node;
    }

    @Override
    public Node line(Line line) {
        var node = new javafx.scene.shape.Line(
                line.from().x(), line.from().y(), line.to().x(), line.to().y());
        paint(node, Palette.NONE, line.stroke());
        return node;
    }

    @Override
    public Node path(Path path) {
        var node = new javafx.scene.shape.Path(elements(path));
        paint(node, path.fill(), path.stroke());
        return node;
    }

    @Override
    public Node circle(Circle circle) {
        var node = new javafx.scene.shape.Circle(
                circle.center().x(), circle.center().y(), circle.radius());
        paint(node, circle.fill(), circle.stroke());
        return node;
    }

    @Override
    public Node label(Label label) {
        var node = new javafx.scene.text.Text();
        node.setFont(fonts.font(label.style()));
        node.setFill(colour(label.colour()));
        node.setText(LabelCut.fitted(words.apply(label.text()), label.maxWidth(), label.cut(), wanted -> {
            node.setText(wanted);
            return node.getLayoutBounds().getWidth();
        }));
        double width = node.getLayoutBounds().getWidth();
        double before = switch (label.anchor()) {
            case START -> 0;
            case MIDDLE -> width / 2;
            case END -> width;
        };
        node.setX(label.at().x() - before);
        node.setY(label.at().y());
        node.setMouseTransparent(true);
        return node;
    }

    @Override
    public Node group(Group group) {
        return new javafx.scene.Group(all(group.shapes()));
    }

    private void paint(javafx.scene.shape.Shape node, Palette fill, Stroke stroke) {
        node.setFill(fill == Palette.NONE ? null : colour(fill));
        if (stroke.colour() == Palette.NONE || stroke.width() <= 0) {
            node.setStroke(null);
            return;
        }
        node.setStroke(colour(stroke.colour()).deriveColor(0, 1, 1, stroke.opacity()));
        node.setStrokeWidth(stroke.width());
        node.setStrokeLineJoin(StrokeLineJoin.ROUND);
        node.setStrokeLineCap(stroke.style() == LineStyle.SOLID ? StrokeLineCap.ROUND : StrokeLineCap.BUTT);
        node.getStrokeDashArray().setAll(stroke.style().dashes());
    }

    private static List<PathElement> elements(Path path) {
        return path.steps().stream().map(step -> step.accept(Elements.ELEMENTS)).toList();
    }

    private enum Elements implements PathStep.Visitor<PathElement> {
        ELEMENTS;

        @Override
        public PathElement moveTo(PathStep.MoveTo step) {
            return new MoveTo(step.x(), step.y());
        }

        @Override
        public PathElement lineTo(PathStep.LineTo step) {
            return new LineTo(step.x(), step.y());
        }

        @Override
        public PathElement curveTo(PathStep.CurveTo step) {
            return new CubicCurveTo(step.c1x(), step.c1y(), step.c2x(), step.c2y(), step.x(), step.y());
        }

        @Override
        public PathElement close(PathStep.Close step) {
            return new ClosePath();
        }
    }
}
