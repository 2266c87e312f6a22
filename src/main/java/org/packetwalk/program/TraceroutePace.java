package org.packetwalk.program;

/**
 * How many probes traceroute sends, and how long it waits for them.
 *
 * @param queries {@code -q}: probes for each hop
 * @param together {@code -N}: probes under way at the same time
 * @param waitMillis {@code -w}: how long to wait for an answer at most
 * @param hereFactor how many times as long as an answer of the same hop took it waits, 0 for no such limit
 * @param nearFactor how many times as long as an answer of a later hop took it waits, 0 for no such limit
 * @param sendWaitNanos {@code -z}: the least time between two probes
 * @param firstHop {@code -f}
 * @param lastHop {@code -m}
 */
public record TraceroutePace(
        int queries,
        int together,
        long waitMillis,
        double hereFactor,
        double nearFactor,
        long sendWaitNanos,
        int firstHop,
        int lastHop) {}
