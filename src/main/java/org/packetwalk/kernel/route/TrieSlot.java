package org.packetwalk.kernel.route;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;

/**
 * What hangs in one slot of an inner node of the trie.
 *
 * @param slot the number of the slot
 * @param node the prefix all addresses below share; of a leaf its address as /32
 * @param leaf whether it is a leaf
 * @param prefixes the prefixes of a leaf in the order a search tries them, none of an inner node
 */
public record TrieSlot(int slot, Ipv4Prefix node, boolean leaf, List<Ipv4Prefix> prefixes) {

    /** Copies the list. */
    public TrieSlot {
        prefixes = List.copyOf(prefixes);
    }

    static TrieSlot of(int slot, TrieNode node) {
        if (node instanceof TrieLeaf leaf) {
            List<Ipv4Prefix> prefixes = new ArrayList<>();
            for (int i = 0; i < leaf.size(); i++) {
                prefixes.add(leaf.alias(i).prefix(leaf.key));
            }
            return new TrieSlot(slot, Ipv4Prefix.of(new Ipv4Address(leaf.key)), true, prefixes);
        }
        TrieInner inner = (TrieInner) node;
        int length = 32 - inner.position - inner.bits;
        return new TrieSlot(slot, new Ipv4Prefix(new Ipv4Address(inner.key), length), false, List.of());
    }
}
