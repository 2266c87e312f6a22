package org.packetwalk.kernel.netfilter;

/** What connection tracking made of a packet. */
public enum TrackingOutcome {
    /** It begins a connection. */
    BEGINS,
    /** It belongs to a connection that is known. */
    BELONGS,
    /** It is about a connection, as an ICMP error is. */
    RELATES,
    /** It fits no connection and cannot begin one. */
    INVALID,
    /** It is of a kind that is never tracked, as neighbour discovery is. */
    UNTRACKED,
    /** It was already looked at, as a packet that came back through lo was. */
    KEPT
}
