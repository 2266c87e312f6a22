package org.packetwalk.kernel.route;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.packetwalk.net.Ipv4Address;

/** The trie as {@code /proc/net/fib_trie} and {@code /proc/net/fib_triestat} print it. */
final class TrieText {

    static final String STATISTICS_HEAD = "Basic info: size of leaf: 48 bytes, size of tnode: 40 bytes.\n";

    private int leaves;
    private int prefixes;
    private int depths;
    private int maxDepth;
    private int pointers;
    private int nullPointers;
    private final int[] nodesOfBits = new int[33];

    private TrieText() {}

    static String heading(TableId table) {
        return switch (table.bits()) {
            case 254 -> "Main:\n";
            case 255 -> "Local:\n";
            default -> "Id " + Integer.toUnsignedString(table.bits()) + ":\n";
        };
    }

    /** The tree without its heading; nothing for an empty one. */
    static String tree(@Nullable TrieNode root) {
        StringBuilder out = new StringBuilder();
        print(root, 0, out);
        return out.toString();
    }

    private static void print(@Nullable TrieNode node, int depth, StringBuilder out) {
        if (node instanceof TrieInner inner) {
            out.append(" ".repeat(3 * depth + 2)).append("+-- ").append(new Ipv4Address(inner.key));
            out.append('/').append(32 - inner.position - inner.bits).append(' ').append(inner.bits);
            out.append(' ').append(inner.full).append(' ').append(inner.empty).append('\n');
            for (TrieNode child : inner.children) {
                print(child, depth + 1, out);
            }
        } else if (node instanceof TrieLeaf leaf) {
            out.append(" ".repeat(3 * depth + 2)).append("|-- ");
            out.append(new Ipv4Address(leaf.key)).append('\n');
            for (int i = 0; i < leaf.size(); i++) {
                FibAlias alias = leaf.alias(i);
                out.append(" ".repeat(3 * depth + 5)).append('/').append(32 - alias.suffixLength);
                out.append(' ').append(alias.info.scope().trieWord());
                out.append(' ').append(alias.type().name());
                if (alias.tos() != 0) {
                    out.append(" tos=").append(alias.tos());
                }
                out.append('\n');
            }
        }
    }

    /** The numbers without their heading. */
    static String statistics(@Nullable TrieNode root) {
        TrieText text = new TrieText();
        text.count(root, 0);
        return text.numbers();
    }

    private void count(@Nullable TrieNode node, int depth) {
        if (node instanceof TrieInner inner) {
            nodesOfBits[inner.bits]++;
            pointers += inner.size();
            nullPointers += inner.empty;
            for (TrieNode child : inner.children) {
                count(child, depth + 1);
            }
        } else if (node instanceof TrieLeaf leaf) {
            leaves++;
            prefixes += leaf.size();
            depths += depth;
            maxDepth = Math.max(maxDepth, depth);
        }
    }

    private String numbers() {
        int average = leaves == 0 ? 0 : (int) (100L * depths / leaves);
        int nodes = 0;
        StringBuilder bits = new StringBuilder("\t");
        for (int i = 1; i < nodesOfBits.length; i++) {
            nodes += nodesOfBits[i];
            if (nodesOfBits[i] != 0) {
                bits.append("  ").append(i).append(": ").append(nodesOfBits[i]);
            }
        }
        long bytes = 48L * leaves + 56L * prefixes + 40L * nodes + 8L * pointers;
        return String.format(Locale.ROOT, "\tAver depth:     %d.%02d\n", average / 100, average % 100)
                + "\tMax depth:      " + maxDepth + "\n"
                + "\tLeaves:         " + leaves + "\n"
                + "\tPrefixes:       " + prefixes + "\n"
                + "\tInternal nodes: " + nodes + "\n"
                + bits + "\n"
                + "\tPointers: " + pointers + "\n"
                + "Null ptrs: " + nullPointers + "\n"
                + "Total size: " + (bytes + 1023) / 1024 + "  kB\n";
    }
}
