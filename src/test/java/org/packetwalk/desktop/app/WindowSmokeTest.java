package org.packetwalk.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import org.packetwalk.desktop.model.SampleWalks;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.diagram.Theme;

/** A person at the keyboard and the mouse: opens a lab, traces, steps, reads, changes the language. */
@ExtendWith(ApplicationExtension.class)
class WindowSmokeTest {
    private final SampleWalks source = new SampleWalks();
    private WindowModel window;
    private DesktopWindow desktop;

    @Start
    void start(Stage stage) {
        window = new WindowModel(Theme.LIGHT, Locale.ENGLISH);
        desktop = new DesktopWindow(source, window, Fonts.load(), 1240, 780);
        stage.setScene(desktop.scene());
        stage.show();
    }

    @Test
    void aLabIsOpenedTracedSteppedAndRead(FxRobot robot) {
        robot.clickOn("#lab-own");
        robot.clickOn("#trace");
        robot.clickOn("#step");
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);

        assertThat(robot.lookup("#workbench").query().isVisible()).isTrue();
        assertThat(source.calls()).containsExactly("open own SHARED", "trace web-1 ping -c1 10.141.155.131");
        assertThat(text(robot, "#step-text")).isEqualTo("Step 4 of 28");
        assertThat(robot.lookup("#why-headline").query().getAccessibleText())
                .startsWith("10.141.155.131 is this host’s own address.");
    }

    @Test
    void theSameLabCanBeStartedWithSeparateTables(FxRobot robot) {
        robot.clickOn("#tables-separate");
        robot.clickOn("#lab-loopback");

        assertThat(source.calls()).containsExactly("open loopback SEPARATE");
    }

    @Test
    void theCommandOfTheStartScreenIsTracedByEnter(FxRobot robot) {
        robot.clickOn("#start-command");
        robot.type(KeyCode.ENTER);

        assertThat(source.calls()).containsExactly("open loopback SHARED", "trace web-1 ping -c1 127.0.0.1");
        assertThat(text(robot, "#step-text")).isEqualTo("Step 1 of 28");
    }

    @Test
    void lettersGoIntoTheFieldWhileItHasTheFocus(FxRobot robot) {
        robot.clickOn("#start-command");
        robot.type(KeyCode.ENTER);
        robot.push(KeyCode.CONTROL, KeyCode.L);
        robot.push(KeyCode.END);
        robot.type(KeyCode.SPACE, KeyCode.L);

        TextInputControl command = robot.lookup("#command").queryTextInputControl();
        assertThat(command.getText()).isEqualTo("ping -c1 127.0.0.1 l");
        assertThat(text(robot, "#step-text")).isEqualTo("Step 1 of 28");
    }

    @Test
    void f6GoesFromRegionToRegion(FxRobot robot) {
        robot.clickOn("#start-command");
        robot.type(KeyCode.ENTER);
        robot.push(KeyCode.CONTROL, KeyCode.L);

        robot.type(KeyCode.F6);
        assertThat(desktop.scene().getFocusOwner().getId()).isEqualTo("view-topology");
        robot.type(KeyCode.F6, KeyCode.F6);
        assertThat(desktop.scene().getFocusOwner().getId()).isEqualTo("inspector");
    }

    @Test
    void theLanguageChangesWithoutLosingTheStep(FxRobot robot) {
        robot.clickOn("#start-command");
        robot.type(KeyCode.ENTER);
        robot.clickOn("#step");

        WaitForAsyncUtils.asyncFx(() -> window.languageProperty().set(Locale.CHINESE));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(text(robot, "#step-text")).isEqualTo("第 2 步，共 28 步");
        assertThat(source.calls()).hasSize(2);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }
}
