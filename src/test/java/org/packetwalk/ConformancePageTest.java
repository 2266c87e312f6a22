package org.packetwalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import org.packetwalk.export.recording.RecordingFormatException;
import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabFormatException;

/**
 * The published page of scores says what {@code scores.tsv} says, which {@link KernelConformanceTest} measures;
 * {@code -Dpage=write} writes it anew.
 */
class ConformancePageTest {

    private static final Path PAGE = Path.of("src/site/markdown/conformance.md");
    private static final Path DEVIATIONS = KernelLab.FOLDER.resolve("deviations.tsv");
    private static final List<String> CONFORMING = List.of("answers", "packets", "events", "state");

    /** A line of a table of tab-separated cells. */
    private record Row(List<String> cells) {

        String name() {
            return cells.get(0);
        }
    }

    @Test
    void pageSaysWhatTheScoresSay() throws IOException, RecordingFormatException, LabFormatException {
        String page = page();

        if ("write".equals(System.getProperty("page"))) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("%s is out of date: mvn test -Dtest=ConformancePageTest -Dpage=write", PAGE)
                .isEqualTo(page);
    }

    @Test
    void everyDeviationHasAReason() throws IOException {
        List<Row> scores = rows(KernelLab.FOLDER.resolve("scores.tsv"));
        List<Row> deviations = rows(DEVIATIONS);

        assertThat(different(scores))
                .as("labs without a reason in %s", DEVIATIONS)
                .allSatisfy(lab -> assertThat(reason(deviations, lab)).isPresent());
    }

    @Test
    void noDeviationOfALabHasVanished() throws IOException {
        List<String> different = different(rows(KernelLab.FOLDER.resolve("scores.tsv")));

        List<String> vanished = rows(DEVIATIONS).stream()
                .map(Row::name)
                .filter(name -> !name.endsWith("/") && !different.contains(name))
                .toList();

        assertThat(vanished)
                .as("these conform now; delete them from %s", DEVIATIONS)
                .isEmpty();
    }

    private static String page() throws IOException, RecordingFormatException, LabFormatException {
        List<Row> scores = rows(KernelLab.FOLDER.resolve("scores.tsv"));
        List<String> different = different(scores);
        TreeSet<String> kernels = new TreeSet<>();
        StringBuilder table = new StringBuilder("| lab | | " + String.join(" | ", heads()) + " |\n");
        table.append("|---|---|").append("--:|".repeat(heads().size())).append('\n');
        for (Row row : scores) {
            Lab lab = KernelLab.lab(row.name());
            kernels.add(KernelLab.kernel(row.name()).kernel());
            table.append("| ")
                    .append(row.name())
                    .append(" | ")
                    .append(lab.head("title").orElse(""))
                    .append(" | ")
                    .append(String.join(
                            " | ", row.cells().subList(1, row.cells().size())))
                    .append(" |\n");
        }
        return """
                # How true Packetwalk is

                Each lab was run as root on Linux %s and recorded, and runs here; both recordings are compared. A score is
                the share that agrees, rounded down: **answers** (what commands print, their exit status), **packets** on every
                interface, **events** of the kernel's tracepoints, call **chains** of the kernel's functions, **counters**, and
                the **state** of links, addresses, routes, rules and neighbours.

                A lab conforms if answers, packets, events and state agree in full: **%d of %d** do.

                This page is written by `mvn test -Dtest=ConformancePageTest -Dpage=write`; a test compares it with the scores,
                and another fails when a score falls. `mvn -Pkernel verify -Dlabs=500` compares random labs with the kernel
                of the machine it runs on.

                ## Known deviations

                %s
                ## Not recorded

                These are simulated and tested, but no recording of a kernel judges them.

                %s
                ## Labs

                %s""".formatted(
                        String.join(", ", kernels),
                        scores.size() - different.size(),
                        scores.size(),
                        deviations(different),
                        list(rows(KernelLab.FOLDER.resolve("not-recorded.tsv"))),
                        table);
    }

    private static String deviations(List<String> different) throws IOException {
        List<Row> used = rows(DEVIATIONS).stream()
                .filter(row -> different.stream().anyMatch(lab -> covers(row, lab)))
                .toList();
        return used.isEmpty() ? "None.\n" : list(used);
    }

    private static String list(List<Row> rows) {
        StringBuilder list = new StringBuilder();
        rows.forEach(row -> list.append("- **")
                .append(row.name())
                .append("**: ")
                .append(row.cells().get(1))
                .append('\n'));
        return list.toString();
    }

    private static List<String> different(List<Row> scores) throws IOException {
        List<String> heads = heads();
        return scores.stream()
                .filter(row -> CONFORMING.stream()
                        .anyMatch(head ->
                                !row.cells().get(1 + heads.indexOf(head)).equals("1.00")))
                .map(Row::name)
                .toList();
    }

    private static Optional<String> reason(List<Row> deviations, String lab) {
        return deviations.stream()
                .filter(row -> covers(row, lab))
                .map(row -> row.cells().get(1))
                .findFirst();
    }

    private static boolean covers(Row row, String lab) {
        return row.name().endsWith("/") ? lab.startsWith(row.name()) : lab.equals(row.name());
    }

    private static List<String> heads() throws IOException {
        List<String> cells = List.of(Files.readAllLines(KernelLab.FOLDER.resolve("scores.tsv"))
                .get(0)
                .split("\t"));
        return cells.subList(1, cells.size());
    }

    private static List<Row> rows(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            rows.add(new Row(Arrays.asList(line.split("\t"))));
        }
        return rows;
    }
}
