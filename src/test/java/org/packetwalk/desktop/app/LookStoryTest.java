package org.packetwalk.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import org.packetwalk.desktop.model.LookupView;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.diagram.RoutePicture.RungState;
import org.packetwalk.diagram.Theme;
import org.packetwalk.lab.LabCatalog;

/** A person looks into the steps of a real walk, mostly by keyboard. */
@ExtendWith(ApplicationExtension.class)
class LookStoryTest {
    private DesktopWindow desktop;

    @Start
    void start(Stage stage) {
        WindowModel window = new WindowModel(Theme.LIGHT, Locale.ENGLISH);
        desktop = new DesktopWindow(new SessionWalks(LabCatalog.all()), window, Fonts.load(), 1240, 780);
        stage.setScene(desktop.scene());
        stage.show();
    }

    @Test
    void theLookupIsSeenInFullRowByRowByKeyboardAlone(FxRobot robot) {
        trace(robot, "to-the-internet");

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(robot.lookup("#lookup").query().isVisible()).isTrue();
        assertThat(robot.lookup("#inspector").query().isVisible()).isFalse();
        robot.type(KeyCode.L, KeyCode.RIGHT);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(shown().picture().rungs().get(0).state()).isEqualTo(RungState.ASKED);
        assertThat(said(robot, "#lookup-headline")).isEqualTo(said(robot, "#why-headline"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.push(KeyCode.ALT, KeyCode.DIGIT2);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#lookup-tab-headline").query().isVisible()).isTrue();
    }

    @Test
    void aQuestionIsTypedAndNothingIsSent(FxRobot robot) {
        trace(robot, "to-the-internet");
        int steps = desktop.composition().session().steps().size();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);

        robot.clickOn("#what-if").write("ip route get 127.4.5.6").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(said(robot, "#lookup-headline")).startsWith("127.4.5.6 is this host");
        assertThat(desktop.composition().session().steps()).hasSize(steps);
        robot.clickOn("#what-if-back");
        assertThat(shown().picture().isPresent()).isFalse();

        robot.clickOn("#what-if").eraseText(30).write("ping 8.8.8.8").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#what-if-refusal").queryAs(Label.class).getText())
                .startsWith("Only ip route get can be asked here");
    }

    @Test
    void tablesAreSeparatedByRealCommands(FxRobot robot) {
        trace(robot, "own-address");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        MenuButton pick = robot.lookup("#tables-pick").queryAs(MenuButton.class);
        assertThat(pick.getText()).isEqualTo("shared");

        robot.clickOn("#tables-pick").clickOn("#tables-separate-now");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(pick.getText()).isEqualTo("kept separate");
        assertThat(shown().picture().shared()).isFalse();
        assertThat(desktop.composition().session().saved().orElseThrow().labText())
                .contains("web-1 rule add to 192.0.2.1 lookup main pref 32765", "web-1 rule del pref 32765");
    }

    @Test
    void aDropIsReadChangedAndTracedAgainInABranch(FxRobot robot) {
        trace(robot, "lo-is-down");
        robot.interact(() -> desktop.composition().session().seek((int) desktop.composition().session().steps().stream()
                .takeWhile(step -> !step.dropped())
                .count()));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup("#change-command").queryAs(Label.class).getText())
                .endsWith("$ ip link set lo up");
        robot.interact(() -> robot.lookup("#change-adopt").queryButton().fire());
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(desktop.composition().session().steps()).noneMatch(step -> step.dropped());
    }

    @Test
    void aFieldIsAskedWhereItsValueComesFrom(FxRobot robot) {
        trace(robot, "to-the-internet");
        robot.interact(() -> {
            var session = desktop.composition().session();
            session.seek((int) session.steps().stream()
                    .takeWhile(step -> !step.title().equals("IP header written"))
                    .count());
        });
        robot.push(KeyCode.ALT, KeyCode.DIGIT3);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> desktop.composition().inspector().chooseByte(12));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#inspector").query().getBoundsInParent().getMaxX())
                .isLessThanOrEqualTo(desktop.scene().getWidth());
        robot.interact(() -> robot.lookup("#packet-why").queryButton().fire());
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup("#why-causes").query().isVisible()).isTrue();
        assertThat(robot.lookup("#why-causes-of").queryAs(Label.class).getText())
                .contains("10.141.155.131");
        robot.clickOn("#causes-close");
        assertThat(robot.lookup("#why-causes").query().isVisible()).isFalse();
    }

    @Test
    void twoCommandsAreComparedFromDifferenceToDifferenceByKeyboard(FxRobot robot) {
        trace(robot, "own-address");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        robot.clickOn("#compare-command").write("ping -c1 -W1 10.141.128.1").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(said(robot, "#compare-headline")).startsWith("The traces part at step 3. A: Device chosen: lo.");
        int first = desktop.composition().compare().rowProperty().get();
        robot.interact(() -> robot.lookup("#compare-rows").query().requestFocus());
        robot.type(KeyCode.N, KeyCode.N);
        int third = desktop.composition().compare().rowProperty().get();
        robot.push(KeyCode.SHIFT, KeyCode.N);
        robot.push(KeyCode.SHIFT, KeyCode.N);

        assertThat(third).isGreaterThan(first);
        assertThat(desktop.composition().compare().rowProperty().get()).isEqualTo(first);
    }

    private LookupView shown() {
        return desktop.composition().lookup().shown().getValue();
    }

    private void trace(FxRobot robot, String lab) {
        robot.interact(() -> {
            desktop.composition().session().open(lab, TableSetting.SHARED);
            desktop.composition().command().trace();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String said(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        return node.getAccessibleText();
    }
}
