package org.packetwalk.kernel.device;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.pcollections.TreePMap;

/** The devices of a namespace, by ifindex. */
public final class DeviceTable {

    /** No device. */
    public static final DeviceTable EMPTY = of(TreePMap.empty());

    private final TreePMap<Integer, NetDevice> devices;
    private final List<DeviceName> names;

    private DeviceTable(TreePMap<Integer, NetDevice> devices, List<DeviceName> names) {
        this.devices = devices;
        this.names = names;
    }

    private static DeviceTable of(TreePMap<Integer, NetDevice> devices) {
        List<DeviceName> names = new ArrayList<>();
        devices.values().forEach(device -> names.add(new DeviceName(device.index(), device.name())));
        return new DeviceTable(devices, List.copyOf(names));
    }

    /** The numbers and names of all devices, by ifindex; tables that differ in other things share one list. */
    public List<DeviceName> names() {
        return names;
    }

    /** The device with an ifindex, if there is one. */
    public Optional<NetDevice> find(int index) {
        return Optional.ofNullable(devices.get(index));
    }

    /**
     * The device with an ifindex.
     *
     * @throws IllegalStateException if there is none
     */
    public NetDevice get(int index) {
        NetDevice device = devices.get(index);
        if (device == null) {
            throw new IllegalStateException("no device with ifindex " + index);
        }
        return device;
    }

    /** The device with a name, if there is one. */
    public Optional<NetDevice> find(String name) {
        for (NetDevice device : devices.values()) {
            if (device.name().equals(name)) {
                return Optional.of(device);
            }
        }
        return Optional.empty();
    }

    /** The name of a device, or {@code ifN} if it is gone. */
    public String nameOf(int index) {
        NetDevice device = devices.get(index);
        return device == null ? "if" + index : device.name();
    }

    /** All devices, by ifindex. */
    public Collection<NetDevice> all() {
        return devices.values();
    }

    /** The next free ifindex: one more than the highest ever used is kept by the namespace. */
    public int highestIndex() {
        return devices.isEmpty() ? 0 : devices.lastKey();
    }

    /** The table with a device added or changed. */
    public DeviceTable with(NetDevice device) {
        NetDevice before = devices.get(device.index());
        TreePMap<Integer, NetDevice> changed = devices.plus(device.index(), device);
        return before != null && before.name().equals(device.name()) ? new DeviceTable(changed, names) : of(changed);
    }

    /** The table without a device. */
    public DeviceTable without(int index) {
        return of(devices.minus(index));
    }
}
