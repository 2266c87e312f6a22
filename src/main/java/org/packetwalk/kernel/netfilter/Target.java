package org.packetwalk.kernel.netfilter;

/** What a rule does with a packet that fits. */
public sealed interface Target permits VerdictTarget, MarkTarget, NatTarget, EffectTarget {

    /** As {@code iptables-save} writes it, {@code -j} included; empty for a rule that only counts. */
    String saved();

    /** The word in the column {@code target} of {@code iptables -L}. */
    String name();

    /** What {@code iptables -L} writes at the end of the line, empty if nothing. */
    default String listed() {
        return "";
    }

    /** The same with names instead of numbers. */
    default String listedByName() {
        return listed();
    }

    /** Whether connections have to be tracked for it. */
    default boolean needsTracking() {
        return false;
    }
}
