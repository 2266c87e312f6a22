package org.packetwalk.shell;

import org.packetwalk.kernel.device.DeviceLocation;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.stack.Machine;
import org.packetwalk.stack.NetNamespace;

/** Who uses the multicast hardware addresses of a device: its own stack, and the devices above that are up ({@code dev_mc_sync}). */
final class HardwareGroups {

    private HardwareGroups() {}

    /** Users of the address of all IPv6 nodes, which a device has while it is large enough for IPv6; 0 if it has not. */
    static int usersOfAllNodes(Machine machine, NetNamespace ns, NetDevice device) {
        boolean ipv6 = ns.ipv6().addresses().find(device.index()).isPresent();
        return (ipv6 ? 1 + passedDown(device) : 0) + above(machine, ns, device);
    }

    /** Users of the address of all IPv4 hosts, which a device has while it is up; 0 if it has not. */
    static int usersOfAllHosts(Machine machine, NetNamespace ns, NetDevice device) {
        int own = device.up() ? 1 + passedDown(device) : 0;
        return own + above(machine, ns, device);
    }

    private static int passedDown(NetDevice device) {
        return device.up() && device.kind().below().isPresent() ? 1 : 0;
    }

    private static int above(Machine machine, NetNamespace ns, NetDevice device) {
        DeviceLocation here = new DeviceLocation(ns.id(), device.index());
        return (int) machine.hosts().values().stream()
                .flatMap(host -> host.devices().all().stream())
                .filter(NetDevice::up)
                .filter(other -> other.kind().below().filter(here::equals).isPresent())
                .count();
    }
}
