package org.packetwalk.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
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
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.diagram.Theme;
import org.packetwalk.lab.LabCatalog;

/** A person builds with the mouse: every gesture becomes a line of the lab. */
@ExtendWith(ApplicationExtension.class)
class TopologyMouseStoryTest {
    private final WindowModel window = new WindowModel(Theme.LIGHT, Locale.ENGLISH);
    private DesktopWindow desktop;

    @Start
    void start(Stage stage) {
        desktop = new DesktopWindow(new SessionWalks(LabCatalog.all()), window, Fonts.load(), 1240, 780);
        stage.setScene(desktop.scene());
        stage.show();
        SessionModel session = desktop.composition().session();
        session.open("other-namespace", TableSetting.SHARED);
        window.canvasProperty().set(CanvasPicture.TOPOLOGY);
    }

    private String script() {
        return desktop.composition().session().document().scriptProperty().get().source();
    }

    private static Point2D middle(FxRobot robot, String id) {
        WaitForAsyncUtils.waitForFxEvents();
        Node node = robot.lookup((Node shown) -> id.equals(shown.getId())).query();
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    /** The name of a host: the part of its card without ports. */
    private static Point2D head(FxRobot robot, String host) {
        return middle(robot, "host:" + host).subtract(0, 22);
    }

    @Test
    void hostsAreAddedConnectedMovedRenamedAndDeleted(FxRobot robot) {
        robot.clickOn("#add-host").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(script()).contains("ip netns add h1");

        robot.drag(middle(robot, "device:left/veth0"), MouseButton.PRIMARY).dropTo(head(robot, "h1"));
        WaitForAsyncUtils.waitForFxEvents();
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(script()).containsPattern("ip link add \\S+ netns left type veth peer name \\S+ netns h1");
        assertThat(desktop.composition()
                        .session()
                        .momentProperty()
                        .get()
                        .topology()
                        .cables())
                .hasSize(2);

        robot.drag(head(robot, "h1"), MouseButton.PRIMARY).dropBy(60, 90);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(script()).containsPattern("# layout: h1 \\d+ \\d+");

        robot.clickOn(head(robot, "h1")).clickOn("#rename");
        robot.write("printer").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(script()).contains("ip netns add printer").doesNotContain("add h1");

        robot.clickOn(head(robot, "printer")).clickOn("#delete");
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(desktop.composition().session().labProperty().get().hosts()).containsExactly("left", "right");
        assertThat(script()).contains("ip netns del printer");
    }
}
