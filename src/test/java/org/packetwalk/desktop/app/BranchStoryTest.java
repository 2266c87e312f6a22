package org.packetwalk.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import org.packetwalk.desktop.model.BranchView;
import org.packetwalk.desktop.model.InspectorTab;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.StepView;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.desktop.timeline.TimelineModel;
import org.packetwalk.diagram.Theme;
import org.packetwalk.lab.LabCatalog;

/** A person stops where they want, goes back, changes something, and has both courses of events. */
@ExtendWith(ApplicationExtension.class)
class BranchStoryTest {
    private final WindowModel window = new WindowModel(Theme.LIGHT, Locale.ENGLISH);
    private DesktopWindow desktop;

    @Start
    void start(Stage stage) {
        desktop = new DesktopWindow(new SessionWalks(LabCatalog.all()), window, Fonts.load(), 1240, 780);
        stage.setScene(desktop.scene());
        stage.show();
        session().open("firewall-on-lo", TableSetting.SHARED);
        desktop.composition().command().hostProperty().set("server");
        desktop.composition().command().textProperty().set("ping -c1 -W1 127.0.0.1");
        desktop.composition().command().trace();
    }

    private SessionModel session() {
        return desktop.composition().session();
    }

    private StepView step() {
        return session().steps().get(session().position());
    }

    @Test
    void aBreakpointAtAStationStopsPlayingAndRunning(FxRobot robot) {
        Node input = robot.lookup((Node node) -> "station:server/input".equals(node.getId()))
                .query();
        Menus.ask(robot, input);
        robot.clickOn("Breakpoint here");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(window.breakpoints().all()).hasSize(1);

        robot.clickOn("#scrubber");
        robot.type(KeyCode.HOME);
        robot.push(KeyCode.CONTROL, KeyCode.RIGHT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(step().title()).contains("INPUT");
        int first = session().position();
        robot.push(KeyCode.CONTROL, KeyCode.RIGHT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(session().position()).isGreaterThan(first);
        assertThat(step().title()).contains("INPUT");

        robot.type(KeyCode.HOME);
        TimelineModel time = desktop.composition().timeline();
        WaitForAsyncUtils.waitForAsyncFx(120_000, () -> {
            time.togglePlay();
            for (int i = 0;
                    i < session().steps().size() && time.playingProperty().get();
                    i++) {
                time.rested();
            }
        });
        assertThat(session().position()).isEqualTo(first);

        WaitForAsyncUtils.waitForAsyncFx(120_000, () -> window.breakpoints().add("dropped && host == server"));
        assertThat(window.breakpoints().all()).hasSize(2);
    }

    @Test
    void aPressOnAStationAsksForItsReasonAndLeadsThere(FxRobot robot) {
        WaitForAsyncUtils.waitForAsyncFx(
                120_000, () -> session().seek(session().steps().size() - 1));
        WaitForAsyncUtils.waitForAsyncFx(120_000, () -> window.tabProperty().set(InspectorTab.STATE));

        robot.clickOn((Node) robot.lookup((Node node) -> "station:server/postrouting".equals(node.getId()))
                .query());
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(window.tabProperty().get()).isEqualTo(InspectorTab.WHY);
        assertThat(session().causesProperty().get().isPresent()).isTrue();
        int place = session().causesProperty().get().causes().get(0).event();
        WaitForAsyncUtils.waitForAsyncFx(120_000, () -> session().toEvent(place));
        assertThat(step().title()).contains("POSTROUTING");
    }

    @Test
    void aChangeInThePastBeginsABranchAndBothAreKept(FxRobot robot) {
        int length = session().steps().size();
        WaitForAsyncUtils.waitForAsyncFx(120_000, () -> session().seek(2));
        WaitForAsyncUtils.waitForAsyncFx(120_000, () -> session().run("server", "iptables -A INPUT -i lo -j DROP"));
        WaitForAsyncUtils.waitForFxEvents();

        List<BranchView> branches = session().document().branches();
        assertThat(branches).hasSize(2);
        assertThat(robot.lookup("#branches").queryAs(MenuButton.class).isVisible())
                .isTrue();
        assertThat(session().steps())
                .anyMatch(StepView::dropped)
                .noneMatch(step -> step.title().contains("ICMP answers"));

        String first = branches.stream()
                .filter(branch -> !branch.current())
                .findFirst()
                .orElseThrow()
                .name();
        WaitForAsyncUtils.waitForAsyncFx(120_000, () -> session().document().switchTo(first));
        assertThat(session().steps()).hasSize(length).noneMatch(StepView::dropped);
    }
}
