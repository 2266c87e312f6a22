package org.packetwalk.kernel.route;

import org.jspecify.annotations.Nullable;

import org.packetwalk.kernel.Field;

/** Keeps nothing. */
final class SilentWitness implements LookupWitness {

    static final SilentWitness INSTANCE = new SilentWitness();

    @Override
    public void visit(TrieStep step, TrieInner node, int slot) {}

    @Override
    public void meet(TrieStep step, @Nullable TrieNode node) {}

    @Override
    public void candidate(TrieLeaf leaf, int index) {}

    @Override
    public boolean check(Field field, int nexthop, boolean holds) {
        return holds;
    }

    @Override
    public void fate(CandidateFate fate) {}

    @Override
    public boolean wantsLosers() {
        return false;
    }
}
