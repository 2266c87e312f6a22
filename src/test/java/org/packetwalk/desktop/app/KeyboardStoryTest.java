package org.packetwalk.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.diagram.Theme;
import org.packetwalk.lab.LabCatalog;

/** People without a mouse: everything they do here they do with keys. */
@ExtendWith(ApplicationExtension.class)
class KeyboardStoryTest {
    private final WindowModel window = new WindowModel(Theme.LIGHT, Locale.ENGLISH);
    private DesktopWindow desktop;

    @Start
    void start(Stage stage) {
        desktop = new DesktopWindow(new SessionWalks(LabCatalog.all()), window, Fonts.load(), 1240, 780);
        stage.setScene(desktop.scene());
        stage.show();
        desktop.focusFirst();
    }

    private SessionModel session() {
        return desktop.composition().session();
    }

    private void open(String lab) {
        WaitForAsyncUtils.waitForAsyncFx(
                120_000, () -> session().open(lab, org.packetwalk.desktop.model.TableSetting.SHARED));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    @Test
    void aTeacherTracesAndPresentsWithARemote(FxRobot robot) {
        robot.type(KeyCode.ENTER);
        robot.type(KeyCode.F5);
        assertThat(robot.lookup("#presentation").query().isVisible()).isTrue();
        assertThat(text(robot, "#present-command")).isEqualTo("$ ping -c1 127.0.0.1");

        robot.type(KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN, KeyCode.PAGE_UP);

        assertThat(session().position()).isEqualTo(2);
        assertThat(text(robot, "#present-sentence"))
                .isEqualTo(session().steps().get(2).sentence());
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#workbench").query().isVisible()).isTrue();
        assertThat(session().position()).isEqualTo(2);
    }

    @Test
    void aLearnerTypesInTheConsoleAndFiltersTheEvents(FxRobot robot) {
        open("other-namespace");
        robot.push(KeyCode.CONTROL, KeyCode.J);
        robot.write("pin");
        robot.type(KeyCode.TAB);
        robot.write(" -c1 10.42.0.2");
        robot.type(KeyCode.ENTER);
        assertThat(session().steps()).hasSizeGreaterThan(40);
        assertThat(desktop.scene().getFocusOwner().getId()).isEqualTo("console-command");
        robot.type(KeyCode.UP);
        TextField prompt = robot.lookup("#console-command").queryAs(TextField.class);
        assertThat(prompt.getText()).isEqualTo("ping -c1 10.42.0.2");

        robot.push(KeyCode.CONTROL, KeyCode.F);
        assertThat(desktop.scene().getFocusOwner().getId()).isEqualTo("filter");
        robot.write("hots == right");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#filter").queryAs(TextField.class).getText()).isEqualTo("hots == right");
        assertThat(text(robot, "#filter-fault")).startsWith("There is no field hots.");
        robot.type(KeyCode.ESCAPE);
        robot.write("host == right && sent");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup("#events").queryAs(ListView.class).getItems()).hasSize(2);
        assertThat(robot.lookup("#filter-fault").query().getParent().isVisible())
                .isFalse();
    }

    @Test
    void aBuilderAddsAHostAndConnectsIt(FxRobot robot) {
        open("other-namespace");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        robot.type(KeyCode.F6, KeyCode.F6, KeyCode.INSERT);
        assertThat(robot.lookup("#composer").query().isVisible()).isTrue();
        robot.type(KeyCode.ENTER);
        assertThat(session().labProperty().get().hosts()).contains("h1");

        toTheCanvas(robot);
        robot.type(KeyCode.C);
        String from = desktop.composition().builder().subject().host();
        do {
            robot.type(KeyCode.DOWN);
        } while (desktop.composition().builder().selectedProperty().get().host().equals(from));
        robot.type(KeyCode.C);
        robot.type(KeyCode.ENTER);
        assertThat(session().momentProperty().get().topology().cables()).hasSize(2);

        toTheCanvas(robot);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        robot.push(KeyCode.CONTROL, KeyCode.Z);

        assertThat(session().labProperty().get().hosts()).doesNotContain("h1");
        assertThat(session().momentProperty().get().topology().cables()).hasSize(1);
    }

    private void toTheCanvas(FxRobot robot) {
        robot.type(KeyCode.F6);
        for (int i = 0; i < 10 && !desktop.scene().getFocusOwner().getId().startsWith("host:"); i++) {
            robot.type(KeyCode.F6);
        }
    }

    @Test
    void thePaletteCallsWhatIsTyped(FxRobot robot) {
        robot.type(KeyCode.ENTER);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("high contrast");
        robot.type(KeyCode.ENTER);

        assertThat(window.themeProperty().get()).isEqualTo(Theme.CONTRAST);
        assertThat(robot.lookup("#overlay").query().isVisible()).isFalse();
        robot.type(KeyCode.F1);
        assertThat(robot.lookup("#shortcuts").query().isVisible()).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#overlay").query().isVisible()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
        assertThat(window.accommodation().scaleProperty().get()).isEqualTo(1.25);
    }
}
