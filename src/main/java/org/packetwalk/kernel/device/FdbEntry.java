package org.packetwalk.kernel.device;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.MacAddress;

/**
 * Where a bridge knows a hardware address to be ({@code struct net_bridge_fdb_entry}).
 *
 * @param address the hardware address
 * @param port ifindex of the port, 0 for the bridge itself
 * @param origin how it came here
 * @param updated when a frame from it was last seen
 * @param used when a frame was last sent to it
 * @param serial the order in which entries were made
 */
public record FdbEntry(MacAddress address, int port, Origin origin, SimTime updated, SimTime used, long serial) {

    /** How an entry came into the database. */
    public enum Origin {
        /** From the source address of a frame; it ages. */
        LEARNED,
        /** Added by the administrator; it ages ({@code dynamic}). */
        ADDED_DYNAMIC,
        /** Added by the administrator to stay ({@code static}). */
        ADDED_STATIC,
        /** The address of the bridge or of a port: frames for it are the host's own. */
        LOCAL,
        /** The same, added by the administrator. */
        ADDED_LOCAL
    }

    /** Whether frames for it are taken in by the host. */
    public boolean local() {
        return origin == Origin.LOCAL || origin == Origin.ADDED_LOCAL;
    }

    /** Whether it is forgotten if nothing is heard of it. */
    public boolean ages() {
        return origin == Origin.LEARNED || origin == Origin.ADDED_DYNAMIC;
    }

    /** Whether the administrator added it. */
    public boolean added() {
        return origin != Origin.LEARNED && origin != Origin.LOCAL;
    }

    /** Behind another port. */
    public FdbEntry at(int newPort) {
        return new FdbEntry(address, newPort, origin, updated, used, serial);
    }

    /** Of another origin. */
    public FdbEntry as(Origin now) {
        return new FdbEntry(address, port, now, updated, used, serial);
    }

    /** Seen at a moment. */
    public FdbEntry seen(SimTime now) {
        return new FdbEntry(address, port, origin, now, used, serial);
    }

    /** Used at a moment. */
    public FdbEntry usedAt(SimTime now) {
        return new FdbEntry(address, port, origin, updated, now, serial);
    }
}
