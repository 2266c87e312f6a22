package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.diagram.StackPicture.StationView;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketId;
import org.packetwalk.kernel.netfilter.Netfilter;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.trace.TraceEvent;

/** The stations of a host at one event: what they are called, and what the packets have to do with them. */
final class StationViews {
    /** Characters of title and result together that a narrow station has room for. */
    private static final int NARROW = 17;

    private final RecordedWalk walk;
    private final int cursor;
    private final HostId host;
    private final Netfilter filter;
    private final HostEvents events;
    private final PacketPaths paths;
    private final boolean narrow;

    StationViews(RecordedWalk walk, int cursor, NetNamespace host, PacketPaths paths, boolean narrow) {
        this.walk = walk;
        this.cursor = cursor;
        this.host = host.id();
        this.filter = host.netfilter();
        this.events = walk.events(this.host);
        this.paths = paths;
        this.narrow = narrow;
    }

    List<StationView> views() {
        var views = new ArrayList<StationView>();
        for (Station station : Station.values()) {
            views.add(new StationView(
                    station,
                    title(station),
                    function(station),
                    state(station),
                    badge(station),
                    packet(station),
                    HookResults.hollow(filter, station),
                    false));
        }
        return views;
    }

    private StationState state(Station station) {
        for (PacketPath path : paths.standing()) {
            if (path.isAt(host, station) && path.state() == PacketPath.State.DROPPED) {
                return StationState.DROPPED;
            }
            if (path.isAt(host, station) && path.state() == PacketPath.State.WAITING) {
                return StationState.WAITING;
            }
        }
        if (isCurrent(station)) {
            return StationState.CURRENT;
        }
        for (PacketPath path : paths.standing()) {
            if (path.left(host, station).isPresent() || path.isAt(host, station)) {
                return StationState.PASSED;
            }
        }
        return isBehindTheEnd(station) ? StationState.NOT_REACHED : StationState.DEFAULT;
    }

    /** The station of the event, and that of the packet if it stays where it was while another station is asked. */
    private boolean isCurrent(Station station) {
        if (cursor < 0) {
            return false;
        }
        TraceEvent event = walk.recording().get(cursor).event();
        boolean here = event.head().host().equals(host)
                && Stations.of(event).filter(station::equals).isPresent();
        boolean mine = event.head().packet().equals(paths.focus());
        boolean stands = mine
                && paths.focusPath()
                        .filter(path -> path.isAt(host, station))
                        .filter(path -> path.state() != PacketPath.State.CONSUMED)
                        .isPresent();
        return here || stands;
    }

    /** Whether the packet in focus was dropped on this host before it came to the station, and none will come. */
    private boolean isBehindTheEnd(Station station) {
        boolean others = paths.shown().entrySet().stream()
                .anyMatch(entry -> !entry.getKey().equals(paths.focus()) && !PacketPaths.ended(entry.getValue()));
        return station != Station.FORWARD
                && !others
                && paths.focusPath()
                        .filter(path -> path.state() == PacketPath.State.DROPPED)
                        .filter(path -> path.last() instanceof Stop.AtStation at
                                && at.host().equals(host.name())
                                && at.station().ordinal() < station.ordinal())
                        .isPresent();
    }

    private Text badge(Station station) {
        for (PacketPath path : paths.standing()) {
            Text result = path.result(host, station);
            boolean fits = !narrow
                    || station.layer() == Station.Layer.HOOK
                    || length(title(station), 10) + length(result, 6) <= NARROW;
            if (!result.isEmpty() && fits) {
                return result;
            }
        }
        return Text.NONE;
    }

    /** How many characters a text has; a message is taken to have so many, and what is put in. */
    private static int length(Text text, int message) {
        return text.match(
                String::length,
                (key, arguments) -> arguments.stream()
                        .mapToInt(argument -> length(argument, message))
                        .reduce(message, Integer::sum));
    }

    private List<HeaderBlock> packet(Station station) {
        for (PacketPath path : paths.standing()) {
            if (path.isAt(host, station)) {
                return path.blocks();
            }
            Optional<List<HeaderBlock>> left = path.left(host, station);
            if (left.isPresent()) {
                return left.get();
            }
        }
        return List.of();
    }

    private Text title(Station station) {
        return switch (station) {
            case APP_SEND -> sender();
            case APP_RECEIVE -> receiver();
            case L4_SEND -> Text.literal(question().orElseGet(this::transport));
            case L4_RECEIVE -> Text.literal(transport());
            case ROUTE_OUT, ROUTE_IN -> Word.ROUTING_DECISION.text();
            case NEIGHBOUR -> Word.NEIGHBOUR.text();
            case RECEIVE -> Word.RECEIVE_SOFTIRQ.text();
            case OUTPUT, POSTROUTING, PREROUTING, INPUT, FORWARD -> Text.literal(station.name());
        };
    }

    /** The program that sends from this host during the command. */
    private Text sender() {
        return events.sender(cursor).map(Text::literal).orElse(Word.NO_PROCESS.text());
    }

    /** The program that receives on this host during the command; without one the kernel may have an answer itself. */
    private Text receiver() {
        Word without = events.answers() ? Word.KERNEL_REPLIES : Word.NO_PROCESS;
        return events.receiver(cursor).map(Text::literal).orElse(without.text());
    }

    /** The protocol a program asks for before there is a packet. */
    private Optional<String> question() {
        boolean asking = paths.focus().equals(PacketId.NONE);
        return asking ? events.question(cursor) : Optional.empty();
    }

    private String transport() {
        return events.transport(cursor).orElse(HeaderBlock.ICMP.letters());
    }

    private String function(Station station) {
        return events.function(station, cursor).orElseGet(() -> Stations.usual(station, transport()));
    }
}
