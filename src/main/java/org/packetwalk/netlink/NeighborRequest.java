package org.packetwalk.netlink;

import org.packetwalk.kernel.neigh.NeighborKey;
import org.packetwalk.kernel.neigh.NeighborMarks;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.kernel.route.RouteInsertion;
import org.packetwalk.net.MacAddress;

/** A change of the neighbours ({@code RTM_NEWNEIGH}, {@code RTM_DELNEIGH}). */
public sealed interface NeighborRequest extends ConfigRequest {

    @Override
    default <R> R accept(ConfigRequest.Visitor<R> visitor) {
        return visitor.neighbor(this);
    }

    /**
     * A new or changed neighbour.
     *
     * @param lladdr its hardware address
     * @param lladdrGiven whether there is one
     * @param state its state
     * @param marks what else to note
     * @param use whether it is to be resolved at once instead ({@code NTF_USE})
     * @param how ADD, REPLACE or CHANGE
     */
    record Add(
            NeighborKey key,
            MacAddress lladdr,
            boolean lladdrGiven,
            NudState state,
            NeighborMarks marks,
            boolean use,
            RouteInsertion how)
            implements NeighborRequest {}

    /**
     * A neighbour goes.
     *
     * @param flushing whether it is one of many that are deleted together
     */
    record Delete(NeighborKey key, boolean flushing) implements NeighborRequest {}

    /** This host answers ARP requests for an address on a device. */
    record AddProxy(NeighborKey key) implements NeighborRequest {}

    /** It no longer does. */
    record DeleteProxy(NeighborKey key) implements NeighborRequest {}
}
