package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;

/** An outline of straight and curved steps. Its ends and corners are round. */
public record Path(List<PathStep> steps, Palette fill, Stroke stroke) implements Shape {
    /** A quarter of a circle as a cubic curve: its control points stand this share of the radius away from its ends. */
    static final double QUARTER = 0.5523;

    public Path {
        steps = List.copyOf(steps);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.path(this);
    }

    /** Straight lines through all points. */
    public static Path through(List<Point> points, Stroke stroke) {
        return new Path(steps(points), Palette.NONE, stroke);
    }

    /** A filled outline through all points. */
    public static Path filled(List<Point> points, Palette fill) {
        var steps = new ArrayList<>(steps(points));
        steps.add(new PathStep.Close());
        return new Path(steps, fill, Stroke.NONE);
    }

    /** Where its steps end. */
    public List<Point> points() {
        var points = new ArrayList<Point>();
        steps.forEach(step -> points.addAll(step.accept(Ends.ENDS)));
        return points;
    }

    private enum Ends implements PathStep.Visitor<List<Point>> {
        ENDS;

        @Override
        public List<Point> moveTo(PathStep.MoveTo step) {
            return List.of(new Point(step.x(), step.y()));
        }

        @Override
        public List<Point> lineTo(PathStep.LineTo step) {
            return List.of(new Point(step.x(), step.y()));
        }

        @Override
        public List<Point> curveTo(PathStep.CurveTo step) {
            return List.of(new Point(step.x(), step.y()));
        }

        @Override
        public List<Point> close(PathStep.Close step) {
            return List.of();
        }
    }

    private static List<PathStep> steps(List<Point> points) {
        var steps = new ArrayList<PathStep>();
        for (Point point : points) {
            steps.add(
                    steps.isEmpty()
                            ? new PathStep.MoveTo(point.x(), point.y())
                            : new PathStep.LineTo(point.x(), point.y()));
        }
        return steps;
    }

    /** Lines through all points, each corner rounded as far as the lines beside it allow. */
    public static Path rounded(List<Point> points, double radius, Stroke stroke) {
        if (points.size() < 3) {
            return through(points, stroke);
        }
        var steps = new ArrayList<PathStep>();
        steps.add(new PathStep.MoveTo(points.get(0).x(), points.get(0).y()));
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.get(i);
            double room = Math.min(corner.distance(points.get(i - 1)), corner.distance(points.get(i + 1)));
            double r = Math.min(radius, room / 2);
            if (r <= 0) {
                continue;
            }
            Point in = corner.towards(points.get(i - 1), r / corner.distance(points.get(i - 1)));
            Point out = corner.towards(points.get(i + 1), r / corner.distance(points.get(i + 1)));
            Point c1 = in.towards(corner, QUARTER);
            Point c2 = out.towards(corner, QUARTER);
            steps.add(new PathStep.LineTo(in.x(), in.y()));
            steps.add(new PathStep.CurveTo(c1.x(), c1.y(), c2.x(), c2.y(), out.x(), out.y()));
        }
        Point last = points.get(points.size() - 1);
        steps.add(new PathStep.LineTo(last.x(), last.y()));
        return new Path(steps, Palette.NONE, stroke);
    }
}
