package org.packetwalk.kernel.device;

import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.Ipv4Address;

/**
 * Where a VXLAN device sends frames for an address ({@code struct vxlan_rdst}).
 *
 * @param address the other end
 * @param port its port, 0 for that of the device
 * @param id the network's number there, -1 for that of the device
 * @param via ifindex of the device to leave by, 0 for any
 * @param route the route last used ({@code dst_cache})
 * @param routed when it was looked up
 * @param generation which generation of the routing it is of
 */
public record VxlanRemote(
        Ipv4Address address, int port, int id, int via, DestinationEntry route, SimTime routed, long generation) {

    /** The network's number of the device itself. */
    public static final int SAME_ID = -1;

    /** Another end of which only the address is known. */
    public static VxlanRemote of(Ipv4Address address, int via) {
        return new VxlanRemote(address, 0, SAME_ID, via, DestinationEntry.NONE, SimTime.ZERO, 0);
    }

    /** With the route that was found. */
    public VxlanRemote routed(DestinationEntry now, SimTime at, long by) {
        return new VxlanRemote(address, port, id, via, now, at, by);
    }

    /** Whether this is the same end, its route not looked at. */
    public boolean sameEnd(VxlanRemote other) {
        return address.equals(other.address) && port == other.port && id == other.id && via == other.via;
    }
}
