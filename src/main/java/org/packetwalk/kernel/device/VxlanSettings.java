package org.packetwalk.kernel.device;

import org.packetwalk.kernel.HostId;
import org.packetwalk.net.Ipv4Address;

/**
 * How a VXLAN device is set up ({@code struct vxlan_config}).
 *
 * @param underlay the namespace its datagrams travel in: that in which it was made
 * @param id the number of the network (VNI), 0 to 0xffffff
 * @param remote where frames go whose address is not known, 0.0.0.0 if nowhere
 * @param local the source of its datagrams, 0.0.0.0 to leave it to the route
 * @param lower ifindex of the device its datagrams leave by, 0 to leave it to the route
 * @param port the destination port of its datagrams
 * @param ttl the TTL of its datagrams, 0 for the default
 * @param tos the type of service of its datagrams
 * @param learning whether it learns addresses from what arrives
 * @param ageing seconds after which what it learnt is forgotten
 */
public record VxlanSettings(
        HostId underlay,
        int id,
        Ipv4Address remote,
        Ipv4Address local,
        int lower,
        int port,
        int ttl,
        int tos,
        boolean learning,
        int ageing) {}
