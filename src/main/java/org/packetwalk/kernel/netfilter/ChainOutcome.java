package org.packetwalk.kernel.netfilter;

/** What a base chain answers. */
public sealed interface ChainOutcome {

    /** Whether the packet goes on. */
    default boolean passes() {
        return true;
    }

    /** It goes on. */
    record Accepted() implements ChainOutcome {}

    /** It ends. */
    record Dropped() implements ChainOutcome {

        @Override
        public boolean passes() {
            return false;
        }
    }

    /** It ends and its sender is told. */
    record Rejected(EffectTarget.Answer answer) implements ChainOutcome {

        @Override
        public boolean passes() {
            return false;
        }
    }

    /**
     * The connection is to be translated.
     *
     * @param target the target as {@code iptables-save} writes it
     */
    record Bound(String target) implements ChainOutcome {}
}
