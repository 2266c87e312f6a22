package org.packetwalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.packetwalk.kernel.PacketId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.lab.LabRun;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.sim.World;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.stack.Timer;
import org.packetwalk.trace.PacketEvent;
import org.packetwalk.trace.SocketEvent;
import org.packetwalk.trace.TraceEvent;

/** What must hold of every walk, whatever the lab. */
class ConservationTest {

    static Stream<String> labs() throws IOException {
        return KernelLab.names().stream();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void everyPacketEndsOnceForEachOwnerAndTimeNeverRunsBackwards(String name) throws IOException, LabFormatException {
        LabRun run = LabRunner.run(KernelLab.lab(name));
        List<TraceEvent> events = new ArrayList<>();
        run.lines().forEach(line -> events.addAll(line.events()));

        TreeMap<PacketId, Integer> open = new TreeMap<>();
        SimTime last = SimTime.ZERO;
        for (TraceEvent event : events) {
            assertThat(event.head().at()).isGreaterThanOrEqualTo(last);
            last = event.head().at();
            count(open, event);
        }

        TreeSet<PacketId> waiting = waiting(run.end());
        open.forEach((packet, owners) -> assertThat(owners)
                .as("owners left of packet %s in %s", packet.number(), name)
                .isEqualTo(waiting.contains(packet) ? 1 : 0));
    }

    /** A packet has one owner from its first event on, one more for each clone that a raw socket gets. */
    private static void count(TreeMap<PacketId, Integer> open, TraceEvent event) {
        PacketId packet = event.head().packet();
        if (packet.equals(PacketId.NONE)) {
            return;
        }
        open.putIfAbsent(packet, 1);
        if (event instanceof SocketEvent.Delivered delivered
                && delivered.socket().startsWith("raw")) {
            open.merge(packet, 1, Integer::sum);
        }
        if (event instanceof PacketEvent.Dropped || event instanceof PacketEvent.Consumed || refused(event)) {
            open.merge(packet, -1, Integer::sum);
        }
    }

    private static boolean refused(TraceEvent event) {
        return event instanceof SocketEvent.Refused;
    }

    private static TreeSet<PacketId> waiting(World world) {
        TreeSet<PacketId> waiting = new TreeSet<>();
        for (NetNamespace host : world.machine().hosts().values()) {
            for (NeighborEntry entry : host.neighbors().all()) {
                entry.waiting().stream().map(SkBuff::id).forEach(waiting::add);
            }
            for (Socket socket : host.sockets().all()) {
                socket.received().stream().map(SkBuff::id).forEach(waiting::add);
            }
        }
        world.machine().timers().values().forEach(timer -> {
            if (timer instanceof Timer.ProxyAnswer proxy) {
                waiting.add(proxy.request().id());
            }
        });
        return waiting;
    }
}
