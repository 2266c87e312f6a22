package org.packetwalk.kernel.route;

import java.util.List;

import org.packetwalk.kernel.Check;

/**
 * A route that covers a destination, or nearly, and what became of it.
 *
 * @param route the route
 * @param firstDifference the position of the first bit, 1 to 32 from the left, in which the destination and the prefix
 *     differ; 0 if the prefix covers it
 * @param checks what was compared, in order, up to the first that failed
 * @param fate why it was taken or not
 */
public record Candidate(Route route, int firstDifference, List<Check> checks, CandidateFate fate) {

    /** Copies the list. */
    public Candidate {
        checks = List.copyOf(checks);
    }
}
