package org.packetwalk.desktop.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.Callable;

import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

import org.packetwalk.desktop.model.PictureWords;
import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.DiagramLayout;
import org.packetwalk.diagram.Palette;
import org.packetwalk.diagram.Pictures;
import org.packetwalk.diagram.Point;
import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.StackDiagram;
import org.packetwalk.diagram.StackPicture;
import org.packetwalk.diagram.Station;
import org.packetwalk.diagram.Subject;
import org.packetwalk.diagram.Theme;
import org.packetwalk.diagram.Topologies;
import org.packetwalk.diagram.TopologyDiagram;
import org.packetwalk.narrate.Messages;

/** Draws the screens of the design into {@code target/gallery}, and checks some of what can be seen there. */
@ExtendWith(ApplicationExtension.class)
class GalleryTest {
    private static final Size REGULAR = new Size(1154, 646);
    private static Fonts fonts;

    @BeforeAll
    static void load() {
        fonts = Fonts.load();
    }

    @Test
    void tableLocalHit() {
        Shot shot = draw("01-table-local-hit", Pictures.tableLocalHit(), REGULAR, Density.REGULAR, Theme.LIGHT);

        assertThat(shot.at(Subject.station("web", Station.ROUTE_OUT), 0.9, 0.1)).isEqualTo(Palette.PKT_TINT.light());
        assertThat(shot.at(Subject.row("web", "local", 0), 0.6, 0.5)).isEqualTo(Palette.PKT.light());
        assertThat(shot.at(Subject.table("web", "main"), 0.4, 0.5)).isEqualTo(Palette.SURFACE.light());
    }

    @Test
    void turningRound() {
        Shot shot = draw("02-turning-round-in-lo", Pictures.turningRound(), REGULAR, Density.REGULAR, Theme.LIGHT);

        assertThat(shot.at(Subject.packet(1), 0.02, 0.5)).isEqualTo(Palette.PKT.light());
    }

    @Test
    void twoNamespaces() {
        draw("04-two-namespaces", Pictures.twoNamespaces(), new Size(1180, 560), Density.REGULAR, Theme.LIGHT);
    }

    @Test
    void droppedInTheDark() {
        Shot shot = draw("06-dark-dropped", Pictures.dropped(), REGULAR, Density.REGULAR, Theme.DARK);

        assertThat(shot.at(Subject.station("dock-1", Station.L4_RECEIVE), 0.6, 0.85))
                .isEqualTo(Palette.DROP_TINT.dark());
    }

    @Test
    void compact() {
        draw("10-small", Pictures.tableLocalHit(), new Size(712, 512), Density.COMPACT, Theme.LIGHT);
    }

    @Test
    void presentation() {
        draw("08-presentation", Pictures.turnedRound(), new Size(1600, 800), Density.PRESENTATION, Theme.LIGHT);
    }

    @Test
    void wide() {
        draw("12-wide", Pictures.turnedRound(), new Size(1400, 698), Density.WIDE, Theme.LIGHT);
    }

    @Test
    void router() {
        draw("13-router", Pictures.router(), REGULAR, Density.REGULAR, Theme.LIGHT);
    }

    @Test
    void atRest() {
        draw("14-at-rest", Pictures.atRest(), REGULAR, Density.REGULAR, Theme.DARK);
    }

    @Test
    void hardCases() {
        draw("18-broadcast", Pictures.broadcast(), REGULAR, Density.REGULAR, Theme.LIGHT);
        draw("19-crowded", Pictures.crowded(), REGULAR, Density.REGULAR, Theme.LIGHT);
    }

    @Test
    void chinese() {
        DiagramLayout layout = StackDiagram.layout(Pictures.turnedRound(), REGULAR, Density.REGULAR);
        draw("17-chinese", layout, Theme.LIGHT, Locale.CHINESE);
    }

    @Test
    void topology() {
        draw("15-topology", TopologyDiagram.layout(Topologies.routed(), REGULAR), Theme.LIGHT);
        draw("16-strip", TopologyDiagram.layout(Topologies.twoNamespaces(), new Size(1180, 80)), Theme.LIGHT);
    }

    private static Shot draw(String name, StackPicture picture, Size size, Density density, Theme theme) {
        return draw(name, StackDiagram.layout(picture, size, density), theme);
    }

    private static Shot draw(String name, DiagramLayout layout, Theme theme) {
        return draw(name, layout, theme, Locale.ENGLISH);
    }

    private static Shot draw(String name, DiagramLayout layout, Theme theme, Locale language) {
        Size size = layout.drawing().size();
        WritableImage image = onFxThread(() -> {
            var pane = new Pane();
            new DrawingPainter(pane, fonts, new PictureWords(Messages.of(language))).show(layout.drawing(), theme);
            return new Scene(pane, size.width(), size.height()).snapshot(null);
        });
        Png.write(image, name);
        return new Shot(image, layout);
    }

    static <T> T onFxThread(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(120_000, work);
    }

    private record Shot(WritableImage image, DiagramLayout layout) {
        /** The colour at a share of the width and of the height of a subject. */
        String at(Subject subject, double x, double y) {
            Point point = new Point(
                    layout.places().get(subject).x()
                            + layout.places().get(subject).width() * x,
                    layout.places().get(subject).y()
                            + layout.places().get(subject).height() * y);
            Color colour = image.getPixelReader().getColor((int) point.x(), (int) point.y());
            return String.format(
                    "#%02X%02X%02X",
                    Math.round(colour.getRed() * 255),
                    Math.round(colour.getGreen() * 255),
                    Math.round(colour.getBlue() * 255));
        }
    }
}
