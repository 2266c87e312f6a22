package org.packetwalk.stack;

import java.util.List;
import java.util.function.Predicate;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.neigh.NeighborKey;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.MacAddress;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.NeighborEvent;
import org.packetwalk.trace.Stage;

/** What the administrator does with neighbours: {@code __neigh_update} with {@code NEIGH_UPDATE_F_ADMIN}. */
public final class NeighborAdministration {

    private final Walk walk;
    private final HostId host;

    /** The neighbours of a host. */
    public NeighborAdministration(Walk walk, HostId host) {
        this.walk = walk;
        this.host = host;
    }

    /** {@code pndisc_constructor}, {@code pndisc_destructor}: whoever answers for an address listens to its group. */
    public void proxying(NeighborKey key, boolean now) {
        NetNamespace ns = walk.host(host);
        if (!(key.address() instanceof Ipv6Address address)
                || ns.ipv6().addresses().find(key.device()).isEmpty()) {
            return;
        }
        Ipv6Address group = address.solicitedNode();
        if (now) {
            Mld.join(walk, host, key.device(), group);
        } else {
            walk.update(ns.with(
                    ns.ipv6().addresses().find(key.device()).orElseThrow().leaving(group)));
        }
    }

    /** {@code pneigh_ifdown_and_unlock}: a device answers for nobody any more, and leaves the groups it did so in. */
    public void forgetProxies(int device) {
        List<NeighborKey> gone = walk.host(host).neighbors().proxies().stream()
                .map(NeighborEntry::key)
                .filter(key -> key.device() == device)
                .toList();
        NetNamespace ns = walk.host(host);
        walk.update(ns.withNeighbors(ns.neighbors().withoutProxies(device)));
        gone.forEach(key -> proxying(key, false));
    }

    /** A new entry without a hardware address ({@code ___neigh_create}). */
    public NeighborEntry create(NeighborKey key) {
        return Netlink.neighborAdded(
                walk,
                () -> NeighborOutput.create(walk, host, SkBuff.NONE, walk.device(host, key.device()), key.address()));
    }

    /**
     * Gives an entry a hardware address and a state; packets that waited for it are sent.
     *
     * @param given whether the address was given, and is not that which it has
     */
    public void set(NeighborKey key, MacAddress lladdr, boolean given, NudState state) {
        Netlink.neighborAdd(walk, () -> change(key, lladdr, given, state));
    }

    private void change(NeighborKey key, MacAddress lladdr, boolean given, NudState state) {
        NetDevice device = walk.device(host, key.device());
        if (state != NudState.PERMANENT && state != NudState.NOARP && state.valid()) {
            walk.neighbor(host, key)
                    .filter(entry -> entry.state() == NudState.PERMANENT || entry.state() == NudState.NOARP)
                    .ifPresent(entry -> walk.update(host, entry.in(NudState.NONE, 0, NeighborEntry.NO_TIMER)));
            NeighborUpdate.administer(walk, host, device, key, lladdr, given, state);
            return;
        }
        report(device, key, state, given ? lladdr : MacAddress.ZERO);
        walk.run(KernelFunction.__NEIGH_UPDATE, () -> fix(device, key, lladdr, state));
    }

    /** Begins to ask for an entry as a packet for it would ({@code NTF_USE}); one that was fixed is no longer. */
    public void use(NeighborKey key, NudState asked, MacAddress lladdr) {
        Netlink.neighborAdd(walk, () -> {
            NetDevice device = walk.device(host, key.device());
            walk.neighbor(host, key)
                    .filter(entry -> entry.state() == NudState.PERMANENT)
                    .ifPresent(entry -> walk.update(host, entry.in(NudState.NONE, 0, NeighborEntry.NO_TIMER)));
            report(device, key, asked, lladdr);
            NeighborOutput.eventSend(walk, host, device, key, SkBuff.NONE, true);
        });
    }

    /** The kernel looks at a request for a state that needs a hardware address where there is none, and refuses it. */
    public void refuse(NeighborKey key, NudState asked) {
        Netlink.neighborAdd(walk, () -> report(walk.device(host, key.device()), key, asked, MacAddress.ZERO));
    }

    /** A state that stays, or none. */
    private void fix(NetDevice device, NeighborKey key, MacAddress lladdr, NudState state) {
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
            Netlink.neighborDelete(walk, flushing, () -> {
                report(walk.device(host, key.device()), key, NudState.FAILED, MacAddress.ZERO);
                if (entry.state() == NudState.INCOMPLETE || entry.state() == NudState.PROBE) {
                    walk.update(host, entry.in(NudState.FAILED, 0, NeighborEntry.NO_TIMER));
                    walk.run(KernelFunction.__NEIGH_UPDATE, () -> NeighborTimer.invalidate(walk, host, key));
                }
            });
            NetNamespace ns = walk.host(host);
            walk.update(ns.withNeighbors(ns.neighbors().without(key)));
        });
    }

    /** {@code arp_invalidate}: takes an entry away that is of no use, as its address is no neighbour's any more. */
    public void invalidate(NeighborKey key) {
        walk.neighbor(host, key).filter(entry -> !entry.state().valid()).ifPresent(entry -> {
            walk.run(KernelFunction.ARP_INVALIDATE, () -> {
                report(walk.device(host, key.device()), key, NudState.FAILED, MacAddress.ZERO);
                if (entry.state() == NudState.INCOMPLETE) {
                    walk.update(host, entry.in(NudState.FAILED, 0, NeighborEntry.NO_TIMER));
                    walk.run(KernelFunction.__NEIGH_UPDATE, () -> NeighborTimer.invalidate(walk, host, key));
                }
            });
            NetNamespace ns = walk.host(host);
            walk.update(ns.withNeighbors(ns.neighbors().without(key)));
        });
    }

    /** Takes entries away because of their device, with what waits for them ({@code neigh_flush_dev}). */
    public void forget(Predicate<NeighborEntry> doomed) {
        for (NeighborEntry entry : walk.host(host).neighbors().all()) {
            if (doomed.test(entry)) {
                NetNamespace ns = walk.host(host);
                walk.update(ns.withNeighbors(ns.neighbors().without(entry.key())));
                walk.run(
                        List.of(KernelFunction.NEIGH_FLUSH_DEV, KernelFunction.NEIGH_DESTROY),
                        () -> entry.waiting()
                                .forEach(skb -> Drop.packet(
                                        walk,
                                        host,
                                        skb,
                                        DropReason.QUEUE_PURGE,
                                        KernelFunction.NEIGH_DESTROY,
                                        Stage.NEIGHBOR)));
            }
        }
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
