package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketId;

/**
 * The ways of all packets up to an event, and which of them is in focus. A question that a program has put before there was
 * a packet has a way of its own, without a packet on it.
 */
final class PacketPaths {
    private final Map<PacketId, PacketPath> paths;
    private final PacketId focus;
    private final Set<Stop> visited;
    private final SortedMap<PacketId, PacketPath> shown;
    private final List<PacketPath> standing;

    /**
     * The ways as they are now; they do not go on any more.
     *
     * @param focus the packet in focus
     * @param visited the places that any packet has come to
     */
    PacketPaths(Map<PacketId, PacketPath> paths, PacketId focus, Set<Stop> visited) {
        this.paths = paths;
        this.focus = focus;
        this.visited = visited;
        this.shown = drawn();
        this.standing = seen();
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
        return standing;
    }

    private List<PacketPath> seen() {
        var seen = new ArrayList<PacketPath>();
        focusPath().ifPresent(seen::add);
        shown.forEach((id, path) -> {
            if (!id.equals(focus)
                    && (path.state() == PacketPath.State.WAITING || path.state() == PacketPath.State.DROPPED)) {
                seen.add(path);
            }
        });
        return List.copyOf(seen);
    }

    /** All packets that are drawn: those under way, and of those that have ended the latest. */
    SortedMap<PacketId, PacketPath> shown() {
        return shown;
    }

    private SortedMap<PacketId, PacketPath> drawn() {
        var drawn = new TreeMap<PacketId, PacketPath>();
        PacketId lastEnded = PacketId.NONE;
        for (Map.Entry<PacketId, PacketPath> entry : paths.entrySet()) {
            PacketPath path = entry.getValue();
            if (entry.getKey().equals(PacketId.NONE) || !path.isPlaced()) {
                continue;
            }
            if (entry.getKey().equals(focus) || !ended(path)) {
                drawn.put(entry.getKey(), path);
            } else if (lastEnded.equals(PacketId.NONE) || paths.get(lastEnded).latest() < path.latest()) {
                lastEnded = entry.getKey();
            }
        }
        if (!lastEnded.equals(PacketId.NONE) && !focus.equals(PacketId.NONE)) {
            drawn.put(lastEnded, paths.get(lastEnded));
        }
        return Collections.unmodifiableSortedMap(drawn);
    }

    /** Whether any packet has been on a cable. */
    boolean visited(Cables.Cable cable) {
        return visited.contains(new Stop.OnWire(cable.id()));
    }

    /** Whether any packet has come to a device. */
    boolean visited(HostId host, String device) {
        return visited.contains(new Stop.AtDevice(host.name(), device));
    }

    static boolean ended(PacketPath path) {
        return path.arrived() || path.state() == PacketPath.State.DROPPED;
    }
}
