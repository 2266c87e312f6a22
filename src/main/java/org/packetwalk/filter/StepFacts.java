package org.packetwalk.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.packetwalk.kernel.route.RouteDecision;
import org.packetwalk.kernel.route.RuleVisit;
import org.packetwalk.net.IpAddress;
import org.packetwalk.packet.ArpMessage;
import org.packetwalk.packet.Header;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.trace.BridgeEvent;
import org.packetwalk.trace.FilterEvent;
import org.packetwalk.trace.IpEvent;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.LinkEvent;
import org.packetwalk.trace.NeighborEvent;
import org.packetwalk.trace.PacketEvent;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.SocketEvent;
import org.packetwalk.trace.Stage;
import org.packetwalk.trace.TraceEvent;

/**
 * What a filter can ask about a step: its row, and what its events hold. The facts are read when they are asked for, so that
 * rows nobody filters cost nothing.
 *
 * @param host where it happens
 * @param layer the layer of its row
 * @param packet the number of its packet as the canvas shows it, 0 if it has none
 * @param text the words of its row
 * @param events its events, in order
 */
public record StepFacts(String host, Stage.Layer layer, int packet, String text, List<TraceEvent> events) {

    /** Keeps an immutable list. */
    public StepFacts {
        events = List.copyOf(events);
    }

    /** The stations of the path, as {@code route-output}. */
    public List<String> stations() {
        return each(event -> List.of(FilterWords.station(event.stage())));
    }

    /** The kernel functions its events happen in. */
    List<String> functions() {
        return each(event -> event.head().chain().isEmpty()
                ? List.of()
                : List.of(event.head().chain().innermost().kernelName()));
    }

    /** All kernel functions that led to its events. */
    List<String> chain() {
        return each(event -> event.head().chain().functions().stream()
                .map(KernelFunction::kernelName)
                .toList());
    }

    /** Why packets were dropped. */
    List<String> reasons() {
        return each(event -> event instanceof PacketEvent.Dropped dropped && !dropped.harmless()
                ? List.of(dropped.reason().name())
                : List.of());
    }

    /** The tables that were asked. */
    List<String> tables() {
        return each(StepFacts::tables);
    }

    /** The priorities of the rules that were asked. */
    List<String> rules() {
        return each(event -> event instanceof RouteEvent.Routed routed
                ? routed.decision().considered().stream()
                        .map(visit -> String.valueOf(visit.rule().priority()))
                        .toList()
                : List.of());
    }

    /** The devices that have to do with its events. */
    List<String> devices() {
        return each(StepFacts::devices).stream()
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** The addresses of its packets and of what is asked about: IPv4, IPv6, of both ends. */
    List<Object> addresses() {
        List<Object> addresses = new ArrayList<>();
        for (TraceEvent event : events) {
            event.head().skb().packet().headers().forEach(header -> addAddresses(header, addresses));
            if (event instanceof RouteEvent.TableAsked asked) {
                add(asked.flow().destination(), addresses);
                add(asked.flow().source(), addresses);
            } else if (event instanceof RouteEvent.Routed routed) {
                add(routed.decision().query().flow().destination(), addresses);
                add(routed.decision().query().flow().source(), addresses);
            } else if (event instanceof RouteEvent.Ipv6TableAsked asked) {
                add(asked.flow().destination(), addresses);
                add(asked.flow().source(), addresses);
            } else if (event instanceof SocketEvent.Connecting connecting) {
                add(connecting.to().address(), addresses);
            } else if (event instanceof NeighborEvent neighbor) {
                add(neighbor.accept(new NeighborPlace()).address(), addresses);
            }
        }
        return addresses;
    }

    /** Whether something of a kind happens in it. */
    boolean any(java.util.function.Predicate<TraceEvent> kind) {
        return events.stream().anyMatch(kind);
    }

    private List<String> each(Function<TraceEvent, List<String>> read) {
        return events.stream().map(read).flatMap(List::stream).toList();
    }

    private static List<String> tables(TraceEvent event) {
        if (event instanceof RouteEvent.TableAsked asked) {
            return List.of(asked.walk().table().word());
        }
        if (event instanceof RouteEvent.Ipv6TableAsked asked) {
            return List.of(asked.walk().table().word());
        }
        if (event instanceof RouteEvent.Routed routed) {
            RouteDecision decision = routed.decision();
            return decision.considered().stream()
                    .map(RuleVisit::walk)
                    .filter(walk -> decision.searches().contains(walk))
                    .map(walk -> walk.table().word())
                    .toList();
        }
        return List.of();
    }

    private static List<String> devices(TraceEvent event) {
        List<String> devices = new ArrayList<>();
        devices.add(event.head().skb().deviceName());
        if (event instanceof LinkEvent link) {
            devices.add(link.accept(new LinkDevice()));
        } else if (event instanceof RouteEvent.Routed routed) {
            devices.add(routed.device());
        } else if (event instanceof RouteEvent.TableAsked asked) {
            devices.add(asked.device());
        } else if (event instanceof RouteEvent.Ipv6Routed routed) {
            devices.add(routed.device());
        } else if (event instanceof RouteEvent.Ipv6TableAsked asked) {
            devices.add(asked.device());
        } else if (event instanceof NeighborEvent neighbor) {
            devices.add(neighbor.accept(new NeighborPlace()).device());
        } else if (event instanceof FilterEvent.HookPassed passed) {
            devices.add(passed.inputDevice());
            devices.add(passed.outputDevice());
        } else if (event instanceof BridgeEvent.Learned learned) {
            devices.add(learned.port());
        } else if (event instanceof BridgeEvent.Decided decided) {
            devices.add(decided.bridge());
        } else if (event instanceof IpEvent.IcmpErrorSent error) {
            devices.add(error.device());
        }
        return devices;
    }

    private static void addAddresses(Header header, List<Object> addresses) {
        if (header instanceof Ipv4Header ip) {
            add(ip.source(), addresses);
            add(ip.destination(), addresses);
        } else if (header instanceof Ipv6Header ip) {
            addresses.add(ip.source());
            addresses.add(ip.destination());
        } else if (header instanceof ArpMessage arp) {
            add(arp.senderIp(), addresses);
            add(arp.targetIp(), addresses);
        }
    }

    /** 0.0.0.0 stands for an address that is not known yet. */
    private static void add(IpAddress address, List<Object> addresses) {
        if (!address.isAny()) {
            addresses.add(address);
        }
    }
}
