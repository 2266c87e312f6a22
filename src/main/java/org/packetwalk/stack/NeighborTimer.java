package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.neigh.NeighborKey;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.kernel.sysctl.NeighborConf;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.NeighborEvent;
import org.packetwalk.trace.Stage;

/** What happens to a neighbour entry in time: probes, confirmation, failure ({@code neigh_timer_handler}). */
final class NeighborTimer {

    private NeighborTimer() {}

    /** Puts an entry into a state and arms its timer; answers the entry. */
    static NeighborEntry set(
            Walk walk, HostId host, NeighborEntry entry, NudState state, int probes, long millisFromNow) {
        SimTime at = walk.now().plusMillis(millisFromNow);
        NeighborEntry changed = entry.in(state, probes, at);
        walk.arm(at, new Timer.Neighbor(host, entry.key()));
        walk.update(host, changed);
        return changed;
    }

    /** The time between two requests in milliseconds, at least 10. */
    static long retransmitMillis(Walk walk, HostId host, NetDevice device, NeighborKey key) {
        return Math.max(NeighborOutput.conf(walk, host, device, key.address(), NeighborConf.RETRANS_TIME_MS), 10);
    }

    /** {@code neigh_rand_reach_time}: half to one and a half of the base time, in milliseconds. */
    static long reachableMillis(Walk walk, HostId host, NetDevice device, NeighborKey key) {
        int base = NeighborOutput.conf(walk, host, device, key.address(), NeighborConf.BASE_REACHABLE_TIME_MS);
        return base == 0 ? 0 : walk.random(base) + base / 2;
    }

    /** {@code neigh_timer_handler}; a timer that was armed anew since is ignored. */
    static void fire(Walk walk, HostId host, NeighborKey key, SimTime armedFor) {
        Optional<NeighborEntry> found =
                walk.machine().find(host).flatMap(ns -> ns.neighbors().find(key));
        if (found.isEmpty()
                || !found.get().timer().equals(armedFor)
                || !found.get().state().inTimer()) {
            return;
        }
        walk.run(KernelFunction.NEIGH_TIMER_HANDLER, () -> {
            NetDevice device = walk.device(host, key.device());
            advance(walk, host, device, found.get());
            walk.neighbor(host, key)
                    .ifPresent(entry -> walk.emit(new NeighborEvent.TimerHandled(
                            walk.head(host), device.name(), key.address(), entry.state(), entry.lladdr())));
        });
    }

    private static void advance(Walk walk, HostId host, NetDevice device, NeighborEntry entry) {
        long delay = NeighborOutput.conf(walk, host, device, entry.key().address(), NeighborConf.DELAY_FIRST_PROBE_TIME)
                * 1000L;
        switch (entry.state()) {
            case REACHABLE -> {
                if (walk.now().since(entry.used()) <= delay * 1_000_000) {
                    set(walk, host, entry, NudState.DELAY, entry.probes(), delay);
                } else {
                    walk.update(host, entry.in(NudState.STALE, entry.probes(), NeighborEntry.NO_TIMER));
                }
            }
            case DELAY -> {
                if (walk.now().since(entry.confirmed()) <= delay * 1_000_000) {
                    set(
                            walk,
                            host,
                            entry,
                            NudState.REACHABLE,
                            entry.probes(),
                            reachableMillis(walk, host, device, entry.key()));
                } else {
                    ask(walk, host, device, entry.in(NudState.PROBE, 0, entry.timer()));
                }
            }
            case INCOMPLETE, PROBE -> ask(walk, host, device, entry);
            case NONE, STALE, FAILED, NOARP, PERMANENT ->
                throw new IllegalStateException("no timer runs in state " + entry.state());
        }
    }

    private static void ask(Walk walk, HostId host, NetDevice device, NeighborEntry entry) {
        int limit = NeighborOutput.conf(walk, host, device, entry.key().address(), NeighborConf.UCAST_SOLICIT)
                + NeighborOutput.conf(walk, host, device, entry.key().address(), NeighborConf.APP_SOLICIT)
                + NeighborOutput.conf(
                        walk,
                        host,
                        device,
                        entry.key().address(),
                        entry.state() == NudState.PROBE ? NeighborConf.MCAST_RESOLICIT : NeighborConf.MCAST_SOLICIT);
        if (entry.probes() >= limit) {
            walk.update(
                    host,
                    entry.in(NudState.FAILED, entry.probes(), NeighborEntry.NO_TIMER)
                            .at(entry.confirmed(), walk.now(), entry.used()));
            invalidate(walk, host, entry.key());
            return;
        }
        set(walk, host, entry, entry.state(), entry.probes(), retransmitMillis(walk, host, device, entry.key()));
        probe(walk, host, device, entry.key());
    }

    /** {@code neigh_probe}: sends one request. */
    static void probe(Walk walk, HostId host, NetDevice device, NeighborKey key) {
        walk.run(KernelFunction.NEIGH_PROBE, () -> {
            NeighborEntry entry = walk.neighbor(host, key).orElseThrow();
            SkBuff waiting = SkBuff.NONE;
            if (!entry.waiting().isEmpty()) {
                waiting = entry.waiting().get(entry.waiting().size() - 1);
                // The kernel asks about a clone of it, so that it lives on if the queue overflows.
                walk.nextPacketId();
            }
            if (key.address() instanceof Ipv6Address target) {
                NdiscOutput.solicit(walk, host, device, entry, target, waiting);
            } else {
                ArpOutput.solicit(walk, host, device, entry, waiting);
            }
            walk.neighbor(host, key)
                    .ifPresent(now -> walk.update(host, now.in(now.state(), now.probes() + 1, now.timer())));
        });
    }

    /** {@code neigh_invalidate}: the neighbour did not answer; the senders of the waiting packets are told. */
    static void invalidate(Walk walk, HostId host, NeighborKey key) {
        walk.run(KernelFunction.NEIGH_INVALIDATE, () -> {
            Optional<NeighborEntry> entry = walk.neighbor(host, key);
            // An error about a packet may need the same neighbour and begin its resolution anew.
            while (entry.isPresent()
                    && entry.get().state() == NudState.FAILED
                    && !entry.get().waiting().isEmpty()) {
                List<SkBuff> waiting = entry.get().waiting();
                SkBuff skb = waiting.get(0);
                walk.update(host, entry.get().withWaiting(waiting.subList(1, waiting.size())));
                boolean ipv6 = key.address() instanceof Ipv6Address;
                if (ipv6) {
                    NdiscOutput.errorReport(walk, host, skb);
                } else {
                    walk.run(
                            KernelFunction.ARP_ERROR_REPORT,
                            () -> walk.run(
                                    KernelFunction.IPV4_LINK_FAILURE,
                                    () -> IcmpOutput.error(walk, host, skb, 3, 1, 0)));
                }
                DropReason reason = ipv6 ? DropReason.NOT_SPECIFIED : DropReason.NEIGH_FAILED;
                Drop.packet(walk, host, skb, reason, KernelFunction.NEIGH_INVALIDATE, Stage.NEIGHBOR);
                entry = walk.neighbor(host, key);
            }
            entry.ifPresent(left -> purge(walk, host, left));
        });
    }

    /** {@code neigh_purge_queue}. */
    private static void purge(Walk walk, HostId host, NeighborEntry entry) {
        walk.update(host, entry.withWaiting(List.of()));
        for (SkBuff skb : entry.waiting()) {
            Drop.packet(walk, host, skb, DropReason.QUEUE_PURGE, KernelFunction.NEIGH_INVALIDATE, Stage.NEIGHBOR);
        }
    }
}
