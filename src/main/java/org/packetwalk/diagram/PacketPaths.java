package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.packetwalk.kernel.PacketId;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.trace.PacketEvent;
import org.packetwalk.trace.SocketEvent;
import org.packetwalk.trace.TraceEvent;

/**
 * The ways of all packets up to an event, and which of them is in focus. A question that a program has put before there was
 * a packet has a way of its own, without a packet on it.
 */
final class PacketPaths {
    private final Map<PacketId, PacketPath> paths = new TreeMap<>();
    private PacketId focus = PacketId.NONE;

    static PacketPaths upTo(List<Snapshot> recording, int cursor) {
        var paths = new PacketPaths();
        for (int i = 0; i <= cursor; i++) {
            paths.take(i, recording.get(i));
        }
        return paths;
    }

    private void take(int index, Snapshot snapshot) {
        TraceEvent event = snapshot.event();
        PacketId packet = event.head().packet();
        if (packet.equals(PacketId.NONE) && !isQuestion(event)) {
            return;
        }
        if (event instanceof SocketEvent.Connecting) {
            paths.remove(PacketId.NONE);
        }
        PacketPath path = paths.computeIfAbsent(packet, id -> new PacketPath());
        // a packet that is only freed, or was, does not take the eye off the one that moves
        boolean freed = event instanceof PacketEvent.Consumed || path.state() == PacketPath.State.CONSUMED;
        if (!freed || focusPath().isEmpty()) {
            focus = packet;
        }
        path.take(index, event, snapshot.world());
    }

    /** Whether a program asks for a route without sending. */
    private static boolean isQuestion(TraceEvent event) {
        return switch (event.stage()) {
            case APPLICATION_SEND, TRANSPORT_SEND, ROUTE_OUTPUT -> true;
            case OUTPUT,
                    POSTROUTING,
                    NEIGHBOR,
                    DEVICE_TRANSMIT,
                    DEVICE_RECEIVE,
                    RECEIVE,
                    PREROUTING,
                    ROUTE_INPUT,
                    FORWARD,
                    INPUT,
                    TRANSPORT_RECEIVE,
                    APPLICATION_RECEIVE,
                    BRIDGE,
                    CONFIGURATION -> false;
        };
    }

    /** The packet in focus, {@link PacketId#NONE} while there is only a question. */
    PacketId focus() {
        return focus;
    }

    /** The way in focus: of a packet or a question. */
    Optional<PacketPath> focusPath() {
        return Optional.ofNullable(paths.get(focus)).filter(PacketPath::isPlaced);
    }

    /** What the stations show: the way in focus first, then those that wait. */
    List<PacketPath> standing() {
        var standing = new ArrayList<PacketPath>();
        focusPath().ifPresent(standing::add);
        shown().forEach((id, path) -> {
            if (!id.equals(focus)
                    && (path.state() == PacketPath.State.WAITING || path.state() == PacketPath.State.DROPPED)) {
                standing.add(path);
            }
        });
        return standing;
    }

    /** All packets that are drawn: those under way, and of those that have ended the latest. */
    Map<PacketId, PacketPath> shown() {
        var shown = new TreeMap<PacketId, PacketPath>();
        PacketId lastEnded = PacketId.NONE;
        for (Map.Entry<PacketId, PacketPath> entry : paths.entrySet()) {
            PacketPath path = entry.getValue();
            if (entry.getKey().equals(PacketId.NONE) || !path.isPlaced()) {
                continue;
            }
            if (entry.getKey().equals(focus) || !ended(path)) {
                shown.put(entry.getKey(), path);
            } else if (lastEnded.equals(PacketId.NONE) || paths.get(lastEnded).latest() < path.latest()) {
                lastEnded = entry.getKey();
            }
        }
        if (!lastEnded.equals(PacketId.NONE) && !focus.equals(PacketId.NONE)) {
            shown.put(lastEnded, paths.get(lastEnded));
        }
        return shown;
    }

    /** Every packet so far. */
    Map<PacketId, PacketPath> all() {
        var all = new TreeMap<>(paths);
        all.remove(PacketId.NONE);
        return all;
    }

    static boolean ended(PacketPath path) {
        return path.arrived() || path.state() == PacketPath.State.DROPPED;
    }
}
