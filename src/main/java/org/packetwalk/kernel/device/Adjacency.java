package org.packetwalk.kernel.device;

import java.util.List;

/**
 * What stands on a device and what it belongs to ({@code struct netdev_adjacent}).
 *
 * @param master ifindex of the bridge it is a port of, 0 if none
 * @param uppers the VLAN and macvlan devices that stand on it, oldest first
 */
public record Adjacency(int master, List<DeviceLocation> uppers) {

    /** Alone. */
    static final Adjacency NONE = new Adjacency(0, List.of());

    /** Copies the list. */
    public Adjacency {
        uppers = List.copyOf(uppers);
    }
}
