package org.packetwalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineProgramTest {

    private static final String RECORDINGS = "src/test/resources/kernel-lab/recordings";
    private static final String PING = RECORDINGS + "/loopback/ping-127.0.0.1.json";

    @TempDir
    private Path folder;

    @Test
    void helpAndVersionEndWithZero() {
        assertThat(Run.of("--help"))
                .satisfies(run -> assertThat(run.out()).contains("compare", "70"))
                .returns(0, Run::exit);
        assertThat(Run.of("--version"))
                .satisfies(run -> assertThat(run.out()).startsWith("packetwalk "))
                .returns(0, Run::exit);
        assertThat(Run.of("compare", "--help").exit()).isZero();
    }

    @Test
    void wrongWordsEndWithTwoAndSayWhatIsWrong() {
        Run run = Run.of("comprae", "a");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("comprae", "compare").doesNotContain("\tat ");
    }

    @Test
    void aRecordingConformsToItself() {
        Run run = Run.of("compare", PING, PING);

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .startsWith("conforms ping-127.0.0.1.json ")
                .contains("answers 1.00  packets 1.00  events 1.00  chains 1.00  counters 1.00  state 1.00")
                .endsWith("1 of 1 labs conform\n");
    }

    @Test
    void anotherLabDiffersAndEndsWithOne() {
        Run run = Run.of("compare", "-v", PING, RECORDINGS + "/loopback/lo-down.json");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).startsWith("differs ").contains("    line 11: ").endsWith("0 of 1 labs conform\n");
    }

    @Test
    void foldersArePairedByPathAndAMissingFileIsADifference() throws IOException {
        Path candidates = folder.resolve("candidates");
        Files.createDirectories(candidates.resolve("loopback"));
        Files.copy(Path.of(PING), candidates.resolve("loopback/ping-127.0.0.1.json"));

        Run run = Run.of("compare", RECORDINGS, candidates.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("conforms loopback/ping-127.0.0.1.json ", "differs  loopback/lo-down.json ")
                .containsPattern("\\n1 of \\d+ labs conform\\n$");
    }

    @Test
    void badFilesEndWithTwoAndOneLine() throws IOException {
        Path binary = Files.write(folder.resolve("binary.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        Path other = Files.writeString(folder.resolve("other.json"), "{\"format\": \"something else\"}");

        for (Path file : new Path[] {folder, binary, other, folder.resolve("missing.json")}) {
            Run run = Run.of("compare", PING, file.toString());

            assertThat(run.exit()).as(file.toString()).isEqualTo(2);
            assertThat(run.err().lines()).hasSize(1).first().asString().startsWith("packetwalk: " + file);
        }
    }
}
