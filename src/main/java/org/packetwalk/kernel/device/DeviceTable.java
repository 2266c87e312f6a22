package org.packetwalk.kernel.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The devices of a namespace, by ifindex. A namespace has few, and a change is most often one of counters: an array is copied. */
public final class DeviceTable {

    /** No device. */
    public static final DeviceTable EMPTY = of();

    private final NetDevice[] devices;
    private final List<DeviceName> names;

    private DeviceTable(NetDevice[] devices, List<DeviceName> names) {
        this.devices = devices;
        this.names = names;
    }

    private static DeviceTable of(NetDevice... devices) {
        List<DeviceName> names = new ArrayList<>();
        for (NetDevice device : devices) {
            names.add(new DeviceName(device.index(), device.name()));
        }
        return new DeviceTable(devices, List.copyOf(names));
    }

    /** The numbers and names of all devices, by ifindex; tables that differ in other things share one list. */
    public List<DeviceName> names() {
        return names;
    }

    /** The device with an ifindex, if there is one. */
    public Optional<NetDevice> find(int index) {
        return Optional.ofNullable(search(index));
    }

    /**
     * The device with an ifindex.
     *
     * @throws IllegalStateException if there is none
     */
    public NetDevice get(int index) {
        NetDevice device = search(index);
        if (device == null) {
            throw new IllegalStateException("no device with ifindex " + index);
        }
        return device;
    }

    /** The device with a name, if there is one. */
    public Optional<NetDevice> find(String name) {
        for (NetDevice device : devices) {
            if (device.name().equals(name)) {
                return Optional.of(device);
            }
        }
        return Optional.empty();
    }

    /** The name of a device, or {@code ifN} if it is gone. */
    public String nameOf(int index) {
        NetDevice device = search(index);
        return device == null ? "if" + index : device.name();
    }

    /** All devices, by ifindex. */
    public Collection<NetDevice> all() {
        return Collections.unmodifiableList(Arrays.asList(devices));
    }

    /** The next free ifindex: one more than the highest ever used is kept by the namespace. */
    public int highestIndex() {
        return devices.length == 0 ? 0 : devices[devices.length - 1].index();
    }

    /** The table with a device added or changed. */
    public DeviceTable with(NetDevice device) {
        int place = placeOf(device.index());
        if (place == devices.length || devices[place].index() != device.index()) {
            NetDevice[] longer = Arrays.copyOf(devices, devices.length + 1);
            System.arraycopy(devices, place, longer, place + 1, devices.length - place);
            longer[place] = device;
            return of(longer);
        }
        NetDevice[] changed = devices.clone();
        changed[place] = device;
        return devices[place].name().equals(device.name()) ? new DeviceTable(changed, names) : of(changed);
    }

    /** The table without a device. */
    public DeviceTable without(int index) {
        return of(all().stream().filter(device -> device.index() != index).toArray(NetDevice[]::new));
    }

    private @Nullable NetDevice search(int index) {
        int place = placeOf(index);
        return place < devices.length && devices[place].index() == index ? devices[place] : null;
    }

    /** Where the first device is whose ifindex is not lower. */
    private int placeOf(int index) {
        int low = 0;
        int high = devices.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (devices[middle].index() < index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
