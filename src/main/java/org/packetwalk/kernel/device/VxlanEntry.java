package org.packetwalk.kernel.device;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.MacAddress;

/**
 * What a VXLAN device knows of a hardware address ({@code struct vxlan_fdb}).
 *
 * @param address the hardware address; zero stands for all that are not known
 * @param state how long it stays
 * @param remotes where frames for it go
 * @param updated when it was made or moved
 * @param used when a frame was last sent to it
 * @param serial the order in which entries were made
 */
public record VxlanEntry(
        MacAddress address, State state, List<VxlanRemote> remotes, SimTime updated, SimTime used, long serial) {

    /** How long an entry stays. */
    public enum State {
        /** For ever ({@code NUD_PERMANENT}). */
        PERMANENT,
        /** For ever, too ({@code NUD_NOARP}). */
        STATIC,
        /** Until it was not used for a while ({@code NUD_REACHABLE}). */
        LEARNED
    }

    /** Copies the list. */
    public VxlanEntry {
        remotes = List.copyOf(remotes);
    }

    /** Whether it is forgotten if it is not used. */
    public boolean ages() {
        return state == State.LEARNED;
    }

    /** To other ends. */
    public VxlanEntry to(List<VxlanRemote> now) {
        return new VxlanEntry(address, state, now, updated, used, serial);
    }

    /** With one end in place of an equal one. */
    public VxlanEntry with(VxlanRemote remote) {
        List<VxlanRemote> changed = new ArrayList<>(remotes);
        changed.replaceAll(one -> one.sameEnd(remote) ? remote : one);
        return to(changed);
    }

    /** Made or moved at a moment. */
    public VxlanEntry updatedAt(SimTime now) {
        return new VxlanEntry(address, state, remotes, now, now, serial);
    }

    /** Used at a moment. */
    public VxlanEntry usedAt(SimTime now) {
        return new VxlanEntry(address, state, remotes, updated, now, serial);
    }

    /** In another state. */
    public VxlanEntry in(State now) {
        return new VxlanEntry(address, now, remotes, updated, used, serial);
    }
}
