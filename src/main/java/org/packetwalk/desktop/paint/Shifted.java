package org.packetwalk.desktop.paint;

import org.packetwalk.diagram.Box;
import org.packetwalk.diagram.Circle;
import org.packetwalk.diagram.Group;
import org.packetwalk.diagram.Label;
import org.packetwalk.diagram.Line;
import org.packetwalk.diagram.Path;
import org.packetwalk.diagram.PathStep;
import org.packetwalk.diagram.Point;
import org.packetwalk.diagram.Rect;
import org.packetwalk.diagram.Shape;

/**
 * The same shapes at another place, on a grid of 1/256 of a pixel: what looks the same at two places becomes equal at one. A
 * group loses its subject's words, which do not show.
 */
record Shifted(double dx, double dy) implements Shape.Visitor<Shape>, PathStep.Visitor<PathStep> {
    private static final double GRID = 256;

    @Override
    public Shape box(Box box) {
        return new Box(rect(box.bounds()), box.radius(), box.fill(), box.stroke());
    }

    @Override
    public Shape line(Line line) {
        return new Line(point(line.from()), point(line.to()), line.stroke());
    }

    @Override
    public Shape path(Path path) {
        return new Path(path.steps().stream().map(step -> step.accept(this)).toList(), path.fill(), path.stroke());
    }

    @Override
    public Shape circle(Circle circle) {
        return new Circle(point(circle.center()), circle.radius(), circle.fill(), circle.stroke());
    }

    @Override
    public Shape label(Label label) {
        return new Label(
                label.text(),
                point(label.at()),
                label.anchor(),
                label.style(),
                label.colour(),
                label.maxWidth(),
                label.cut());
    }

    @Override
    public Shape group(Group group) {
        return new Group(
                group.subject(),
                group.role(),
                org.packetwalk.diagram.Text.NONE,
                rect(group.bounds()),
                group.shapes().stream().map(shape -> shape.accept(this)).toList());
    }

    @Override
    public PathStep moveTo(PathStep.MoveTo step) {
        return new PathStep.MoveTo(x(step.x()), y(step.y()));
    }

    @Override
    public PathStep lineTo(PathStep.LineTo step) {
        return new PathStep.LineTo(x(step.x()), y(step.y()));
    }

    @Override
    public PathStep curveTo(PathStep.CurveTo step) {
        return new PathStep.CurveTo(
                x(step.c1x()), y(step.c1y()), x(step.c2x()), y(step.c2y()), x(step.x()), y(step.y()));
    }

    @Override
    public PathStep close(PathStep.Close step) {
        return step;
    }

    private Rect rect(Rect rect) {
        return new Rect(x(rect.x()), y(rect.y()), grid(rect.width()), grid(rect.height()));
    }

    private Point point(Point point) {
        return new Point(x(point.x()), y(point.y()));
    }

    private double x(double value) {
        return grid(value + dx);
    }

    private double y(double value) {
        return grid(value + dy);
    }

    private static double grid(double value) {
        return Math.round(value * GRID) / GRID;
    }
}
