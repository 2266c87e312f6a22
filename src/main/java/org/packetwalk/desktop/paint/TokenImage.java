package org.packetwalk.desktop.paint;

import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

import org.packetwalk.diagram.Point;
import org.packetwalk.diagram.Rect;

/** A token drawn once, at the scale of the screen, so that moving it costs no shapes and no text. */
record TokenImage(Image image, double width, double height) {
    private static final double EDGE = 9;
    private static final double LEFT_CAP = EDGE + 6;

    /** Draws the token; on the thread of the window only. */
    static TokenImage of(org.packetwalk.diagram.Group token, ShapeNodes nodes, double scale) {
        var group = new Group(nodes.all(token.shapes()));
        Rect area = token.bounds().grown(EDGE);
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setViewport(new javafx.geometry.Rectangle2D(
                area.x() * scale, area.y() * scale, area.width() * scale, area.height() * scale));
        return new TokenImage(group.snapshot(parameters, null), area.width(), area.height());
    }

    void draw(GraphicsContext to, Point center) {
        to.drawImage(image, left(center, width), Math.round(center.y() - height / 2), width, height);
    }

    /** Draws it narrower: the outermost header is behind the left end of the holder, as far as it is cut off. */
    void drawNarrowed(GraphicsContext to, Point center, double narrower) {
        double scale = image.getWidth() / width;
        double x = left(center, width - narrower);
        double y = Math.round(center.y() - height / 2);
        to.drawImage(image, 0, 0, LEFT_CAP * scale, image.getHeight(), x, y, LEFT_CAP, height);
        double from = LEFT_CAP + narrower;
        double rest = width - from;
        to.drawImage(image, from * scale, 0, rest * scale, image.getHeight(), x + LEFT_CAP, y, rest, height);
    }

    private static double left(Point center, double width) {
        return Math.round(center.x() - width / 2);
    }
}
