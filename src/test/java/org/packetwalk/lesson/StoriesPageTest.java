package org.packetwalk.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.KernelRelease;
import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.lab.LabRun;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.lab.LineRun;
import org.packetwalk.trace.TraceEvent;

/**
 * Each statement of the articles the program was born from is shown by a lab: the commands of its row, run there, have the
 * results of its row. The published page says what the rows say; {@code -Dpage=write} writes it anew.
 */
class StoriesPageTest {
    private static final Path ROWS = Path.of("src/test/resources/stories.txt");
    private static final Path PAGE = Path.of("src/site/markdown/stories.md");
    private static final int ARTICLE_ROWS = 68;

    /** A statement, the lab that shows it, what is typed there and what holds then. */
    record Row(int number, String statement, String lab, List<String> commands, List<String> results, String remark) {
        static Row of(String line) {
            String[] cells = line.split("\\|", -1);
            return new Row(Integer.parseInt(cells[0]), cells[1], cells[2], parts(cells[3]), parts(cells[4]), cells[5]);
        }

        private static List<String> parts(String cell) {
            return Arrays.stream(cell.split(" ;; ")).map(String::strip).toList();
        }

        @Override
        public String toString() {
            return number + " " + statement;
        }
    }

    static List<Row> rows() throws IOException {
        return Files.readAllLines(ROWS).stream().map(Row::of).toList();
    }

    @Test
    void everyRowIsThere() throws IOException {
        assertThat(rows().stream().map(Row::number))
                .isEqualTo(IntStream.rangeClosed(1, ARTICLE_ROWS).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theLabShowsIt(Row row) throws LabFormatException {
        Performance run = run(row);

        for (String result : row.results()) {
            assertThat(condition(result).holds(run))
                    .as(result + " in\n" + run.printed())
                    .isTrue();
        }
        assertThat(LessonCatalog.of(row.lab())).isPresent();
    }

    @Test
    void pageSaysWhatTheRowsSay() throws IOException {
        String page = page();

        if ("write".equals(System.getProperty("page"))) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("%s is out of date: mvn test -Dtest=StoriesPageTest -Dpage=write", PAGE)
                .isEqualTo(page);
    }

    private static Performance run(Row row) {
        Lab lab = LabCatalog.lab(row.lab()).setup();
        int before = lab.lines().size();
        for (String command : row.commands()) {
            String[] words = command.split(" ", 2);
            String line = "ip netns exec " + words[0] + " " + words[1];
            lab = command.endsWith("&") ? lab.plus(line) : lab.plusProbe(line);
        }
        LabRun run = LabRunner.run(lab);
        List<TraceEvent> events = new ArrayList<>();
        StringBuilder printed = new StringBuilder();
        for (LineRun line : run.lines().subList(before, run.lines().size())) {
            assertThat(line.understood()).as(line.line().text()).isTrue();
            events.addAll(line.events());
            printed.append(line.result().stdout())
                    .append(line.result().stderr())
                    .append('\n');
        }
        return Performance.of(new Typed(new HostId(""), ""), events, printed.toString(), run.end());
    }

    /** A result is said as a task of a lesson says it. */
    private static Condition condition(String result) throws LabFormatException {
        String lesson = "minutes: 1\nquestion: q\nwatch: w\ntask: t\ntry: a b\n" + result + "\n";
        return LessonFile.read("row", "row", lesson.getBytes(StandardCharsets.UTF_8))
                .tasks()
                .get(0)
                .done()
                .get(0);
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder("""
                # What older articles say, and the lab that shows it

                The program was born from five articles on the loopback interface. Each thing they show, name or claim is a
                row. The lab of a row has a lesson; open it in the window, or run it with `packetwalk run`. What is typed
                after its setup has the result of the row, which is said as a task of a lesson says it: **prints** a part of
                what the commands print, **path** the steps of the packets in their order, **path not** steps that are
                missing. "Older kernel" marks labs of a release before the one that is simulated, "not
                recorded" one for which the recording kernel lacks a part.

                A test runs all %d rows. This page is written by `mvn test -Dtest=StoriesPageTest -Dpage=write`.

                | # | said or shown | lab | typed | result | today |
                |--:|---|---|---|---|---|
                """.formatted(rows().size()));
        for (Row row : rows()) {
            page.append("| ").append(row.number());
            page.append(" | ").append(row.statement());
            page.append(" | `").append(row.lab()).append('`').append(older(row));
            page.append(" | ")
                    .append(code(
                            row.commands().stream().map(StoriesPageTest::typed).toList()));
            page.append(" | ").append(results(row.results()));
            page.append(" | ").append(row.remark()).append(" |\n");
        }
        return page.toString();
    }

    private static String older(Row row) {
        Lab lab = LabCatalog.lab(row.lab());
        if (lab.kernel().before(KernelRelease.CURRENT)) {
            return " (older kernel: Linux " + lab.kernel() + ")";
        }
        return lab.recorded() ? "" : " (not recorded)";
    }

    private static String typed(String command) {
        return command.replaceFirst(" ", " \\$ ");
    }

    private static String results(List<String> results) {
        return String.join(
                "<br>",
                results.stream()
                        .map(result -> result.replaceFirst("^([a-z ]+): (.*)$", "**$1** ")
                                + code(List.of(result.replaceFirst("^[a-z ]+: ", ""))))
                        .toList());
    }

    private static String code(List<String> lines) {
        return String.join("<br>", lines.stream().map(line -> "`" + line + "`").toList());
    }
}
