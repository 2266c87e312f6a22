package org.packetwalk.export.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Expectations in {@code recording-comparison} are what the script {@code compare -v} of the kernel lab printed about
 * a recording and a copy of it that was damaged at random ({@code NAME.json}; the first line of {@code NAME.txt} names
 * the reference).
 */
class RecordingComparisonTest {

    private static final Path CASES = Path.of("src/test/resources/recording-comparison");
    private static final Path RECORDINGS = Path.of("src/test/resources/kernel-lab/recordings");
    private static final int NOTES_SHOWN = 12;

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatTheReferenceScriptSays(Path expected) throws Exception {
        String text = Files.readString(expected);
        String name = text.substring(0, text.indexOf('\n'));
        Recording reference = read(RECORDINGS.resolve(name));
        Recording candidate =
                read(CASES.resolve(expected.getFileName().toString().replace(".txt", ".json")));

        ComparisonResult result = RecordingComparison.compare(reference, candidate);

        StringBuilder said = new StringBuilder(name + "\n")
                .append(result.line(Path.of(name).getFileName().toString()))
                .append('\n');
        result.notes().stream()
                .limit(NOTES_SHOWN)
                .forEach(note -> said.append("    ").append(note).append('\n'));
        assertThat(said).hasToString(text);
    }

    @Test
    void thereAreCases() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void aRecordingConformsToItselfAndNotToAnother() throws Exception {
        List<Path> files = KernelRecordings.all();

        for (Path file : files) {
            Recording recording = read(file);
            assertThat(RecordingComparison.compare(recording, recording))
                    .returns(true, ComparisonResult::conforms)
                    .returns(List.of(), ComparisonResult::notes);
        }
        assertThat(RecordingComparison.compare(read(files.get(0)), read(files.get(1)))
                        .conforms())
                .isFalse();
    }

    private static Recording read(Path file) throws IOException, RecordingFormatException {
        return Recordings.read(Files.readString(file));
    }
}
