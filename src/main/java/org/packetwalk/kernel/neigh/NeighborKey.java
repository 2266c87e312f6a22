package org.packetwalk.kernel.neigh;

import org.packetwalk.net.IpAddress;

/**
 * What a neighbour entry is found by.
 *
 * @param device ifindex of the device, {@link #ANY_DEVICE} for a proxy entry of all
 * @param address the neighbour's address, 0.0.0.0 for the one entry of a loopback device
 */
public record NeighborKey(int device, IpAddress address) implements Comparable<NeighborKey> {

    /** The device of a proxy entry for all devices. */
    public static final int ANY_DEVICE = 0;

    @Override
    public int compareTo(NeighborKey other) {
        int byDevice = Integer.compare(device, other.device);
        return byDevice != 0 ? byDevice : IpAddress.compare(address, other.address);
    }
}
