package org.packetwalk.kernel.netfilter;

/**
 * A real server a scheduler looked at.
 *
 * @param active how many established connections it has
 * @param inactive how many others
 */
public record IpvsCandidate(IpvsDestination server, int active, int inactive, Fate fate) {

    /** What became of it. */
    public enum Fate {
        /** It gets the connection. */
        CHOSEN,
        /** It takes no new connections: its weight is 0. */
        WEIGHT_ZERO,
        /** Its weight is less than the round is at. */
        NOT_YET,
        /** Another one has less to do. */
        BUSIER,
        /** The client belongs to another one. */
        OTHER_BUCKET
    }
}
