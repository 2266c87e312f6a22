package org.packetwalk.desktop.app;

import java.util.Locale;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

import org.packetwalk.desktop.app.Shots.Format;
import org.packetwalk.desktop.app.Shots.Shown;
import org.packetwalk.desktop.model.CanvasPicture;
import org.packetwalk.desktop.model.InspectorTab;
import org.packetwalk.desktop.model.LogTab;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.diagram.Theme;
import org.packetwalk.lab.LabCatalog;

/**
 * The window in the states of the ten designed screens, with real labs: {@code target/gallery/mockup-*.png}. They are looked at
 * beside the designs, and copied to {@code assets/screenshots} under the names after the dash.
 */
@ExtendWith(ApplicationExtension.class)
class MockupGalleryTest {
    private static final String OWN = "own-address";

    private static void draw(String name, Format format, Locale language, Theme theme, Consumer<Shown> prepare) {
        Shots.draw("mockup-" + name, format, language, theme, new SessionWalks(LabCatalog.all()), prepare);
    }

    private static void draw(String name, Consumer<Shown> prepare) {
        draw(name, Format.REGULAR, Locale.ENGLISH, Theme.LIGHT, prepare);
    }

    /** The echo request to the host's own address, at its routing decision. */
    private static void atTheDecision(Shown window) {
        window.trace(OWN, TableSetting.SEPARATE);
        String built = window.composition().session().messages().text("step.header-built");
        var steps = window.composition().session().steps();
        int at = 0;
        while (!steps.get(at + 1).title().equals(built)) {
            at++;
        }
        window.composition().session().seek(at);
    }

    @Test
    void ownAddress() {
        draw("01-own-address", MockupGalleryTest::atTheDecision);
    }

    @Test
    void turningRoundInLo() {
        draw("02-turning-round-in-lo", window -> {
            window.trace(OWN, TableSetting.SEPARATE);
            window.to("step.transmit-started", "lo");
            window.model().tabProperty().set(InspectorTab.PACKET);
            window.composition().inspector().chooseByte(12);
        });
    }

    @Test
    void routeLookup() {
        draw("03-route-lookup", window -> {
            window.composition().session().open(OWN, TableSetting.SEPARATE);
            window.composition().command().textProperty().set("ip route get 8.8.8.8");
            window.composition().command().trace();
            window.composition().session().seek(Integer.MAX_VALUE);
            window.model().canvasProperty().set(CanvasPicture.ROUTE);
        });
    }

    @Test
    void routerArp() {
        draw("04-router-arp", window -> {
            window.trace("other-namespace", TableSetting.SHARED);
            window.to("step.neighbor-waiting");
            window.composition().session().seek(window.composition().session().position() + 4);
            window.model().log().show(LogTab.CONSOLE);
            window.model().log().toggleSplit();
            window.model().log().show(LogTab.CAPTURE);
        });
    }

    @Test
    void lesson() {
        draw("05-lesson", Format.REGULAR, Locale.CHINESE, Theme.LIGHT, window -> {
            window.composition().session().open("vip-on-lo", TableSetting.SHARED);
            window.model().lessons().openProperty().set(true);
            window.composition().lesson().predict();
        });
    }

    @Test
    void droppedDark() {
        draw("06-dropped-dark", Format.REGULAR, Locale.ENGLISH, Theme.DARK, window -> {
            window.composition().session().open("docker-bridge-on-127", TableSetting.SEPARATE);
            window.composition().command().textProperty().set("curl http://127.18.0.2/");
            window.composition().command().trace();
            var steps = window.composition().session().steps();
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i).dropped()) {
                    window.composition().session().seek(i);
                    break;
                }
            }
        });
    }

    @Test
    void compare() {
        draw("07-compare", window -> {
            window.trace(OWN, TableSetting.SEPARATE);
            window.model().canvasProperty().set(CanvasPicture.COMPARE);
            window.composition().compare().textProperty().set("ping -c1 -W1 10.141.155.130");
            window.composition().compare().traceBoth();
        });
    }

    @Test
    void presentation() {
        draw("08-presentation", window -> {
            window.trace(OWN, TableSetting.SEPARATE);
            window.to("step.received");
            window.model().accommodation().presentingProperty().set(true);
        });
    }

    @Test
    void start() {
        draw("09-start", window -> {
            atTheDecision(window);
            window.composition().session().goToStart();
        });
    }

    @Test
    void small() {
        draw("10-small", Format.COMPACT, Locale.ENGLISH, Theme.LIGHT, MockupGalleryTest::atTheDecision);
    }
}
