package org.packetwalk.desktop.lookup;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;

import org.packetwalk.desktop.paint.DrawingPainter;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.desktop.paint.PictureWords;
import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.DiagramLayout;
import org.packetwalk.diagram.RouteDiagram;
import org.packetwalk.diagram.RoutePicture;
import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.Theme;

/** Shows a lookup as wide as there is room for it, and as high as it has to be; what does not fit is scrolled to. */
final class RoutePane {
    private final ScrollPane frame;
    private final DrawingPainter painter;
    private RoutePicture picture = RoutePicture.NONE;
    private Theme theme = Theme.LIGHT;
    private Density density = Density.REGULAR;
    private DiagramLayout layout = RouteDiagram.layout(RoutePicture.NONE, new Size(1, 1), Density.REGULAR);

    RoutePane(ScrollPane frame, Fonts fonts, PictureWords words) {
        this.frame = frame;
        Pane pane = new Pane();
        this.painter = new DrawingPainter(pane, fonts, words);
        frame.setContent(pane);
        frame.viewportBoundsProperty().addListener((property, before, now) -> {
            if (before.getWidth() != now.getWidth() || before.getHeight() != now.getHeight()) {
                draw();
            }
        });
    }

    DrawingPainter painter() {
        return painter;
    }

    void show(RoutePicture shown) {
        picture = shown;
        draw();
    }

    void dress(Theme shown, Density room) {
        theme = shown;
        density = room;
        draw();
    }

    /** Moves the focus from row to row. */
    void move(int by) {
        painter.moveFocus(layout.order(), by);
    }

    private void draw() {
        double width = Math.floor(frame.getViewportBounds().getWidth());
        double height = Math.floor(frame.getViewportBounds().getHeight());
        if (width >= 100 && frame.isVisible()) {
            layout = RouteDiagram.layout(picture, new Size(width, height), density);
            painter.show(layout.drawing(), theme);
        }
    }
}
