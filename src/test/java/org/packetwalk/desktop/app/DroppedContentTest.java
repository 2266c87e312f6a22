package org.packetwalk.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import org.packetwalk.desktop.model.CanvasPicture;
import org.packetwalk.desktop.model.LogTab;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.desktop.timeline.TimelineModel;
import org.packetwalk.diagram.Theme;
import org.packetwalk.lab.LabCatalog;

/** Content in another language replaces the one before as a whole. */
@ExtendWith(ApplicationExtension.class)
class DroppedContentTest {
    private static final int SWITCHES = 8;

    private final WindowModel window = new WindowModel(Theme.LIGHT, Locale.ENGLISH);
    private DesktopWindow desktop;

    @Start
    void start(Stage ignored) {
        // the stage of the test library remembers all events, and with them what they were about
        Stage stage = new Stage();
        desktop = new DesktopWindow(new SessionWalks(LabCatalog.all()), window, Fonts.load(), 1240, 780);
        stage.setScene(desktop.scene());
        stage.show();
    }

    @Test
    void nothingKeepsTheContentThatWasReplaced() throws InterruptedException {
        List<WeakReference<SessionModel>> sessions = new ArrayList<>();
        for (int i = 0; i < SWITCHES; i++) {
            WaitForAsyncUtils.asyncFx(() -> {
                SessionModel session = desktop.composition().session();
                session.open("own-address", TableSetting.SHARED);
                session.trace("web-1", "ping -c1 10.0.0.1");
                window.canvasProperty().set(CanvasPicture.values()[session.position() % 2 + 1]);
                window.nextLanguage();
                sessions.add(new WeakReference<>(session));
            });
            WaitForAsyncUtils.waitForFxEvents();
        }

        long kept = SWITCHES;
        for (int tries = 0; tries < 20 && kept > 1; tries++) {
            System.gc();
            Thread.sleep(50);
            kept = sessions.stream().filter(session -> session.get() != null).count();
        }

        // JavaFX itself may remember the node that had the focus last
        assertThat(kept).as("sessions kept of %d", SWITCHES).isLessThanOrEqualTo(1);
    }

    @Test
    void whatWasChosenInTheWindowIsTheSameInTheContentAfterIt() {
        WaitForAsyncUtils.waitForAsyncFx(120_000, () -> {
            desktop.composition().timeline().faster();
            window.log().toggleSplit();
            window.log().show(LogTab.CAPTURE);
            window.breakpoints().add("dropped");
            window.nextLanguage();
            desktop.composition().timeline().faster();
            return null;
        });

        assertThat(window.speedProperty().get()).isEqualTo(4);
        assertThat(desktop.composition().timeline().breakpoints().all()).hasSize(1);
        WaitForAsyncUtils.waitForAsyncFx(120_000, () -> {
            desktop.composition().timeline().breakpoints().clear();
            return null;
        });
        assertThat(window.breakpoints().all()).isEmpty();
    }

    @Test
    void theContentThatWasReplacedPlaysNoMore() {
        WaitForAsyncUtils.waitForAsyncFx(120_000, () -> {
            SessionModel session = desktop.composition().session();
            session.open("own-address", TableSetting.SHARED);
            session.trace("web-1", "ping -c1 10.0.0.1");
            desktop.composition().timeline().togglePlay();
            TimelineModel before = desktop.composition().timeline();
            window.nextLanguage();

            assertThat(before.playingProperty().get()).isFalse();
            return null;
        });
    }
}
