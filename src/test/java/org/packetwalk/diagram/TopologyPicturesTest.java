package org.packetwalk.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.packetwalk.diagram.StackPicture.DeviceState;
import org.packetwalk.diagram.TopologyPicture.ClosedHost;
import org.packetwalk.diagram.TopologyPicture.HostState;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.trace.LinkEvent;

class TopologyPicturesTest {
    private static final Size SIZE = new Size(1154, 300);

    @Test
    void aVethPairIsOneCable() {
        TopologyPicture picture = TopologyPictures.atRest(RealPings.leftAndRight(), List.of());

        assertThat(picture.hosts()).extracting(ClosedHost::name).containsExactly("left", "right");
        assertThat(picture.hosts()).extracting(ClosedHost::summary).containsExactly("10.42.0.1/24", "10.42.0.2/24");
        assertThat(picture.hosts()).extracting(ClosedHost::state).containsOnly(HostState.DEFAULT);
        assertThat(picture.cables()).singleElement().satisfies(cable -> {
            assertThat(cable.fromDevice()).isEqualTo("veth0");
            assertThat(cable.toDevice()).isEqualTo("veth1");
            assertThat(cable.state()).isEqualTo(DeviceState.IDLE);
        });
    }

    @Test
    void theFrameIsOnTheCableAfterTheDriverTookIt() {
        List<Snapshot> recording = RealPings.overCable();
        TopologyPictures pictures = TopologyPictures.of(recording, List.of());

        for (int i = 0; i < recording.size(); i++) {
            if (recording.get(i).event() instanceof LinkEvent.TransmitStarted) {
                TopologyPicture picture = pictures.at(i);
                List<Stop> way = picture.travellers()
                        .get(picture.travellers().size() - 1)
                        .way();
                assertThat(way.get(way.size() - 1))
                        .isEqualTo(new Stop.OnWire(picture.cables().get(0).id()));
                assertThat(picture.cables().get(0).state()).isEqualTo(DeviceState.PASSED);
            }
        }
    }

    @Test
    void aHostThatNoPacketComesToIsNotReached() {
        List<Snapshot> recording = RealPings.ownAddress();

        TopologyPicture picture = TopologyPictures.of(recording, List.of()).at(recording.size() - 1);

        assertThat(picture.hosts())
                .extracting(ClosedHost::state)
                .containsExactly(HostState.NOT_REACHED, HostState.FOCUSED);
    }

    @Test
    void everyEventHasAPictureThatCanBeLaidOut() {
        for (List<Snapshot> recording : List.of(RealPings.overCable(), RealPings.loopback())) {
            TopologyPictures pictures = TopologyPictures.of(recording, List.of());
            for (int i = 0; i < recording.size(); i++) {
                assertThat(TopologyDiagram.layout(pictures.at(i), SIZE))
                        .isEqualTo(TopologyDiagram.layout(pictures.at(i), SIZE));
            }
        }
    }
}
