package org.packetwalk.desktop.app;

import java.util.List;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import org.packetwalk.desktop.preferences.Preferences;

/** Where the window opens: as it stood when it was closed, as far as a screen still has room for it. */
final class WindowPlace {

    private final Preferences kept;
    private final boolean seen;
    private final Rectangle2D room;

    private WindowPlace(Preferences kept, boolean seen, Rectangle2D room) {
        this.kept = kept;
        this.seen = seen;
        this.room = room;
    }

    static WindowPlace of(Preferences kept) {
        Preferences.Habits habits = kept.habits();
        List<Screen> screens = Screen.getScreensForRectangle(
                habits.x(), habits.y(), Preferences.MINIMUM_WIDTH / 2.0, Preferences.MINIMUM_HEIGHT / 2.0);
        boolean seen = habits.placed() && !screens.isEmpty();
        Screen screen = seen ? screens.get(0) : Screen.getPrimary();
        return new WindowPlace(kept, seen, screen.getVisualBounds());
    }

    /** The width of its scene in logical pixels. */
    int width() {
        return (int) Math.min(kept.width(), room.getWidth());
    }

    /** The height of its scene in logical pixels. */
    int height() {
        return (int) Math.min(kept.height(), room.getHeight());
    }

    void take(Stage stage) {
        if (seen) {
            stage.setX(kept.habits().x());
            stage.setY(kept.habits().y());
        }
        stage.setMaximized(kept.habits().maximized());
    }

    /** Its frame, which is known once it shows, takes room from the screen, too. */
    void keepOnScreen(Stage stage) {
        if (stage.isMaximized()) {
            return;
        }
        if (stage.getWidth() > room.getWidth()) {
            stage.setWidth(room.getWidth());
        }
        if (stage.getHeight() > room.getHeight()) {
            stage.setHeight(room.getHeight());
        }
        if (!seen) {
            stage.setX(Math.max(room.getMinX(), Math.min(stage.getX(), room.getMaxX() - stage.getWidth())));
            stage.setY(Math.max(room.getMinY(), Math.min(stage.getY(), room.getMaxY() - stage.getHeight())));
        }
    }
}
