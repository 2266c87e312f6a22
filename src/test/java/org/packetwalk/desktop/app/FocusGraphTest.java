package org.packetwalk.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import org.packetwalk.desktop.model.CanvasPicture;
import org.packetwalk.desktop.model.LogTab;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.diagram.Theme;
import org.packetwalk.lab.LabCatalog;

/** Tab alone comes to everything that can take the focus, in each view, and everything that takes it says what it is. */
@ExtendWith(ApplicationExtension.class)
class FocusGraphTest {
    private final WindowModel window = new WindowModel(Theme.LIGHT, Locale.ENGLISH);
    private DesktopWindow desktop;

    @Start
    void start(Stage stage) {
        desktop = new DesktopWindow(new SessionWalks(LabCatalog.all()), window, Fonts.load(), 1240, 780);
        stage.setScene(desktop.scene());
        stage.show();
    }

    @Test
    void theStartScreen(FxRobot robot) {
        everythingIsReached(robot, 20);
    }

    @Test
    void theStack(FxRobot robot) {
        trace();
        everythingIsReached(robot, 30);
    }

    @Test
    void theTopologyWithAllTabsOfTheLog(FxRobot robot) {
        trace();
        for (LogTab tab : LogTab.values()) {
            onFx(() -> {
                window.canvasProperty().set(CanvasPicture.TOPOLOGY);
                window.log().show(tab);
            });
            everythingIsReached(robot, 30);
        }
    }

    @Test
    void theRouteLookup(FxRobot robot) {
        trace();
        onFx(() -> {
            desktop.composition().session().toFirstLookup();
            window.canvasProperty().set(CanvasPicture.ROUTE);
        });
        everythingIsReached(robot, 15);
    }

    @Test
    void thePresentation(FxRobot robot) {
        trace();
        onFx(() -> window.accommodation().presentingProperty().set(true));
        everythingIsReached(robot, 3);
    }

    private void trace() {
        onFx(() -> {
            desktop.composition().session().open("other-namespace", TableSetting.SHARED);
            desktop.composition().session().trace("left", "ping -c1 10.42.0.2");
            desktop.composition().session().seek(20);
        });
    }

    private static void onFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(120_000, work);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void everythingIsReached(FxRobot robot, int atLeast) {
        Set<Node> reached = new LinkedHashSet<>();
        // once round without anything new: what is enabled by the focus of something else is reached the second time
        for (int known = 0; known <= reached.size(); known++) {
            robot.type(KeyCode.TAB);
            if (reached.add(desktop.scene().getFocusOwner())) {
                known = 0;
            }
        }
        List<Node> wanted = new ArrayList<>();
        collect(desktop.scene().getRoot(), wanted);

        assertThat(wanted).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(wanted.stream().filter(node -> !reached.contains(node)).map(FocusGraphTest::name))
                .as("not reached by Tab")
                .isEmpty();
        assertThat(reached.stream().filter(FocusGraphTest::isSilent).map(FocusGraphTest::name))
                .as("does not say what it is")
                .isEmpty();
    }

    private static void collect(Node node, List<Node> into) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            into.add(node);
        }
        boolean whole = node instanceof ListView;
        if (!whole && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    private static boolean isSilent(Node node) {
        String text = node.getAccessibleText();
        boolean named = text != null && !text.isBlank();
        boolean labelled = node instanceof Labeled labeled && !labeled.getText().isBlank();
        return !named && !labelled && !(node instanceof ScrollPane);
    }

    private static String name(Node node) {
        return node.getClass().getSimpleName() + "#" + node.getId() + node.getStyleClass();
    }
}
