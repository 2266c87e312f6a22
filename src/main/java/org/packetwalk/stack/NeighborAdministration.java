package org.packetwalk.stack;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.neigh.NeighborKey;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.net.MacAddress;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.NeighborEvent;

/** What the administrator does with neighbours: {@code __neigh_update} with {@code NEIGH_UPDATE_F_ADMIN}. */
public final class NeighborAdministration {

    private final Walk walk;
    private final HostId host;

    /** The neighbours of a host. */
    public NeighborAdministration(Walk walk, HostId host) {
        this.walk = walk;
        this.host = host;
    }

    /** A new entry without a hardware address ({@code ___neigh_create}). */
    public NeighborEntry create(NeighborKey key) {
        return NeighborOutput.create(walk, host, SkBuff.NONE, walk.device(host, key.device()), key.address());
    }

    /** Gives an entry a hardware address and a state; packets that waited for it are sent. */
    public void set(NeighborKey key, MacAddress lladdr, NudState state) {
        NetDevice device = walk.device(host, key.device());
        if (state != NudState.PERMANENT && state != NudState.NOARP && state.valid()) {
            walk.neighbor(host, key)
                    .filter(entry -> entry.state() == NudState.PERMANENT || entry.state() == NudState.NOARP)
                    .ifPresent(entry -> walk.update(host, entry.in(NudState.NONE, 0, NeighborEntry.NO_TIMER)));
            NeighborUpdate.administer(walk, host, device, key, lladdr, state);
            return;
        }
        report(device, key, state, lladdr);
        SimTime now = walk.now();
        walk.neighbor(host, key)
                .ifPresent(entry -> walk.update(
                        host,
                        entry.in(state, 0, NeighborEntry.NO_TIMER)
                                .withLladdr(lladdr)
                                .at(now, now, entry.used())));
        if (state.valid()) {
            NeighborUpdate.sendWaiting(walk, host, device, key);
        }
    }

    /**
     * Takes an entry away ({@code neigh_delete}).
     *
     * @param flushing whether it is one of many, which {@code ip neigh flush} sends together
     */
    public void remove(NeighborKey key, boolean flushing) {
        walk.neighbor(host, key).ifPresent(entry -> {
            Netlink.neighborDelete(
                    walk,
                    flushing,
                    () -> report(walk.device(host, key.device()), key, NudState.FAILED, MacAddress.ZERO));
            NetNamespace ns = walk.host(host);
            walk.update(ns.withNeighbors(ns.neighbors().without(key)));
        });
    }

    private void report(NetDevice device, NeighborKey key, NudState wanted, MacAddress lladdr) {
        walk.neighbor(host, key)
                .ifPresent(entry -> walk.run(
                        KernelFunction.__NEIGH_UPDATE,
                        () -> walk.emit(new NeighborEvent.Updated(
                                walk.head(host),
                                device.name(),
                                key.address(),
                                entry.state(),
                                entry.lladdr(),
                                wanted,
                                lladdr))));
    }
}
