package org.packetwalk.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.packetwalk.diagram.DiagramLayout.Journey;

class StackDiagramTest {
    private static final List<String> SOLID_KINDS = List.of("station", "table", "device", "outside");

    static Stream<Arguments> cases() {
        var cases = new ArrayList<Arguments>();
        Map<String, StackPicture> single = Map.of(
                "hit", Pictures.tableLocalHit(),
                "turning", Pictures.turningRound(),
                "dropped", Pictures.dropped(),
                "router", Pictures.router(),
                "rest", Pictures.atRest(),
                "broadcast", Pictures.broadcast(),
                "crowded", Pictures.crowded());
        single.keySet().stream().sorted().forEach(name -> {
            StackPicture picture = single.get(name);
            cases.add(Arguments.of(name + " compact", picture, new Size(712, 512), Density.COMPACT));
            cases.add(Arguments.of(name + " smallest", picture, new Size(712, 470), Density.COMPACT));
            cases.add(Arguments.of(name + " regular", picture, new Size(1154, 646), Density.REGULAR));
            cases.add(Arguments.of(name + " with lesson", picture, new Size(782, 646), Density.REGULAR));
            cases.add(Arguments.of(name + " wide", picture, new Size(1400, 698), Density.WIDE));
            cases.add(Arguments.of(name + " very large", picture, new Size(3280, 1700), Density.WIDE));
            cases.add(Arguments.of(name + " presented", picture, new Size(1600, 800), Density.PRESENTATION));
        });
        cases.add(Arguments.of("two hosts", Pictures.twoNamespaces(), new Size(1180, 560), Density.REGULAR));
        cases.add(Arguments.of("two hosts, wide", Pictures.twoNamespaces(), new Size(1400, 698), Density.WIDE));
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void stationsTablesAndDevicesDoNotOverlap(String name, StackPicture picture, Size size, Density density) {
        List<Map.Entry<Subject, Rect>> solid = solid(StackDiagram.layout(picture, size, density));

        for (int i = 0; i < solid.size(); i++) {
            for (int j = i + 1; j < solid.size(); j++) {
                assertThat(solid.get(i)
                                .getValue()
                                .grown(-0.5)
                                .overlaps(solid.get(j).getValue()))
                        .as("%s and %s", solid.get(i), solid.get(j))
                        .isFalse();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everythingIsInsideTheCanvas(String name, StackPicture picture, Size size, Density density) {
        DiagramLayout layout = StackDiagram.layout(picture, size, density);
        var canvas = new Rect(0, 0, size.width(), size.height());

        layout.places().forEach((subject, place) -> {
            if (!subject.kind().equals("packet") && !subject.kind().equals("trail")) {
                assertThat(canvas.contains(place))
                        .as("%s at %s", subject, place)
                        .isTrue();
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void sameInputGivesTheSameDrawing(String name, StackPicture picture, Size size, Density density) {
        assertThat(StackDiagram.layout(picture, size, density)).isEqualTo(StackDiagram.layout(picture, size, density));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void trailReachesItsStopsInOrderAndNeverJumps(String name, StackPicture picture, Size size, Density density) {
        DiagramLayout layout = StackDiagram.layout(picture, size, density);

        for (Journey journey : layout.journeys()) {
            Track track = journey.track();
            assertThat(track.marks()).isNotEmpty();
            assertThat(track.marks().stream().map(mark -> mark.stop()))
                    .containsExactlyElementsOf(journey.traveller().way());
            assertThat(track.marks().stream().map(Track.Mark::at).toList()).isSorted();
            for (Track.Mark mark : track.marks()) {
                Rect place = layout.places().get(mark.stop().subject());
                if (place != null) {
                    assertThat(place.grown(1).contains(track.at(mark.at())))
                            .as("%s", mark)
                            .isTrue();
                }
            }
            Track.Mark last = track.marks().get(track.marks().size() - 1);
            assertThat(last.at()).isCloseTo(track.length(), within(0.5));
        }
    }

    @Test
    void leftColumnGoesDownAndRightColumnGoesUpInTheOrderOfTheKernel() {
        Map<Subject, Rect> places = regular(Pictures.tableLocalHit()).places();

        assertThat(tops(
                        places,
                        Station.APP_SEND,
                        Station.L4_SEND,
                        Station.ROUTE_OUT,
                        Station.OUTPUT,
                        Station.POSTROUTING,
                        Station.NEIGHBOUR))
                .isSorted();
        assertThat(tops(
                        places,
                        Station.APP_RECEIVE,
                        Station.L4_RECEIVE,
                        Station.INPUT,
                        Station.ROUTE_IN,
                        Station.PREROUTING,
                        Station.RECEIVE))
                .isSorted();
        assertThat(places.get(Subject.station("web", Station.NEIGHBOUR)).right())
                .isLessThan(places.get(Subject.station("web", Station.RECEIVE)).x());
    }

    @Test
    void regularCanvasHasTheMeasuresOfTheDesign() {
        Map<Subject, Rect> places = regular(Pictures.tableLocalHit()).places();

        assertThat(places.get(Subject.host("web")).width()).isEqualTo(1122);
        assertThat(places.get(Subject.host("web")).height()).isEqualTo(42 + 56 + 58 + 246 + 60 + 108);
        assertThat(places.get(Subject.station("web", Station.ROUTE_OUT)).width())
                .isEqualTo(232);
        assertThat(places.get(Subject.station("web", Station.ROUTE_OUT)).x()).isEqualTo(16 + 14 + 152);
        assertThat(places.get(Subject.table("web", "local")).width()).isEqualTo(274);
    }

    @Test
    void ownCopyOfABroadcastTurnsBackAboveTheDevices() {
        DiagramLayout layout = regular(Pictures.broadcast());
        Rect lo = layout.places().get(Subject.device("web", "lo"));

        assertThat(layout.journey(1).orElseThrow().track().points())
                .allSatisfy(point -> assertThat(point.y()).isLessThan(lo.y()));
    }

    @Test
    void packetThatIsInAHostNotOpenedLeavesItsTrailButNoToken() {
        DiagramLayout layout = regular(Pictures.broadcast());

        assertThat(layout.places()).containsKey(Subject.trail(2)).doesNotContainKey(Subject.packet(2));
    }

    @Test
    void lineOfTheLookupEndsAtTheRowThatHit() {
        DiagramLayout layout = regular(Pictures.tableLocalHit());
        Rect hit = layout.places().get(Subject.row("web", "local", 0));

        Rect line = layout.places().get(Subject.lookup("web"));

        assertThat(line.x())
                .isEqualTo(layout.places()
                        .get(Subject.station("web", Station.ROUTE_OUT))
                        .right());
        assertThat(line.right())
                .isEqualTo(layout.places().get(Subject.table("web", "local")).x());
        assertThat(hit.grown(0.5).contains(new Point(hit.x(), line.bottom()))).isTrue();
    }

    @Test
    void longTableKeepsTheRowThatHit() {
        DiagramLayout layout = regular(Pictures.router());

        assertThat(layout.places()).containsKey(Subject.row("router", "shared", 11));
        assertThat(layout.places()).doesNotContainKey(Subject.row("router", "shared", 12));
    }

    @Test
    void whatIsNotReachedIsDashed() {
        DiagramLayout layout = regular(Pictures.tableLocalHit());

        assertThat(face(layout, Subject.device("web", "eth0")).stroke().style()).isEqualTo(LineStyle.NOT_REACHED);
        assertThat(face(layout, Subject.table("web", "main")).stroke().style()).isEqualTo(LineStyle.NOT_REACHED);
        assertThat(face(layout, Subject.outside("gateway")).stroke().style()).isEqualTo(LineStyle.NOT_REACHED);
    }

    @Test
    void wireJoinsTheLeftDeviceOfTheSenderToTheRightDeviceOfTheReceiver() {
        DiagramLayout layout = StackDiagram.layout(Pictures.twoNamespaces(), new Size(1180, 560), Density.REGULAR);
        Map<Subject, Rect> places = layout.places();

        assertThat(places.get(Subject.host("left")).width()).isEqualTo(566);
        assertThat(places.get(Subject.device("left", "veth0")).centerX())
                .isEqualTo(
                        places.get(Subject.station("left", Station.NEIGHBOUR)).centerX());
        assertThat(places.get(Subject.device("right", "veth1")).centerX())
                .isEqualTo(places.get(Subject.station("right", Station.RECEIVE)).centerX());
    }

    private static DiagramLayout regular(StackPicture picture) {
        return StackDiagram.layout(picture, new Size(1154, 646), Density.REGULAR);
    }

    private static List<Double> tops(Map<Subject, Rect> places, Station... stations) {
        return Stream.of(stations)
                .map(station -> places.get(Subject.station("web", station)).y())
                .toList();
    }

    private static Box face(DiagramLayout layout, Subject subject) {
        return layout.drawing().shapes().stream()
                .filter(shape -> shape instanceof Group group && group.subject().equals(subject))
                .map(shape -> (Box) ((Group) shape).shapes().get(0))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map.Entry<Subject, Rect>> solid(DiagramLayout layout) {
        return layout.places().entrySet().stream()
                .filter(entry -> SOLID_KINDS.contains(entry.getKey().kind()))
                .toList();
    }
}
