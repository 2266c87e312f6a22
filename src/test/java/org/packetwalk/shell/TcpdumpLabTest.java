package org.packetwalk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.lab.LabRun;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.lab.LineRun;

/**
 * What tcpdump captures and prints in labs, against what it did on Linux 6.18 (the outputs of a recording, line by line).
 * Both sides lose what is drawn by lot: identifiers, ports and sequence numbers the kernel chose, timestamps of TCP. Empty lines are left
 * out, as a recording leaves them out at the end. The scaled window is left out: the kernel's grows from the first one offered ({@code rcv_ssthresh}), 63 or 64 KiB here.
 */
class TcpdumpLabTest {

    private static final Path FOLDER = Path.of("src/test/resources/tcpdump/labs");

    @ParameterizedTest
    @ValueSource(strings = {"loopback", "two-hosts", "bridge"})
    void capturesWhatIsCapturedOnLinux(String name) throws IOException, LabFormatException {
        String script = Files.readString(FOLDER.resolve(name + ".sh"));
        LabRun run = LabRunner.run(LabFile.read(name + ".sh", script));

        List<String> kernel = new ArrayList<>();
        for (JsonElement element : JsonParser.parseString(Files.readString(FOLDER.resolve(name + ".json")))
                .getAsJsonArray()) {
            JsonObject line = element.getAsJsonObject();
            kernel.add("$ " + line.get("cmd").getAsString());
            line.getAsJsonArray("stdout").forEach(text -> kernel.add(masked(text.getAsString())));
            line.getAsJsonArray("stderr").forEach(text -> kernel.add(masked(text.getAsString())));
            kernel.add("= " + line.get("exit").getAsInt());
        }
        List<String> ours = new ArrayList<>();
        for (LineRun line : run.lines()) {
            ours.add("$ " + line.line().text());
            line.result().stdout().lines().map(TcpdumpLabTest::masked).forEach(ours::add);
            line.result().stderr().lines().map(TcpdumpLabTest::masked).forEach(ours::add);
            ours.add("= " + line.result().exit());
        }

        kernel.removeIf(String::isEmpty);
        ours.removeIf(String::isEmpty);
        assertThat(ours).containsExactlyElementsOf(kernel);
    }

    private static String masked(String line) {
        return line.replaceAll("\\bid (\\d+|<eph>), (seq|offset)", "id <id>, $2")
                .replaceAll("\\.(<eph>|[3-6]\\d{4})\\b", ".<port>")
                .replaceAll("\\b(seq|ack) \\d{5,}", "$1 <number>")
                .replaceAll("win 6[34],", "win <w>,")
                .replaceAll("TS val \\d+ ecr [1-9]\\d*", "TS val <t> ecr <t>")
                .replaceAll("TS val \\d+ ecr 0", "TS val <t> ecr 0")
                .replaceAll("-> 0x[0-9a-f]{4}", "-> <sum>")
                .replaceAll("cksum 0x[0-9a-f]{4} \\(correct\\)", "cksum <sum> (correct)")
                .replaceAll("time=[\\d.]+ ms", "time=<t> ms")
                .replaceAll("time \\d+ms", "time <t>ms")
                .replaceAll("(min/avg/max/mdev = )[\\d./]+ ms", "$1<rtt> ms")
                .replaceAll("\\s+$", "");
    }
}
