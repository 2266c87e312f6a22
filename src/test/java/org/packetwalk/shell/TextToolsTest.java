package org.packetwalk.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.packetwalk.sim.World;

/** The tools for text say what those of this machine say to the same words. */
class TextToolsTest {
    private static final String TEXT = String.join(
            "\n",
            "1: lo: <LOOPBACK,UP> mtu 65536",
            "    inet 127.0.0.1/8 scope host lo",
            "2: eth0: <BROADCAST,UP> mtu 1500",
            "    inet 10.0.1.1/24 brd 10.0.1.255 scope global eth0",
            "    inet 10.0.1.9/24 scope global secondary eth0",
            "",
            "same",
            "same",
            "tab\there and there",
            "");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cut -d' ' -f2",
                "cut -d: -f1,3-",
                "cut -s -d: -f2",
                "cut -c1-4,8",
                "cut -c -3",
                "cut -f2",
                "cut -f0",
                "cut -f3-2",
                "cut -d:: -f1",
                "cut -d:",
                "tr -s ' '",
                "tr -d ' :'",
                "tr a-z A-Z",
                "tr '[:lower:]' '[:upper:]'",
                "tr '\\n' ' '",
                "tr -s ' ' '\\n'",
                "tr abc x",
                "tr a",
                "tr",
                "uniq",
                "uniq -c",
                "uniq -d",
                "uniq -u",
                "sed -n 2p",
                "sed -n '2,3p'",
                "sed -n '$p'",
                "sed 1d",
                "sed '3,$d'",
                "sed '/inet/d'",
                "sed -n '/inet/p'",
                "sed 's/eth0/X/'",
                "sed 's/e/E/g'",
                "sed 's|/24||'",
                "sed 's/inet \\([0-9.]*\\)/<\\1>/'",
                "sed -E 's/([a-z]+)0/[&] \\1/'",
                "sed -e 1d -e 's/same/other/'",
                "sed '1d;2d'",
                "sed 's/$/ $HOME/'",
                "awk '{print $1}'",
                "awk '{print $NF, $1}'",
                "awk '/inet/ {print $2}'",
                "awk '/inet/{print $2 \" on \" $NF}'",
                "awk '/inet/'",
                "awk 'NR==2'",
                "awk 'NR>=3 {print NR\": \"$0}'",
                "awk -F: '{print $2}'",
                "awk -F/ '/inet/ {print $1}'",
                "awk '$1==\"inet\" {print $2}'",
                "awk '$NF ~ /eth0/ {print NF}'",
                "awk '$5>2000'",
                "awk '{print}'"
            })
    void textIsCutAsTheRealToolDoes(String command) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "this machine has no sh");
        String line = "printf '" + TEXT.replace("\n", "\\n").replace("\t", "\\t") + "' | " + command;
        Process real = new ProcessBuilder("/bin/sh", "-c", line).start();
        String out = new String(real.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(real.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(real.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assumeTrue(real.exitValue() != 127, "this machine lacks the tool");

        CommandResult ours = new Shell()
                .execute(World.EMPTY, Shell.NO_HOST, line, snapshot -> {})
                .result();

        assertThat(ours.stdout()).isEqualTo(out);
        assertThat(ours.stderr().replaceAll("[‘’]", "'")).isEqualTo(err.replaceAll("[‘’]", "'"));
        assertThat(ours.exit()).isEqualTo(real.exitValue());
    }
}
