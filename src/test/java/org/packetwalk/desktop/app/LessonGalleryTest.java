package org.packetwalk.desktop.app;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

import org.packetwalk.desktop.app.Shots.Format;
import org.packetwalk.desktop.app.Shots.Shown;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.diagram.Theme;
import org.packetwalk.lab.LabCatalog;

/** The lesson panel and its card, in all themes, both languages and all sizes. */
@ExtendWith(ApplicationExtension.class)
class LessonGalleryTest {

    private static SessionWalks walks() {
        return new SessionWalks(LabCatalog.all());
    }

    private static void begin(Shown window, String lab) {
        window.composition().session().open(lab, TableSetting.SHARED);
        window.model().lessons().openProperty().set(true);
    }

    @Test
    void asking() {
        Shots.everywhere("screen-05-lesson", walks(), window -> {
            begin(window, "vip-on-lo");
            window.composition().lesson().predict();
        });
    }

    @Test
    void revealed() {
        Shots.everywhere("screen-05-revealed", walks(), window -> {
            begin(window, "vip-on-lo");
            window.composition().lesson().predict();
            window.composition().lesson().answer(2);
        });
    }

    @Test
    void askingBeforeAnythingIsSeen() {
        Shots.everywhere("screen-05-lookup", walks(), window -> {
            begin(window, "which-table-first");
            window.composition().lesson().predict();
        });
    }

    @Test
    void pages() {
        Shots.everywhere("screen-lesson-explain", walks(), window -> {
            begin(window, "own-address");
            skip(window);
            window.composition().lesson().next();
            window.composition().lesson().next();
        });
        Shots.everywhere("screen-lesson-check", walks(), window -> {
            begin(window, "own-address");
            skip(window);
            window.composition().lesson().next();
            window.composition().lesson().next();
            skip(window);
            window.composition().lesson().next();
            window.composition().session().trace("web-1", "ip addr add 10.141.155.200/18 dev eth0");
            skip(window);
        });
    }

    @Test
    void inAPresentation() {
        Shots.everywhere("screen-08-predict", walks(), window -> {
            begin(window, "vip-on-lo");
            window.composition().lesson().predict();
            window.model().accommodation().presentingProperty().set(true);
        });
    }

    private static void skip(Shown window) {
        window.composition().lesson().skip();
        window.composition().lesson().closeCard();
    }

    @Test
    void contrast() {
        for (Locale language : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
            Shots.draw("screen-05-contrast-" + language, Format.REGULAR, language, Theme.CONTRAST, walks(), window -> {
                begin(window, "vip-on-lo");
                window.composition().lesson().predict();
            });
        }
    }
}
