package org.packetwalk.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.Callable;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import org.packetwalk.desktop.model.LessonShelf;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.diagram.Theme;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.lesson.LessonCatalog;

/** A whole lesson by the keyboard alone. */
@ExtendWith(ApplicationExtension.class)
class LessonStoryTest {
    private static final String LAB = "own-address";

    private final WindowModel window = new WindowModel(Theme.LIGHT, Locale.ENGLISH);
    private DesktopWindow desktop;

    @Start
    private void start(Stage stage) {
        window.teach(new LessonShelf(LessonCatalog.all()));
        desktop = new DesktopWindow(new SessionWalks(LabCatalog.all()), window, Fonts.load(), 1240, 780);
        stage.setScene(desktop.scene());
        stage.show();
        desktop.focusFirst();
    }

    private <T> T fx(Callable<T> read) {
        return WaitForAsyncUtils.waitForAsyncFx(120_000, read);
    }

    private String text(String id) {
        return fx(() -> ((Label) desktop.scene().lookup(id)).getText());
    }

    private boolean shown(String id) {
        return fx(() -> {
            Node node = desktop.scene().lookup(id);
            return node != null && node.isVisible();
        });
    }

    private void focus(FxRobot robot, String id) {
        for (int i = 0; i < 60 && !fx(() -> id.equals(owner())); i++) {
            robot.push(KeyCode.TAB);
        }
        assertThat(fx(this::owner)).isEqualTo(id);
    }

    private String owner() {
        Node owner = desktop.scene().getFocusOwner();
        return owner == null || owner.getId() == null ? "" : owner.getId();
    }

    private void type(FxRobot robot, String command) {
        robot.push(KeyCode.CONTROL, KeyCode.L);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write(command).push(KeyCode.ENTER);
    }

    private int done() {
        return fx(() -> window.lessons().progress(LAB).orElseThrow().done());
    }

    @Test
    void aLessonFromItsPredictionToItsCheck(FxRobot robot) {
        fx(() -> {
            desktop.composition().session().open(LAB, TableSetting.SHARED);
            return true;
        });
        assertThat(shown("#lesson")).isFalse();

        robot.push(KeyCode.F4);
        assertThat(shown("#lesson")).isTrue();
        assertThat(text("#lesson-number")).isEqualTo("Lab 2, part 1 of 4");

        robot.push(KeyCode.F6);
        focus(robot, "lesson-predict");
        robot.push(KeyCode.SPACE);
        assertThat(shown("#predict")).isTrue();
        assertThat(shown("#inspector")).isFalse();
        assertThat(fx(this::owner)).isEqualTo("predict-1");

        robot.push(KeyCode.DIGIT2);
        robot.push(KeyCode.ENTER);
        assertThat(text("#predict-caption")).isEqualTo("Not quite");
        assertThat(shown("#inspector")).isTrue();
        robot.push(KeyCode.ENTER);
        assertThat(shown("#predict")).isFalse();
        assertThat(done()).isEqualTo(1);

        robot.push(KeyCode.ALT, KeyCode.PAGE_DOWN);
        assertThat(text("#lesson-number")).isEqualTo("Lab 2, part 2 of 4");
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.RIGHT);
        assertThat(done()).isEqualTo(2);

        robot.push(KeyCode.ALT, KeyCode.PAGE_DOWN);
        robot.push(KeyCode.ALT, KeyCode.PAGE_DOWN);
        assertThat(text("#lesson-number")).isEqualTo("Lab 2, part 3 of 4");
        robot.push(KeyCode.P);
        assertThat(shown("#predict")).isTrue();
        robot.push(KeyCode.DIGIT2).push(KeyCode.ENTER);
        assertThat(text("#predict-caption")).isEqualTo("Right");
        robot.push(KeyCode.ENTER);

        robot.push(KeyCode.ALT, KeyCode.PAGE_DOWN);
        type(robot, "ip addr add 10.141.155.200/18 dev eth0");
        assertThat(done()).isEqualTo(4);
        type(robot, "ping -c1 10.141.155.200");
        assertThat(shown("#predict")).isTrue();
        robot.push(KeyCode.DIGIT3).push(KeyCode.ENTER).push(KeyCode.ENTER);

        assertThat(done()).isEqualTo(6);
        assertThat(fx(() -> window.lessons().progress(LAB).orElseThrow().complete()))
                .isTrue();
        robot.push(KeyCode.F4);
        assertThat(shown("#lesson")).isFalse();
    }
}
