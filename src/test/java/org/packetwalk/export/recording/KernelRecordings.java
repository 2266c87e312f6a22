package org.packetwalk.export.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The recordings of the real kernel among the test's files. */
final class KernelRecordings {

    private KernelRecordings() {}

    static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/kernel-lab/recordings"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
