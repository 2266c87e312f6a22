package org.packetwalk.kernel.route6;

import java.util.Collection;
import java.util.Optional;

import org.pcollections.TreePMap;

import org.packetwalk.net.Ipv6Address;

/** The IPv6 side of all devices of a namespace, by ifindex. A value. */
public final class Ipv6Addresses {

    /** No device has IPv6. */
    public static final Ipv6Addresses NONE = new Ipv6Addresses(TreePMap.empty());

    private final TreePMap<Integer, Ipv6Device> devices;

    private Ipv6Addresses(TreePMap<Integer, Ipv6Device> devices) {
        this.devices = devices;
    }

    /** The devices that have IPv6, by ifindex. */
    public Collection<Ipv6Device> all() {
        return devices.values();
    }

    /** A device, if it has IPv6 ({@code __in6_dev_get}). */
    public Optional<Ipv6Device> find(int index) {
        return Optional.ofNullable(devices.get(index));
    }

    /** With a device added or changed. */
    public Ipv6Addresses with(Ipv6Device device) {
        return new Ipv6Addresses(devices.plus(device.index(), device));
    }

    /** Without a device. */
    public Ipv6Addresses without(int index) {
        return new Ipv6Addresses(devices.minus(index));
    }

    /**
     * {@code ipv6_chk_addr}: the device that has a usable address, or is looked for alone; 0 if none has.
     *
     * @param device the only device that counts, 0 for all; for link-local addresses it should be given
     */
    public int owner(Ipv6Address address, int device) {
        return owner(address, device, false);
    }

    /**
     * {@code ipv6_chk_acast_addr}: whether an anycast address is this host's.
     *
     * @param device the only device that counts, 0 for all
     */
    public boolean anycast(Ipv6Address address, int device) {
        return devices.values().stream()
                .anyMatch(ours -> (device == 0 || ours.index() == device) && ours.hasAnycast(address));
    }

    /** {@code ipv6_chk_addr_and_flags}: the same, where addresses that are still checked count too if so asked. */
    public int owner(Ipv6Address address, int device, boolean tentativeToo) {
        for (Ipv6Device candidate : devices.values()) {
            boolean counts = device == 0 || candidate.index() == device;
            if (counts
                    && candidate
                            .find(address)
                            .filter(found -> tentativeToo || !found.tentative())
                            .isPresent()) {
                return candidate.index();
            }
        }
        return 0;
    }
}
