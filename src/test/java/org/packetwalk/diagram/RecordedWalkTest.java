package org.packetwalk.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.packetwalk.kernel.HostId;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.lab.LineRun;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.trace.SocketEvent;
import org.packetwalk.trace.TraceEvent;

/** What is kept along a recording gives the same answers as taking all events from the first one anew. */
class RecordedWalkTest {
    private static final int POSITIONS = 60;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a-router",
                "docker-bridge-on-127",
                "firewall-on-lo",
                "loopback-microscope",
                "own-address",
                "policy-routing",
                "two-nics-one-lan",
                "who-hears-a-broadcast"
            })
    void anyEventInAnyOrderIsAsIfTakenFromTheFirst(String lab) throws IOException, LabFormatException {
        Random random = new Random(lab.hashCode());
        for (List<Snapshot> recording : recordings(lab)) {
            RecordedWalk kept = new RecordedWalk(recording, 1 + random.nextInt(9));
            StackPictures stacks = StackPictures.of(kept);
            TopologyPictures topologies = TopologyPictures.of(kept, List.of());
            for (int place : places(recording, random)) {
                RecordedWalk anew = new RecordedWalk(recording, recording.size() + 1);

                assertThat(stacks.at(place))
                        .as("stack at %d", place)
                        .isEqualTo(StackPictures.of(anew).at(place));
                assertThat(topologies.at(place))
                        .as("topology at %d", place)
                        .isEqualTo(TopologyPictures.of(anew, List.of()).at(place));
                assertThat(stacks.focus(place))
                        .as("packet in focus at %d", place)
                        .isEqualTo(StackPictures.of(anew).focus(place));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-router", "who-listens-where", "own-address"})
    void stationsSayWhatTheNearestEventOfTheirHostSays(String lab) throws IOException, LabFormatException {
        Random random = new Random(lab.hashCode());
        for (List<Snapshot> recording : recordings(lab)) {
            RecordedWalk walk = RecordedWalk.of(recording);
            for (int place : places(recording, random)) {
                for (HostId host : walk.touched()) {
                    HostEvents events = walk.events(host);

                    assertThat(events.sender(place))
                            .as("program that sends from %s at %d", host.name(), place)
                            .isEqualTo(nearest(recording, place, host)
                                    .flatMap(event -> program(event).stream())
                                    .findFirst());
                    assertThat(events.function(Station.FORWARD, place))
                            .as("function that forwards on %s at %d", host.name(), place)
                            .isEqualTo(nearest(recording, place, host)
                                    .filter(event -> Stations.of(event)
                                            .filter(Station.FORWARD::equals)
                                            .isPresent())
                                    .flatMap(event -> Stations.function(Station.FORWARD, event).stream())
                                    .findFirst());
                }
            }
        }
    }

    @Test
    void aLongWalkKeepsFewOfItsEvents() throws IOException, LabFormatException {
        List<Snapshot> recording = recordings("own-address").get(0);
        List<Snapshot> repeated = IntStream.range(0, 12_000)
                .mapToObj(i -> recording.get(i % recording.size()))
                .toList();

        RecordedWalk walk = RecordedWalk.of(repeated);

        assertThat(walk.stretches()).isBetween(2, 129);
    }

    private static Optional<String> program(TraceEvent event) {
        if (event instanceof SocketEvent.Sending sending) {
            return Optional.of(sending.program());
        }
        return event instanceof SocketEvent.Connecting connecting
                ? Optional.of(connecting.program())
                : Optional.empty();
    }

    /** The events of a host from a place back to the first, then those after it. */
    private static Stream<TraceEvent> nearest(List<Snapshot> recording, int place, HostId host) {
        return IntStream.concat(
                        IntStream.rangeClosed(0, place).map(i -> place - i),
                        IntStream.range(place + 1, recording.size()))
                .mapToObj(i -> recording.get(i).event())
                .filter(event -> event.head().host().equals(host));
    }

    private static int[] places(List<Snapshot> recording, Random random) {
        return random.ints(POSITIONS, 0, recording.size()).toArray();
    }

    private static List<List<Snapshot>> recordings(String lab) throws IOException, LabFormatException {
        java.nio.file.Path file = java.nio.file.Path.of("assets/labs", lab + ".sh");
        return LabRunner.run(LabFile.read(file.toString(), Files.readAllBytes(file))).probes().stream()
                .map(LineRun::snapshots)
                .filter(recording -> !recording.isEmpty())
                .toList();
    }
}
