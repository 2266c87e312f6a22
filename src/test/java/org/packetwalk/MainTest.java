package org.packetwalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javafx.application.Application;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    private static final String PING = "src/test/resources/kernel-lab/recordings/loopback/ping-127.0.0.1.json";

    @TempDir
    private Path folder;

    @Test
    void batchCommandsLoadNoClassOfJavaFx() throws Exception {
        Path log = folder.resolve("classes");

        ProgramProcess process =
                ProgramProcess.run(folder, List.of("-Xlog:class+load:file=" + log), List.of("compare", PING, PING));

        assertThat(process.exit()).isZero();
        assertThat(Files.readAllLines(log))
                .anyMatch(line -> line.contains(" org.packetwalk.cli.CompareCommand "))
                .noneMatch(line -> line.contains(" javafx.") || line.contains(" com.sun.javafx."));
    }

    @Test
    void itIsNoApplicationSinceALauncherFromTheClassPathRefusesThose() {
        assertThat(Application.class.isAssignableFrom(Main.class)).isFalse();
    }
}
