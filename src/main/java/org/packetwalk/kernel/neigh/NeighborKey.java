package org.packetwalk.kernel.neigh;

import org.packetwalk.net.IpAddress;

/**
 * What a neighbour entry is found by.
 *
 * @param device ifindex of the device
 * @param address the neighbour's address, 0.0.0.0 for the one entry of a loopback device
 */
public record NeighborKey(int device, IpAddress address) implements Comparable<NeighborKey> {

    @Override
    public int compareTo(NeighborKey other) {
        int byDevice = Integer.compare(device, other.device);
        return byDevice != 0 ? byDevice : IpAddress.compare(address, other.address);
    }
}
