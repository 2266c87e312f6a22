package org.packetwalk.netlink;

import java.util.List;

import org.packetwalk.kernel.HostId;
import org.packetwalk.net.MacAddress;

/** A change of network devices ({@code RTM_NEWLINK}, {@code RTM_DELLINK}). */
public sealed interface LinkRequest extends ConfigRequest {

    @Override
    default <R> R accept(ConfigRequest.Visitor<R> visitor) {
        return visitor.link(this);
    }

    /** A virtual cable between two devices, maybe of different hosts; the changes are made once it is there. */
    record AddVeth(NewLink first, NewLink second, List<LinkChange> firstChanges, List<LinkChange> secondChanges)
            implements LinkRequest {

        /** Copies the lists. */
        public AddVeth {
            firstChanges = List.copyOf(firstChanges);
            secondChanges = List.copyOf(secondChanges);
        }
    }

    /**
     * A device of another kind.
     *
     * @param link where, and what all devices have
     * @param kind what it is
     * @param changes made once it is there
     */
    record AddLink(NewLink link, NewKind kind, List<LinkChange> changes) implements LinkRequest {

        /** Copies the list. */
        public AddLink {
            changes = List.copyOf(changes);
        }
    }

    /** The device with an ifindex goes. */
    record Delete(int device) implements LinkRequest {}

    /**
     * Changes of one device, in the order given.
     *
     * @param device its ifindex
     */
    record Change(int device, List<LinkChange> changes) implements LinkRequest {

        /** Copies the list. */
        public Change {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A device to create.
     *
     * @param host where
     * @param name its name; empty to let the kernel number {@code veth0}, {@code veth1}…
     * @param address its hardware address, zero to let the kernel choose
     * @param mtu its MTU, 0 for the default
     * @param queueLength {@code txqueuelen}, -1 for the default
     */
    record NewLink(HostId host, String name, MacAddress address, int mtu, int queueLength) {

        /** The kernel chooses the rest. */
        public static NewLink named(HostId host, String name) {
            return new NewLink(host, name, MacAddress.ZERO, 0, -1);
        }
    }
}
