package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route.InterfaceAddress;
import org.packetwalk.kernel.route.RoutingEvents;
import org.packetwalk.kernel.route.RoutingState;
import org.packetwalk.kernel.sysctl.Ipv4Conf;

/** Takes IPv4 addresses away when their time is over ({@code check_lifetime}). */
public final class AddressLifetimes {

    private AddressLifetimes() {}

    /** Sets the clock for the next end. */
    public static void arm(Walk walk, HostId host) {
        NetNamespace ns = walk.host(host);
        Optional<SimTime> next = Optional.empty();
        for (NetDevice device : ns.devices().all()) {
            for (InterfaceAddress address : ns.addresses().of(device.index())) {
                if (!address.lifetime().permanent()) {
                    SimTime end = address.lifetime().end();
                    next = Optional.of(next.filter(known -> known.isBefore(end)).orElse(end));
                }
            }
        }
        next.ifPresent(end -> walk.arm(end, new Timer.AddressLifetimes(host)));
    }

    static void fire(Walk walk, HostId host) {
        if (walk.machine().find(host).isEmpty()) {
            return;
        }
        for (NetDevice device : walk.host(host).devices().all()) {
            for (InterfaceAddress address :
                    List.copyOf(walk.host(host).addresses().of(device.index()))) {
                if (address.lifetime().expired(walk.now())) {
                    remove(walk, host, device.index(), address);
                }
            }
        }
        boolean more = walk.machine().timers().values().stream()
                .anyMatch(timer -> timer instanceof Timer.AddressLifetimes other
                        && other.host().equals(host));
        if (!more) {
            arm(walk, host);
        }
    }

    /** {@code inet_del_ifa}; with the last address IPv4 is off. */
    private static void remove(Walk walk, HostId host, int device, InterfaceAddress address) {
        NetNamespace ns = walk.host(host);
        ResultOrErrno<RoutingState> answer = new RoutingEvents(
                        new Interfaces(ns.devices()), Fib.policy(ns), AdmissionReport.ofDeletion(walk, host))
                .deleteAddress(
                        ns.routingState(),
                        device,
                        address.address(),
                        address.prefixLength(),
                        ns.sysctls().either(device, Ipv4Conf.PROMOTE_SECONDARIES));
        if (!(answer instanceof ResultOrErrno.Ok<RoutingState> ok)) {
            return;
        }
        walk.update(walk.host(host).with(ok.value()));
        BorrowedAddresses.addressGone(walk, host, device, address.address());
        if (walk.host(host).addresses().of(device).isEmpty()) {
            NeighborAdministration neighbors = new NeighborAdministration(walk, host);
            neighbors.forget(entry -> entry.key().device() == device);
            neighbors.forgetProxies(device);
        }
    }
}
