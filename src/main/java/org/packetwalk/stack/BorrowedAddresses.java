package org.packetwalk.stack;

import java.util.function.Predicate;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.netfilter.Connection;
import org.packetwalk.net.IpAddress;

/** Connections with a borrowed source end with the address they borrow ({@code net/netfilter/nf_nat_masquerade.c}). */
public final class BorrowedAddresses {

    private BorrowedAddresses() {}

    /** {@code masq_device_event}: the device is down; its addresses may be others when it comes back. */
    public static void deviceDown(Walk walk, HostId host, int device) {
        forget(walk, host, connection -> connection.masquerade() == device);
    }

    /** {@code masq_inet_event}, {@code masq_inet6_event}: the device has lost an address. */
    public static void addressGone(Walk walk, HostId host, int device, IpAddress address) {
        forget(
                walk,
                host,
                connection -> connection.masquerade() == device
                        && connection.reply().destination().equals(address));
    }

    private static void forget(Walk walk, HostId host, Predicate<Connection> gone) {
        NetNamespace ns = walk.host(host);
        walk.update(
                ns.withNetfilter(ns.netfilter().with(ns.netfilter().conntrack().without(gone))));
    }
}
