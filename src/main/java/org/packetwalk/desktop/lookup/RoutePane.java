package org.packetwalk.desktop.lookup;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;

import org.packetwalk.desktop.model.PictureWords;
import org.packetwalk.desktop.paint.DrawingPainter;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.DiagramLayout;
import org.packetwalk.diagram.Rect;
import org.packetwalk.diagram.RouteDiagram;
import org.packetwalk.diagram.RoutePicture;
import org.packetwalk.diagram.RoutePicture.RowState;
import org.packetwalk.diagram.RoutePicture.Rung;
import org.packetwalk.diagram.RoutePicture.RungState;
import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.Subject;
import org.packetwalk.diagram.Theme;

/** Shows a lookup as wide as there is room for it, and as high as it has to be; what does not fit is scrolled to. */
final class RoutePane {
    private static final double SPACE = 12;

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
        boolean same = picture.equals(shown);
        picture = shown;
        draw();
        if (!same) {
            reveal();
        }
    }

    /** Scrolls to what the step is about, if that is out of sight. */
    private void reveal() {
        Rect place = layout.places().get(current());
        double view = frame.getViewportBounds().getHeight();
        double spare = layout.drawing().size().height() - view;
        if (place == null || spare <= 0) {
            return;
        }
        double top = frame.getVvalue() * spare;
        if (place.y() < top) {
            frame.setVvalue(Math.max(0, place.y() - SPACE) / spare);
        } else if (place.bottom() > top + view) {
            frame.setVvalue(Math.min(1, (place.bottom() + SPACE - view) / spare));
        }
    }

    /** The row the step is about, else the row that has won last, else the rule that is being asked. */
    private Subject current() {
        Subject found = Subject.rung(picture.host(), 0);
        for (int i = 0; i < picture.rungs().size(); i++) {
            Rung rung = picture.rungs().get(i);
            if (rung.current() || rung.state() == RungState.ASKED) {
                found = Subject.rung(picture.host(), i);
            }
            for (int k = 0; k < rung.rows().size(); k++) {
                if (rung.rows().get(k).current()) {
                    return Subject.rungRow(picture.host(), i, k);
                }
                if (rung.rows().get(k).state() == RowState.WINNER) {
                    found = Subject.rungRow(picture.host(), i, k);
                }
            }
        }
        return found;
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
