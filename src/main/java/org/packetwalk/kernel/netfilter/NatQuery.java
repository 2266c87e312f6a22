package org.packetwalk.kernel.netfilter;

/**
 * A connection to be bound to a translation.
 *
 * @param tuple how its packets look so far
 * @param manip the end to be translated
 * @param target the deciding target as {@code iptables-save} writes it; empty if no rule decided
 */
public record NatQuery(Tuple tuple, NatManip manip, String target) {}
