package org.packetwalk.session;

import org.packetwalk.kernel.HostId;
import org.packetwalk.sim.World;

/**
 * A command line that was run, and which part of the timeline it made.
 *
 * @param host where it was typed
 * @param line as typed
 * @param first the index of its first event in the timeline
 * @param end the index behind its last event
 * @param exit its exit status
 * @param before the world before it
 * @param after the world after it
 */
public record CommandRun(
        HostId host,
        String line,
        int first,
        int end,
        int exit,
        String stdout,
        String stderr,
        World before,
        World after) {

    /** How many events it made. */
    public int size() {
        return end - first;
    }

    /** The part of it before an index of the timeline, after which the world went another way. */
    CommandRun cutAt(int index, World there) {
        return new CommandRun(host, line, first, index, exit, stdout, stderr, before, there);
    }
}
