package org.packetwalk.kernel.neigh;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.pcollections.TreePMap;

/** The IPv4 neighbours of a namespace ({@code arp_tbl}), by device and address. */
public final class NeighborTable {

    /** No neighbour known. */
    public static final NeighborTable EMPTY = new NeighborTable(TreePMap.empty(), TreePMap.empty());

    private final TreePMap<NeighborKey, NeighborEntry> entries;
    private final TreePMap<NeighborKey, NeighborEntry> proxies;

    private NeighborTable(TreePMap<NeighborKey, NeighborEntry> entries, TreePMap<NeighborKey, NeighborEntry> proxies) {
        this.entries = entries;
        this.proxies = proxies;
    }

    /** The entry of a key, if there is one. */
    public Optional<NeighborEntry> find(NeighborKey key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** All entries, by device, then by address. */
    public Collection<NeighborEntry> all() {
        return entries.values();
    }

    /** The entries of {@code ip neigh add proxy}, by device, then by address. */
    public Collection<NeighborEntry> proxies() {
        return proxies.values();
    }

    /** Whether ARP requests for an address are answered on a device for another host ({@code pneigh_lookup}). */
    public boolean hasProxy(NeighborKey key) {
        return proxies.containsKey(key);
    }

    /** Whether it answers for an address on a device: by an entry for that device, or for all ({@code pneigh_lookup}). */
    public boolean answersFor(NeighborKey key) {
        return hasProxy(key) || hasProxy(new NeighborKey(NeighborKey.ANY_DEVICE, key.address()));
    }

    /** The table with an entry added or changed. */
    public NeighborTable with(NeighborEntry entry) {
        return entry.proxy()
                ? new NeighborTable(entries, proxies.plus(entry.key(), entry))
                : new NeighborTable(entries.plus(entry.key(), entry), proxies);
    }

    /** The table without an entry. */
    public NeighborTable without(NeighborKey key) {
        return new NeighborTable(entries.minus(key), proxies);
    }

    /** The table without an entry of {@code ip neigh add proxy}. */
    public NeighborTable withoutProxy(NeighborKey key) {
        return new NeighborTable(entries, proxies.minus(key));
    }

    /** The table without the proxy entries of a device ({@code pneigh_ifdown_and_unlock}). */
    public NeighborTable withoutProxies(int device) {
        NeighborTable rest = this;
        for (NeighborKey key : List.copyOf(proxies.keySet())) {
            rest = key.device() == device ? rest.withoutProxy(key) : rest;
        }
        return rest;
    }
}
