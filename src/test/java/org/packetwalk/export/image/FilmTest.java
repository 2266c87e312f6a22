package org.packetwalk.export.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.Drawing;
import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.StackDiagram;
import org.packetwalk.diagram.StackPictures;
import org.packetwalk.diagram.Text;
import org.packetwalk.diagram.Theme;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.sim.Snapshot;

class FilmTest {
    private static final Function<Text, String> WORDS = text -> text.match(word -> word, (key, arguments) -> key);

    @ParameterizedTest
    @CsvSource({"own-address, LIGHT, 1", "other-namespace, DARK, 1", "vip-on-lo, CONTRAST, 1.5"})
    void eachPictureHasThePixelsOfThatPictureAlone(String lab, Theme theme, double scale) {
        List<Snapshot> walk = LabRunner.run(LabCatalog.lab(lab)).probes().stream()
                .filter(probe -> probe.snapshots().size() > 20)
                .findFirst()
                .orElseThrow()
                .snapshots();
        StackPictures pictures = StackPictures.of(walk);
        PngExporter painter = new PngExporter(theme, WORDS);
        Film film = painter.film(scale);

        int[] shown = new int[0];
        for (int i = 0; i < walk.size(); i += 3) {
            Drawing drawing = StackDiagram.layout(pictures.at(i), new Size(1154, 646), Density.REGULAR)
                    .drawing();
            ChangedArea changed = film.next(drawing);
            BufferedImage alone = painter.image(drawing, scale);
            int[] pixels = all(alone);

            assertThat(all(film.image())).isEqualTo(pixels);
            if (shown.length == pixels.length) {
                assertThat(laid(changed, shown, alone.getWidth())).isEqualTo(pixels);
            }
            shown = pixels;
        }
    }

    private static int[] all(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /** A picture with what has changed laid over it. */
    private static int[] laid(ChangedArea changed, int[] before, int width) {
        int[] now = before.clone();
        for (int y = 0; y < changed.place().height; y++) {
            for (int x = 0; x < changed.place().width; x++) {
                now[(changed.place().y + y) * width + changed.place().x + x] =
                        changed.after()[y * changed.place().width + x] | 0xFF000000;
            }
        }
        return now;
    }
}
