package org.packetwalk.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.packetwalk.diagram.TopologyPicture.Position;

class TopologyDiagramTest {
    private static final Size CANVAS = new Size(1154, 646);

    static Stream<TopologyPicture> pictures() {
        return Stream.of(Topologies.twoNamespaces(), Topologies.routed());
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void cardsDoNotOverlapAndHoldTheirPorts(TopologyPicture picture) {
        Map<Subject, Rect> places = TopologyDiagram.layout(picture, CANVAS).places();

        var cards = new ArrayList<>(places.entrySet().stream()
                .filter(entry -> entry.getKey().kind().equals("host"))
                .toList());
        for (int i = 0; i < cards.size(); i++) {
            for (int j = i + 1; j < cards.size(); j++) {
                assertThat(cards.get(i).getValue().overlaps(cards.get(j).getValue()))
                        .as("%s and %s", cards.get(i), cards.get(j))
                        .isFalse();
            }
        }
        picture.hosts()
                .forEach(host -> host.ports()
                        .forEach(port -> assertThat(places.get(Subject.host(host.id()))
                                        .contains(places.get(Subject.device(host.id(), port.device()))))
                                .as("%s %s", host.id(), port.device())
                                .isTrue()));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void sameInputGivesTheSameDrawing(TopologyPicture picture) {
        assertThat(TopologyDiagram.layout(picture, CANVAS)).isEqualTo(TopologyDiagram.layout(picture, CANVAS));
    }

    @Test
    void aPortTurnsToTheSideItsCableGoesToWhenHostsAreMoved() {
        TopologyPicture plain = Topologies.twoNamespaces();
        String first = plain.cables().get(0).fromHost();
        String other = plain.cables().get(0).toHost();
        TopologyPicture moved = new TopologyPicture(
                plain.hosts(),
                plain.cables(),
                List.of(new TopologyPicture.Position(first, 900, 300), new TopologyPicture.Position(other, 20, 40)),
                List.of());

        DiagramLayout layout = TopologyDiagram.layout(moved, CANVAS);

        Rect card = layout.places().get(Subject.host(first));
        Rect port =
                layout.places().get(Subject.device(first, plain.cables().get(0).fromDevice()));
        assertThat(card.x()).isEqualTo(900);
        assertThat(port.centerX()).isLessThan(card.centerX());
        assertThat(layout.drawing().size().width()).isGreaterThanOrEqualTo(card.right());
    }

    @Test
    void hostsStandInTheOrderOfTheirCables() {
        Map<Subject, Rect> places =
                TopologyDiagram.layout(Topologies.routed(), CANVAS).places();

        List<Double> lefts = Stream.of("server", "router", "bridge", "client-1")
                .map(host -> places.get(Subject.host(host)).x())
                .toList();
        assertThat(lefts).isSorted().doesNotHaveDuplicates();
        assertThat(Stream.of("client-1", "client-2", "client-3")
                        .map(host -> places.get(Subject.host(host)).y()))
                .isSorted();
    }

    @Test
    void tokenLiesOnTheMiddleOfItsCable() {
        DiagramLayout layout = TopologyDiagram.layout(Topologies.twoNamespaces(), CANVAS);
        Rect token = layout.places().get(Subject.packet(2));
        Rect from = layout.places().get(Subject.device("left", "veth0"));
        Rect to = layout.places().get(Subject.device("right", "veth1"));

        assertThat(token.centerX()).isEqualTo((from.right() + to.x()) / 2);
    }

    @Test
    void lowCanvasGivesOneRow() {
        Map<Subject, Rect> places = TopologyDiagram.layout(Topologies.twoNamespaces(), new Size(1180, 80))
                .places();

        assertThat(Stream.of("init", "left", "right")
                        .map(host -> places.get(Subject.host(host)).y())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void authorsPositionIsKept() {
        TopologyPicture plain = Topologies.twoNamespaces();
        var placed = new TopologyPicture(
                plain.hosts(), plain.cables(), List.of(new Position("init", 120, 80)), plain.travellers());

        Rect card = TopologyDiagram.layout(placed, CANVAS).places().get(Subject.host("init"));

        assertThat(new Point(card.x(), card.y())).isEqualTo(new Point(120, 80));
    }
}
