package org.packetwalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.packetwalk.export.json.SavedTrace;
import org.packetwalk.export.json.TraceFile;
import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabRun;
import org.packetwalk.lab.LabRunner;

class ExportCommandTest {
    private static final String LAB = "assets/labs/own-address.sh";

    @TempDir
    private Path folder;

    @Test
    void theLabInATraceFileEndsWithTheProbeAndMakesTheSameEventsAgain() throws Exception {
        Path file = folder.resolve("walk.packetwalk.json");

        Run run = Run.of(
                "export", "assets/labs/which-table-first.sh", "--probe", "2", "--format", "json", "-o", "" + file);

        assertThat(run).isEqualTo(new Run(0, "", ""));
        SavedTrace saved = read(file);
        Lab lab = LabFile.read("saved.sh", saved.labText());
        LabRun again = LabRunner.run(lab);
        assertThat(saved.trace().host()).isEqualTo("web-1");
        assertThat(again.probes()).hasSize(2);
        assertThat(again.lines().get(again.lines().size() - 1).events())
                .isNotEmpty()
                .isEqualTo(saved.trace().events());
    }

    @Test
    void thePictureHasTwiceThePixelsOfTheCanvasAndItsCaptionBelow() throws IOException {
        Path file = folder.resolve("picture.png");

        Run run = Run.of("export", LAB, "--format", "png", "-o", "" + file);

        assertThat(run).isEqualTo(new Run(0, "", ""));
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(2308);
        assertThat(image.getHeight()).isGreaterThan(2 * 646);
        assertThat(Files.list(folder)).containsExactly(file);
    }

    @ParameterizedTest
    @CsvSource({"own-address, own address. The packet will leave by lo", "lo-is-down, lo cannot send"})
    void withoutAStepThePictureShowsTheDropOrTheRoutingDecisionAboutThePacket(String lab, String sentence)
            throws IOException {
        Path file = folder.resolve("picture.png");

        Run.of("export", "assets/labs/" + lab + ".sh", "--format", "png", "-o", "" + file);

        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains(sentence);
    }

    @Test
    void inAFolderTheFileIsCalledAfterTheCommandAndTheStep() {
        Run run = Run.of("export", LAB, "--format", "png", "--step", "3", "-o", "" + folder);

        assertThat(run.exit()).isZero();
        assertThat(folder)
                .isDirectoryContaining(file -> file.getFileName().toString().matches(".+-step-03\\.png"));
    }

    @Test
    void whatWasThereBeforeIsReplacedAsAWhole() throws Exception {
        Path file = folder.resolve("walk.json");
        Files.writeString(file, "x".repeat(2_000_000));

        Run run = Run.of("export", LAB, "--format", "json", "-o", "" + file);

        assertThat(run.exit()).isZero();
        assertThat(read(file).trace().events()).isNotEmpty();
        assertThat(Files.list(folder)).containsExactly(file);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --format png --probe 9          | there is no probe 9
                    --format png --step 999         | there is no step 999
                    --format png --step -1          | there is no step -1
                    --format mp4                    | mp4
                    --step 1                        | --format
                    --format json -o /proc/nothing/ | cannot be written
                    """)
    void whatCannotBeDoneIsSaidInOneSentenceAndEndsWithTwo(String words, String sentence) {
        Run run = Run.of(("export " + LAB + " " + words).split(" +"));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("packetwalk: ").contains(sentence);
    }

    private static SavedTrace read(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return TraceFile.read(in, "test");
        }
    }
}
