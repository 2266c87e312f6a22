package org.packetwalk.kernel.device;

/** What can be switched on a bridge port ({@code BR_*} of {@code linux/if_bridge.h}). */
public enum PortFlag {
    /** A frame may leave by the port it came in. */
    HAIRPIN,
    /** No BPDUs are taken. */
    GUARD,
    /** The port never becomes the root port. */
    ROOT_BLOCK,
    /** Multicast groups are left at once. */
    FAST_LEAVE,
    /** Source addresses are learnt. */
    LEARNING,
    /** Frames for unknown addresses are sent out. */
    FLOOD,
    /** Multicast without known listeners is sent out. */
    MULTICAST_FLOOD,
    /** Broadcast is sent out. */
    BROADCAST_FLOOD,
    /** Multicast goes as unicast to each listener. */
    MULTICAST_TO_UNICAST,
    /** The bridge answers ARP for hosts behind the port. */
    PROXY_ARP,
    /** The same for wireless networks. */
    PROXY_ARP_WIFI,
    /** Neighbour requests are not flooded. */
    NEIGHBOR_SUPPRESS,
    /** VLANs are mapped to tunnels. */
    VLAN_TUNNEL,
    /** The port does not talk to other isolated ports. */
    ISOLATED,
    /** Only known source addresses are let in. */
    LOCKED
}
