package org.packetwalk.diagram;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.packetwalk.kernel.PacketId;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.trace.PacketEvent;
import org.packetwalk.trace.SocketEvent;
import org.packetwalk.trace.TraceEvent;

/**
 * The ways of all packets while the events of a recording are taken one after the other. A copy shares the ways of those packets
 * that have no further event; those are most of them.
 */
final class PacketWays {
    private final Map<PacketId, PacketPath> paths = new TreeMap<>();
    private final Set<Stop> visited = new LinkedHashSet<>();
    private final Set<PacketId> own = new TreeSet<>();
    private PacketId focus = PacketId.NONE;

    /** The same ways, which go on by themselves; this one must not be changed any more. */
    PacketWays copy() {
        PacketWays copy = new PacketWays();
        copy.paths.putAll(paths);
        copy.visited.addAll(visited);
        copy.focus = focus;
        return copy;
    }

    /** Notes what an event says; {@code index} is its place in the recording. */
    void take(int index, Snapshot snapshot) {
        TraceEvent event = snapshot.event();
        PacketId packet = event.head().packet();
        if (packet.equals(PacketId.NONE) && !isQuestion(event)) {
            return;
        }
        if (event instanceof SocketEvent.Connecting) {
            paths.remove(PacketId.NONE);
        }
        PacketPath path = own(packet);
        // a packet that is only freed, or was, does not take the eye off the one that moves
        boolean freed = event instanceof PacketEvent.Consumed || path.state() == PacketPath.State.CONSUMED;
        if (!freed || !focusIsPlaced()) {
            focus = packet;
        }
        int length = path.length();
        path.take(index, event, snapshot.world());
        if (!packet.equals(PacketId.NONE)) {
            visited.addAll(path.wayFrom(length));
        }
    }

    private PacketPath own(PacketId packet) {
        PacketPath path = paths.get(packet);
        if (path == null) {
            path = new PacketPath();
        } else if (own.contains(packet)) {
            return path;
        } else {
            path = path.copy();
        }
        own.add(packet);
        paths.put(packet, path);
        return path;
    }

    private boolean focusIsPlaced() {
        PacketPath path = paths.get(focus);
        return path != null && path.isPlaced();
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

    /** The ways so far, to be looked at; this one must not be changed any more. */
    PacketPaths seen() {
        return new PacketPaths(Collections.unmodifiableMap(paths), focus, visited);
    }
}
