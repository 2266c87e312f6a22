package org.packetwalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

/**
 * Which lab shows what happens to packets that go wrong. {@code errors.tsv} names for each situation a lab and what its
 * recording of the kernel has to hold, or why no lab shows it; the published page says the same, and {@code -Dpage=write}
 * writes it anew.
 */
class ErrorsPageTest {

    private static final Path TABLE = KernelLab.FOLDER.resolve("errors.tsv");
    private static final Path PAGE = Path.of("src/site/markdown/errors.md");
    private static final String NONE = "-";

    /** A line of the table. */
    private record Row(String where, String situation, String lab, List<String> evidence) {

        boolean shown() {
            return !lab.equals(NONE);
        }
    }

    @Test
    void everyLabShowsWhatItIsNamedFor() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Row row : rows()) {
            if (row.shown()) {
                JsonObject recording = recording(row.lab());
                row.evidence().stream()
                        .filter(evidence -> !holds(recording, evidence))
                        .forEach(evidence -> missing.add(row.lab() + ": " + evidence));
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void pageSaysWhatTheTableSays() throws IOException {
        String page = page();

        if ("write".equals(System.getProperty("page"))) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("%s is out of date: mvn test -Dtest=ErrorsPageTest -Dpage=write", PAGE)
                .isEqualTo(page);
    }

    private static String page() throws IOException {
        List<Row> rows = rows();
        long shown = rows.stream().filter(Row::shown).count();
        StringBuilder text = new StringBuilder("""
                # What goes wrong, and where it is shown

                Every errno, ICMP message and drop reason that this kernel can be made to show by a lab, with the lab whose
                recording holds it: %d of %d situations. For the others the reason stands beside them.

                This page is written by `mvn test -Dtest=ErrorsPageTest -Dpage=write`; a test looks the evidence up in the
                recordings.
                """.formatted(shown, rows.size()));
        String where = "";
        for (Row row : rows) {
            if (!row.where().equals(where)) {
                where = row.where();
                text.append("\n## ").append(where).append("\n\n| situation | lab | seen there |\n|---|---|---|\n");
            }
            text.append("| ")
                    .append(row.situation())
                    .append(" | ")
                    .append(row.shown() ? row.lab() : "not shown")
                    .append(" | ")
                    .append(
                            row.shown()
                                    ? "`" + String.join("`, `", row.evidence()) + "`"
                                    : String.join("; ", row.evidence()))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static boolean holds(JsonObject recording, String evidence) {
        int space = evidence.indexOf(' ');
        String kind = evidence.substring(0, space);
        String what = evidence.substring(space + 1);
        for (JsonElement element : recording.getAsJsonArray("script")) {
            JsonObject line = element.getAsJsonObject();
            boolean found = switch (kind) {
                case "drop" -> event(line, "kfree_skb", "reason", " ", "at", what);
                case "icmp" -> event(line, "icmp_send", "type", "/", "code", what);
                case "says" -> line.has("probe") && (says(line, "stdout", what) || says(line, "stderr", what));
                case "counts" ->
                    line.has("counters") && line.get("counters").toString().contains("\"" + what + "\":");
                default -> throw new IllegalArgumentException(evidence);
            };
            if (found) {
                return true;
            }
        }
        return false;
    }

    private static boolean event(JsonObject line, String name, String one, String between, String other, String what) {
        for (JsonElement element : array(line, "events")) {
            JsonObject event = element.getAsJsonObject();
            if (event.get("ev").getAsString().equals(name)
                    && (event.get(one).getAsString()
                                    + between
                                    + event.get(other).getAsString())
                            .equals(what)) {
                return true;
            }
        }
        return false;
    }

    private static boolean says(JsonObject line, String stream, String what) {
        for (JsonElement text : array(line, stream)) {
            if (text.getAsString().contains(what)) {
                return true;
            }
        }
        return false;
    }

    private static JsonArray array(JsonObject line, String key) {
        return line.has(key) ? line.getAsJsonArray(key) : new JsonArray();
    }

    private static JsonObject recording(String lab) throws IOException {
        Path file = KernelLab.FOLDER.resolve("recordings").resolve(lab + ".json");
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        List<String> lines = Files.readAllLines(TABLE);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t");
            boolean shown = !cells[2].equals(NONE);
            rows.add(new Row(cells[0], cells[1], cells[2], shown ? List.of(cells[3].split("; ")) : List.of(cells[3])));
        }
        return rows;
    }
}
