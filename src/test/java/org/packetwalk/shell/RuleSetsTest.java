package org.packetwalk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.packetwalk.kernel.HostId;
import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.World;

/**
 * Rule sets as people have them ({@code .typed}), and what {@code iptables-save} 1.8.9 of a real host printed after it had loaded them
 * ({@code .saved}).
 */
class RuleSetsTest {

    private static final Path FOLDER = Path.of("src/test/resources/rule-sets");
    private static final HostId HOST = new HostId("a");

    private final Shell shell = new Shell();

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".typed"))
                    .map(name -> name.substring(0, name.length() - ".typed".length()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreTen() throws IOException {
        assertThat(names()).hasSizeGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @MethodSource("names")
    void isPrintedAsTheRealHostPrintedIt(String name) throws IOException {
        String typed = Files.readString(FOLDER.resolve(name + ".typed"));

        assertThat(saved(typed)).isEqualTo(Files.readString(FOLDER.resolve(name + ".saved")));
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatWasSavedLoadsAndIsSavedAlike(String name) throws IOException {
        String saved = Files.readString(FOLDER.resolve(name + ".saved"));

        assertThat(saved(saved)).isEqualTo(saved);
    }

    private String saved(String rules) {
        World world = shell.execute(World.EMPTY, Shell.NO_HOST, "ip netns add a", SnapshotSink.NONE)
                .world();
        Shell.Outcome loaded = shell.execute(world, HOST, List.of("iptables-restore"), rules, SnapshotSink.NONE);
        assertThat(loaded.result()).isEqualTo(CommandResult.SILENT);

        return shell.execute(loaded.world(), HOST, "iptables-save", SnapshotSink.NONE)
                .result()
                .stdout()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
