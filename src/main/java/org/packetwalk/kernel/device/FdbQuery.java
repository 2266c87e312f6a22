package org.packetwalk.kernel.device;

import org.packetwalk.net.MacAddress;

/**
 * The question a bridge asks itself for a frame.
 *
 * @param destination the hardware address the frame is for
 * @param ingress ifindex of the port it came in, 0 if the host itself sends it through the bridge
 * @param promiscuous whether the bridge device takes in everything
 */
public record FdbQuery(MacAddress destination, int ingress, boolean promiscuous) {}
