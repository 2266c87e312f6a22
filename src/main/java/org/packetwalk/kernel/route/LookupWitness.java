package org.packetwalk.kernel.route;

import org.jspecify.annotations.Nullable;

import org.packetwalk.kernel.Field;

/** Who looks on while a trie is searched. There is one search; a silent witness makes it fast, a recording one tells. */
sealed interface LookupWitness permits SilentWitness, RecordingWitness {

    /** A step at an inner node. */
    void visit(TrieStep step, TrieInner node, int slot);

    /** A step at whatever node is there. */
    void meet(TrieStep step, @Nullable TrieNode node);

    /** From here on checks belong to this route. */
    void candidate(TrieLeaf leaf, int index);

    /** A comparison of the current route or one of its nexthops; answers whether it holds. */
    boolean check(Field field, int nexthop, boolean holds);

    /** What became of the current route. */
    void fate(CandidateFate fate);

    /** Whether the routes behind the chosen one are of interest. */
    boolean wantsLosers();
}
