package org.packetwalk.kernel.neigh;

import java.util.List;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.net.MacAddress;

/**
 * One neighbour ({@code struct neighbour}).
 *
 * @param key device and address
 * @param state where it is in the neighbour unreachability detection
 * @param lladdr its hardware address, zero while unknown
 * @param waiting packets that wait for the hardware address, oldest first
 * @param probes requests sent since the resolution began
 * @param confirmed when it last proved reachable
 * @param updated when its state or address last changed
 * @param used when it was last used
 * @param timer when its timer fires; {@link #NO_TIMER} if none runs
 * @param proxy whether this is an entry of {@code ip neigh add proxy}
 * @param marks what else is noted of it
 */
public record NeighborEntry(
        NeighborKey key,
        NudState state,
        MacAddress lladdr,
        List<SkBuff> waiting,
        int probes,
        SimTime confirmed,
        SimTime updated,
        SimTime used,
        SimTime timer,
        boolean proxy,
        NeighborMarks marks) {

    /** No timer runs. */
    public static final SimTime NO_TIMER = new SimTime(-1);

    /** Keeps its own copy of the list. */
    public NeighborEntry {
        waiting = List.copyOf(waiting);
    }

    /** A new entry, created at {@code now}. */
    public static NeighborEntry created(NeighborKey key, NudState state, MacAddress lladdr, SimTime now) {
        return new NeighborEntry(key, state, lladdr, List.of(), 0, now, now, now, NO_TIMER, false, NeighborMarks.NONE);
    }

    /** Whether its timer runs. */
    public boolean hasTimer() {
        return !timer.equals(NO_TIMER);
    }

    /** In another state, with the number of requests sent and the moment its timer fires. */
    public NeighborEntry in(NudState newState, int newProbes, SimTime newTimer) {
        return new NeighborEntry(
                key, newState, lladdr, waiting, newProbes, confirmed, updated, used, newTimer, proxy, marks);
    }

    /** With another hardware address. */
    public NeighborEntry withLladdr(MacAddress now) {
        return new NeighborEntry(key, state, now, waiting, probes, confirmed, updated, used, timer, proxy, marks);
    }

    /** With other packets waiting. */
    public NeighborEntry withWaiting(List<SkBuff> now) {
        return new NeighborEntry(key, state, lladdr, now, probes, confirmed, updated, used, timer, proxy, marks);
    }

    /** Confirmed, changed and used at other moments. */
    public NeighborEntry at(SimTime newConfirmed, SimTime newUpdated, SimTime newUsed) {
        return new NeighborEntry(
                key, state, lladdr, waiting, probes, newConfirmed, newUpdated, newUsed, timer, proxy, marks);
    }

    /** A router, or not. */
    public NeighborEntry withRouter(boolean now) {
        return new NeighborEntry(
                key, state, lladdr, waiting, probes, confirmed, updated, used, timer, proxy, marks.withRouter(now));
    }

    /** With other marks. */
    public NeighborEntry withMarks(NeighborMarks now) {
        return new NeighborEntry(key, state, lladdr, waiting, probes, confirmed, updated, used, timer, proxy, now);
    }

    /** Whether it is a router. */
    public boolean router() {
        return marks.router();
    }
}
