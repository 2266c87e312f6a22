package org.packetwalk.kernel.route;

import org.jspecify.annotations.Nullable;

/**
 * An inner node of the FIB trie: {@code 2^bits} slots, chosen by the address bits from {@code position} upwards. Only
 * an edit that owns the node changes it; once the edit has ended nobody does.
 */
final class TrieInner implements TrieNode {

    final int key;
    final byte position;
    final byte bits;
    byte suffixLength;
    int empty;
    int full;
    final @Nullable TrieNode[] children;
    final Object owner;

    TrieInner(int key, int position, int bits, Object owner) {
        int shift = position + bits;
        this.key = shift < 32 ? key >>> shift << shift : 0;
        this.position = (byte) position;
        this.bits = (byte) bits;
        this.suffixLength = (byte) position;
        this.empty = 1 << bits;
        this.children = new TrieNode[1 << bits];
        this.owner = owner;
    }

    private TrieInner(TrieInner original, Object owner) {
        this.key = original.key;
        this.position = original.position;
        this.bits = original.bits;
        this.suffixLength = original.suffixLength;
        this.empty = original.empty;
        this.full = original.full;
        this.children = original.children.clone();
        this.owner = owner;
    }

    TrieInner copy(Object newOwner) {
        return new TrieInner(this, newOwner);
    }

    /** The slot of an address; not a slot of this node if it has no such number. */
    int slot(int address) {
        return position > 31 ? 0 : (address ^ key) >>> position;
    }

    int size() {
        return children.length;
    }

    /** Whether this is the node a search came to. */
    boolean is(TrieVisit visit) {
        return key == visit.node().network().bits() && position == visit.position() && bits == visit.bits();
    }

    /** Whether a child is an inner node directly below, no bits skipped ({@code tnode_full}). */
    boolean holdsFull(@Nullable TrieNode child) {
        return child instanceof TrieInner inner && inner.position + inner.bits == position;
    }

    /** Fills or empties a slot and keeps the counts and the suffix length right ({@code put_child}). */
    void put(int slot, @Nullable TrieNode child) {
        TrieNode before = children[slot];
        if (before == null && child != null) {
            empty--;
        } else if (before != null && child == null) {
            empty++;
        }
        boolean wasFull = holdsFull(before);
        boolean isFull = holdsFull(child);
        if (wasFull != isFull) {
            full += isFull ? 1 : -1;
        }
        if (child != null) {
            int length = suffixLengthOf(child);
            if (suffixLength < length) {
                suffixLength = (byte) length;
            }
        }
        children[slot] = child;
    }

    static int suffixLengthOf(TrieNode node) {
        return node instanceof TrieLeaf leaf ? leaf.suffixLength() : ((TrieInner) node).suffixLength;
    }

    /** Recomputes the suffix length from the slots that can have a longer one ({@code update_suffix}). */
    int updateSuffix() {
        int length = position;
        int most = Math.min(position + bits - 1, suffixLength);
        long stride = 2;
        for (long i = 0; i < children.length; ) {
            TrieNode child = children[(int) i];
            if (child != null && suffixLengthOf(child) > length) {
                int childLength = suffixLengthOf(child);
                stride <<= childLength - length;
                length = childLength;
                i &= -stride;
                if (length >= most) {
                    break;
                }
            }
            i += stride;
        }
        suffixLength = (byte) length;
        return length;
    }
}
