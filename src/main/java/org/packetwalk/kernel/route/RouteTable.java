package org.packetwalk.kernel.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.packetwalk.kernel.Errno;

/**
 * The routes of one table, or of main and local while they share a trie, kept in the kernel's LC-trie. A value: a
 * change answers a new table, and the old one stays as it was.
 */
public final class RouteTable {

    /** No routes. */
    public static final RouteTable EMPTY = new RouteTable(null);

    private final @Nullable TrieNode root;

    private RouteTable(@Nullable TrieNode root) {
        this.root = root;
    }

    static RouteTable of(@Nullable TrieNode root) {
        return root == null ? EMPTY : new RouteTable(root);
    }

    /** A table of many routes, inserted in the given order; equal ones one behind the other. */
    public static RouteTable load(Iterable<Route> routes) {
        RouteTableEdit edit = EMPTY.edit();
        for (Route route : routes) {
            edit.insert(route.prefix().network().bits(), FibAlias.of(route));
        }
        return edit.table();
    }

    RouteTableEdit edit() {
        return new RouteTableEdit(root);
    }

    @Nullable
    TrieNode root() {
        return root;
    }

    /** Whether there are no routes. */
    public boolean isEmpty() {
        return root == null;
    }

    /** This table and more routes, inserted in the given order, each behind its equals. */
    public RouteTable plus(Collection<Route> routes) {
        RouteTableEdit edit = edit();
        for (Route route : routes) {
            edit.insert(route.prefix().network().bits(), FibAlias.of(route));
        }
        return edit.table();
    }

    /** This table without one route; the same table if it is not there. */
    public RouteTable minus(Route route) {
        int key = route.prefix().network().bits();
        TrieLeaf leaf = find(key);
        for (int i = 0; leaf != null && i < leaf.size(); i++) {
            if (leaf.alias(i).route(key).equals(route)) {
                RouteTableEdit edit = edit();
                edit.remove(key, i);
                return edit.table();
            }
        }
        return this;
    }

    /** Searches without keeping how. */
    public TableHit lookup(RouteQuery query, LinkdownPolicy policy) {
        return new TrieLookup(query, policy, SilentWitness.INSTANCE).search(root);
    }

    /** Searches and keeps every step; {@code table} is the table asked. */
    public TableSearch explain(TableId table, RouteQuery query, LinkdownPolicy policy) {
        RecordingWitness witness = new RecordingWitness(query.flow());
        TableHit hit = new TrieLookup(query, policy, witness).search(root);
        TableLookupEvent event = hit.error()
                .<TableLookupEvent>map((Errno errno) -> new TableLookupEvent.Failed(errno))
                .orElseGet(() -> new TableLookupEvent.Found(
                        hit.nexthop().device(), hit.nexthop().gateway()));
        return new TableSearch(hit, witness.walk(table, event));
    }

    /** All routes in the order of the trie: by address, then as the lookup tries them. */
    public List<Route> routes() {
        List<Route> all = new ArrayList<>();
        forEach((leaf, alias) -> all.add(alias.route(leaf.key)));
        return all;
    }

    /**
     * What hangs in the filled slots of an inner node that a search came to, lowest slot first, at most so many; none if the
     * visit was not to an inner node of this trie.
     */
    public List<TrieSlot> slots(TrieVisit visit, int most) {
        TrieNode node = root;
        while (node instanceof TrieInner inner && !inner.is(visit)) {
            int slot = inner.slot(visit.node().network().bits());
            node = slot >>> inner.bits == 0 ? inner.children[slot] : null;
        }
        List<TrieSlot> slots = new ArrayList<>();
        if (node instanceof TrieInner inner) {
            for (int i = 0; i < inner.size() && slots.size() < most; i++) {
                if (inner.children[i] != null) {
                    slots.add(TrieSlot.of(i, inner.children[i]));
                }
            }
        }
        return slots;
    }

    /** The routes of one of the tables in the trie. */
    public List<Route> routes(TableId table) {
        List<Route> all = new ArrayList<>();
        forEach((leaf, alias) -> {
            if (alias.table == table.bits()) {
                all.add(alias.route(leaf.key));
            }
        });
        return all;
    }

    @Nullable
    TrieLeaf find(int key) {
        TrieNode node = root;
        while (node instanceof TrieInner inner) {
            int slot = inner.slot(key);
            if (slot >>> inner.bits != 0) {
                return null;
            }
            node = inner.children[slot];
        }
        return node instanceof TrieLeaf leaf && leaf.key == key ? leaf : null;
    }

    void forEach(BiConsumer<TrieLeaf, FibAlias> visitor) {
        forEach(root, visitor);
    }

    private static void forEach(@Nullable TrieNode node, BiConsumer<TrieLeaf, FibAlias> visitor) {
        if (node instanceof TrieLeaf leaf) {
            for (int i = 0; i < leaf.size(); i++) {
                visitor.accept(leaf, leaf.alias(i));
            }
        } else if (node instanceof TrieInner inner) {
            for (TrieNode child : inner.children) {
                forEach(child, visitor);
            }
        }
    }

    RouteTable flushing(Predicate<FibAlias> doomed) {
        RouteTableEdit edit = edit();
        edit.flush(doomed);
        return edit.table();
    }

    RouteTable mapping(UnaryOperator<RouteInfo> change) {
        RouteTableEdit edit = edit();
        edit.mapInfos(change);
        return edit.table();
    }
}
