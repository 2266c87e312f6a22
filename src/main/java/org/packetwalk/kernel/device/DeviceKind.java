package org.packetwalk.kernel.device;

import java.util.Optional;

import org.packetwalk.kernel.HostId;

/** What a device is; each kind carries what only it has. */
public sealed interface DeviceKind {

    /** The word of {@code ip link add … type WORD}, empty for lo. */
    String word();

    /** {@code lo}: what is sent through it is received by it ({@code drivers/net/loopback.c}). */
    record Loopback() implements DeviceKind {

        @Override
        public String word() {
            return "";
        }
    }

    /**
     * One end of a virtual cable ({@code drivers/net/veth.c}).
     *
     * @param peerHost the namespace of the other end
     * @param peerIndex the ifindex of the other end there
     */
    record Veth(HostId peerHost, int peerIndex) implements DeviceKind {

        @Override
        public String word() {
            return "veth";
        }
    }

    /**
     * A switch within the host, and the host's own port on it ({@code net/bridge/br_device.c}).
     *
     * @param state its settings, ports and what it has learnt
     */
    record Bridge(BridgeState state) implements DeviceKind {

        @Override
        public String word() {
            return "bridge";
        }
    }

    /** A device that takes everything and gives nothing ({@code drivers/net/dummy.c}). */
    record Dummy() implements DeviceKind {

        @Override
        public String word() {
            return "dummy";
        }
    }

    /**
     * A VLAN of IEEE 802.1Q on a device ({@code net/8021q/vlan_dev.c}).
     *
     * @param lower the device it stands on
     * @param id the VLAN's number, 0 to 4094
     */
    record Vlan(DeviceLocation lower, int id) implements DeviceKind {

        @Override
        public String word() {
            return "vlan";
        }
    }

    /**
     * A further hardware address on a device ({@code drivers/net/macvlan.c}).
     *
     * @param lower the device it stands on
     * @param mode whom it may talk to
     */
    record Macvlan(DeviceLocation lower, MacvlanMode mode) implements DeviceKind {

        @Override
        public String word() {
            return "macvlan";
        }
    }

    /**
     * Frames inside of UDP datagrams ({@code drivers/net/vxlan/vxlan_core.c}).
     *
     * @param state how it is set up and what it knows of addresses
     */
    record Vxlan(VxlanState state) implements DeviceKind {

        @Override
        public String word() {
            return "vxlan";
        }
    }

    /** The device this one stands on, if it stands on one. */
    default Optional<DeviceLocation> below() {
        if (this instanceof Vlan vlan) {
            return Optional.of(vlan.lower());
        }
        return this instanceof Macvlan macvlan ? Optional.of(macvlan.lower()) : Optional.empty();
    }

    /** The same, standing on a device that has moved. */
    default DeviceKind onto(DeviceLocation lower) {
        if (this instanceof Vlan vlan) {
            return new Vlan(lower, vlan.id());
        }
        return this instanceof Macvlan macvlan ? new Macvlan(lower, macvlan.mode()) : this;
    }
}
