package org.packetwalk.kernel.netfilter;

/**
 * How the packets of a connection might look.
 *
 * @param inRange whether the rule allows it
 * @param free whether no other connection's answers would look the same
 */
public record NatCandidate(Tuple tuple, boolean inRange, boolean free) {}
