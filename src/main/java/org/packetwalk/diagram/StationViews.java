package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.packetwalk.diagram.StackPicture.StationView;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketId;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.trace.IpEvent;
import org.packetwalk.trace.SocketEvent;
import org.packetwalk.trace.Stage;
import org.packetwalk.trace.TraceEvent;

/** The stations of a host at one event: what they are called, and what the packets have to do with them. */
final class StationViews {
    /** Characters of title and result together that a narrow station has room for. */
    private static final int NARROW = 17;

    private final List<Snapshot> recording;
    private final int cursor;
    private final HostId host;
    private final PacketPaths paths;
    private final boolean narrow;

    StationViews(List<Snapshot> recording, int cursor, HostId host, PacketPaths paths, boolean narrow) {
        this.recording = recording;
        this.cursor = cursor;
        this.host = host;
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
        TraceEvent event = recording.get(cursor).event();
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
            if (!result.isEmpty() && (!narrow || length(title(station), 10) + length(result, 6) <= NARROW)) {
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
        for (TraceEvent event : nearest()) {
            if (event instanceof SocketEvent.Sending sending) {
                return Text.literal(sending.program());
            }
            if (event instanceof SocketEvent.Connecting connecting) {
                return Text.literal(connecting.program());
            }
        }
        return Word.NO_PROCESS.text();
    }

    /** The program that receives on this host during the command; without one the kernel may have an answer itself. */
    private Text receiver() {
        boolean answers = false;
        for (TraceEvent event : nearest()) {
            if (event instanceof SocketEvent.Receiving receiving) {
                return Text.literal(receiving.program());
            }
            answers |= event instanceof IpEvent.IcmpReceived received && received.action() == IpEvent.IcmpAction.ANSWER;
        }
        return answers ? Word.KERNEL_REPLIES.text() : Word.NO_PROCESS.text();
    }

    /** The protocol a program asks for before there is a packet. */
    private Optional<String> question() {
        boolean asking = paths.focus().equals(PacketId.NONE);
        return nearest().stream()
                .filter(event -> asking && event instanceof SocketEvent.Connecting)
                .map(event -> ((SocketEvent.Connecting) event).socket().toUpperCase(Locale.ROOT))
                .findFirst();
    }

    private String transport() {
        for (TraceEvent event : nearest()) {
            for (HeaderBlock block : PacketBlocks.of(event.head().skb())) {
                if (block.line() == Palette.L4) {
                    return block.letters();
                }
            }
        }
        return HeaderBlock.ICMP.letters();
    }

    private String function(Station station) {
        for (TraceEvent event : nearest()) {
            if (station == Station.APP_SEND && event instanceof SocketEvent.Sending sending) {
                return sending.call() + "()";
            }
            if (station == Station.APP_SEND && event instanceof SocketEvent.Connecting) {
                return "connect()";
            }
            if (station == Station.APP_RECEIVE && event instanceof SocketEvent.Receiving receiving) {
                return receiving.call() + "()";
            }
            boolean there = Stations.of(event).filter(station::equals).isPresent();
            boolean sending = station == Station.L4_SEND && event.stage().layer() != Stage.Layer.APPLICATION;
            if (there || sending) {
                Optional<String> function = Stations.function(station, event);
                if (function.isPresent()) {
                    return function.get();
                }
            }
        }
        return Stations.usual(station);
    }

    /** The events of this host: those up to now, the latest first, then those to come. */
    private List<TraceEvent> nearest() {
        var events = new ArrayList<TraceEvent>();
        for (int i = Math.min(cursor, recording.size() - 1); i >= 0; i--) {
            add(events, i);
        }
        for (int i = cursor + 1; i < recording.size(); i++) {
            add(events, i);
        }
        return events;
    }

    private void add(List<TraceEvent> events, int index) {
        TraceEvent event = recording.get(index).event();
        if (event.head().host().equals(host)) {
            events.add(event);
        }
    }
}
