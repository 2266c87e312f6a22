package org.packetwalk.kernel.device;

/**
 * The flags an administrator sets on a device, but for {@code IFF_UP}.
 *
 * @param multicast {@code IFF_MULTICAST}
 * @param arp whether neighbours are resolved: not {@code IFF_NOARP}
 * @param promiscuous {@code IFF_PROMISC}
 * @param allMulticast {@code IFF_ALLMULTI}
 */
public record DeviceFlags(boolean multicast, boolean arp, boolean promiscuous, boolean allMulticast) {

    /** With {@code IFF_MULTICAST} or without. */
    public DeviceFlags withMulticast(boolean now) {
        return new DeviceFlags(now, arp, promiscuous, allMulticast);
    }

    /** With neighbours resolved or not. */
    public DeviceFlags withArp(boolean now) {
        return new DeviceFlags(multicast, now, promiscuous, allMulticast);
    }

    /** With {@code IFF_PROMISC} or without. */
    public DeviceFlags withPromiscuous(boolean now) {
        return new DeviceFlags(multicast, arp, now, allMulticast);
    }

    /** With {@code IFF_ALLMULTI} or without. */
    public DeviceFlags withAllMulticast(boolean now) {
        return new DeviceFlags(multicast, arp, promiscuous, now);
    }
}
