package org.packetwalk.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.packetwalk.diagram.StackPicture.StripCable;
import org.packetwalk.diagram.StackPicture.StripHost;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.testing.Routers;
import org.packetwalk.trace.LinkEvent;

/** Three hosts, of which two are opened: the strip above shows all of them. */
class StripTest {
    private static final Size REGULAR = new Size(1154, 646);

    @Test
    void theHostsStandAsTheyAreCabledAndSayWhetherAPacketHasComeToThem() throws LabFormatException {
        List<Snapshot> recording = recording();

        StackPicture.Strip first = StackPictures.of(recording).at(0).strip();
        StackPicture.Strip last =
                StackPictures.of(recording).at(recording.size() - 1).strip();

        assertThat(first.hosts()).extracting(StripHost::name).containsExactly("a", "r", "b");
        assertThat(first.hosts()).extracting(StripHost::reached).containsExactly(true, false, false);
        assertThat(last.hosts()).extracting(StripHost::reached).containsExactly(true, true, true);
    }

    @Test
    void thePacketIsOnTheCableOfTheStripWhileItIsOnTheWire() throws LabFormatException {
        List<Snapshot> recording = recording();
        int sent = 0;
        while (!(recording.get(sent).event() instanceof LinkEvent.TransmitStarted)) {
            sent++;
        }

        StackPicture picture = StackPictures.of(recording).at(sent);

        assertThat(picture.strip().cables())
                .filteredOn(cable -> cable.packet() > 0)
                .extracting(StripCable::one, StripCable::other)
                .containsExactly(tuple("a", "r"));
    }

    @Test
    void theStripStandsAboveTheOpenedHostsAndLeavesThemTheirRoom() throws LabFormatException {
        List<Snapshot> recording = recording();

        for (int i = 0; i < recording.size(); i++) {
            DiagramLayout layout =
                    StackDiagram.layout(StackPictures.of(recording).at(i), REGULAR, Density.REGULAR);
            double below = layout.places().entrySet().stream()
                    .filter(place -> place.getKey().kind().equals("strip"))
                    .mapToDouble(place -> place.getValue().bottom())
                    .max()
                    .orElseThrow();
            layout.places().forEach((subject, place) -> {
                if (subject.kind().equals("host")) {
                    assertThat(place.y()).isGreaterThan(below);
                    assertThat(place.bottom()).isLessThan(REGULAR.height());
                }
            });
        }
    }

    @Test
    void inASmallWindowTheHostOfThePacketIsOpenedAlone() throws LabFormatException {
        List<Snapshot> recording = recording();

        DiagramLayout layout = StackDiagram.layout(
                StackPictures.of(recording).at(recording.size() - 1), new Size(700, 440), Density.COMPACT);

        assertThat(layout.places().keySet())
                .filteredOn(subject -> subject.kind().equals("host"))
                .hasSize(1);
    }

    private static List<Snapshot> recording() throws LabFormatException {
        return LabRunner.run(LabFile.read("router.sh", Routers.BETWEEN_TWO_HOSTS))
                .probes()
                .get(0)
                .snapshots();
    }
}
