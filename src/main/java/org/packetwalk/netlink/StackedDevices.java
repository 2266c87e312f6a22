package org.packetwalk.netlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.DeviceLocation;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.net.MacAddress;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.stack.Walk;

/**
 * VLAN and macvlan devices and the device they stand on ({@code vlan_device_event}, {@code macvlan_device_event}): what
 * happens to it happens to them.
 */
final class StackedDevices {

    private final Walk walk;

    StackedDevices(Walk walk) {
        this.walk = walk;
    }

    /** A device was put on another. */
    void add(DeviceLocation lower, DeviceLocation upper) {
        NetDevice device = find(lower).orElseThrow();
        List<DeviceLocation> uppers = new ArrayList<>(device.uppers());
        uppers.add(upper);
        put(lower.host(), device.withUppers(uppers));
    }

    /** A device is no longer on another. */
    void remove(DeviceLocation lower, DeviceLocation upper) {
        find(lower).ifPresent(device -> {
            List<DeviceLocation> uppers = new ArrayList<>(device.uppers());
            uppers.remove(upper);
            put(lower.host(), device.withUppers(uppers));
        });
    }

    /** A device has moved: those above and below it are told where it is. */
    void moved(DeviceLocation from, DeviceLocation to) {
        NetDevice device = find(to).orElseThrow();
        device.kind().below().ifPresent(lower -> {
            remove(lower, from);
            add(lower, to);
        });
        for (DeviceLocation upper : device.uppers()) {
            find(upper)
                    .ifPresent(above ->
                            put(upper.host(), above.withKind(above.kind().onto(to))));
        }
    }

    /**
     * {@code netif_stacked_transfer_operstate}: those above have a carrier if it has one; a VLAN is moreover set up and down
     * with it.
     */
    void follow(HostId host, NetDevice lower) {
        LinkEvents events = new LinkEvents(walk);
        for (DeviceLocation upper : lower.uppers()) {
            Optional<NetDevice> above = find(upper);
            if (above.isEmpty()) {
                continue;
            }
            if (above.get().kind() instanceof DeviceKind.Vlan && above.get().up() != lower.up()) {
                if (lower.up()) {
                    events.up(upper.host(), upper.index());
                } else {
                    events.down(upper.host(), upper.index());
                }
            }
            events.carrier(upper.host(), upper.index(), lower.carrier());
        }
    }

    /** {@code NETDEV_CHANGEMTU}: none above has a larger one. */
    void mtuChanged(NetDevice lower) {
        for (DeviceLocation upper : lower.uppers()) {
            find(upper)
                    .filter(above -> above.mtu() > lower.mtu())
                    .ifPresent(above -> new LinkEvents(walk).mtuChanged(upper.host(), upper.index(), lower.mtu()));
        }
    }

    /** {@code NETDEV_CHANGEADDR}: a VLAN that had its address from the device has the new one. */
    void addressChanged(NetDevice lower, MacAddress before) {
        for (DeviceLocation upper : lower.uppers()) {
            find(upper)
                    .filter(above -> above.kind() instanceof DeviceKind.Vlan
                            && above.address().equals(before))
                    .ifPresent(above -> {
                        put(upper.host(), above.withAddress(lower.address()));
                        new LinkEvents(walk).addressChanged(upper.host(), upper.index());
                    });
        }
    }

    private Optional<NetDevice> find(DeviceLocation where) {
        return walk.machine().find(where.host()).flatMap(ns -> ns.device(where.index()));
    }

    private void put(HostId host, NetDevice device) {
        NetNamespace ns = walk.host(host);
        walk.update(ns.withDevices(ns.devices().with(device)));
    }
}
