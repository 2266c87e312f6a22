package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketId;
import org.packetwalk.sim.Snapshot;

/**
 * A recorded command as its pictures ask about it: where all packets are and what the tables were asked after any of its events.
 * That is kept after some of the events, and from there taken up to the one that is asked for, so that any event of a long walk
 * is as near as any other.
 */
public final class RecordedWalk {
    private static final int LEAST_STRETCH = 128;
    private static final int MOST_STRETCHES = 128;

    private final List<Snapshot> recording;
    private final int stretch;
    private final List<PacketWays> ways = new ArrayList<>();
    private final List<Lookups> lookups = new ArrayList<>();
    private final Map<HostId, HostEvents> hosts = new LinkedHashMap<>();
    private final Map<HostId, Integer> begins = new TreeMap<>();
    private final PacketNumbers numbers;

    /** A walk that keeps how things were after each so many events. */
    RecordedWalk(List<Snapshot> recording, int stretch) {
        this.recording = recording;
        this.stretch = stretch;
        this.numbers = PacketNumbers.of(recording);
        PacketWays packets = new PacketWays();
        Lookups asked = new Lookups();
        for (int i = 0; i < recording.size(); i++) {
            if (i % stretch == 0) {
                ways.add(packets);
                lookups.add(asked);
                packets = packets.copy();
                asked = asked.copy();
            }
            packets.take(i, recording.get(i));
            asked.take(recording, i);
            HostId host = recording.get(i).event().head().host();
            begins.putIfAbsent(host, i);
            hosts.computeIfAbsent(host, id -> new HostEvents())
                    .take(i, recording.get(i).event());
        }
    }

    /** A recorded command: each event with the world after it. */
    public static RecordedWalk of(List<Snapshot> recording) {
        return new RecordedWalk(recording, Math.max(LEAST_STRETCH, recording.size() / MOST_STRETCHES));
    }

    /** The events with the worlds after them. */
    List<Snapshot> recording() {
        return recording;
    }

    /** The ways of all packets after the event at a place, none at -1. */
    PacketPaths paths(int place) {
        if (place < 0) {
            return new PacketWays().seen();
        }
        PacketWays packets = ways.get(place / stretch).copy();
        for (int i = place / stretch * stretch; i <= place; i++) {
            packets.take(i, recording.get(i));
        }
        return packets.seen();
    }

    /** The questions to the tables after the event at a place, none at -1. */
    Lookups lookups(int place) {
        if (place < 0) {
            return new Lookups();
        }
        Lookups asked = lookups.get(place / stretch).copy();
        for (int i = place / stretch * stretch; i <= place; i++) {
            asked.take(recording, i);
        }
        return asked;
    }

    /** At how many events it is kept how things were. */
    int stretches() {
        return ways.size();
    }

    /** The number of a packet: 1 for the first; 0 for none. */
    int number(PacketId packet) {
        return numbers.of(packet);
    }

    PacketNumbers numbers() {
        return numbers;
    }

    /** The hosts that packets come to, in the order they do. */
    List<HostId> touched() {
        return List.copyOf(hosts.keySet());
    }

    /** Whether packets have come to a host by the event at a place. */
    boolean touched(HostId host, int place) {
        return begins.getOrDefault(host, Integer.MAX_VALUE) <= place;
    }

    /** Whether packets come to a host at all. */
    boolean touched(HostId host) {
        return begins.containsKey(host);
    }

    /** What the events of a host say. */
    HostEvents events(HostId host) {
        return hosts.getOrDefault(host, new HostEvents());
    }
}
