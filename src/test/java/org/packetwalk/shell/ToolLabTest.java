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
 * What net-tools 2.10, ethtool 6.1, iptables 1.8.9, conntrack 1.4.7, ss, sysctl, telnet and the files below /proc/net answered on Linux 6.18, line by line: texts and
 * exit codes. Times of round trips and ports the kernel chose are masked on both sides, and empty lines are left out.
 */
class ToolLabTest {

    private static final Path FOLDER = Path.of("src/test/resources/tools");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conntrack",
                "ifconfig",
                "ip-forms",
                "ip6tables",
                "iptables",
                "ipv6",
                "maddr",
                "net-tools",
                "ping",
                "sockets"
            })
    void answersWhatIsAnsweredOnLinux(String name) throws IOException, LabFormatException {
        LabRun run = LabRunner.run(LabFile.read(name + ".sh", Files.readString(FOLDER.resolve(name + ".sh"))));

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
            line.result().stdout().lines().map(ToolLabTest::masked).forEach(ours::add);
            line.result().stderr().lines().map(ToolLabTest::masked).forEach(ours::add);
            ours.add("= " + line.result().exit());
        }

        kernel.removeIf(String::isEmpty);
        ours.removeIf(String::isEmpty);
        assertThat(ours).containsExactlyElementsOf(kernel);
    }

    private static String masked(String line) {
        return line.replaceAll("<eph>|\\b[3-6]\\d{4}\\b", "<port>")
                .replaceAll("<port> +", "<port> ")
                .replaceAll("^(.*?\\w+ +\\d+) (<timeout>|\\d+)( [A-Z_ ]*src=)", "$1 <timeout>$3")
                .replaceAll("\\bid=(<id>|\\d+)", "id=<id>")
                .replaceAll("pid=(<pid>|\\d+)", "pid=<pid>")
                .replaceAll("time[ =]\\S+ ?ms", "time <t> ms")
                .replaceAll("(min/avg/max/mdev = )[\\d./]+ ms(, pipe \\d+)?(, ipg/ewma [\\d./]+ ms)?", "$1<rtt> ms")
                .replaceAll("\\s+$", "");
    }
}
