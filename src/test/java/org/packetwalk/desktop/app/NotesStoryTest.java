package org.packetwalk.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import org.packetwalk.desktop.model.LogTab;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WhyQuestion;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.desktop.preferences.NotesFile;
import org.packetwalk.diagram.Theme;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.trace.IpEvent;

/** A person keeps two steps, sees what has become different between them, writes a word, and takes all of it along. */
@ExtendWith(ApplicationExtension.class)
class NotesStoryTest {
    private final WindowModel window = new WindowModel(Theme.LIGHT, Locale.ENGLISH);
    private DesktopWindow desktop;

    @Start
    void start(Stage stage) {
        desktop = new DesktopWindow(new SessionWalks(LabCatalog.all()), window, Fonts.load(), 1240, 780);
        stage.setScene(desktop.scene());
        stage.show();
    }

    private SessionModel session() {
        return desktop.composition().session();
    }

    private int forwarded() {
        for (int i = 0; i < session().steps().size(); i++) {
            if (session().steps().get(i).events().stream().anyMatch(IpEvent.Forwarded.class::isInstance)) {
                return i;
            }
        }
        throw new AssertionError("Nothing is forwarded.");
    }

    @Test
    void stepsAreKeptComparedAndTakenAlong(FxRobot robot) {
        WaitForAsyncUtils.waitForAsyncFx(120_000, () -> {
            session().open("a-router", TableSetting.SHARED);
            session().run("router", "sysctl -w net.ipv4.ip_forward=1");
            session().trace("a", "ping -c1 -W2 10.0.2.10");
        });
        int router = forwarded();
        robot.interact(() -> session().seek(router - 1));
        robot.clickOn("#step-back");
        robot.type(KeyCode.M);
        robot.interact(() -> session().seek(router));
        robot.type(KeyCode.M);

        assertThat(window.pins()).hasSize(2);
        assertThat(desktop.composition().notes().changes(window.pins().get(1))).contains("IP TTL: 64 → 63");

        robot.interact(() -> robot.lookup(".pin-note").queryAllAs(TextField.class).stream()
                .reduce((first, second) -> second)
                .orElseThrow()
                .requestFocus());
        robot.write("m");
        assertThat(window.pins()).as("a letter of a note is no key").hasSize(2);
        robot.clickOn("#copy-notes");
        String copied = WaitForAsyncUtils.waitForAsyncFx(
                120_000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).startsWith("# Notes\n").contains("- IP TTL: 64 → 63\n", "> m\n");

        robot.clickOn("Step " + window.pins().get(0).place().step());
        assertThat(session().position()).isEqualTo(window.pins().get(0).place().step() - 1);
        WaitForAsyncUtils.waitForAsyncFx(120_000, () -> session().trace("a", "ping -c1 -W1 10.0.1.1"));
        assertThat(desktop.composition().notes().reachable(window.pins().get(0)))
                .isFalse();
        assertThat(window.pins()).as("notes outlast the walk").hasSize(2);
    }

    @Test
    void aQuestionLeavesAPassingNoteThatCanBeKept(FxRobot robot) {
        WaitForAsyncUtils.waitForAsyncFx(120_000, () -> {
            session().open("a-router", TableSetting.SHARED);
            session().trace("a", "ping -c1 -W2 10.0.1.1");
            session().seek(1);
            window.log().show(LogTab.NOTES);
            session().askWhy(new WhyQuestion("dst", "ip addr", "nothing", "a"));
        });

        assertThat(window.pins()).singleElement().satisfies(pin -> {
            assertThat(pin.isKept()).isFalse();
            assertThat(pin.place().step()).isEqualTo(2);
        });
        assertThat(NotesFile.lines(window.pins())).isEmpty();

        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(".pin-keep");

        assertThat(window.pins().get(0).isKept()).isTrue();
        assertThat(NotesFile.lines(window.pins())).isNotEmpty();
    }
}
