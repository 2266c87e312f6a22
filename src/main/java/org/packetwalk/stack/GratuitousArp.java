package org.packetwalk.stack;

import java.util.List;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route.InterfaceAddress;
import org.packetwalk.kernel.sysctl.Ipv4Conf;
import org.packetwalk.net.MacAddress;
import org.packetwalk.packet.ArpOperation;
import org.packetwalk.trace.KernelFunction;

/** Tells everybody on a link of one's addresses unasked: {@code arp_notify} ({@code inetdev_send_gratuitous_arp}). */
public final class GratuitousArp {

    private GratuitousArp() {}

    /** A device was set up ({@code NETDEV_UP}). */
    public static void up(Walk walk, HostId host, int device) {
        notify(
                walk,
                host,
                device,
                List.of(
                        KernelFunction.NETIF_CHANGE_FLAGS,
                        KernelFunction.__DEV_NOTIFY_FLAGS,
                        KernelFunction.NOTIFIER_CALL_CHAIN,
                        KernelFunction.INETDEV_EVENT));
    }

    /** A device has another hardware address ({@code NETDEV_CHANGEADDR}). */
    public static void addressChanged(Walk walk, HostId host, int device) {
        notify(
                walk,
                host,
                device,
                List.of(
                        KernelFunction.NETIF_SET_MAC_ADDRESS,
                        KernelFunction.NOTIFIER_CALL_CHAIN,
                        KernelFunction.INETDEV_EVENT));
    }

    private static void notify(Walk walk, HostId host, int index, List<KernelFunction> event) {
        NetNamespace ns = walk.host(host);
        if (ns.device(index).isEmpty() || ns.sysctls().highest(index, Ipv4Conf.ARP_NOTIFY) == 0) {
            return;
        }
        NetDevice device = ns.devices().get(index);
        Netlink.changeOfLink(
                walk,
                () -> walk.run(event, () -> {
                    for (InterfaceAddress address : ns.addresses().of(index)) {
                        ArpOutput.send(
                                walk,
                                host,
                                device,
                                ArpOperation.REQUEST,
                                device.broadcast(),
                                device.address(),
                                address.address(),
                                MacAddress.ZERO,
                                address.address());
                    }
                }));
        walk.runPendingReceives();
    }
}
