package org.packetwalk.kernel.device;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.pcollections.TreePMap;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.MacAddress;

/** What a bridge knows of hardware addresses ({@code net/bridge/br_fdb.c}), as a value. */
public final class ForwardingDatabase {

    /** Nothing known. */
    public static final ForwardingDatabase EMPTY = new ForwardingDatabase(TreePMap.empty(), 1);

    private final TreePMap<MacAddress, FdbEntry> entries;
    private final long nextSerial;

    private ForwardingDatabase(TreePMap<MacAddress, FdbEntry> entries, long nextSerial) {
        this.entries = entries;
        this.nextSerial = nextSerial;
    }

    /** What is known of an address ({@code br_fdb_find_rcu}). */
    public Optional<FdbEntry> find(MacAddress address) {
        return Optional.ofNullable(entries.get(address));
    }

    /** All entries, newest first, as the kernel lists them. */
    public List<FdbEntry> all() {
        List<FdbEntry> all = new ArrayList<>(entries.values());
        all.sort(Comparator.comparingLong(FdbEntry::serial).reversed());
        return all;
    }

    /** With a new entry, which takes the place of an older one for the address. */
    public ForwardingDatabase plus(MacAddress address, int port, FdbEntry.Origin origin, SimTime now) {
        FdbEntry entry = new FdbEntry(address, port, origin, now, now, nextSerial);
        return new ForwardingDatabase(entries.plus(address, entry), nextSerial + 1);
    }

    /** With a changed entry. */
    public ForwardingDatabase with(FdbEntry entry) {
        return new ForwardingDatabase(entries.plus(entry.address(), entry), nextSerial);
    }

    /** Without an address. */
    public ForwardingDatabase without(MacAddress address) {
        return new ForwardingDatabase(entries.minus(address), nextSerial);
    }

    /** Without the entries of a kind. */
    public ForwardingDatabase without(Predicate<FdbEntry> doomed) {
        TreePMap<MacAddress, FdbEntry> left = entries;
        for (FdbEntry entry : entries.values()) {
            if (doomed.test(entry)) {
                left = left.minus(entry.address());
            }
        }
        return left == entries ? this : new ForwardingDatabase(left, nextSerial);
    }
}
