package org.packetwalk.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import org.packetwalk.trace.LinkEvent;
import org.packetwalk.trace.NeighborEvent;
import org.packetwalk.trace.PacketEvent;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.SocketEvent;
import org.packetwalk.trace.TraceEvent;

/** What can happen in a step, asked by a single word. */
enum FilterFlag {
    /** A packet is dropped. */
    DROPPED(event -> event instanceof PacketEvent.Dropped dropped && !dropped.harmless()),
    /** A system call fails. */
    REFUSED(event -> event instanceof SocketEvent.Refused),
    /** A packet waits for the address of its neighbour. */
    WAITS(event -> event instanceof NeighborEvent.Waiting),
    /** A socket gets a packet. */
    DELIVERED(event -> event instanceof SocketEvent.Delivered),
    /** A device sends a frame. */
    SENT(event -> event instanceof LinkEvent.TransmitStarted),
    /** A route is decided. */
    ROUTED(event -> event instanceof RouteEvent.Routed);

    private final Predicate<TraceEvent> kind;

    FilterFlag(Predicate<TraceEvent> kind) {
        this.kind = kind;
    }

    boolean holds(StepFacts facts) {
        return facts.any(kind);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FilterFlag> of(String word) {
        return Arrays.stream(values())
                .filter(flag -> flag.word().equalsIgnoreCase(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(FilterFlag::word).toList();
    }
}
