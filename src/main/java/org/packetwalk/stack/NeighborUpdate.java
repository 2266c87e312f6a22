package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.neigh.NeighborKey;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.kernel.sysctl.NeighborConf;
import org.packetwalk.net.MacAddress;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.NeighborEvent;

/** News about a neighbour: {@code __neigh_update} ({@code net/core/neighbour.c}). */
final class NeighborUpdate {

    private NeighborUpdate() {}

    /** Applies what the administrator says, who may also make a confirmed entry stale ({@code NEIGH_UPDATE_F_ADMIN}). */
    static void administer(
            Walk walk,
            HostId host,
            NetDevice device,
            NeighborKey key,
            MacAddress lladdr,
            boolean given,
            NudState wanted) {
        apply(walk, host, device, SkBuff.NONE, key, lladdr, given ? lladdr : MacAddress.ZERO, wanted, true, true);
    }

    /** Applies what an ARP message says; {@code override} lets it replace a known hardware address. */
    static void apply(
            Walk walk,
            HostId host,
            NetDevice device,
            SkBuff skb,
            NeighborKey key,
            MacAddress lladdr,
            NudState wanted,
            boolean override) {
        apply(walk, host, device, skb, key, lladdr, lladdr, wanted, override, false);
    }

    private static void apply(
            Walk walk,
            HostId host,
            NetDevice device,
            SkBuff skb,
            NeighborKey key,
            MacAddress lladdr,
            MacAddress told,
            NudState wanted,
            boolean override,
            boolean administrator) {
        walk.run(KernelFunction.__NEIGH_UPDATE, () -> {
            NeighborEntry before = walk.neighbor(host, key).orElseThrow();
            walk.emit(new NeighborEvent.Updated(
                    walk.head(host, skb), device.name(), key.address(), before.state(), before.lladdr(), wanted, told));
            change(walk, host, device, before, lladdr, wanted, override, administrator);
        });
    }

    /**
     * {@code ndisc_update}: what a message of IPv6 neighbour discovery says. A message that does not override makes an
     * entry doubtful instead ({@code NEIGH_UPDATE_F_WEAK_OVERRIDE}).
     *
     * @param lladdr the hardware address, if the message names one
     * @param router whether the neighbour is a router, if the message tells
     */
    static void discovered(
            Walk walk,
            HostId host,
            NetDevice device,
            SkBuff skb,
            NeighborKey key,
            Optional<MacAddress> lladdr,
            NudState wanted,
            boolean override,
            Optional<Boolean> router) {
        walk.run(KernelFunction.__NEIGH_UPDATE, () -> {
            NeighborEntry before = walk.neighbor(host, key).orElseThrow();
            walk.emit(new NeighborEvent.Updated(
                    walk.head(host, skb),
                    device.name(),
                    key.address(),
                    before.state(),
                    before.lladdr(),
                    wanted,
                    lladdr.orElse(MacAddress.ZERO)));
            if (lladdr.isEmpty() && !before.state().valid()) {
                return;
            }
            MacAddress address = lladdr.orElse(before.lladdr());
            boolean differs = !address.equals(before.lladdr());
            boolean doubt = before.state().valid() && differs && !override;
            if (doubt && before.state().connected()) {
                change(walk, host, device, before, before.lladdr(), NudState.STALE, true, true);
                return;
            }
            change(walk, host, device, before, address, wanted, override, false);
            if (router.isPresent() && !doubt) {
                walk.neighbor(host, key).ifPresent(entry -> walk.update(host, entry.withRouter(router.get())));
            }
        });
    }

    private static void change(
            Walk walk,
            HostId host,
            NetDevice device,
            NeighborEntry before,
            MacAddress lladdr,
            NudState wanted,
            boolean override,
            boolean administrator) {
        NudState old = before.state();
        if (old == NudState.NOARP || old == NudState.PERMANENT) {
            return;
        }
        boolean sameAddress = lladdr.equals(before.lladdr());
        NudState state = wanted;
        SimTime confirmed = wanted.connected() ? walk.now() : before.confirmed();
        if (old.valid()) {
            if (!sameAddress && !override) {
                walk.update(host, before.at(confirmed, before.updated(), before.used()));
                return;
            }
            if (sameAddress && wanted == NudState.STALE && !administrator) {
                state = old;
            }
        }
        boolean changed = state != old || !sameAddress;
        if (!sameAddress && !state.connected()) {
            long base = NeighborOutput.conf(
                    walk, host, device, before.key().address(), NeighborConf.BASE_REACHABLE_TIME_MS);
            confirmed = walk.now().plusMillis(-2 * base);
        }
        NeighborEntry entry =
                before.withLladdr(lladdr).at(confirmed, changed ? walk.now() : before.updated(), before.used());
        if (state != old) {
            int probes = state == NudState.PROBE ? 0 : entry.probes();
            // An administrator may begin in the middle: the timer of a state that waits fires at once then.
            entry = state.inTimer()
                    ? NeighborTimer.set(
                            walk,
                            host,
                            entry,
                            state,
                            state == NudState.REACHABLE ? 0 : probes,
                            state == NudState.REACHABLE
                                    ? NeighborTimer.reachableMillis(walk, host, device, before.key())
                                    : 0)
                    : entry.in(state, probes, NeighborEntry.NO_TIMER);
        }
        walk.update(host, entry);
        if (state != old && !old.valid()) {
            sendWaiting(walk, host, device, entry.key());
        }
    }

    static void sendWaiting(Walk walk, HostId host, NetDevice device, NeighborKey key) {
        Optional<NeighborEntry> entry = walk.neighbor(host, key);
        while (entry.isPresent()
                && entry.get().state().valid()
                && !entry.get().waiting().isEmpty()) {
            List<SkBuff> waiting = entry.get().waiting();
            SkBuff skb = waiting.get(0);
            walk.update(host, entry.get().withWaiting(waiting.subList(1, waiting.size())));
            SkBuff frame = NeighborOutput.withHeader(skb, device, entry.get().lladdr());
            if (entry.get().state().connected()
                    || walk.call(
                            KernelFunction.NEIGH_RESOLVE_OUTPUT,
                            () -> NeighborOutput.eventSend(walk, host, device, key, skb, true))) {
                DeviceTransmit.queue(walk, host, frame, device.index());
            }
            entry = walk.neighbor(host, key);
        }
    }
}
