package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketId;
import org.packetwalk.kernel.route.RouteDecision;
import org.packetwalk.kernel.route.RouteOutcome;
import org.packetwalk.kernel.route.TableWalk;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.trace.EventHead;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.Stage;
import org.packetwalk.trace.TraceEvent;

/**
 * The questions for the way of a packet that a recording holds: for each host the latest one, as far as it was answered at
 * an event, and the decision it ends with.
 */
final class Lookups {
    private final Map<HostId, Lookup> latest = new TreeMap<>();
    private final Map<HostId, Set<String>> ways = new TreeMap<>();

    /**
     * One question.
     *
     * @param packet whose way it is about
     * @param walks the tables asked so far, in order
     * @param decisions the decision it ends with, none if it was asked for another purpose than to send
     * @param answered whether the decision has been made
     */
    record Lookup(PacketId packet, List<TableWalk> walks, List<RouteDecision> decisions, boolean answered) {
        Lookup {
            walks = List.copyOf(walks);
            decisions = List.copyOf(decisions);
        }
    }

    /** The same questions, which go on by themselves. */
    Lookups copy() {
        Lookups copy = new Lookups();
        copy.latest.putAll(latest);
        ways.forEach((host, devices) -> copy.ways.put(host, new TreeSet<>(devices)));
        return copy;
    }

    /** Notes what the event at a place of a recording says. */
    void take(List<Snapshot> recording, int index) {
        if (recording.get(index).event() instanceof RouteEvent event) {
            take(recording, index, event);
        }
    }

    private void take(List<Snapshot> recording, int index, RouteEvent event) {
        HostId host = event.head().host();
        PacketId packet = event.head().packet();
        if (event instanceof RouteEvent.TableAsked asked && asked.purpose() == RouteEvent.Purpose.ROUTE) {
            Lookup before = latest.get(host);
            boolean goesOn =
                    before != null && !before.answered && before.packet.equals(packet) && !before.decisions.isEmpty();
            var walks = new ArrayList<>(goesOn ? before.walks : List.<TableWalk>of());
            walks.add(asked.walk());
            latest.put(host, new Lookup(packet, walks, ending(recording, index), false));
        } else if (event instanceof RouteEvent.Routed routed) {
            Set<String> devices = ways.computeIfAbsent(host, id -> new TreeSet<>());
            if (sends(routed)) {
                devices.add(routed.device());
            }
            // what was refused without a question leaves the tables as the last question left them
            if (!routed.decision().searches().isEmpty()) {
                latest.put(host, new Lookup(packet, routed.decision().searches(), List.of(routed.decision()), true));
            }
        }
    }

    /** Whether a decision sends a packet out of a device; what is delivered here goes out of none. */
    private static boolean sends(RouteEvent.Routed routed) {
        return routed.stage() == Stage.ROUTE_OUTPUT || routed.decision().outcome() instanceof RouteOutcome.Forward;
    }

    /** The decision of the same packet on the same host that has the table's answer in it. */
    private static List<RouteDecision> ending(List<Snapshot> recording, int index) {
        EventHead head = recording.get(index).event().head();
        for (int i = index + 1; i < recording.size(); i++) {
            TraceEvent event = recording.get(i).event();
            if (!event.head().host().equals(head.host())
                    || !event.head().packet().equals(head.packet())) {
                return List.of();
            }
            if (event instanceof RouteEvent.Routed routed) {
                RouteEvent.TableAsked asked =
                        (RouteEvent.TableAsked) recording.get(index).event();
                boolean holds = routed.decision().searches().contains(asked.walk());
                return holds ? List.of(routed.decision()) : List.of();
            }
        }
        return List.of();
    }

    /** The latest question on a host. */
    Optional<Lookup> on(HostId host) {
        return Optional.ofNullable(latest.get(host));
    }

    /** Whether decisions were made on a host so far, and none sends packets out of a device. */
    boolean leavesOut(HostId host, String device) {
        return ways.containsKey(host) && !ways.get(host).contains(device);
    }
}
