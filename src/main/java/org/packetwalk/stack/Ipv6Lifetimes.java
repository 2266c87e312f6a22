package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.route6.Ipv6Device;
import org.packetwalk.kernel.route6.Ipv6InterfaceAddress;

/** Takes addresses and routes away when their time is over ({@code addrconf_verify_rtnl}, {@code fib6_run_gc}). */
final class Ipv6Lifetimes {

    private Ipv6Lifetimes() {}

    /** Sets the clock for the next end. */
    static void arm(Walk walk, HostId host) {
        NetNamespace ns = walk.host(host);
        Optional<SimTime> next = Optional.empty();
        for (Ipv6Device device : ns.ipv6().addresses().all()) {
            for (Ipv6InterfaceAddress address : device.addresses()) {
                if (address.validSeconds() != Ipv6InterfaceAddress.FOREVER) {
                    SimTime end = address.updated().plusMillis(address.validSeconds() * 1000);
                    next = Optional.of(next.filter(known -> known.isBefore(end)).orElse(end));
                }
            }
        }
        next.ifPresent(end -> walk.arm(end, new Timer.Ipv6Lifetimes(host)));
    }

    static void fire(Walk walk, HostId host) {
        if (walk.machine().find(host).isEmpty()) {
            return;
        }
        Addrconf addresses = new Addrconf(walk, host);
        for (Ipv6Device device : List.copyOf(walk.host(host).ipv6().addresses().all())) {
            for (Ipv6InterfaceAddress address : device.addresses()) {
                if (address.expired(walk.now())) {
                    addresses.remove(device.index(), address);
                }
            }
        }
        boolean more = walk.machine().timers().values().stream()
                .anyMatch(timer -> timer instanceof Timer.Ipv6Lifetimes other
                        && other.host().equals(host));
        if (!more) {
            arm(walk, host);
        }
    }
}
