package org.packetwalk.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was said of one network namespace, sorted by what it is about. Filled by {@link CollectedText} alone. */
final class CollectedNamespace {

    /** What a line is about. */
    enum Subject {
        LINK,
        RULE,
        RULE6,
        ROUTE,
        ROUTE6,
        LOOKUP,
        NEIGHBOR,
        NEIGHBOR6,
        NEXTHOP,
        SETTING,
        FILTER,
        FILTER6,
        LISTENER
    }

    private final String name;
    private final Map<Subject, List<CollectedLine>> lines = new EnumMap<>(Subject.class);

    /** A namespace by the name {@code ip netns} has for it; empty for that of the host itself. */
    CollectedNamespace(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** The lines about something, in their order. */
    List<CollectedLine> about(Subject subject) {
        return lines.getOrDefault(subject, List.of());
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    void add(Subject subject, CollectedLine line) {
        lines.computeIfAbsent(subject, none -> new ArrayList<>()).add(line);
    }

    /** Joins a further part to the last line about something; whether there is one. */
    boolean goOn(Subject subject, String more) {
        List<CollectedLine> there = lines.get(subject);
        if (there == null) {
            return false;
        }
        there.set(there.size() - 1, there.get(there.size() - 1).with(more));
        return true;
    }
}
