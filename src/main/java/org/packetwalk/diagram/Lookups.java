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
import org.packetwalk.kernel.route6.Ipv6RuleVisit;
import org.packetwalk.kernel.route6.Ipv6TableWalk;
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
    private final Map<HostId, Ipv6Lookup> latestSix = new TreeMap<>();
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

    /**
     * One question to the tables of IPv6.
     *
     * @param packet whose way it is about
     * @param walks the tables asked so far, in order
     * @param rules the rules looked at, once the decision has been made
     */
    record Ipv6Lookup(PacketId packet, List<Ipv6TableWalk> walks, List<Ipv6RuleVisit> rules) {
        Ipv6Lookup {
            walks = List.copyOf(walks);
            rules = List.copyOf(rules);
        }
    }

    /** The same questions, which go on by themselves. */
    Lookups copy() {
        Lookups copy = new Lookups();
        copy.latest.putAll(latest);
        copy.latestSix.putAll(latestSix);
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
            latestSix.remove(host);
            if (sends(routed)) {
                devices.add(routed.device());
            }
            // what was refused without a question leaves the tables as the last question left them
            if (!routed.decision().searches().isEmpty()) {
                latest.put(host, new Lookup(packet, routed.decision().searches(), List.of(routed.decision()), true));
            }
        } else if (event instanceof RouteEvent.Ipv6TableAsked asked) {
            Ipv6Lookup before = latestSix.get(host);
            boolean goesOn = before != null && before.rules.isEmpty() && before.packet.equals(packet);
            var walks = new ArrayList<>(goesOn ? before.walks : List.<Ipv6TableWalk>of());
            walks.add(asked.walk());
            latestSix.put(host, new Ipv6Lookup(packet, walks, List.of()));
        } else if (event instanceof RouteEvent.Ipv6Routed routed) {
            Set<String> devices = ways.computeIfAbsent(host, id -> new TreeSet<>());
            devices.add(routed.device());
            List<Ipv6RuleVisit> rules = routed.decision().considered();
            latestSix.put(
                    host,
                    new Ipv6Lookup(
                            packet, rules.stream().map(Ipv6RuleVisit::walk).toList(), rules));
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

    /** The latest question on a host if it was one to the tables of IPv6. */
    Optional<Ipv6Lookup> sixOn(HostId host) {
        return Optional.ofNullable(latestSix.get(host));
    }

    /** Whether decisions were made on a host so far, and none sends packets out of a device. */
    boolean leavesOut(HostId host, String device) {
        return ways.containsKey(host) && !ways.get(host).contains(device);
    }
}
