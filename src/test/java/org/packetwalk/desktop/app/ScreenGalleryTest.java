package org.packetwalk.desktop.app;

import java.util.Locale;

import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

import org.packetwalk.desktop.app.Shots.Format;
import org.packetwalk.desktop.app.Shots.Shown;
import org.packetwalk.desktop.model.CanvasPicture;
import org.packetwalk.desktop.model.LabBuilder;
import org.packetwalk.desktop.model.LogTab;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.diagram.Theme;
import org.packetwalk.lab.LabCatalog;

/** Start, topology, log, presentation and what lies above the window, in both themes, both languages and all sizes. */
@ExtendWith(ApplicationExtension.class)
class ScreenGalleryTest {

    private static SessionWalks walks() {
        return new SessionWalks(LabCatalog.all());
    }

    private static void arp(Shown window) {
        window.trace("other-namespace", TableSetting.SHARED);
        window.composition().session().seek(20);
    }

    private static void press(Shown window, KeyCode code, boolean control) {
        Event.fireEvent(
                window.desktop().scene().getRoot(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    }

    @Test
    void start() {
        Shots.everywhere("screen-09-start", walks(), window -> {
            arp(window);
            window.composition().session().goToStart();
        });
    }

    @Test
    void captureBesideConsole() {
        Shots.everywhere("screen-04-log", walks(), window -> {
            arp(window);
            window.model().log().toggleSplit();
            window.model().log().show(LogTab.CAPTURE);
        });
    }

    @Test
    void filterWithAFault() {
        Shots.everywhere("screen-filter", walks(), window -> {
            arp(window);
            window.model().log().show(LogTab.EVENTS);
            window.composition().events().filterProperty().set("host == left && layer == L9");
        });
    }

    @Test
    void topology() {
        Shots.everywhere("screen-topology", walks(), window -> {
            arp(window);
            window.model().canvasProperty().set(CanvasPicture.TOPOLOGY);
        });
    }

    @Test
    void building() {
        Shots.everywhere("screen-building", walks(), window -> {
            window.composition().session().open("other-namespace", TableSetting.SHARED);
            window.model().canvasProperty().set(CanvasPicture.TOPOLOGY);
            LabBuilder builder = window.composition().builder();
            builder.addHost();
            builder.textProperty().set("ip netns add left");
            builder.run();
        });
    }

    @Test
    void presentation() {
        Shots.everywhere("screen-08-presentation", walks(), window -> {
            arp(window);
            window.model().accommodation().presentingProperty().set(true);
        });
    }

    @Test
    void palette() {
        Shots.everywhere("screen-palette", walks(), window -> {
            arp(window);
            press(window, KeyCode.K, true);
        });
    }

    @Test
    void shortcuts() {
        Shots.everywhere("screen-shortcuts", walks(), window -> {
            arp(window);
            press(window, KeyCode.F1, false);
        });
    }

    @Test
    void contrast() {
        for (Locale language : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
            for (Format format : new Format[] {Format.REGULAR, Format.COMPACT}) {
                Shots.draw("screen-contrast-" + language, format, language, Theme.CONTRAST, walks(), window -> {
                    arp(window);
                    window.model().log().show(LogTab.CONSOLE);
                });
            }
        }
    }
}
