package org.packetwalk.stack;

import java.util.List;

import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route.InterfaceAddress;
import org.packetwalk.kernel.route.RouteScope;
import org.packetwalk.net.Ipv4Address;

/** Whether an address is configured where an ARP request may be answered: {@code inet_confirm_addr}. */
final class ArpAddresses {

    private ArpAddresses() {}

    /**
     * Whether the address is configured.
     *
     * @param device ifindex, 0 for any device
     * @param sender must lie in the same subnet, 0.0.0.0 if that does not matter
     * @param linkScope whether addresses of scope host do not count
     */
    static boolean confirm(NetNamespace ns, int device, Ipv4Address sender, Ipv4Address address, boolean linkScope) {
        List<Integer> devices = device != 0
                ? List.of(device)
                : ns.devices().all().stream().map(NetDevice::index).toList();
        int widest = (linkScope ? RouteScope.LINK : RouteScope.HOST).number();
        for (int index : devices) {
            for (InterfaceAddress configured : ns.addresses().of(index)) {
                if (configured.address().equals(address)
                        && configured.scope().number() <= widest
                        && (sender.isAny() || configured.subnet().contains(sender))) {
                    return true;
                }
            }
        }
        return false;
    }
}
