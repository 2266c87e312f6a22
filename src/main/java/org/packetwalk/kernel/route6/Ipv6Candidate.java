package org.packetwalk.kernel.route6;

import java.util.List;

import org.packetwalk.kernel.Check;

/**
 * A route that was looked at in a table.
 *
 * @param route the route
 * @param way the way of it that was looked at
 * @param checks what was compared
 * @param fate what came of it
 */
public record Ipv6Candidate(Ipv6Route route, Ipv6NextHop way, List<Check> checks, Fate fate) {

    /** Copies the checks. */
    public Ipv6Candidate {
        checks = List.copyOf(checks);
    }

    /** What came of a route. */
    public enum Fate {
        /** It is the answer. */
        CHOSEN,
        /** It leads to another device than the flow is bound to ({@code RT6_LOOKUP_F_IFACE}). */
        OTHER_DEVICE,
        /** Its device has no carrier, and such routes are to be ignored. */
        NO_CARRIER,
        /** Its end has come. */
        EXPIRED,
        /** Its router does not answer ({@code RT6_NUD_FAIL_PROBE}). */
        ROUTER_FAILED,
        /** Another route of the same metric has a higher score: the device asked for, or a preferred router. */
        LOWER_SCORE,
        /** A route of a smaller metric was taken. */
        HIGHER_METRIC,
        /** A route to a longer prefix was taken. */
        SHORTER_PREFIX
    }
}
