package org.packetwalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.packetwalk.export.recording.ComparisonResult;
import org.packetwalk.export.recording.Score;

/**
 * Every lab of the kernel lab, run and scored against what Linux did. The scores are kept in {@code scores.tsv}, two
 * decimals rounded down, and may only rise; {@code -Dscores=write} notes the present ones. All differences are written to
 * {@code target/kernel-conformance.txt}.
 */
class KernelConformanceTest {

    private static final Path TABLE = KernelLab.FOLDER.resolve("scores.tsv");
    private static final Path REPORT = Path.of("target/kernel-conformance.txt");
    private static final Path SHARED = Path.of("../shared/kernel-lab");
    private static final int LABS = 275;
    private static final double MEAN_DEMANDED = 0.95;

    /** What has to conform: answers, packets, events and state all 1. */
    private static final List<String> DEMANDED = List.of(
            "address/scope-and-peer",
            "address/secondary",
            "address/source-selection",
            "loopback/all-nics-down",
            "loopback/any-127-address",
            "loopback/counters",
            "loopback/hosts-file",
            "loopback/lo-down",
            "loopback/own-address-link-down",
            "loopback/own-address-no-carrier",
            "loopback/ping-127.0.0.1",
            "loopback/firewall-on-lo",
            "mtu/lo-mtu",
            "netfilter/bridge-netfilter",
            "netfilter/docker-nat",
            "netfilter/hairpin",
            "netfilter/reject-or-drop",
            "netfilter/stateful",
            "receive/route-localnet",
            "route/fib-trie-separate",
            "route/fib-trie-shared",
            "route/local-before-main",
            "route/longest-prefix",
            "route/merged-tables",
            "route/metric",
            "route/tos",
            "route/types-local",
            "rule/delete-local-rule",
            "rule/from",
            "rule/fwmark",
            "rule/goto",
            "rule/move-local-rule",
            "rule/refusing-rules",
            "rule/suppress-prefixlength");

    private static final Map<String, ComparisonResult> RESULTS = new TreeMap<>();

    @BeforeAll
    static void runEveryLab() throws IOException {
        Map<String, ComparisonResult> found =
                KernelLab.names().parallelStream().collect(Collectors.toConcurrentMap(name -> name, KernelLab::score));
        RESULTS.putAll(found);
        StringBuilder report = new StringBuilder();
        RESULTS.forEach((name, result) -> {
            report.append(result.line(name)).append('\n');
            result.notes().forEach(note -> report.append("    ").append(note).append('\n'));
        });
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, report);
    }

    @Test
    void everyLabIsThere() throws IOException {
        assertThat(RESULTS.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        read(Files.readAllLines(TABLE)).keySet());
        assertThat(RESULTS.keySet()).containsAll(DEMANDED);
    }

    @Test
    void noScoreFalls() throws IOException {
        Map<String, List<BigDecimal>> now = new LinkedHashMap<>();
        RESULTS.forEach((name, result) -> now.put(name, shares(result)));
        if ("write".equals(System.getProperty("scores"))) {
            Files.writeString(TABLE, table(now));
        }
        Map<String, List<BigDecimal>> before = read(Files.readAllLines(TABLE));

        List<String> fallen = new ArrayList<>();
        List<String> risen = new ArrayList<>();
        now.forEach((name, shares) -> {
            for (Score score : Score.values()) {
                BigDecimal was = before.containsKey(name) ? before.get(name).get(score.ordinal()) : BigDecimal.ZERO;
                int change = shares.get(score.ordinal()).compareTo(was);
                String line = name + " " + score.word() + " " + was + " -> " + shares.get(score.ordinal());
                if (change != 0) {
                    (change < 0 ? fallen : risen).add(line);
                }
            }
        });

        long conforming =
                RESULTS.values().stream().filter(ComparisonResult::conforms).count();
        System.out.println("KernelConformanceTest: " + conforming + " of " + RESULTS.size() + " labs conform");
        if (!risen.isEmpty()) {
            System.out.println("Scores have risen; note them with -Dscores=write:\n  " + String.join("\n  ", risen));
        }
        assertThat(fallen)
                .as("scores may only rise; the differences are in " + REPORT)
                .isEmpty();
    }

    @Test
    void demandedLabsConform() {
        List<String> differing = DEMANDED.stream()
                .filter(name -> !RESULTS.get(name).conforms())
                .map(name -> RESULTS.get(name).line(name))
                .toList();

        assertThat(differing).as("the differences are in " + REPORT).isEmpty();
        for (Score score : List.of(Score.CHAINS, Score.COUNTERS)) {
            assertThat(DEMANDED.stream()
                            .mapToDouble(name -> RESULTS.get(name).score(score))
                            .average()
                            .orElse(0))
                    .as("mean of " + score.word())
                    .isGreaterThanOrEqualTo(MEAN_DEMANDED);
        }
    }

    /** Where the labs came from lies beside the project only on some machines. */
    @Test
    void holdsTheLabsAsTheyAreWhereTheyCameFrom() throws IOException {
        assumeTrue(Files.isDirectory(SHARED), SHARED + " is not there");
        List<String> different = new ArrayList<>();
        for (String part : List.of("labs", "recordings")) {
            try (Stream<Path> found = Files.walk(SHARED.resolve(part))) {
                for (Path there :
                        (Iterable<Path>) found.filter(Files::isRegularFile).sorted()::iterator) {
                    Path here = KernelLab.FOLDER.resolve(SHARED.relativize(there));
                    if (!Files.exists(here) || Files.mismatch(there, here) >= 0) {
                        different.add(SHARED.relativize(there).toString());
                    }
                }
            }
        }
        assertThat(different).as("files to bring again from " + SHARED).isEmpty();
    }

    private static List<BigDecimal> shares(ComparisonResult result) {
        return Arrays.stream(Score.values())
                .map(score -> BigDecimal.valueOf(result.score(score)).setScale(2, RoundingMode.DOWN))
                .toList();
    }

    private static String table(Map<String, List<BigDecimal>> scores) {
        StringBuilder text = new StringBuilder("lab\t")
                .append(Arrays.stream(Score.values()).map(Score::word).collect(Collectors.joining("\t")))
                .append('\n');
        scores.forEach((name, shares) -> text.append(name)
                .append('\t')
                .append(shares.stream().map(BigDecimal::toPlainString).collect(Collectors.joining("\t")))
                .append('\n'));
        return text.toString();
    }

    private static Map<String, List<BigDecimal>> read(List<String> lines) {
        Map<String, List<BigDecimal>> table = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t");
            table.put(
                    cells[0], Arrays.stream(cells).skip(1).map(BigDecimal::new).toList());
        }
        return table;
    }
}
