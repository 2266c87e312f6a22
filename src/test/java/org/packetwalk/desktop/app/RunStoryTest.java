package org.packetwalk.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

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

import org.packetwalk.desktop.model.CanvasPicture;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.StepView;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.diagram.Theme;
import org.packetwalk.lab.LabCatalog;

/** A person points at where the packet is to come, and it runs there; two walks are walked along row by row. */
@ExtendWith(ApplicationExtension.class)
class RunStoryTest {
    private final WindowModel window = new WindowModel(Theme.LIGHT, Locale.ENGLISH);
    private DesktopWindow desktop;

    @Start
    void start(Stage stage) {
        desktop = new DesktopWindow(new SessionWalks(LabCatalog.all()), window, Fonts.load(), 1240, 780);
        stage.setScene(desktop.scene());
        stage.show();
        session().open("own-address", TableSetting.SHARED);
        session().trace("web-1", "ping -c1 10.141.155.131");
    }

    private SessionModel session() {
        return desktop.composition().session();
    }

    private StepView step() {
        return session().steps().get(session().position());
    }

    private void arrived() throws Exception {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> !window.playingProperty().get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Node thing(FxRobot robot, String id) {
        return robot.lookup((Node node) -> id.equals(node.getId())).query();
    }

    @Test
    void thePacketRunsToTheStationThatIsPointedAt(FxRobot robot) throws Exception {
        Menus.ask(robot, thing(robot, "station:web-1/prerouting"));
        robot.clickOn("Run to here");
        arrived();
        int first = session().position();
        assertThat(step().facts().stations()).contains("prerouting");
        assertThat(session().steps().subList(0, first))
                .noneMatch(before -> before.facts().stations().contains("prerouting"));

        robot.interact(() -> thing(robot, "station:web-1/prerouting").requestFocus());
        robot.type(KeyCode.R);
        arrived();
        assertThat(session().position()).as("the reply comes there as well").isGreaterThan(first);
        assertThat(step().facts().stations()).contains("prerouting");

        robot.type(KeyCode.R);
        arrived();
        assertThat(robot.lookup("#notice-text").queryAs(Label.class).getText())
                .isEqualTo("No later step comes to: host == web-1 && station == prerouting");
        assertThat(window.breakpoints().all()).isEmpty();
    }

    @Test
    void aRowOfTheListIsRunTo(FxRobot robot) throws Exception {
        Node row = robot.lookup((Node node) -> node.getAccessibleText() != null
                        && node.getAccessibleText().startsWith("4. "))
                .query();
        robot.rightClickOn(row);
        Menus.ask(robot, row);
        assertThat(session().position()).as("pointing goes nowhere").isZero();
        robot.clickOn("Run to here");
        arrived();

        assertThat(session().position()).isEqualTo(3);
    }

    @Test
    void theTimeBarMovesAlongTwoWalks(FxRobot robot) {
        robot.interact(() -> {
            window.canvasProperty().set(CanvasPicture.COMPARE);
            desktop.composition().compare().textProperty().set("ping -c1 -W1 10.141.155.130");
            desktop.composition().compare().traceBoth();
        });
        int first = desktop.composition().compare().comparisonProperty().get().first();
        int rows = desktop.composition()
                .compare()
                .comparisonProperty()
                .get()
                .rows()
                .size();
        assertThat(first).isPositive();
        assertThat(text(robot, "#step-text")).isEqualTo("Row " + (first + 1) + " of " + rows);

        robot.clickOn("#step-back");
        assertThat(text(robot, "#step-text")).isEqualTo("Row " + first + " of " + rows);
        robot.clickOn("#to-end");
        assertThat(desktop.composition().compare().rowProperty().get()).isEqualTo(rows - 1);
        robot.clickOn("#to-start");
        robot.type(KeyCode.N);
        assertThat(text(robot, "#step-text")).isEqualTo("Row " + (first + 1) + " of " + rows);
        robot.clickOn("#grain-layer");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(desktop.composition().compare().comparisonProperty().get().rows())
                .as("the same two, cut anew")
                .hasSizeBetween(2, rows - 1);

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text(robot, "#step-text"))
                .isEqualTo("Step 1 of " + session().steps().size());
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }
}
