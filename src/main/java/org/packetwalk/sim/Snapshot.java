package org.packetwalk.sim;

import org.packetwalk.trace.TraceEvent;

/** One event and the world right after it. */
public record Snapshot(World world, TraceEvent event) {}
