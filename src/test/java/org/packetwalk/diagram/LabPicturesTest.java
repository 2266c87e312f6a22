package org.packetwalk.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.lab.LineRun;
import org.packetwalk.sim.Snapshot;

/** Every event of every probe of the bundled labs has its pictures. */
class LabPicturesTest {
    @ParameterizedTest
    @MethodSource("labs")
    void everyEventCanBeDrawn(Path lab) throws IOException, LabFormatException {
        List<LineRun> probes = LabRunner.run(LabFile.read(lab.toString(), Files.readAllBytes(lab)))
                .probes();

        assertThat(probes).isNotEmpty();
        for (LineRun probe : probes) {
            List<Snapshot> recording = probe.snapshots();
            StackPictures stacks = StackPictures.of(recording);
            TopologyPictures topologies = TopologyPictures.of(recording, List.of());
            for (int i = 0; i < recording.size(); i++) {
                StackPicture stack = stacks.at(i);
                assertThat(stack.hosts()).as(probe.line().text() + " " + i).hasSizeBetween(1, 2);
                assertThat(StackDiagram.layout(stack, new Size(1154, 646), Density.REGULAR)
                                .drawing()
                                .shapes())
                        .isNotEmpty();
                assertThat(TopologyDiagram.layout(topologies.at(i), new Size(1154, 646))
                                .drawing()
                                .shapes())
                        .isNotEmpty();
            }
        }
    }

    static Stream<Path> labs() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("assets/labs"))) {
            return files.filter(file -> file.toString().endsWith(".sh")).sorted().toList().stream();
        }
    }
}
