package org.packetwalk.kernel.neigh;

/** The state of a neighbour entry ({@code NUD_*}, RFC 4861 section 7.3.2). */
public enum NudState {
    NONE,
    INCOMPLETE,
    REACHABLE,
    STALE,
    DELAY,
    PROBE,
    FAILED,
    NOARP,
    PERMANENT;

    /** {@code NUD_CONNECTED}: the address is known for sure. */
    public boolean connected() {
        return this == PERMANENT || this == NOARP || this == REACHABLE;
    }

    /** {@code NUD_VALID}: there is a hardware address to send to. */
    public boolean valid() {
        return connected() || this == PROBE || this == STALE || this == DELAY;
    }

    /** {@code NUD_IN_TIMER}: a timer is running. */
    public boolean inTimer() {
        return this == INCOMPLETE || this == REACHABLE || this == DELAY || this == PROBE;
    }
}
