package org.packetwalk.kernel.route;

import org.packetwalk.net.Ipv4Prefix;

/**
 * One step of a lookup through the trie.
 *
 * @param step what was done
 * @param node the node: the prefix all addresses below it share
 * @param position the lowest address bit it decides by, 0 is the last of the address
 * @param bits how many bits it decides by, 0 for a leaf
 * @param slot the slot taken; 0 for a leaf
 * @param skippedBits how many bits lie between the deciding bits of the node above and those of this one
 */
public record TrieVisit(TrieStep step, Ipv4Prefix node, int position, int bits, int slot, int skippedBits) {}
