package org.packetwalk.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.packetwalk.diagram.RoutePicture.Row;
import org.packetwalk.diagram.RoutePicture.RowState;
import org.packetwalk.diagram.RoutePicture.Rung;
import org.packetwalk.diagram.RoutePicture.RungState;
import org.packetwalk.kernel.HostId;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.lab.LabRun;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.lab.LineRun;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Row.Kind;
import org.packetwalk.narrate.Step;
import org.packetwalk.narrate.Steps;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.TraceEvent;

/**
 * The rows of the route lookup view, gone through one by one, end where the kernel's own tracepoint says the search ended:
 * at that table, that device and that gateway, and at a prefix the kernel lists for it.
 */
class RoutePicturesKernelTest {
    private static final Path FOLDER = Path.of("src/test/resources/kernel-lab");

    @ParameterizedTest
    @MethodSource("labs")
    void everyLookupEndsWhereTheKernelSaysItDid(String name) throws IOException, LabFormatException {
        JsonObject recording = JsonParser.parseString(
                        Files.readString(FOLDER.resolve("recordings").resolve(name + ".json")))
                .getAsJsonObject();
        Map<Integer, List<JsonObject>> kernel = searches(recording);

        List<LineRun> probes = understood(LabRunner.run(
                LabFile.read(name, Files.readString(FOLDER.resolve("labs").resolve(name + ".sh")))));

        assertThat(kernel).isNotEmpty();
        int expected = 0;
        int checked = 0;
        for (LineRun probe : probes) {
            List<JsonObject> asked = kernel.getOrDefault(probe.line().number(), List.of());
            expected += asked.size();
            List<Ending> shown = endings(probe.snapshots());
            for (HostId host : hosts(shown)) {
                List<Ending> here = shown.stream()
                        .filter(ending -> ending.event().head().host().equals(host))
                        .toList();
                List<JsonObject> there = asked.stream()
                        .filter(event -> event.get("host").getAsString().equals(host.name()))
                        .toList();
                assertThat(here.size()).as(probe.line().text()).isEqualTo(there.size());
                for (int i = 0; i < here.size(); i++) {
                    agrees(
                            here.get(i),
                            there.get(i),
                            prefixes(recording, host),
                            probe.line().text());
                    checked++;
                }
            }
        }
        assertThat(checked).isEqualTo(expected).isPositive();
    }

    /** The probes up to the first line with a command that is not simulated: after it the worlds differ. */
    private static List<LineRun> understood(LabRun run) {
        var probes = new ArrayList<LineRun>();
        for (LineRun line : run.lines()) {
            if (!line.understood()) {
                break;
            }
            if (line.line().probe()) {
                probes.add(line);
            }
        }
        return probes;
    }

    /** Where a search ends, step by step: what is shown when its last row is current. */
    private record Ending(RouteEvent.TableAsked event, RoutePicture picture) {
        Rung rung() {
            return picture.rungs().stream()
                    .filter(rung -> rung.state() != RungState.NOT_ASKED && rung.state() != RungState.AHEAD)
                    .reduce((first, second) -> second)
                    .orElseThrow();
        }
    }

    private static List<Ending> endings(List<Snapshot> recording) {
        List<TraceEvent> events = recording.stream().map(Snapshot::event).toList();
        RoutePictures pictures = RoutePictures.of(recording);
        var endings = new ArrayList<Ending>();
        for (Step step : Steps.of(events, Grain.ROW)) {
            RoutePicture picture = pictures.at(step.deciding(), step.row());
            if (step.row().kind() == Kind.ALL && events.get(step.deciding()) instanceof RouteEvent.TableAsked asked) {
                endings.add(new Ending(asked, picture));
            } else if (step.row().kind() != Kind.ALL) {
                assertThat(picture.isPresent()).isTrue();
            }
        }
        return endings;
    }

    private static void agrees(Ending ending, JsonObject kernel, Set<String> prefixes, String line) {
        RoutePicture picture = ending.picture();
        List<Row> winners = ending.rung().rows().stream()
                .filter(row -> row.state() == RowState.WINNER)
                .toList();
        String table = picture.tries().get(picture.tries().size() - 1).table();
        int number = kernel.get("table").getAsInt();
        String name = number == 255
                ? "local"
                : number == 254
                        ? (picture.shared() ? "local + main" : "main")
                        : number == 253 ? "default" : "" + number;
        assertThat(table).as(line).isEqualTo(name);
        assertThat(picture.question().destination())
                .as(line)
                .hasToString(kernel.get("dst").getAsString());
        if (kernel.has("err") && kernel.get("err").getAsString().equals("-EAGAIN") && winners.isEmpty()) {
            return;
        }
        assertThat(winners).as(line).hasSize(1);
        Row winner = winners.get(0);
        if (kernel.has("dev")) {
            assertThat(winner.way())
                    .as(line)
                    .contains("dev " + kernel.get("dev").getAsString());
        } else {
            assertThat(winner.type()).as(line).isIn("unreachable", "prohibit", "blackhole", "throw");
        }
        if (kernel.has("gw")) {
            assertThat(winner.way()).as(line).contains("via " + kernel.get("gw").getAsString());
        }
        assertThat(prefixes).as(line).contains(winner.prefix());
    }

    private static List<HostId> hosts(List<Ending> endings) {
        return endings.stream()
                .map(ending -> ending.event().head().host())
                .distinct()
                .toList();
    }

    /** Every prefix the kernel was given by the lab or listed itself, as a word of its own. */
    private static Set<String> prefixes(JsonObject recording, HostId host) {
        var words = new TreeSet<String>();
        Stream.of("state", "state_end")
                .map(recording::getAsJsonObject)
                .filter(state -> state != null && state.has(host.name()))
                .map(state -> state.getAsJsonObject(host.name()).getAsJsonArray("route4"))
                .filter(Objects::nonNull)
                .flatMap(routes -> routes.asList().stream())
                .forEach(route -> words.add(route.getAsJsonObject().get("dst").getAsString()));
        for (JsonElement element : recording.getAsJsonArray("script")) {
            JsonObject line = element.getAsJsonObject();
            words.addAll(List.of(line.get("cmd").getAsString().split("\\s+")));
            if (line.has("stdout")) {
                line.getAsJsonArray("stdout")
                        .forEach(printed ->
                                words.addAll(List.of(printed.getAsString().split("\\s+"))));
            }
        }
        return words;
    }

    private static Map<Integer, List<JsonObject>> searches(JsonObject recording) {
        var searches = new HashMap<Integer, List<JsonObject>>();
        for (JsonElement element : recording.getAsJsonArray("script")) {
            JsonObject line = element.getAsJsonObject();
            JsonArray events = line.has("events") ? line.getAsJsonArray("events") : new JsonArray();
            List<JsonObject> found = events.asList().stream()
                    .map(JsonElement::getAsJsonObject)
                    .filter(event -> event.get("ev").getAsString().equals("fib_table_lookup"))
                    .collect(Collectors.toList());
            if (line.has("probe") && !found.isEmpty()) {
                searches.put(line.get("line").getAsInt(), found);
            }
        }
        return searches;
    }

    static Stream<String> labs() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER.resolve("labs"))) {
            return files
                    .map(file -> FOLDER.resolve("labs").relativize(file).toString())
                    .filter(file -> file.startsWith("route/") || file.startsWith("rule/"))
                    .filter(file -> file.endsWith(".sh"))
                    .map(file -> file.substring(0, file.length() - 3))
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
