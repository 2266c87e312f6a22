package org.packetwalk.kernel.route;

/** Why a route of the table was taken, or not. */
public enum CandidateFate {
    /** Taken; a rejecting route may be taken, too. */
    CHOSEN,
    /** The destination does not lie in the prefix. */
    PREFIX_MISMATCH,
    /** The route is for another type of service. */
    TOS_MISMATCH,
    /** The route leads farther than the flow may go. */
    SCOPE,
    /** The interfaces of all nexthops are down. */
    NEXTHOP_DEAD,
    /** No nexthop has a carrier, and routes without one are ignored. */
    LINKDOWN_IGNORED,
    /** The flow is bound to an interface to which no nexthop leads. */
    OUTPUT_INTERFACE,
    /** Covers the destination with as long a prefix, but stands behind the chosen one: table, type of service or metric. */
    LOWER_PRIORITY,
    /** Covers the destination, but with a shorter prefix than the chosen one; never looked at. */
    SHORTER_PREFIX
}
