package org.packetwalk.kernel.device;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.pcollections.TreePMap;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.MacAddress;

/**
 * A VXLAN device: how it is set up and what it knows of addresses ({@code drivers/net/vxlan/vxlan_core.c}).
 *
 * @param settings how it is set up
 * @param entries what it knows, by hardware address
 * @param nextSerial the number of the next entry
 */
public record VxlanState(VxlanSettings settings, TreePMap<MacAddress, VxlanEntry> entries, long nextSerial) {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** A new device that knows nothing but where unknown addresses are. */
    public static VxlanState of(VxlanSettings settings, SimTime now) {
        VxlanState empty = new VxlanState(settings, TreePMap.empty(), 1);
        return settings.remote().isAny()
                ? empty
                : empty.plus(
                        MacAddress.ZERO,
                        VxlanEntry.State.PERMANENT,
                        VxlanRemote.of(settings.remote(), settings.lower()),
                        now);
    }

    /** What is known of an address and not too old ({@code vxlan_find_mac}). */
    public Optional<VxlanEntry> find(MacAddress address, SimTime now) {
        return Optional.ofNullable(entries.get(address)).filter(entry -> !expired(entry, now));
    }

    private boolean expired(VxlanEntry entry, SimTime now) {
        return entry.ages() && now.since(entry.used()) > settings.ageing() * NANOS_PER_SECOND;
    }

    /** What is known and not too old, newest first, as the kernel lists it. */
    public List<VxlanEntry> known(SimTime now) {
        List<VxlanEntry> known = new ArrayList<>(entries.values());
        known.removeIf(entry -> expired(entry, now));
        known.sort(Comparator.comparingLong(VxlanEntry::serial).reversed());
        return known;
    }

    /** With a new entry. */
    public VxlanState plus(MacAddress address, VxlanEntry.State state, VxlanRemote remote, SimTime now) {
        VxlanEntry entry = new VxlanEntry(address, state, List.of(remote), now, now, nextSerial);
        return new VxlanState(settings, entries.plus(address, entry), nextSerial + 1);
    }

    /** With a changed entry. */
    public VxlanState with(VxlanEntry entry) {
        return new VxlanState(settings, entries.plus(entry.address(), entry), nextSerial);
    }

    /** Without what is known of an address. */
    public VxlanState without(MacAddress address) {
        return new VxlanState(settings, entries.minus(address), nextSerial);
    }
}
