package org.packetwalk.trace;

import java.util.List;

/**
 * What happened during one command, as exporters get it: plain data without worlds.
 *
 * @param lab the title of the lab
 * @param host where the command ran
 * @param command the command line
 * @param events in order
 */
public record Trace(String lab, String host, String command, List<TraceEvent> events) {

    /** Keeps its own copy of the list. */
    public Trace {
        events = List.copyOf(events);
    }
}
