package org.packetwalk.kernel.route;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * A change of a trie in progress. It copies every inner node it meets once and from then on changes its copy in place,
 * so a bulk load costs no more than in the kernel, and tables that were handed out never change.
 *
 * <p>The shape follows {@code net/ipv4/fib_trie.c} step by step: {@code fib_insert_alias}, {@code fib_remove_alias},
 * {@code resize}, {@code inflate}, {@code halve}, {@code fib_table_flush}.
 */
final class RouteTableEdit {

    private static final int MAX_WORK = 10;
    private static final int INFLATE_THRESHOLD = 50;
    private static final int HALVE_THRESHOLD = 25;
    private static final int INFLATE_THRESHOLD_TOP = 30;
    private static final int HALVE_THRESHOLD_TOP = 15;

    private Object owner = new Object();
    private final TrieInner anchor = new TrieInner(0, 32, 0, owner);
    private final TrieInner[] path = new TrieInner[34];
    private int depth;

    RouteTableEdit(@Nullable TrieNode root) {
        anchor.children[0] = root;
        path[0] = anchor;
    }

    /** The table as it is now; the edit may go on and will copy again. */
    RouteTable table() {
        owner = new Object();
        return RouteTable.of(anchor.children[0]);
    }

    /** The leaf of an address; leaves the way down in {@link #path}. */
    @Nullable
    TrieLeaf descend(int key) {
        depth = 0;
        TrieInner parent = anchor;
        int slot = 0;
        while (true) {
            TrieNode node = parent.children[slot];
            if (node == null) {
                return null;
            }
            if (node instanceof TrieLeaf leaf) {
                return leaf.key == key ? leaf : null;
            }
            TrieInner inner = (TrieInner) node;
            int below = inner.slot(key);
            if (below >>> inner.bits != 0) {
                return null;
            }
            inner = own(parent, slot, inner);
            path[++depth] = inner;
            parent = inner;
            slot = below;
        }
    }

    private TrieInner own(TrieInner parent, int slot, TrieInner inner) {
        if (inner.owner == owner) {
            return inner;
        }
        TrieInner copy = inner.copy(owner);
        parent.children[slot] = copy;
        return copy;
    }

    /** Puts a route before the alias with this index of its leaf; the size of the leaf means at the end. */
    void insert(int key, FibAlias alias, int at) {
        TrieLeaf leaf = descend(key);
        if (leaf == null) {
            insertLeaf(TrieLeaf.of(key, alias));
            return;
        }
        int index = at < leaf.size() ? at : leaf.endOf(alias.suffixLength, alias.table);
        TrieInner parent = path[depth];
        int before = leaf.suffixLength();
        parent.children[parent.slot(key)] = leaf.inserting(index, alias);
        if (before < alias.suffixLength) {
            pushSuffix(alias.suffixLength);
        }
    }

    /** Puts a route where its prefix length, table, type of service and metric belong, behind its equals. */
    void insert(int key, FibAlias alias) {
        TrieLeaf leaf = descend(key);
        if (leaf == null) {
            insertLeaf(TrieLeaf.of(key, alias));
            return;
        }
        insert(key, alias, leaf.find(alias.suffixLength, alias.tos(), alias.info.metric() + 1, alias.table));
    }

    private void insertLeaf(TrieLeaf leaf) {
        TrieInner parent = path[depth];
        int slot = parent.slot(leaf.key);
        TrieNode occupant = parent.children[slot];
        if (occupant != null) {
            int occupantKey = occupant instanceof TrieLeaf other ? other.key : ((TrieInner) occupant).key;
            int position = 31 - Integer.numberOfLeadingZeros(leaf.key ^ occupantKey);
            TrieInner fork = new TrieInner(leaf.key, position, 1, owner);
            fork.put(fork.slot(leaf.key) ^ 1, occupant);
            parent.put(slot, fork);
            path[++depth] = fork;
            parent = fork;
            slot = fork.slot(leaf.key);
        }
        pushSuffix(leaf.suffixLength());
        parent.put(slot, leaf);
        rebalance();
    }

    /** Exchanges one alias of a leaf for another of the same prefix. */
    void replace(int key, int at, FibAlias alias) {
        TrieLeaf leaf = descend(key);
        if (leaf != null) {
            TrieInner parent = path[depth];
            parent.children[parent.slot(key)] = leaf.replacing(at, alias);
        }
    }

    /** Takes one alias away, and the leaf if it was the last ({@code fib_remove_alias}). */
    void remove(int key, int at) {
        TrieLeaf leaf = descend(key);
        if (leaf == null) {
            return;
        }
        TrieInner parent = path[depth];
        int slot = parent.slot(key);
        int before = leaf.suffixLength();
        if (leaf.size() == 1) {
            parent.put(slot, null);
            if (parent.suffixLength == before) {
                pullSuffix(parent.position);
            }
            rebalance();
            return;
        }
        TrieLeaf shorter = leaf.removing(at);
        parent.children[slot] = shorter;
        if (shorter.suffixLength() < before) {
            pullSuffix(shorter.suffixLength());
        }
    }

    private void pushSuffix(int length) {
        for (int d = depth; d > 0 && path[d].suffixLength < length; d--) {
            path[d].suffixLength = (byte) length;
        }
    }

    private void pullSuffix(int length) {
        int now = length;
        for (int d = depth; d > 0; d--) {
            int before = path[d].suffixLength;
            if (before <= path[d].position || before <= now) {
                return;
            }
            now = path[d].updateSuffix();
            if (now == before) {
                return;
            }
        }
    }

    private void rebalance() {
        for (int d = depth; d > 0; d--) {
            resize(path[d - 1], path[d]);
        }
    }

    /** Grows, shrinks or removes a node, which is an owned parent's child ({@code resize}). */
    private void resize(TrieInner parent, TrieInner node) {
        int slot = parent.slot(node.key);
        boolean top = parent == anchor;
        TrieInner now = node;
        int work = MAX_WORK;
        while (work > 0 && shouldInflate(top, now)) {
            now = inflate(parent, slot, now);
            work--;
        }
        if (work < MAX_WORK) {
            return;
        }
        while (work > 0 && shouldHalve(top, now)) {
            now = halve(parent, slot, now);
            work--;
        }
        if (now.size() - now.empty < 2) {
            collapse(parent, slot, now);
        }
    }

    private static boolean shouldInflate(boolean top, TrieInner node) {
        long used = (long) node.size() - node.empty + node.full;
        long threshold = (long) node.size() * (top ? INFLATE_THRESHOLD_TOP : INFLATE_THRESHOLD);
        return used > 1 && node.position > 0 && 50 * used >= threshold;
    }

    private static boolean shouldHalve(boolean top, TrieInner node) {
        long used = (long) node.size() - node.empty;
        long threshold = (long) node.size() * (top ? HALVE_THRESHOLD_TOP : HALVE_THRESHOLD);
        return used > 1 && node.bits > 1 && 100 * used < threshold;
    }

    private TrieInner inflate(TrieInner parent, int slot, TrieInner old) {
        TrieInner wide = new TrieInner(old.key, old.position - 1, old.bits + 1, owner);
        for (int i = old.size(); i-- > 0; ) {
            TrieNode child = old.children[i];
            if (child == null) {
                continue;
            }
            if (!old.holdsFull(child)) {
                wide.put(wide.slot(child instanceof TrieLeaf leaf ? leaf.key : ((TrieInner) child).key), child);
                continue;
            }
            TrieInner inner = (TrieInner) child;
            if (inner.bits == 1) {
                wide.put(2 * i + 1, inner.children[1]);
                wide.put(2 * i, inner.children[0]);
                continue;
            }
            TrieInner upper = new TrieInner(inner.key | 1 << wide.position, inner.position, inner.bits - 1, owner);
            TrieInner lower = new TrieInner(inner.key, inner.position, inner.bits - 1, owner);
            int half = inner.size() / 2;
            for (int k = half; k-- > 0; ) {
                upper.put(k, inner.children[half + k]);
                lower.put(k, inner.children[k]);
            }
            wide.put(2 * i + 1, upper);
            wide.put(2 * i, lower);
        }
        return replace(parent, slot, wide);
    }

    private TrieInner halve(TrieInner parent, int slot, TrieInner old) {
        TrieInner narrow = new TrieInner(old.key, old.position + 1, old.bits - 1, owner);
        for (int i = old.size(); i > 0; i -= 2) {
            TrieNode upper = old.children[i - 1];
            TrieNode lower = old.children[i - 2];
            if (upper == null || lower == null) {
                narrow.put(i / 2 - 1, upper == null ? lower : upper);
                continue;
            }
            int key = lower instanceof TrieLeaf leaf ? leaf.key : ((TrieInner) lower).key;
            TrieInner pair = new TrieInner(key, old.position, 1, owner);
            pair.put(1, upper);
            pair.put(0, lower);
            narrow.put(i / 2 - 1, pair);
        }
        return replace(parent, slot, narrow);
    }

    private TrieInner replace(TrieInner parent, int slot, TrieInner fresh) {
        parent.put(slot, fresh);
        for (int i = fresh.size(); i-- > 0; ) {
            TrieNode child = fresh.children[i];
            if (child instanceof TrieInner inner && fresh.holdsFull(inner)) {
                resize(fresh, inner);
            }
        }
        return fresh;
    }

    private static void collapse(TrieInner parent, int slot, TrieInner node) {
        TrieNode only = null;
        for (int i = node.size(); only == null && i-- > 0; ) {
            only = node.children[i];
        }
        parent.put(slot, only);
    }

    /** Takes away all aliases that are doomed, walking from the highest slot down ({@code fib_table_flush}). */
    void flush(Predicate<FibAlias> doomed) {
        flush(anchor, doomed);
    }

    private void flush(TrieInner parent, Predicate<FibAlias> doomed) {
        for (int i = parent.size(); i-- > 0; ) {
            TrieNode child = parent.children[i];
            if (child instanceof TrieLeaf leaf) {
                TrieLeaf rest = without(leaf, doomed);
                if (rest != leaf) {
                    parent.put(i, rest);
                }
            } else if (child instanceof TrieInner inner) {
                TrieInner owned = own(parent, i, inner);
                flush(owned, doomed);
                if (owned.suffixLength > owned.position) {
                    owned.updateSuffix();
                }
                resize(parent, owned);
            }
        }
    }

    private static @Nullable TrieLeaf without(TrieLeaf leaf, Predicate<FibAlias> doomed) {
        TrieLeaf rest = leaf;
        for (int i = leaf.size(); i-- > 0; ) {
            if (doomed.test(leaf.alias(i))) {
                if (rest.size() == 1) {
                    return null;
                }
                rest = rest.removing(i);
            }
        }
        return rest;
    }

    /** Exchanges what routes share, the shape stays. */
    void mapInfos(UnaryOperator<RouteInfo> change) {
        mapInfos(anchor, change);
    }

    private void mapInfos(TrieInner parent, UnaryOperator<RouteInfo> change) {
        for (int i = 0; i < parent.size(); i++) {
            TrieNode child = parent.children[i];
            if (child instanceof TrieInner inner) {
                mapInfos(own(parent, i, inner), change);
            } else if (child instanceof TrieLeaf leaf) {
                TrieLeaf mapped = leaf;
                for (int a = 0; a < leaf.size(); a++) {
                    RouteInfo before = leaf.alias(a).info;
                    RouteInfo after = change.apply(before);
                    if (after != before) {
                        mapped = mapped.replacing(a, leaf.alias(a).withInfo(after));
                    }
                }
                parent.children[i] = mapped;
            }
        }
    }
}
