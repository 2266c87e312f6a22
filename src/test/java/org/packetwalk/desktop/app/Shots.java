package org.packetwalk.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import javax.imageio.ImageIO;

import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;

import org.testfx.util.WaitForAsyncUtils;

import org.packetwalk.desktop.exporting.FileDialogs;
import org.packetwalk.desktop.model.LessonShelf;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WalkSource;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.Theme;
import org.packetwalk.export.ExportFormat;
import org.packetwalk.lesson.LessonCatalog;
import org.packetwalk.narrate.Messages;

/** Pictures of the whole window in some state, into {@code target/gallery}. */
final class Shots {
    private static final Fonts FONTS = Fonts.load();

    private Shots() {}

    /** A size of the window, and how many pixels of the picture a logical pixel has. */
    record Format(String name, int width, int height, double scale) {
        static final Format REGULAR = new Format("", 1600, 1000, 1);
        static final Format COMPACT = new Format("-1024", 1024, 700, 1);
        static final Format DOUBLE = new Format("-200", 1024, 700, 2);
    }

    /** A window that is shown. */
    record Shown(DesktopWindow desktop, WindowModel model) {
        Composition composition() {
            return desktop.composition();
        }

        void trace(String lab, TableSetting tables) {
            composition().session().open(lab, tables);
            composition().command().trace();
        }

        void trace(String lab, TableSetting tables, String host, String command) {
            composition().session().open(lab, tables);
            composition().session().trace(host, command);
        }

        /** Goes to the first step with a title, given as its message and arguments. */
        void to(String key, Object... arguments) {
            String title = composition().session().messages().text(key, arguments);
            var steps = composition().session().steps();
            int at = 0;
            while (!steps.get(at).title().equals(title)) {
                at++;
            }
            composition().session().seek(at);
        }
    }

    /** Both themes and both languages at the regular size, and the small ones in the light theme. */
    static void everywhere(String name, WalkSource source, Consumer<Shown> prepare) {
        draw(name, Format.REGULAR, Locale.ENGLISH, Theme.LIGHT, source, prepare);
        draw(name + "-dark", Format.REGULAR, Locale.ENGLISH, Theme.DARK, source, prepare);
        draw(name + "-zh", Format.REGULAR, Locale.CHINESE, Theme.LIGHT, source, prepare);
        draw(name, Format.COMPACT, Locale.ENGLISH, Theme.LIGHT, source, prepare);
        draw(name + "-zh", Format.COMPACT, Locale.CHINESE, Theme.LIGHT, source, prepare);
        draw(name, Format.DOUBLE, Locale.ENGLISH, Theme.LIGHT, source, prepare);
    }

    static void draw(
            String name, Format format, Locale language, Theme theme, WalkSource source, Consumer<Shown> prepare) {
        Shown shown = onFx(() -> {
            WindowModel model = new WindowModel(theme, language);
            model.teach(new LessonShelf(LessonCatalog.all()));
            Shown opened = new Shown(
                    new DesktopWindow(
                            source,
                            model,
                            FONTS,
                            new Size(format.width(), format.height()),
                            scene -> new NobodyAsked()),
                    model);
            // as on a screen, the window is there before anybody does something
            opened.desktop().scene().snapshot(null);
            prepare.accept(opened);
            return opened;
        });
        WaitForAsyncUtils.waitForFxEvents(5);
        WritableImage image = onFx(() -> {
            // a scene without a window is laid out only when its picture is taken, and sizes settle one pass later
            for (int pass = 0; pass < 3; pass++) {
                shown.desktop().scene().getRoot().applyCss();
                shown.desktop().scene().getRoot().requestLayout();
                shown.desktop().scene().snapshot(null);
            }
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setTransform(Transform.scale(format.scale(), format.scale()));
            return shown.desktop().scene().getRoot().snapshot(parameters, null);
        });
        assertThat(image.getWidth()).isEqualTo(format.width() * format.scale());
        write(image, name + format.name());
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(120_000, work);
    }

    private static void write(WritableImage image, String name) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Path file = Files.createDirectories(Path.of("target", "gallery")).resolve(name + ".png");
            assertThat(ImageIO.write(picture, "png", file.toFile())).isTrue();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Each picture begins with its lab as it is on the shelf: what the one before has edited is let go. */
    private static final class NobodyAsked implements FileDialogs {
        @Override
        public Optional<Path> save(String folder, String name, ExportFormat format, Messages messages) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> saveLab(String folder, String name, Messages messages) {
            return Optional.empty();
        }

        @Override
        public Closing closing(String lab, Messages messages) {
            return Closing.KEEP;
        }

        @Override
        public Unsaved unsaved(String lab, Messages messages) {
            return Unsaved.DISCARD;
        }

        @Override
        public Optional<Path> open(String folder, Messages messages) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> other(String folder, String key, Messages messages) {
            return Optional.empty();
        }
    }
}
