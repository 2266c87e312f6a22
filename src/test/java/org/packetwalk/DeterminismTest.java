package org.packetwalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same labs in two processes: the same bytes. */
class DeterminismTest {

    @TempDir
    private Path folder;

    @Test
    void twoProcessesRecordTheSameBytes() throws Exception {
        String labs = KernelLab.FOLDER.resolve("labs").toString();
        for (String run : List.of("one", "two")) {
            ProgramProcess process = ProgramProcess.run(
                    folder,
                    List.of(),
                    List.of("record", "--all", labs, folder.resolve(run).toString()));
            assertThat(process.exit()).as(process.err()).isZero();
        }

        for (String name : KernelLab.names()) {
            assertThat(Files.mismatch(folder.resolve("one/" + name + ".json"), folder.resolve("two/" + name + ".json")))
                    .as(name)
                    .isEqualTo(-1);
        }
    }
}
