package org.packetwalk.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.packetwalk.diagram.RoutePicture.NodeState;
import org.packetwalk.diagram.RoutePicture.Row;
import org.packetwalk.diagram.RoutePicture.RowState;
import org.packetwalk.diagram.RoutePicture.Rung;
import org.packetwalk.diagram.RoutePicture.RungState;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.lab.LineRun;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Step;
import org.packetwalk.narrate.Steps;
import org.packetwalk.sim.Snapshot;

class RouteDiagramTest {
    private static final String HOST = String.join(
            "\n",
            "ip netns add web",
            "ip -n web link set lo up",
            "ip -n web link add eth0 type veth peer name far0",
            "ip -n web link set far0 up",
            "ip -n web addr add 10.141.155.131/18 dev eth0",
            "ip -n web link set eth0 up",
            "ip -n web route add default via 10.141.128.1");
    private static final String SEPARATED = String.join(
            "\n", HOST, "ip -n web rule add to 192.0.2.1 lookup main pref 32765", "ip -n web rule del pref 32765");

    @Test
    void theSearchBacksUpToTheDefaultRoute() throws LabFormatException {
        RoutePicture picture = last(SEPARATED, "ip -n web route get 8.8.8.8");

        assertThat(picture.shared()).isFalse();
        assertThat(picture.rungs())
                .extracting(Rung::state)
                .containsExactly(RungState.WENT_ON, RungState.DECIDED, RungState.NOT_ASKED);
        assertThat(picture.rungs().get(1).rows())
                .extracting(Row::prefix, Row::state, Row::firstDifference)
                .containsExactly(tuple("default", RowState.WINNER, 0), tuple("10.141.128.0/18", RowState.DIFFERS, 7));
        assertThat(picture.tries().get(1).returns()).hasSize(1);
        assertThat(picture.tries().get(1).nodes())
                .filteredOn(node -> node.state() == NodeState.WINNER)
                .singleElement()
                .satisfies(node -> assertThat(node.number()).isEqualTo(3));
        assertThat(picture.answer().facts())
                .extracting(RoutePicture.Fact::value)
                .containsExactly(
                        Text.literal("eth0"),
                        Text.literal("10.141.128.1"),
                        Text.literal("10.141.155.131"),
                        Text.literal("unicast"));
        assertThat(picture.sources()).hasSize(1).allMatch(RoutePicture.Choice::chosen);
    }

    @Test
    void aNewHostIsAskedOnceForBothTables() throws LabFormatException {
        RoutePicture picture = last(HOST, "ip -n web route get 10.141.155.131");

        assertThat(picture.shared()).isTrue();
        assertThat(picture.rungs()).hasSize(1);
        assertThat(picture.rungs().get(0).rows())
                .filteredOn(row -> row.state() == RowState.WINNER)
                .singleElement()
                .satisfies(row -> assertThat(row.table()).isEqualTo("local"));
    }

    @Test
    void rowsComeOneAfterTheOther() throws LabFormatException {
        LineRun run = run(SEPARATED, "ip -n web route get 8.8.8.8");
        RoutePictures pictures = RoutePictures.of(run.snapshots());
        List<Step> steps = Steps.of(run.events(), Grain.ROW);

        var known = new ArrayList<Integer>();
        for (Step step : steps) {
            RoutePicture picture = pictures.at(step.deciding(), step.row());
            known.add((int) picture.rungs().stream()
                    .flatMap(rung -> rung.rows().stream())
                    .filter(row -> row.state() != RowState.AHEAD)
                    .count());
        }

        assertThat(known).isSorted().startsWith(0).hasSizeGreaterThan(10);
        assertThat(pictures.at(steps.get(0).deciding(), steps.get(0).row()).rungs())
                .extracting(Rung::state)
                .containsExactly(RungState.ASKED, RungState.AHEAD, RungState.NOT_ASKED);
    }

    @Test
    void aRowIsOutAsSoonAsTheTrieHasComparedTheBitItDiffersIn() throws LabFormatException {
        LineRun run = run(HOST, "ip -n web route get 8.8.8.8");
        RoutePictures pictures = RoutePictures.of(run.snapshots());

        var order = new ArrayList<String>();
        for (Step step : Steps.of(run.events(), Grain.ROW)) {
            pictures.at(step.deciding(), step.row()).rungs().stream()
                    .flatMap(rung -> rung.rows().stream())
                    .filter(row -> row.state() != RowState.AHEAD && !order.contains(row.prefix()))
                    .forEach(row -> order.add(row.prefix()));
        }

        // the root tests bits 2 and 3, then the node of 10.141.128.0/18 is seen to differ at bit 7, then default is
        // tried
        assertThat(order)
                .containsExactly(
                        "127.0.0.0/8",
                        "127.0.0.1",
                        "127.255.255.255",
                        "10.141.155.131",
                        "10.141.191.255",
                        "10.141.128.0/18",
                        "default");
    }

    @Test
    void aRuleThatIsNotForTheFlowSaysWhichSelectorFailed() throws LabFormatException {
        String rule = SEPARATED + "\nip -n web rule add from 10.9.0.0/16 lookup 100 pref 100";

        RoutePicture picture = last(rule, "ip -n web route get 8.8.8.8 from 10.141.155.131");

        assertThat(picture.rungs().get(1).selectors())
                .containsExactly(new RoutePicture.Selector("from 10.9.0.0/16", "10.141.155.131", false));
        assertThat(picture.question().more()).contains("from 10.141.155.131");
    }

    @Test
    void nothingIsDrawnBeforeAnyQuestion() {
        DiagramLayout layout = RouteDiagram.layout(RoutePicture.NONE, new Size(1600, 800), Density.REGULAR);

        assertThat(layout.drawing().shapes()).isEmpty();
    }

    /** Whatever the labs ask is drawn inside the width, in cards that do not overlap, in a window and in the inspector. */
    @ParameterizedTest
    @ValueSource(doubles = {1600, 1024, 404, 284})
    void rulesStandOneBelowTheOtherInsideTheWidth(double width) throws IOException, LabFormatException {
        int drawn = 0;
        for (Path lab : labs()) {
            for (LineRun probe : LabRunner.run(LabFile.read(lab.toString(), Files.readAllBytes(lab)))
                    .probes()) {
                RoutePictures pictures = RoutePictures.of(probe.snapshots());
                for (int beginning : pictures.beginnings()) {
                    DiagramLayout layout = RouteDiagram.layout(
                            pictures.at(beginning),
                            new Size(width, 100),
                            width < 1200 ? Density.COMPACT : Density.REGULAR);
                    inside(layout, width);
                    drawn++;
                }
            }
        }
        assertThat(drawn).isGreaterThan(50);
    }

    private static void inside(DiagramLayout layout, double width) {
        var rungs = new ArrayList<Rect>();
        layout.places().forEach((subject, place) -> {
            assertThat(place.x()).isGreaterThanOrEqualTo(0);
            assertThat(place.right()).isLessThanOrEqualTo(width);
            assertThat(place.bottom())
                    .isLessThanOrEqualTo(layout.drawing().size().height());
            if (subject.kind().equals("rung")) {
                assertThat(rungs).noneMatch(other -> other.overlaps(place));
                rungs.add(place);
            }
        });
        assertThat(layout.order()).isNotEmpty();
    }

    private static List<Path> labs() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/kernel-lab/labs"))) {
            return files.filter(file -> file.toString().matches(".*/(route|rule|ecmp)/[^/]*[.]sh"))
                    .sorted()
                    .toList();
        }
    }

    private static RoutePicture last(String setup, String probe) throws LabFormatException {
        List<Snapshot> recording = run(setup, probe).snapshots();
        return RoutePictures.of(recording).at(recording.size() - 1);
    }

    private static LineRun run(String setup, String probe) throws LabFormatException {
        String script = "# title: t\n# teaches: t\n" + setup + "\n# probe: p\n" + probe + "\n";
        return LabRunner.run(LabFile.read("t.sh", script)).probes().get(0);
    }
}
