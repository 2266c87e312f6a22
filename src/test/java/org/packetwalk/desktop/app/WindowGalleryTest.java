package org.packetwalk.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import javax.imageio.ImageIO;

import javafx.event.Event;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

import org.packetwalk.desktop.model.CanvasPicture;
import org.packetwalk.desktop.model.InspectorTab;
import org.packetwalk.desktop.model.LabBuilder;
import org.packetwalk.desktop.model.LogTab;
import org.packetwalk.desktop.model.SampleWalks;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WalkSource;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.diagram.Theme;
import org.packetwalk.lab.LabCatalog;

/** Renders the whole window in the states of the design into {@code target/gallery}, and checks that nothing overlaps. */
@ExtendWith(ApplicationExtension.class)
class WindowGalleryTest {
    private static final int LAYOUT_PASSES = 3;

    private static Fonts fonts;

    @BeforeAll
    static void load() {
        fonts = Fonts.load();
    }

    @Test
    void start() {
        draw("window-09-start", 1600, 1000, Locale.ENGLISH, Theme.LIGHT, window -> {});
    }

    @Test
    void startInChinese() {
        draw("window-09-start-zh", 1600, 1000, Locale.CHINESE, Theme.LIGHT, window -> {});
    }

    @Test
    void tableLocalHit() {
        draw("window-01-table-local-hit", 1600, 1000, Locale.ENGLISH, Theme.LIGHT, window -> walk(window, 3));
    }

    @Test
    void turningRound() {
        draw("window-02-turning-round", 1600, 1000, Locale.ENGLISH, Theme.LIGHT, window -> {
            walk(window, 8);
            window.model().tabProperty().set(InspectorTab.PACKET);
            window.composition().inspector().chooseByte(12);
            window.composition().timeline().togglePlay();
        });
    }

    @Test
    void darkAndChinese() {
        draw("window-01-dark-zh", 1920, 1080, Locale.CHINESE, Theme.DARK, window -> walk(window, 3));
    }

    @Test
    void small() {
        draw("window-10-small", 1024, 700, Locale.ENGLISH, Theme.LIGHT, window -> walk(window, 3));
    }

    @Test
    void labWithoutTrace() {
        draw("window-at-rest", 1600, 1000, Locale.ENGLISH, Theme.LIGHT, window -> {
            window.composition().session().open("own", TableSetting.SEPARATE);
            window.composition().command().textProperty().set("ping -c1 10.42.0.300");
            window.composition().command().trace();
        });
    }

    @Test
    void realWalkAtTheRoutingDecision() {
        real("window-real-routing", "own-address", TableSetting.SHARED, Locale.ENGLISH, 7);
    }

    @Test
    void realWalkWithSeparateTables() {
        real("window-real-separate", "own-address", TableSetting.SEPARATE, Locale.ENGLISH, 5);
    }

    @Test
    void realWalkInChinese() {
        real("window-real-zh", "other-namespace", TableSetting.SHARED, Locale.CHINESE, 9);
    }

    @Test
    void realWalkPacket() {
        draw(
                "window-real-packet",
                1600,
                1000,
                Locale.ENGLISH,
                Theme.LIGHT,
                new SessionWalks(LabCatalog.all()),
                window -> {
                    trace(window, "where-does-127.0.0.1-go", TableSetting.SHARED);
                    int sent = 0;
                    while (!window.composition()
                            .session()
                            .steps()
                            .get(sent)
                            .label()
                            .equals("lo")) {
                        sent++;
                    }
                    window.composition().session().seek(sent);
                    window.model().tabProperty().set(InspectorTab.PACKET);
                    window.composition().inspector().chooseByte(12);
                });
    }

    @Test
    void realDrop() {
        draw("window-real-drop", 1600, 1000, Locale.ENGLISH, Theme.DARK, new SessionWalks(LabCatalog.all()), window -> {
            trace(window, "lo-is-down", TableSetting.SHARED);
            int dropped = 0;
            while (!window.composition().session().steps().get(dropped).dropped()) {
                dropped++;
            }
            window.composition().session().seek(dropped);
        });
    }

    @Test
    void realStart() {
        draw(
                "window-real-start",
                1600,
                1000,
                Locale.ENGLISH,
                Theme.LIGHT,
                new SessionWalks(LabCatalog.all()),
                window -> {});
    }

    @Test
    void realTopology() {
        draw(
                "window-real-topology",
                1600,
                1000,
                Locale.ENGLISH,
                Theme.LIGHT,
                new SessionWalks(LabCatalog.all()),
                window -> {
                    trace(window, "other-namespace", TableSetting.SHARED);
                    window.composition().layers().pictureProperty().set(CanvasPicture.TOPOLOGY);
                    window.composition().session().seek(12);
                });
    }

    @Test
    void realBuilding() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            draw(
                    "window-real-building-" + language,
                    1600,
                    1000,
                    language,
                    Theme.LIGHT,
                    new SessionWalks(LabCatalog.all()),
                    window -> {
                        window.composition().session().open("other-namespace", TableSetting.SHARED);
                        window.model().canvasProperty().set(CanvasPicture.TOPOLOGY);
                        LabBuilder builder = window.composition().builder();
                        builder.addHost();
                        builder.run();
                        builder.connectFrom("left");
                        builder.connectTo("h1");
                        builder.run();
                        builder.selectedProperty().set(new LabBuilder.Selection("left", "eth0"));
                        builder.addBridge();
                        builder.run();
                        builder.selectedProperty().set(new LabBuilder.Selection("h1", "eth0"));
                        builder.addAddress();
                    });
        }
        draw(
                "window-real-renaming",
                1024,
                700,
                Locale.ENGLISH,
                Theme.DARK,
                new SessionWalks(LabCatalog.all()),
                window -> {
                    trace(window, "other-namespace", TableSetting.SHARED);
                    window.composition().session().seek(24);
                    window.model().canvasProperty().set(CanvasPicture.TOPOLOGY);
                    LabBuilder builder = window.composition().builder();
                    builder.selectedProperty().set(new LabBuilder.Selection("left", "veth0"));
                    builder.rename();
                });
    }

    @Test
    void realConsoleBesideEvents() {
        draw(
                "window-real-console",
                1600,
                1000,
                Locale.ENGLISH,
                Theme.LIGHT,
                new SessionWalks(LabCatalog.all()),
                window -> {
                    trace(window, "other-namespace", TableSetting.SHARED);
                    window.composition().session().run("left", "ip neigh", ran -> {});
                    window.composition().session().run("right", "ip -br addr", ran -> {});
                    window.composition().session().seek(14);
                    window.model().log().toggleSplit();
                    window.model().log().show(LogTab.CAPTURE);
                    window.composition().session().seek(28);
                    window.composition().console().textProperty().set("ping -c1 10.42.0.2");
                });
    }

    @Test
    void presentation() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            draw("window-08-presentation-" + language, 1600, 1000, language, Theme.LIGHT, window -> {
                walk(window, 9);
                window.model().accommodation().presentingProperty().set(true);
            });
        }
        draw("window-08-presentation-small", 1024, 700, Locale.ENGLISH, Theme.DARK, window -> {
            walk(window, 9);
            window.model().accommodation().presentingProperty().set(true);
        });
    }

    @Test
    void paletteAndShortcuts() {
        draw("window-palette", 1600, 1000, Locale.ENGLISH, Theme.LIGHT, window -> {
            walk(window, 3);
            press(window, KeyCode.K, true);
        });
        draw("window-shortcuts", 1600, 1000, Locale.ENGLISH, Theme.LIGHT, window -> {
            walk(window, 3);
            press(window, KeyCode.F1, false);
        });
        draw("window-shortcuts-small-zh", 1024, 700, Locale.CHINESE, Theme.DARK, window -> {
            walk(window, 3);
            press(window, KeyCode.F1, false);
        });
    }

    private static void press(Shown window, KeyCode code, boolean control) {
        Event.fireEvent(
                window.desktop().scene().getRoot(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    }

    @Test
    void contrastAndScale() {
        draw("window-contrast", 1600, 1000, Locale.ENGLISH, Theme.CONTRAST, window -> walk(window, 3));
        draw("window-200-percent", 3200, 2000, Locale.ENGLISH, Theme.LIGHT, window -> {
            walk(window, 3);
            window.model().accommodation().scaleProperty().set(2);
        });
        draw("window-150-percent-zh", 1600, 1000, Locale.CHINESE, Theme.LIGHT, window -> {
            walk(window, 3);
            window.model().accommodation().scaleProperty().set(1.5);
        });
    }

    private static void real(String name, String lab, TableSetting tables, Locale language, int step) {
        draw(name, 1600, 1000, language, Theme.LIGHT, new SessionWalks(LabCatalog.all()), window -> {
            trace(window, lab, tables);
            window.composition().session().seek(step);
        });
    }

    private static void trace(Shown window, String lab, TableSetting tables) {
        window.composition().session().open(lab, tables);
        window.composition().command().trace();
    }

    private static void walk(Shown window, int step) {
        window.composition().session().open("own", TableSetting.SEPARATE);
        window.composition().command().trace();
        window.composition().session().seek(step);
    }

    private record Shown(DesktopWindow desktop, WindowModel model) {
        Composition composition() {
            return desktop.composition();
        }
    }

    private static void draw(
            String name, int width, int height, Locale language, Theme theme, Consumer<Shown> prepare) {
        draw(name, width, height, language, theme, new SampleWalks(), prepare);
    }

    private static void draw(
            String name,
            int width,
            int height,
            Locale language,
            Theme theme,
            WalkSource source,
            Consumer<Shown> prepare) {
        Shown shown = onFx(() -> {
            WindowModel model = new WindowModel(theme, language);
            DesktopWindow desktop = new DesktopWindow(source, model, fonts, width, height);
            Shown opened = new Shown(desktop, model);
            // as on a screen, the window is there before anybody does something
            desktop.scene().snapshot(null);
            prepare.accept(opened);
            return opened;
        });
        WaitForAsyncUtils.waitForFxEvents(5);

        Image image = onFx(() -> {
            for (int pass = 0; pass < LAYOUT_PASSES; pass++) {
                shown.desktop().scene().snapshot(null);
            }
            return shown.desktop().scene().snapshot(null);
        });

        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(write(image, name)).isNotEmpty();
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(120_000, work);
    }

    private static File write(Image image, String name) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Path file = Files.createDirectories(Path.of("target", "gallery")).resolve(name + ".png");
            ImageIO.write(picture, "png", file.toFile());
            return file.toFile();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
