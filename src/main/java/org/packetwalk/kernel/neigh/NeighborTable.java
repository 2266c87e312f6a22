package org.packetwalk.kernel.neigh;

import java.util.Collection;
import java.util.Optional;

import org.pcollections.TreePMap;

/** The IPv4 neighbours of a namespace ({@code arp_tbl}), by device and address. */
public final class NeighborTable {

    /** No neighbour known. */
    public static final NeighborTable EMPTY = new NeighborTable(TreePMap.empty());

    private final TreePMap<NeighborKey, NeighborEntry> entries;

    private NeighborTable(TreePMap<NeighborKey, NeighborEntry> entries) {
        this.entries = entries;
    }

    /** The entry of a key, if there is one. */
    public Optional<NeighborEntry> find(NeighborKey key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** All entries, by device, then by address. */
    public Collection<NeighborEntry> all() {
        return entries.values();
    }

    /** The table with an entry added or changed. */
    public NeighborTable with(NeighborEntry entry) {
        return new NeighborTable(entries.plus(entry.key(), entry));
    }

    /** The table without an entry. */
    public NeighborTable without(NeighborKey key) {
        return new NeighborTable(entries.minus(key));
    }
}
