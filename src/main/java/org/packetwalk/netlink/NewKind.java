package org.packetwalk.netlink;

import java.util.List;

import org.packetwalk.kernel.device.MacvlanMode;
import org.packetwalk.kernel.device.VxlanSettings;

/** What kind of device is to be created, besides a virtual cable, and how it is set up. */
public sealed interface NewKind {

    /** A bridge. */
    record Bridge(List<BridgeOption> options) implements NewKind {

        /** Copies the list. */
        public Bridge {
            options = List.copyOf(options);
        }
    }

    /** A VXLAN device. */
    record Vxlan(VxlanSettings settings) implements NewKind {}

    /** A dummy. */
    record Dummy() implements NewKind {}

    /**
     * A VLAN.
     *
     * @param lower ifindex of the device it stands on, on the host that is asked; 0 if none was named
     * @param id the VLAN's number
     */
    record Vlan(int lower, int id) implements NewKind {}

    /**
     * A macvlan device.
     *
     * @param lower ifindex of the device it stands on, on the host that is asked; 0 if none was named
     * @param mode whom it may talk to
     */
    record Macvlan(int lower, MacvlanMode mode) implements NewKind {}
}
