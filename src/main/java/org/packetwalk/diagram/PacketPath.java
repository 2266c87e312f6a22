package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.packet.ArpMessage;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.sim.World;
import org.packetwalk.trace.FilterEvent;
import org.packetwalk.trace.NeighborEvent;
import org.packetwalk.trace.PacketEvent;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.SocketEvent;
import org.packetwalk.trace.Stage;
import org.packetwalk.trace.TraceEvent;

/** The way of one packet as its events tell it: the places it came to, and what it was when it left each station. */
final class PacketPath {
    /** What has become of the packet. */
    enum State {
        MOVING,
        WAITING,
        DROPPED,
        CONSUMED
    }

    private final List<Stop> way = new ArrayList<>();
    private final Map<HostId, Map<Station, List<HeaderBlock>>> left = new TreeMap<>();
    private final Map<HostId, Map<Station, Text>> results = new TreeMap<>();
    private List<HeaderBlock> blocks = List.of();
    private State state = State.MOVING;
    private SkBuff buffer = SkBuff.NONE;
    private int latest;

    /** The same way, which goes on by itself. */
    PacketPath copy() {
        PacketPath copy = new PacketPath();
        copy.way.addAll(way);
        left.forEach((host, stations) -> copy.left.put(host, new EnumMap<>(stations)));
        results.forEach((host, stations) -> copy.results.put(host, new EnumMap<>(stations)));
        copy.blocks = blocks;
        copy.state = state;
        copy.buffer = buffer;
        copy.latest = latest;
        return copy;
    }

    /** Notes what an event says of the packet. */
    void take(int index, TraceEvent event, World world) {
        if (state == State.CONSUMED) {
            return;
        }
        latest = index;
        buffer = event.head().skb();
        Optional<Stop> place = event.accept(new Places(world));
        if (place.isPresent()) {
            enter(event, place.get());
        }
        if (event instanceof NeighborEvent.Waiting) {
            state = State.WAITING;
            result(event, Station.NEIGHBOUR, Word.BADGE_WAITS.text());
        } else if (event instanceof NeighborEvent.Resolved resolved) {
            String known = resolved.decision().outcome().state().name();
            result(event, Station.NEIGHBOUR, Text.literal(known));
        } else if (event instanceof RouteEvent.Kept) {
            result(event, Station.ROUTE_IN, Word.BADGE_KEPT.text());
        } else if (event instanceof RouteEvent.Routed routed) {
            routed(routed, routed.errno(), routed.result().local(), routed.device());
        } else if (event instanceof RouteEvent.Ipv6Routed routed) {
            Errno errno = routed.decision().outcome().error();
            routed(routed, errno, routed.result().local(), routed.device());
        } else if (event instanceof PacketEvent.Dropped dropped && !dropped.harmless()) {
            state = State.DROPPED;
            Stations.of(event).ifPresent(station -> dropped(dropped, station));
        } else if (event instanceof FilterEvent.ChainAsked asked) {
            decided(asked, HookResults.asked(asked.decision()));
        } else if (event instanceof FilterEvent.HookPassed passed) {
            decided(passed, HookResults.passed(passed));
        } else if (event instanceof PacketEvent.Consumed) {
            state = State.CONSUMED;
        }
    }

    private void decided(FilterEvent event, Text result) {
        if (!result.isEmpty()) {
            Stations.of(event).ifPresent(station -> result(event, station, result));
        }
    }

    /** Which rule it was says more than that it was one. */
    private void dropped(PacketEvent.Dropped dropped, Station station) {
        boolean known = dropped.reason() == DropReason.NETFILTER_DROP
                && !result(dropped.head().host(), station).isEmpty();
        if (!known) {
            result(dropped, station, Text.literal(dropped.reason().name()));
        }
    }

    private void result(TraceEvent event, Station station, Text result) {
        results.computeIfAbsent(event.head().host(), host -> new EnumMap<>(Station.class))
                .put(station, result);
    }

    /** A refusal of a further question, as ICMP errors put them, does not take back the route that was found. */
    private void routed(RouteEvent routed, Errno errno, boolean local, String device) {
        boolean up = routed.stage() == Stage.ROUTE_INPUT;
        Station station = up ? Station.ROUTE_IN : Station.ROUTE_OUT;
        if (errno != Errno.OK) {
            if (result(routed.head().host(), station).isEmpty()) {
                result(routed, station, Text.literal(errno.name()));
            }
            return;
        }
        result(routed, station, up && local ? Word.BADGE_LOCAL.text() : Word.BADGE_TO.text(Text.literal(device)));
    }

    /** Whether it is an IPv6 packet. */
    boolean isIpv6() {
        return buffer.packet().has(Ipv6Header.class);
    }

    private void enter(TraceEvent event, Stop place) {
        List<HeaderBlock> now = blocks(event, place);
        if (!way.isEmpty() && last().equals(place)) {
            blocks = now;
            return;
        }
        if (!way.isEmpty() && !leads(last(), place)) {
            return;
        }
        before(event, place)
                .filter(stop -> way.isEmpty() || leads(last(), stop))
                .ifPresent(stop -> {
                    leave(List.of());
                    way.add(stop);
                    blocks = stop.station() == Station.NEIGHBOUR ? now : PacketBlocks.transport(buffer);
                });
        leave(now);
        if (state == State.WAITING) {
            result(event, Station.NEIGHBOUR, Text.NONE);
        }
        way.add(place);
        blocks = now;
        state = State.MOVING;
    }

    /** The neighbour's header is there when the packet has left; what others add is there before. */
    private void leave(List<HeaderBlock> next) {
        if (!way.isEmpty() && last() instanceof Stop.AtStation at) {
            left.computeIfAbsent(new HostId(at.host()), host -> new EnumMap<>(Station.class))
                    .put(at.station(), at.station() == Station.NEIGHBOUR && !next.isEmpty() ? next : blocks);
        }
    }

    /**
     * Whether it can have come from one place to another. Events on the way back through the callers are no way of the
     * packet: by then it may be far away.
     */
    private boolean leads(Stop from, Stop to) {
        if (!(to instanceof Stop.AtStation end)) {
            return true;
        }
        if (from instanceof Stop.AtDevice device) {
            return device.host().equals(end.host()) && !end.station().sends();
        }
        if (from instanceof Stop.AtStation start) {
            // ARP asks for routes and neighbours, but its message stays where it was received
            boolean arp = buffer.packet().has(ArpMessage.class) && start.station() == Station.RECEIVE;
            return start.host().equals(end.host()) && Stations.leads(start.station(), end.station()) && !arp;
        }
        return !end.station().sends();
    }

    /** The station the packet has come through without an event of its own: who sends is known by the call chain. */
    private Optional<Stop.AtStation> before(TraceEvent event, Stop place) {
        String host = event.head().host().name();
        boolean fresh = way.isEmpty();
        if (fresh && place instanceof Stop.AtDevice && buffer.packet().has(ArpMessage.class)) {
            return Optional.of(new Stop.AtStation(host, Station.NEIGHBOUR));
        }
        boolean below = place instanceof Stop.AtStation at
                && at.station().sends()
                && at.station().ordinal() > Station.L4_SEND.ordinal();
        return below && Stations.transport(event.head().chain()).isPresent()
                ? Optional.of(new Stop.AtStation(host, Station.L4_SEND))
                : Optional.empty();
    }

    private List<HeaderBlock> blocks(TraceEvent event, Stop place) {
        if (event instanceof SocketEvent.Receiving receiving) {
            return PacketBlocks.innermost(buffer, receiving.bytes());
        }
        if (place instanceof Stop.AtStation at) {
            return switch (at.station()) {
                case L4_RECEIVE -> PacketBlocks.transport(buffer);
                case APP_RECEIVE -> blocks;
                case APP_SEND,
                        L4_SEND,
                        ROUTE_OUT,
                        OUTPUT,
                        POSTROUTING,
                        NEIGHBOUR,
                        RECEIVE,
                        PREROUTING,
                        ROUTE_IN,
                        INPUT,
                        FORWARD -> PacketBlocks.of(buffer);
            };
        }
        return PacketBlocks.of(buffer);
    }

    /** The places so far, the present one last. */
    List<Stop> way() {
        return List.copyOf(way);
    }

    /** How many places it has come to. */
    int length() {
        return way.size();
    }

    /** The places after the first so many. */
    List<Stop> wayFrom(int length) {
        return List.copyOf(way.subList(length, way.size()));
    }

    /** Where it is; there is no packet without a place. */
    Stop last() {
        return way.get(way.size() - 1);
    }

    /** Whether it has come to any place yet. */
    boolean isPlaced() {
        return !way.isEmpty();
    }

    /** Whether it stands at a station. */
    boolean isAt(HostId host, Station station) {
        return isPlaced() && last().equals(new Stop.AtStation(host.name(), station));
    }

    /** What it was when it left a station of a host; nothing if it has not passed it. */
    Optional<List<HeaderBlock>> left(HostId host, Station station) {
        return Optional.ofNullable(left.getOrDefault(host, Map.of()).get(station));
    }

    /** What a station of a host decided about it, {@link Text#NONE} if nothing. */
    Text result(HostId host, Station station) {
        return results.getOrDefault(host, Map.of()).getOrDefault(station, Text.NONE);
    }

    /** Whether it has come to a device. */
    boolean reached(HostId host, String device) {
        return way.contains(new Stop.AtDevice(host.name(), device));
    }

    List<HeaderBlock> blocks() {
        return blocks;
    }

    State state() {
        return state;
    }

    SkBuff buffer() {
        return buffer;
    }

    /** The place of its latest event in the recording. */
    int latest() {
        return latest;
    }

    /** Whether it has nothing more to do but to be freed: it was taken by its protocol. */
    boolean arrived() {
        if (state == State.CONSUMED) {
            return true;
        }
        if (state != State.MOVING || !(isPlaced() && last() instanceof Stop.AtStation at)) {
            return false;
        }
        return at.station() == Station.L4_RECEIVE
                || at.station() == Station.APP_RECEIVE
                || at.station() == Station.RECEIVE && buffer.packet().has(ArpMessage.class);
    }
}
