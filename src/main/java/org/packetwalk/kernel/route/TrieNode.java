package org.packetwalk.kernel.route;

/** A leaf or an inner node of the FIB trie (the kernel's {@code struct key_vector}). */
sealed interface TrieNode permits TrieLeaf, TrieInner {}
