package org.packetwalk.stack;

import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.MacAddress;

/** Which multicast groups a device has joined ({@code ip_check_mc_rcu}). */
final class MulticastMembership {

    /** 224.0.0.1, {@code IGMP_ALL_HOSTS}: joined on every device that can do multicast and is up. */
    private static final Ipv4Address ALL_HOSTS = Ipv4Address.of(224, 0, 0, 1);

    private MulticastMembership() {}

    /** Whether packets to the group are taken on the device. */
    static boolean joined(NetNamespace ns, NetDevice device, Ipv4Address group) {
        return group.equals(ALL_HOSTS) ? device.up() : ns.groups().joined(device.index(), group);
    }

    /** Whether the hardware address is among those of the groups joined on the device ({@code dev->mc}). */
    static boolean listens(NetNamespace ns, NetDevice device, MacAddress address) {
        return device.up() && MacAddress.multicastFor(ALL_HOSTS).equals(address)
                || ns.groups().of(device.index()).stream()
                        .anyMatch(joined ->
                                MacAddress.multicastFor(joined.group()).equals(address))
                || ns.ipv6().addresses().find(device.index()).stream()
                        .flatMap(ipv6 -> ipv6.groups().stream())
                        .anyMatch(joined ->
                                MacAddress.multicastFor(joined.group()).equals(address));
    }
}
