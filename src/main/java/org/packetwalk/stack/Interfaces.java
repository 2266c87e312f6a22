package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.packetwalk.kernel.device.DeviceTable;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route.LinkStates;

/** The devices of a namespace as routing sees them. */
public record Interfaces(DeviceTable devices) implements LinkStates {

    @Override
    public List<Integer> indexes() {
        List<Integer> indexes = new ArrayList<>();
        devices.all().forEach(device -> indexes.add(device.index()));
        return indexes;
    }

    @Override
    public int index(String name) {
        return devices.find(name).map(NetDevice::index).orElse(0);
    }

    @Override
    public String name(int index) {
        return devices.find(index).map(NetDevice::name).orElse("*");
    }

    @Override
    public boolean exists(int index) {
        return devices.find(index).isPresent();
    }

    @Override
    public boolean up(int index) {
        return is(index, NetDevice::up);
    }

    @Override
    public boolean carrier(int index) {
        return is(index, NetDevice::carrier);
    }

    @Override
    public boolean loopback(int index) {
        return is(index, NetDevice::isLoopback);
    }

    @Override
    public int mtu(int index) {
        return devices.find(index).map(NetDevice::mtu).orElse(0);
    }

    @Override
    public long group(int index) {
        return devices.find(index).map(NetDevice::group).orElse(0);
    }

    private boolean is(int index, Predicate<NetDevice> question) {
        return devices.find(index).filter(question).isPresent();
    }
}
