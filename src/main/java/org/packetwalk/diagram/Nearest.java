package org.packetwalk.diagram;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the events of a recording say about one thing, of which that nearest to an event is asked for. */
final class Nearest<T> {
    private final TreeMap<Integer, T> facts = new TreeMap<>();

    /** Notes what the event at a place says; places come in order. */
    void add(int place, T fact) {
        if (facts.isEmpty() || !facts.lastEntry().getValue().equals(fact)) {
            facts.put(place, fact);
        }
    }

    /** The latest up to a place, else the first after it. */
    Optional<T> to(int place) {
        Map.Entry<Integer, T> latest = facts.floorEntry(place);
        return Optional.ofNullable(latest == null ? facts.firstEntry() : latest).map(Map.Entry::getValue);
    }
}
