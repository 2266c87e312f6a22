package org.packetwalk.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import org.packetwalk.importing.ImportNote.Kind;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.lab.LineRun;

class HostImportTest {

    private static final Path FOLDER = Path.of("src/test/resources/collected");

    /** Collected in namespaces of a real kernel, with what that kernel answered to questions about routes. */
    @Test
    void aCollectedHostAnswersAsTheRealOne() throws Exception {
        ImportedHost imported = HostImport.of(Files.readString(FOLDER.resolve("docker-host.txt")));
        assertThat(imported.notes()).isEmpty();
        assertThat(imported.host().name()).isEqualTo("web1");

        String answers = Files.readString(FOLDER.resolve("docker-host.answers.txt"));
        List<String> questions =
                answers.lines().filter(line -> line.startsWith("$ ")).toList();
        StringBuilder here = new StringBuilder();
        for (LineRun run : run(
                imported.script(),
                questions.stream().map(one -> one.replace("$ ip", "ip -n web1")).toList())) {
            here.append(run.line().text().replace("ip -n web1", "$ ip"))
                    .append('\n')
                    .append(run.result().stdout())
                    .append(run.result().stderr());
        }
        assertThat(here).hasToString(answers);
    }

    @Test
    void anImportedContainerReachesTheOutsideAndIsReachedThroughThePublishedPort() throws Exception {
        ImportedHost imported = HostImport.of(Files.readString(FOLDER.resolve("docker-host.txt")));
        List<LineRun> runs = run(
                imported.script(),
                List.of(
                        "ip netns exec c1 ping -c1 -W1 8.8.8.8",
                        "ip netns exec outside nc -n -z -v -w2 192.0.2.10 8080"));
        assertThat(runs.get(0).result().stdout()).contains("1 received");
        assertThat(runs.get(1).result().stderr()).contains("succeeded");
    }

    @Test
    void outputsPastedFromATerminalMakeALab() throws Exception {
        ImportedHost imported = HostImport.of(Files.readString(FOLDER.resolve("pasted.txt")));
        assertThat(imported.notes())
                .extracting(ImportNote::line, ImportNote::kind, ImportNote::text)
                .containsExactly(
                        tuple(18, Kind.ASSUMED, "100:	from 10.1.0.0/16 lookup office"),
                        tuple(36, Kind.NOT_UNDERSTOOD, "admin@web:~$ what else"));
        List<LineRun> runs = run(
                imported.script(),
                List.of(
                        "ip -n host route get 8.8.8.8",
                        "ip -n host route get 8.8.8.8 from 10.1.0.1",
                        "ip -n host -br link"));
        assertThat(runs.get(0).result().stdout()).startsWith("8.8.8.8 via 192.0.2.1 dev eth0 src 192.0.2.10 ");
        assertThat(runs.get(1).result().stdout()).startsWith("8.8.8.8 from 10.1.0.1 via 192.0.2.254 dev eth0 ");
        assertThat(runs.get(2).result().stdout()).containsPattern("br0 +DOWN").containsPattern("eth0@\\S+ +UP");
    }

    /** Where lo has to find an address of the host, the kernel takes that of the device that was there first. */
    @Test
    void devicesOfANamespaceAreThereInTheirOrder() throws Exception {
        ImportedHost imported = HostImport.of("""
                # namespace b
                1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536
                2: down@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500
                    link/ether 02:00:00:00:00:04 brd ff:ff:ff:ff:ff:ff link-netns a
                    inet 10.0.2.2/24 scope global down
                # namespace a
                1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536
                2: first@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500
                    link/ether 02:00:00:00:00:02 brd ff:ff:ff:ff:ff:ff link-netns c
                    inet 10.0.1.2/24 scope global first
                3: second@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500
                    link/ether 02:00:00:00:00:03 brd ff:ff:ff:ff:ff:ff link-netns b
                    inet 10.0.2.1/24 scope global second
                # namespace c
                1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536
                2: up@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500
                    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff link-netns a
                    inet 10.0.1.1/24 scope global up
                """);

        List<LineRun> runs = run(imported.script(), List.of("ip -n a -br link", "ip -n a route get 10.0.9.9 oif lo"));

        assertThat(runs.get(0).result().stdout()).containsPattern("(?s)lo .*first@.*second@");
        assertThat(runs.get(1).result().stdout()).contains("dev lo src 10.0.1.2 ");
    }

    @Test
    void aRouteWithSeveralWaysKeepsItsScope() throws Exception {
        ImportedHost imported = HostImport.of("""
                1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536
                2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500
                    inet 10.0.1.2/24 scope global eth0
                10.9.0.0/16 nexthop dev eth0 weight 1 nexthop dev lo weight 4
                """);

        assertThat(imported.notes()).isEmpty();
        assertThat(run(imported.script(), List.of("ip -n host route show 10.9.0.0/16"))
                        .get(0)
                        .result()
                        .stdout())
                .contains("nexthop dev eth0 weight 1", "nexthop dev lo weight 4")
                .doesNotContain("scope");
    }

    /** A collected text may come from anybody, and a lab may be run as root. */
    @Test
    void nothingOfATextReachesAShellUnquoted() {
        String text = """
                $ hostname
                x$(reboot)
                # namespace a;reboot
                1: lo: <LOOPBACK,UP> mtu 65536
                # namespace
                2: eth0;reboot: <BROADCAST,UP> mtu 1500
                    link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff
                default via 192.0.2.1 dev `reboot`
                7: from all lookup main;reboot
                net.ipv4.ip_forward = 1;reboot
                *filter
                :a$(reboot) - [0:0]
                -A INPUT -m comment --comment "a $(reboot); b" -j ACCEPT
                -A INPUT -s 10.0.0.1/32;reboot -j DROP
                """;
        ImportedHost imported = HostImport.of(text);
        String unquoted = imported.script().replaceAll("'[^']*'", "");
        assertThat(unquoted).doesNotContainPattern("[;$`()]");
        assertThat(imported.notes()).extracting(ImportNote::line).contains(6, 8, 9, 10, 14);
    }

    @Property(tries = 200)
    void everyLineOfAnyTextIsInTheLabOrListed(@ForAll("texts") List<String> lines) {
        ImportedHost imported = HostImport.of(String.join("\n", lines));
        assertThat(imported.script()).startsWith("# title: ");
        List<Integer> listed = imported.notes().stream().map(ImportNote::line).toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("junk")) {
                assertThat(listed).contains(i + 1);
            }
        }
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> real;
        try {
            real = Arbitraries.of(Files.readAllLines(FOLDER.resolve("pasted.txt")));
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
        Arbitrary<String> junk = Arbitraries.strings()
                .withChars("ab 0:.<>@/-\t\"'")
                .ofMaxLength(30)
                .map(text -> "junk" + text);
        Arbitrary<String> cut = real.flatMap(
                line -> Arbitraries.integers().between(0, line.length()).map(end -> line.substring(0, end)));
        return Arbitraries.oneOf(real, junk, cut).list().ofMaxSize(25);
    }

    private static List<LineRun> run(String script, List<String> more) throws LabFormatException {
        List<String> lines = new ArrayList<>(List.of(script));
        lines.addAll(more);
        List<LineRun> runs = LabRunner.run(
                        LabFile.read("imported.sh", String.join("\n", lines).getBytes(StandardCharsets.UTF_8)))
                .lines();
        return runs.subList(runs.size() - more.size(), runs.size());
    }
}
