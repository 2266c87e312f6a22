package org.packetwalk.kernel.neigh;

import java.util.List;

import org.packetwalk.kernel.Check;
import org.packetwalk.net.MacAddress;

/**
 * Which hardware address a packet gets, and why.
 *
 * @param query whose address was needed
 * @param considered what was looked at
 * @param outcome what follows
 */
public record NeighborDecision(NeighborKey query, List<Check> considered, Outcome outcome) {

    /** Keeps its own copy of the list. */
    public NeighborDecision {
        considered = List.copyOf(considered);
    }

    /**
     * What follows.
     *
     * @param kind what is done with the packet
     * @param state the entry's state
     * @param lladdr the hardware address used, zero if none
     */
    public record Outcome(Kind kind, NudState state, MacAddress lladdr) {}

    /** What is done with the packet. */
    public enum Kind {
        /** No resolution is needed on this device. */
        NOARP,
        /** The address is known and used. */
        KNOWN,
        /** The packet waits and the neighbour is asked. */
        ASKED
    }
}
