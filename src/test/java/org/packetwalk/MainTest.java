package org.packetwalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javafx.application.Application;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    private static final String LAB = "src/test/resources/kernel-lab/labs/loopback/ping-127.0.0.1.sh";
    private static final String RECORDING = "src/test/resources/kernel-lab/recordings/loopback/ping-127.0.0.1.json";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compare " + RECORDING + " " + RECORDING,
                "run " + LAB,
                "walk " + LAB + " --grain row --lang zh",
                "record " + LAB,
                "export " + LAB + " --format json -o target/main-test-walk.json",
                "shell --json " + LAB,
                "--help"
            })
    void batchCommandsLoadNoClassOfJavaFx(String words) throws Exception {
        Path log = folder.resolve("classes");

        ProgramProcess process =
                ProgramProcess.run(folder, List.of("-Xlog:class+load:file=" + log), List.of(words.split(" ")));

        assertThat(process.exit()).as(process.err()).isZero();
        assertThat(Files.readAllLines(log))
                .anyMatch(line -> line.contains(" org.packetwalk.cli.CommandLineProgram "))
                .noneMatch(line -> line.contains(" javafx.")
                        || line.contains(" com.sun.javafx.")
                        || line.contains(" org.packetwalk.desktop."));
    }

    @Test
    void withoutADisplayItSaysSoInOneLineAndTellsTheDefaultLabsWalk() throws Exception {
        ProgramProcess process = ProgramProcess.run(folder, List.of(), List.of());

        assertThat(process.exit()).isZero();
        assertThat(process.err().lines()).hasSize(1).first().asString().contains("xvfb-run");
        assertThat(process.out()).contains("$ ping -c1 -W1 127.0.0.1\n").contains("lo");
    }

    @Test
    void itIsNoApplicationSinceALauncherFromTheClassPathRefusesThose() {
        assertThat(Application.class.isAssignableFrom(Main.class)).isFalse();
    }
}
