package org.packetwalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabCommandsTest {

    private static final String LABS = "src/test/resources/kernel-lab/labs";
    private static final String PING = LABS + "/loopback/ping-127.0.0.1.sh";

    @TempDir
    private Path folder;

    @Test
    void runPrintsWhatAShellWouldShow() {
        Run run = Run.of("run", PING);

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("$ ip netns add a\n$ ip netns exec a sysctl")
                .contains(
                        "$ ip -n a route get 127.0.0.1\nlocal 127.0.0.1 dev lo src 127.0.0.1 uid 0 \n    cache <local> \n",
                        "\n1 packets transmitted, 1 received, 0% packet loss, time 0ms\n");
    }

    @Test
    void aProbeThatFailsAsOnLinuxIsNoFailureOfTheProgram() {
        Run run = Run.of("run", LABS + "/loopback/lo-down.sh");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("[exit 2]");
    }

    @Test
    void aLineThatIsNotUnderstoodIsToldWithItsPlace() throws IOException {
        Path lab = lab("# title: t", "", "ip netns add a", "ip -n a xfrm state", "frobnicate");

        Run run = Run.of("run", lab.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("packetwalk: " + lab + ":"))
                .anyMatch(line -> line.contains(":4: ") && line.contains("xfrm"));
    }

    @Test
    void aFloodIsStoppedAndTold() throws IOException {
        Path lab = lab(
                "# title: t",
                "",
                "ip netns add a",
                "ip -n a link set lo up",
                "# probe: never ends",
                "ip netns exec a ping -f 127.0.0.1");

        Run run = Run.of("run", lab.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains(lab + ":6: ").contains("events");
    }

    @Test
    void aFloodInTheBackgroundIsStoppedAndTold() throws IOException {
        Path lab = lab(
                "# title: t",
                "",
                "ip netns add a",
                "ip -n a link set lo up",
                "ip netns exec a ping -i 0 127.0.0.1 &",
                "# probe: beside it",
                "ip -n a route get 127.0.0.1");

        Run run = Run.of("run", lab.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains(lab + ":5: ").contains("events on a");
    }

    @Test
    void walkTellsAtLeastTwentyStops() {
        Run run = Run.of("walk", PING);

        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("a $ ping -c1 -W1 127.0.0.1\n");
        assertThat(run.out().lines().filter(line -> line.matches(" +\\d+  [0-9.]+ \\S+  a  .*")))
                .hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void walkTellsACommandInChineseToo() {
        Run run = Run.of("walk", PING, "--command", "ip -n a route get 10.0.0.1", "--lang", "zh", "--grain", "row");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("a $ ip -n a route get 10.0.0.1\n").containsPattern("\\p{IsHan}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--probe 9", "--probe x", "--grain stone", "--lang fr", "--probe 1 --command x", "--nothing"})
    void wrongWordsOfWalkEndWithTwo(String words) {
        Run run = Run.of(("walk " + PING + " " + words).split(" "));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("packetwalk: ");
    }

    @Test
    void aRecordingOfTheSimulatorCanBeComparedWithTheKernels() {
        Path file = folder.resolve("deep/er/ping.json");

        assertThat(Run.of("record", PING, "-o", file.toString()).exit()).isZero();
        Run compared = Run.of(
                "compare", "src/test/resources/kernel-lab/recordings/loopback/ping-127.0.0.1.json", file.toString());

        assertThat(compared.out()).contains("answers 1.00  packets 1.00  events 1.00");
    }

    @Test
    void recordAllKeepsThePlacesOfTheLabs() throws IOException {
        Path labs = folder.resolve("labs");
        Files.createDirectories(labs.resolve("loopback"));
        Files.copy(Path.of(PING), labs.resolve("loopback/ping.sh"));
        Files.writeString(labs.resolve("broken.sh"), "ip link \\\n");

        Run run =
                Run.of("record", "--all", labs.toString(), folder.resolve("out").toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1).first().asString().contains("broken.sh");
        assertThat(folder.resolve("out/loopback/ping.json"))
                .content()
                .contains("\"lab\": \"loopback/ping.sh\"", "\"format\": \"kernel-lab-recording/1\"");
    }

    @Test
    void exportSavesTheWalkAsJson() {
        Path file = folder.resolve("walk.json");

        Run run = Run.of("export", PING, "--probe", "3", "--format", "json", "-o", file.toString());

        assertThat(run.exit()).isZero();
        assertThat(file).content().contains("\"command\": \"ping -c1 -W1 127.0.0.1\"", "\"version\": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "walk", "record", "shell"})
    void filesThatAreNoLabEndWithTwoAndOneLine(String command) throws IOException {
        Files.write(folder.resolve("binary.sh"), new byte[] {0x7f, 'E', 'L', 'F', 0, 1, 2});
        Files.write(folder.resolve("latin1.sh"), new byte[] {'#', ' ', (byte) 0xe9, '\n'});
        Files.writeString(folder.resolve("empty.sh"), "");
        Files.writeString(folder.resolve("half.sh"), "# title: t\n\nip netns add a \\\n");
        Files.write(folder.resolve("huge.sh"), new byte[3 << 20]);

        for (String name :
                new String[] {"binary.sh", "latin1.sh", "empty.sh", "half.sh", "huge.sh", "missing.sh", "."}) {
            Run run = Run.of(command, folder.resolve(name).toString());

            assertThat(run.exit()).as(command + " " + name).isEqualTo(2);
            assertThat(run.err().lines())
                    .as(run.err())
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("packetwalk: " + folder);
        }
    }

    @Test
    void withoutADisplayTheDefaultLabIsToldAsText() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int exit = WithoutDisplay.print(new Console(System.in, new PrintStream(out, true), new PrintStream(err, true)));

        assertThat(exit).isZero();
        assertThat(err.toString().lines()).hasSize(1).first().asString().contains("xvfb-run");
        assertThat(out.toString()).contains("$ ping -c1 -W1 127.0.0.1");
    }

    private Path lab(String... lines) throws IOException {
        return Files.writeString(folder.resolve("lab.sh"), String.join("\n", lines) + "\n");
    }
}
