package org.packetwalk.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.sim.Snapshot;

/** Two opened hosts with more cables between them than there is room for devices. */
class WiresTest {
    private static final String LAB = """
            ip netns add a
            ip netns add b
            ip -n a link add p1 type veth peer name p1 netns b
            ip -n a link add p2 type veth peer name p2 netns b
            ip -n a link add p3 type veth peer name p3 netns b
            ip -n a link add p4 type veth peer name p4 netns b
            ip -n a link add p5 type veth peer name p5 netns b
            ip -n a link add p6 type veth peer name p6 netns b
            ip -n a link add p7 type veth peer name p7 netns b
            ip -n a link add p8 type veth peer name p8 netns b
            ip -n a link add eth0 type veth peer name eth0 netns b
            ip -n a addr add 10.0.0.1/24 dev eth0
            ip -n b addr add 10.0.0.2/24 dev eth0
            ip -n a link set eth0 up
            ip -n b link set eth0 up
            # probe:
            ip netns exec a ping -c1 -W1 10.0.0.2
            """;

    @Test
    void onlyCablesWhoseEndsAreDrawnAreDrawn() throws Exception {
        List<Snapshot> recording =
                LabRunner.run(LabFile.read("wires.sh", LAB)).probes().get(0).snapshots();
        StackPictures pictures = StackPictures.of(recording);

        for (int i = 0; i < recording.size(); i++) {
            StackPicture picture = pictures.at(i);
            assertThat(picture.wires()).hasSize(9);
            DiagramLayout layout = StackDiagram.layout(picture, new Size(1154, 646), Density.REGULAR);
            long ports = layout.places().keySet().stream()
                    .filter(subject -> subject.id().matches("device:a/(p\\d|eth0)"))
                    .count();
            long cables = layout.drawing().shapes().stream()
                    .filter(shape ->
                            shape instanceof Label label && label.text().equals(Word.VETH_PAIR.text()))
                    .count();
            assertThat(ports).isLessThan(9);
            assertThat(cables)
                    .as("cables at step " + i + " of " + ports + " ports")
                    .isBetween(1L, ports);
        }
    }
}
