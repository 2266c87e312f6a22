package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketId;
import org.packetwalk.kernel.route.RouteDecision;
import org.packetwalk.kernel.route.TableWalk;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.trace.EventHead;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.TraceEvent;

/**
 * The questions for the way of a packet that a recording holds: for each host the latest one, as far as it was answered at
 * an event, and the decision it ends with.
 */
final class Lookups {
    private final Map<HostId, Lookup> latest = new TreeMap<>();
    private final List<RouteEvent.Routed> decided = new ArrayList<>();

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

    /** The questions up to an event of a recording. */
    static Lookups upTo(List<Snapshot> recording, int cursor) {
        var lookups = new Lookups();
        for (int i = 0; i <= cursor; i++) {
            if (recording.get(i).event() instanceof RouteEvent event) {
                lookups.take(recording, i, event);
            }
        }
        return lookups;
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
            decided.add(routed);
            // what was refused without a question leaves the tables as the last question left them
            if (!routed.decision().searches().isEmpty()) {
                latest.put(host, new Lookup(packet, routed.decision().searches(), List.of(routed.decision()), true));
            }
        }
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

    /** The decisions made so far on a host, in order. */
    List<RouteEvent.Routed> decided(HostId host) {
        return decided.stream()
                .filter(routed -> routed.head().host().equals(host))
                .toList();
    }
}
