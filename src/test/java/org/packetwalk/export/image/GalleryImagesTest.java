package org.packetwalk.export.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.packetwalk.diagram.Caption;
import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.RealPings;
import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.StackDiagram;
import org.packetwalk.diagram.StackPictures;
import org.packetwalk.diagram.Theme;
import org.packetwalk.export.contract.SnapshotName;
import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.Narrator;
import org.packetwalk.narrate.Speaker;
import org.packetwalk.sim.Snapshot;

/** Draws steps of walks that really ran into {@code target/gallery}, to be looked at beside the screens of the design. */
class GalleryImagesTest {
    private static final Path GALLERY = Path.of("target/gallery");

    @ParameterizedTest
    @CsvSource({
        "own,       2,  en, LIGHT",
        "own,       6,  en, LIGHT",
        "own,       14, en, LIGHT",
        "own,       22, zh, DARK",
        "own,       25, en, LIGHT",
        "own,       43, en, LIGHT",
        "separate,  6,  en, LIGHT",
        "cable,     17, en, LIGHT",
        "cable,     46, en, LIGHT",
        "cable,     69, zh, LIGHT",
        "nobody,    63, en, DARK",
        "no-route,  3,  en, LIGHT"
    })
    void aStepIsDrawn(String name, int index, String language, Theme theme) throws IOException {
        List<Snapshot> recording = recording(name);
        var messages = Messages.of(new Locale(language));
        var layout = StackDiagram.layout(StackPictures.of(recording).at(index), new Size(1154, 646), Density.REGULAR);
        var account = new Narrator().tell(recording.get(index).event());
        var caption = new Caption(
                "ping -c1",
                messages.text("time.step-of", index + 1, recording.size()),
                new Speaker(messages).text(account.headline()),
                name);

        byte[] png = new PngExporter(theme, new Words(messages)).png(layout.drawing(), caption, 1);

        Files.createDirectories(GALLERY);
        Path file = GALLERY.resolve(SnapshotName.of("real " + name, index, "png"));
        Files.write(file, png);
        assertThat(file).isNotEmptyFile();
    }

    private static List<Snapshot> recording(String name) {
        return switch (name) {
            case "own" -> RealPings.ownAddress();
            case "separate" -> RealPings.ownAddressInSeparateTables();
            case "cable" -> RealPings.overCable();
            case "nobody" -> RealPings.nobodyThere();
            case "no-route" -> RealPings.noRoute();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
