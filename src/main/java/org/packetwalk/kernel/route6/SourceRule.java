package org.packetwalk.kernel.route6;

/** The rules by which one source address is better than another, in their order (RFC 6724 section 5). */
public enum SourceRule {
    /** The destination itself. */
    SAME_ADDRESS,
    /** The smallest scope that reaches the destination. */
    SCOPE,
    /** Not deprecated. */
    PREFERRED,
    /** A home address of mobile IPv6. */
    HOME,
    /** An address of the outgoing device. */
    OUTGOING_DEVICE,
    /** The same label as the destination. */
    LABEL,
    /** Public before temporary, or the other way round. */
    TEMPORARY,
    /** A cryptographic identifier for such a destination. */
    ORCHID,
    /** The longest prefix common with the destination. */
    LONGEST_PREFIX,
    /** Not optimistic. */
    NOT_OPTIMISTIC,
    /** None of the rules tells them apart: the first met stays. */
    FIRST_MET
}
