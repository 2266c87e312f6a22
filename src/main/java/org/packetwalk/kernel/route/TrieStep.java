package org.packetwalk.kernel.route;

/** What a lookup did at one place of the trie. */
public enum TrieStep {
    /** Came to an inner node and took one of its slots. */
    DESCEND,
    /** Took slot 0 of an inner node while looking for a shorter prefix. */
    DESCEND_ZERO,
    /** Came to a node whose skipped bits differ from the destination. */
    MISMATCH,
    /** Came to a leaf and tried its routes. */
    LEAF,
    /** Found the slot empty. */
    EMPTY_SLOT,
    /** Cleared the lowest bit of the slot number that was 1: the next shorter prefix. */
    BACKTRACK,
    /** Went up to the parent since no bit was left to clear. */
    CLIMB,
    /** Reached the top without a result. */
    NOT_FOUND
}
