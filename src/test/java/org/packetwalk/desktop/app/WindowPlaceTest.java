package org.packetwalk.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import org.packetwalk.desktop.preferences.Preferences;
import org.packetwalk.diagram.Theme;

/** A window that was larger than this screen, or stood on another one, opens where all of it is seen. */
@ExtendWith(ApplicationExtension.class)
class WindowPlaceTest {
    private Stage stage;

    @Start
    void start(Stage first) {
        stage = first;
    }

    @Test
    void itIsNoLargerThanTheScreen(FxRobot robot) {
        open(robot, new Preferences(Locale.ENGLISH, Theme.LIGHT, 5000, 4000, ""));

        assertThat(screen().contains(frame())).isTrue();
        assertThat(stage.getWidth()).isEqualTo(screen().getWidth());
    }

    @Test
    void whereNoScreenIsAnyMoreNothingStands(FxRobot robot) {
        Preferences.Habits far = new Preferences.Habits(9000, 9000, true, false, 1, false, 1, "", 0, "");
        open(robot, new Preferences(Locale.ENGLISH, Theme.LIGHT, 1024, 640, "", far));

        assertThat(screen().contains(frame())).isTrue();
    }

    private void open(FxRobot robot, Preferences kept) {
        robot.interact(() -> {
            WindowPlace place = WindowPlace.of(kept);
            stage.setScene(new Scene(new Group(), place.width(), place.height()));
            place.take(stage);
            stage.show();
            place.keepOnScreen(stage);
        });
    }

    private Rectangle2D frame() {
        return new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }

    private static Rectangle2D screen() {
        return Screen.getPrimary().getVisualBounds();
    }
}
