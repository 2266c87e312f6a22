package org.packetwalk.export.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import org.packetwalk.diagram.Caption;
import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.RealPings;
import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.StackDiagram;
import org.packetwalk.diagram.StackPictures;
import org.packetwalk.diagram.Text;
import org.packetwalk.diagram.Theme;
import org.packetwalk.narrate.Messages;
import org.packetwalk.sim.Snapshot;

/** Draws steps of real walks into {@code target/gallery}. */
class GalleryImagesTest {
    private static final Messages ENGLISH = Messages.of(Locale.ENGLISH);

    @Test
    void draws() throws IOException {
        String wanted = System.getProperty("gallery", "own:7,own:14,sep:6,cable:17");
        for (String one : wanted.split(",")) {
            String[] parts = one.split(":");
            List<Snapshot> recording = switch (parts[0]) {
                case "lo" -> RealPings.loopback();
                case "own" -> RealPings.ownAddress();
                case "sep" -> RealPings.ownAddressInSeparateTables();
                case "cable" -> RealPings.overCable();
                default -> RealPings.nobodyThere();
            };
            int index = Integer.parseInt(parts[1]);
            var picture = StackPictures.of(recording).at(index);
            var layout = StackDiagram.layout(picture, new Size(1154, 646), Density.REGULAR);
            var caption = new Caption(
                    "ping -c1",
                    "Step " + (index + 1) + " of " + recording.size(),
                    recording.get(index).event().getClass().getSimpleName() + " "
                            + recording.get(index).event().stage(),
                    "Two hosts and a gateway · Tables: shared");
            byte[] png = new PngExporter(Theme.LIGHT, GalleryImagesTest::words)
                    .png(layout.drawing(), caption, Double.parseDouble(System.getProperty("scale", "2")));
            Path file = Path.of("target/gallery/real-" + parts[0] + "-" + parts[1] + ".png");
            Files.createDirectories(file.getParent());
            Files.write(file, png);
        }
    }

    private static String words(Text text) {
        return text.match(
                literal -> literal,
                (key, arguments) -> ENGLISH.text(
                        key, arguments.stream().map(GalleryImagesTest::words).toArray()));
    }
}
