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
                "printf '%05d|%-5d|%5d|%05s|%-4s|%d' -5 -5 -5 x ab",
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
                "awk '{print}'",
                "sed 's/[[:space:]]*$//'",
                "sed 's/ */ /g'",
                "sed 's/x*/-/g'",
                "sed 's/\\<e/x/g'",
                "sed 's/ /\\n/'",
                "sed 's/ /\\t/g'",
                "sed 's/inet/\\\\&/'",
                "sed 's/same/[&]\\n[&]/'",
                "sed 's/ /;/g;s/e/E/'",
                "sed 's/\\/24//'",
                "sed 's/e/E/2'",
                "sed 's/A/x/Ig'",
                "sed 's/[/]24//'",
                "sed 's/a/\\1/'",
                "sed -E 's/(eth|eth0)/X/'",
                "sed -n 's/.*inet \\([^ ]*\\).*/\\1/p'",
                "sed -n '/lo/,/eth0/p'",
                "sed -n '/same/,/same/p'",
                "sed -n '/eth0/,$p'",
                "sed '/eth0/,2d'",
                "sed -n '2,$!p'",
                "sed '/inet/!d'",
                "sed 2q",
                "sed -n 0p",
                "cut -c0",
                "cut -d: -c1",
                "cut -f",
                "tr -d '[:punct:]'",
                "tr -d '[:alpha:]'",
                "tr -d a b",
                "tr a b c",
                "tr c-a A",
                "tr a ''",
                "tr -s '[:space:]' '\\n'",
                "grep '^[[:space:]]*inet'",
                "grep '\\<eth0\\>'",
                "grep -oE 'in|inet'",
                "grep -oE '([0-9]{1,3}\\.){3}[0-9]{1,3}'",
                "grep -o 'e*'",
                "awk '/inet/ && /eth0/ {print $2}'",
                "awk 'NR==1 || /same/ && NR>7'",
                "awk '!/inet/'",
                "awk '/[[:digit:]]:/ {print $2}'",
                "awk '/[/]24/ {print $2}'",
                "awk '{print \"a\\\\b\\n\" $1 \"{};\"}'",
                "awk -F'[ /:]+' '{print $3, $4}'",
                "awk -F'\\\\.' '{print $3}'",
                "awk -F. 'NF==7'"
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "awk '/lo/,/eth0/'",
                "awk '/^\\s+inet/'",
                "awk '/a{2}/'",
                "awk 'END {print NR}'",
                "awk '{print $1,}'",
                "awk '{print \"a\\x41\"}'",
                "awk ''",
                "awk -F: '{print $2}' OFS=-",
                "sed '0,/inet/d'",
                "sed -n '2,+1p'",
                "sed 's/\\d/x/g'",
                "sed 's/same/\\U&/'",
                "sed 's|a\\|e|X|g'",
                "sed -E 's/a**/x/'",
                "grep -E '\\d'",
                "tr '.' '\\056'",
                "tr a '[x*]'",
                "tr -cd '[:digit:]'",
                "printf %d abc",
                "printf %d 010"
            })
    void whatIsNotReadAsTheRealToolDoesIsRefusedByName(String command) {
        CommandResult ours = new Shell()
                .execute(World.EMPTY, Shell.NO_HOST, "printf 'a\\n' | " + command, snapshot -> {})
                .result();

        assertThat(ours.stderr()).contains(" is not simulated. Known here: ");
        assertThat(ours.stdout()).isEmpty();
    }
}
