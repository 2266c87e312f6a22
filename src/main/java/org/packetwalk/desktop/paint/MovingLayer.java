package org.packetwalk.desktop.paint;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

import org.packetwalk.diagram.Point;
import org.packetwalk.diagram.Size;

/**
 * Draws what moves: the tokens above the picture, and the growing ends of their trails right above the resting trails. Each
 * of a few tokens has a node of its own, so that a frame draws anew only where it was and where it is; many share two
 * canvases, which cost the whole picture once, however many there are.
 */
final class MovingLayer {
    private static final int FEW = 16;

    private final Group trails;
    private final Group tokens = new Group();
    private final Canvas allTrails = new Canvas();
    private final Canvas allTokens = new Canvas();
    private final List<Mover> movers = new ArrayList<>();
    private boolean few = true;
    private boolean trailsGrow = true;
    private Color colour = Color.BLACK;
    private double width = 1;

    /** A layer whose trails grow in a group of the picture. */
    MovingLayer(Group trails) {
        this.trails = trails;
        tokens.setManaged(false);
        tokens.setMouseTransparent(true);
        allTrails.setManaged(false);
        allTokens.setManaged(false);
    }

    /** The node that belongs above the picture. */
    Node node() {
        return tokens;
    }

    /** Begins motions. Without {@code growing}, trails are left as they are. */
    void begin(List<Moving> moving, Size size, boolean growing, Color trail, double trailWidth) {
        end();
        few = moving.size() <= FEW;
        trailsGrow = growing;
        colour = trail;
        width = trailWidth;
        moving.forEach(one -> movers.add(new Mover(one, few)));
        if (few) {
            movers.forEach(mover -> {
                tokens.getChildren().add(mover.token);
                trails.getChildren().add(mover.trail);
                style(mover.trail);
            });
        } else {
            resize(allTrails, size);
            resize(allTokens, size);
            trails.getChildren().add(allTrails);
            tokens.getChildren().add(allTokens);
        }
    }

    /** Draws the moment after so many milliseconds at normal speed. */
    void draw(double millis) {
        if (!few) {
            GraphicsContext on = allTokens.getGraphicsContext2D();
            on.clearRect(0, 0, allTokens.getWidth(), allTokens.getHeight());
            GraphicsContext below = allTrails.getGraphicsContext2D();
            below.clearRect(0, 0, allTrails.getWidth(), allTrails.getHeight());
            below.setStroke(colour);
            below.setLineWidth(width);
            below.setLineCap(StrokeLineCap.ROUND);
            below.setLineJoin(StrokeLineJoin.ROUND);
        }
        for (Mover mover : movers) {
            TokenMotion.Frame frame = mover.moving.motion().at(millis);
            if (trailsGrow && frame.trail() > mover.moving.motion().shortest()) {
                grow(
                        mover,
                        mover.moving
                                .along()
                                .track()
                                .between(mover.moving.motion().shortest(), frame.trail()));
            } else {
                mover.trail.getElements().clear();
            }
            Moving.Look look = mover.moving.look(frame);
            if (few) {
                mover.show(look, frame.center());
            } else {
                mover.moving.draw(allTokens.getGraphicsContext2D(), frame.center(), look);
            }
        }
    }

    /** Takes everything away. */
    void end() {
        movers.clear();
        tokens.getChildren().clear();
        trails.getChildren().clear();
    }

    private void grow(Mover mover, List<Point> points) {
        if (few) {
            List<PathElement> elements = new ArrayList<>();
            for (Point point : points) {
                elements.add(elements.isEmpty() ? new MoveTo(point.x(), point.y()) : new LineTo(point.x(), point.y()));
            }
            mover.trail.getElements().setAll(elements);
            return;
        }
        double[] xs = points.stream().mapToDouble(Point::x).toArray();
        double[] ys = points.stream().mapToDouble(Point::y).toArray();
        allTrails.getGraphicsContext2D().strokePolyline(xs, ys, xs.length);
    }

    private void style(Path trail) {
        trail.setStroke(colour);
        trail.setStrokeWidth(width);
        trail.setStrokeLineCap(StrokeLineCap.ROUND);
        trail.setStrokeLineJoin(StrokeLineJoin.ROUND);
    }

    private static void resize(Canvas canvas, Size size) {
        canvas.setWidth(size.width());
        canvas.setHeight(size.height());
    }

    /** A token on its way. */
    private static final class Mover {
        private final Moving moving;
        private final Path trail = new Path();
        private final Canvas token;
        private Moving.Look drawn = new Moving.Look(false, -1, 0, true);

        Mover(Moving moving, boolean ownNode) {
            this.moving = moving;
            token = ownNode
                    ? new Canvas(2 * Math.ceil(moving.width() / 2 + 1), 2 * Math.ceil(moving.height() / 2 + 1))
                    : new Canvas();
        }

        void show(Moving.Look look, Point center) {
            double halfWidth = token.getWidth() / 2;
            double halfHeight = token.getHeight() / 2;
            token.setLayoutX(Math.round(center.x() - halfWidth));
            token.setLayoutY(Math.round(center.y() - halfHeight));
            if (!look.equals(drawn)) {
                drawn = look;
                token.getGraphicsContext2D().clearRect(0, 0, token.getWidth(), token.getHeight());
                moving.draw(token.getGraphicsContext2D(), new Point(halfWidth, halfHeight), look);
            }
        }
    }
}
