package org.packetwalk.desktop.layers;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

import org.packetwalk.diagram.Size;

/** Where one looks at a picture that may be larger than the canvas: enlarged, shrunk and moved. It fits until it is moved. */
final class CanvasView {
    private static final double LEAST = 0.25;
    private static final double MOST = 3;

    private final Region frame;
    private final Pane canvas;
    private final Scale scale = new Scale(1, 1, 0, 0);
    private Size picture = new Size(1, 1);
    private boolean fits = true;

    CanvasView(Region frame, Pane canvas) {
        this.frame = frame;
        this.canvas = canvas;
        canvas.getTransforms().setAll(scale);
    }

    /** A picture of this size is shown; while it fits it is shrunk to the canvas, never enlarged. */
    void show(Size size) {
        picture = size;
        if (fits) {
            fit();
        }
    }

    /** The picture as a whole, in the middle. */
    void fit() {
        fits = true;
        double factor = Math.min(1, Math.min(frame.getWidth() / picture.width(), frame.getHeight() / picture.height()));
        factor = Math.max(LEAST, factor);
        scale.setX(factor);
        scale.setY(factor);
        place(
                Math.max(0, (frame.getWidth() - picture.width() * factor) / 2),
                Math.max(0, (frame.getHeight() - picture.height() * factor) / 2));
    }

    /** The picture as it was laid out: not moved and not scaled. */
    void still() {
        scale.setX(1);
        scale.setY(1);
        place(0, 0);
    }

    /** How much larger than drawn it is. */
    double scale() {
        return scale.getX();
    }

    /** Larger or smaller around a point of the canvas, which stays where it is. */
    void zoom(double factor, double x, double y) {
        double before = scale.getX();
        double now = Math.max(LEAST, Math.min(MOST, before * factor));
        fits = false;
        scale.setX(now);
        scale.setY(now);
        double share = now / before;
        place(x - (x - canvas.getLayoutX()) * share, y - (y - canvas.getLayoutY()) * share);
    }

    /** Larger or smaller around the middle. */
    void zoom(double factor) {
        zoom(factor, frame.getWidth() / 2, frame.getHeight() / 2);
    }

    /** Moves the picture. */
    void pan(double byX, double byY) {
        fits = false;
        place(canvas.getLayoutX() + byX, canvas.getLayoutY() + byY);
    }

    private void place(double x, double y) {
        canvas.setLayoutX(Math.round(x));
        canvas.setLayoutY(Math.round(y));
    }
}
