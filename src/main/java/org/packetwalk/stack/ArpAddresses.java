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
     * @param sender must lie in a subnet with it, 0.0.0.0 if that does not matter
     * @param linkScope whether addresses of scope host do not count
     */
    static boolean confirm(NetNamespace ns, int device, Ipv4Address sender, Ipv4Address address, boolean linkScope) {
        List<Integer> devices = device != 0
                ? List.of(device)
                : ns.devices().all().stream().map(NetDevice::index).toList();
        int widest = (linkScope ? RouteScope.LINK : RouteScope.HOST).number();
        for (int index : devices) {
            List<InterfaceAddress> configured = ns.addresses().of(index);
            boolean own = configured.stream()
                    .anyMatch(
                            one -> one.address().equals(address) && one.scope().number() <= widest);
            // The subnet may be that of another address of the device (confirm_addr_indev).
            boolean near = configured.stream()
                    .anyMatch(one -> one.subnet().contains(address)
                            && (sender.isAny() || one.subnet().contains(sender)));
            if (own && near) {
                return true;
            }
        }
        return false;
    }
}
