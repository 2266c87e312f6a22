package org.packetwalk.kernel.route;

/** What the choice of a nexthop must know of the neighbour table. */
@FunctionalInterface
public interface GatewayStates {

    /** Knows no neighbour. */
    GatewayStates UNKNOWN = nexthop -> State.UNKNOWN;

    /** What is known of a gateway. */
    enum State {
        /** There is no entry, or one without a state. */
        UNKNOWN,
        /** The entry has a hardware address that may be used ({@code NUD_VALID}). */
        VALID,
        /** The same, and it was confirmed lately. */
        REACHABLE,
        /** The entry is being resolved. */
        INCOMPLETE,
        /** The entry could not be resolved. */
        FAILED
    }

    /** The state of the gateway of a nexthop; only asked if it has one on its link. */
    State of(NextHop nexthop);
}
