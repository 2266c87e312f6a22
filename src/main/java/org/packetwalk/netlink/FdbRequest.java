package org.packetwalk.netlink;

import java.util.List;

import org.packetwalk.kernel.device.FdbEntry;
import org.packetwalk.kernel.device.VxlanEntry;
import org.packetwalk.kernel.device.VxlanRemote;
import org.packetwalk.net.MacAddress;

/** A change of the forwarding database of the bridge a device belongs to ({@code RTM_NEWNEIGH} of {@code PF_BRIDGE}). */
public sealed interface FdbRequest extends ConfigRequest {

    @Override
    default <R> R accept(ConfigRequest.Visitor<R> visitor) {
        return visitor.fdb(this);
    }

    /** How an entry may be added. */
    enum How {
        ADD,
        APPEND,
        REPLACE
    }

    /**
     * An entry is added.
     *
     * @param device ifindex of the port, or of the bridge itself
     * @param master whether the bridge that the device is a port of is meant, not the device itself
     * @param origin what kind of entry
     */
    record Add(int device, boolean master, MacAddress address, FdbEntry.Origin origin, How how) implements FdbRequest {}

    /**
     * An entry of a VXLAN device itself.
     *
     * @param device ifindex of the VXLAN device
     * @param state how long it shall stay
     * @param remote the other end; without an address if all of them are meant
     * @param added how it is added, empty if it goes
     */
    record Tunnel(int device, MacAddress address, VxlanEntry.State state, VxlanRemote remote, List<How> added)
            implements FdbRequest {

        /** Copies the list. */
        public Tunnel {
            added = List.copyOf(added);
        }
    }

    /**
     * An entry goes.
     *
     * @param master whether the bridge that the device is a port of is meant, not the device itself
     */
    record Delete(int device, boolean master, MacAddress address) implements FdbRequest {}
}
