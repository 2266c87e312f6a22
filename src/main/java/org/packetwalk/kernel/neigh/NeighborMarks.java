package org.packetwalk.kernel.neigh;

/**
 * What is noted of a neighbour beside its state.
 *
 * @param router whether it is a router ({@code NTF_ROUTER})
 * @param learnedElsewhere whether a program learned it and keeps it up to date ({@code NTF_EXT_LEARNED})
 * @param protocol who made the entry as {@code RTPROT_*}, 0 if that was not said ({@code NDA_PROTOCOL})
 */
public record NeighborMarks(boolean router, boolean learnedElsewhere, int protocol) {

    /** Nothing is noted. */
    public static final NeighborMarks NONE = new NeighborMarks(false, false, 0);

    NeighborMarks withRouter(boolean now) {
        return new NeighborMarks(now, learnedElsewhere, protocol);
    }
}
