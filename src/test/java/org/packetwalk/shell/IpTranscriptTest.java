package org.packetwalk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.World;

/** What {@code ip} of iproute2 6.1 printed on Linux 6.18, command by command: answers, complaints, exit codes. */
class IpTranscriptTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/packetwalk/shell");

    private record Entry(String command, String answer) {}

    @ParameterizedTest
    @ValueSource(strings = {"ip-transcript-1.txt", "ip-transcript-2.txt", "ip-transcript-3.txt", "ip-transcript-4.txt"})
    void everyCommandAnswersAsTheRealTool(String file) throws IOException {
        Shell shell = new Shell();
        World world = World.EMPTY;
        List<String> wanted = new ArrayList<>();
        List<String> seen = new ArrayList<>();

        for (Entry entry : entries(Files.readString(FOLDER.resolve(file)))) {
            Shell.Outcome outcome = shell.execute(world, Shell.NO_HOST, words(entry.command), "", SnapshotSink.NONE);
            world = outcome.world();
            CommandResult result = outcome.result();
            String exit = result.ok() ? "" : "[exit " + result.exit() + "]\n";
            String answer = result.stdout() + result.stderr() + exit;
            if (!answer.equals(entry.answer)) {
                wanted.add("$ " + entry.command + "\n" + entry.answer);
                seen.add("$ " + entry.command + "\n" + answer);
            }
        }

        assertThat(seen).containsExactlyElementsOf(wanted);
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.removeIf(String::isEmpty);
        return words;
    }

    private static List<Entry> entries(String text) {
        List<Entry> entries = new ArrayList<>();
        for (String block : text.split("(?m)^(?=\\$ )")) {
            int end = block.indexOf('\n');
            entries.add(new Entry(block.substring(2, end), block.substring(end + 1)));
        }
        return entries;
    }
}
