package org.packetwalk.shell;

import java.util.Comparator;
import java.util.List;

import org.packetwalk.kernel.device.DeviceCounters;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.stack.NetNamespace;

/** The table of devices that {@code netstat -i} and {@code ifconfig -s} print ({@code ife_print_short} of net-tools). */
final class InterfaceTable {

    private static final String HEAD = "    MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg\n";

    private InterfaceTable() {}

    /** As {@code netstat -i} prints it: the devices that are up, or all. */
    static String of(NetNamespace ns, boolean all) {
        return "Kernel Interface table\nIface         " + HEAD + rows(ns, all, "");
    }

    /** As {@code ifconfig -s} prints it: the devices that are up, all, or the one of a name. */
    static String brief(NetNamespace ns, boolean all, String name) {
        return "Iface  " + HEAD + rows(ns, all, name);
    }

    private static String rows(NetNamespace ns, boolean all, String name) {
        StringBuilder out = new StringBuilder();
        List<NetDevice> devices = ns.devices().all().stream()
                .filter(device ->
                        name.isEmpty() ? device.up() || all : device.name().equals(name))
                .sorted(Comparator.comparing(NetDevice::name))
                .toList();
        for (NetDevice device : devices) {
            DeviceCounters counters = device.counters();
            out.append("%-15s%6d %8d %6d %6d %-6d %8d %6d %6d %6d %s\n"
                    .formatted(
                            device.name(),
                            device.mtu(),
                            counters.rxPackets(),
                            counters.rxErrors(),
                            counters.rxDropped(),
                            0,
                            counters.txPackets(),
                            counters.txErrors(),
                            counters.txDropped(),
                            0,
                            flags(device)));
        }
        return out.toString();
    }

    private static String flags(NetDevice device) {
        return (device.allMulticast() ? "A" : "")
                + (device.isLoopback() ? "L" : "B")
                + (device.promiscuous() ? "P" : "")
                + (device.multicastFlag() ? "M" : "")
                + (device.arp() ? "" : "O")
                + (device.running() ? "R" : "")
                + (device.up() ? "U" : "");
    }
}
