package org.packetwalk.netlink;

import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.neigh.NeighborKey;
import org.packetwalk.kernel.route.AddressLifetime;
import org.packetwalk.kernel.route.InterfaceAddress;
import org.packetwalk.kernel.route.RoutingState;
import org.packetwalk.kernel.route6.Ipv6InterfaceAddress;
import org.packetwalk.kernel.sysctl.Ipv4Conf;
import org.packetwalk.stack.Addrconf;
import org.packetwalk.stack.AddressLifetimes;
import org.packetwalk.stack.BorrowedAddresses;
import org.packetwalk.stack.Igmp;
import org.packetwalk.stack.NeighborAdministration;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.stack.Netlink;
import org.packetwalk.stack.Walk;

/** What {@code net/ipv4/devinet.c} does with requests about addresses. */
final class AddressChanges {

    private static final int SMALLEST_MTU = 68;

    private final RoutingView routing;

    AddressChanges(Walk walk, HostId host) {
        this.routing = new RoutingView(walk, host);
    }

    ResultOrErrno<Errno> apply(AddressRequest request) {
        // whoever names a device has asked for its index
        PeerNumbers.told(routing.walk(), routing.host(), request.device());
        if (request instanceof AddressRequest.Add add) {
            return add(add);
        }
        if (request instanceof AddressRequest.AddIpv6 add) {
            return addIpv6(add);
        }
        if (request instanceof AddressRequest.DeleteIpv6 delete) {
            return routing.namespace().device(delete.device()).isEmpty()
                    ? ResultOrErrno.refused(Errno.ENODEV)
                    : addrconf().delete(delete.device(), delete.address(), delete.prefixLength());
        }
        if (request instanceof AddressRequest.Listen listen) {
            return listen(listen);
        }
        return delete((AddressRequest.Delete) request);
    }

    /** {@code dev_mc_add_global}, {@code dev_mc_del_global}: lo keeps no such list. */
    private ResultOrErrno<Errno> listen(AddressRequest.Listen listen) {
        NetNamespace ns = routing.namespace();
        Optional<NetDevice> device = ns.device(listen.device());
        if (device.isEmpty()) {
            return ResultOrErrno.refused(Errno.ENODEV);
        }
        if (device.get().isLoopback()) {
            return ResultOrErrno.refused(Errno.EINVAL);
        }
        boolean there = ns.groups().hardware(listen.device()).stream()
                .anyMatch(one -> one.fixed() && one.address().equals(listen.address()));
        if (!listen.on() && !there) {
            return ResultOrErrno.refused(Errno.ENOENT);
        }
        routing.walk()
                .update(ns.withGroups(
                        listen.on()
                                ? ns.groups().fixing(listen.device(), listen.address())
                                : ns.groups().releasing(listen.device(), listen.address())));
        return Configurator.DONE;
    }

    /** {@code inet_rtm_newaddr}: a device whose MTU is too small has no IPv4. */
    private ResultOrErrno<Errno> add(AddressRequest.Add add) {
        Optional<NetDevice> device = routing.namespace().device(add.device());
        if (device.isEmpty()) {
            return ResultOrErrno.refused(Errno.ENODEV);
        }
        if (device.get().mtu() < SMALLEST_MTU) {
            return ResultOrErrno.refused(Errno.ENOBUFS);
        }
        Optional<InterfaceAddress> there = add.replace() ? there(add) : Optional.empty();
        if (there.isPresent()) {
            routing.put(routing.events()
                    .changeMetric(
                            routing.state(),
                            add.device(),
                            there.get(),
                            add.address().metric()));
            there(add)
                    .ifPresent(address -> routing.put(
                            routing.events().changeLifetime(routing.state(), add.device(), address, lifetime(add))));
            AddressLifetimes.arm(routing.walk(), routing.host());
            return Configurator.DONE;
        }
        if (add.address().address().isAny()) {
            // __inet_insert_ifa takes 0.0.0.0 for no address, and says nothing.
            return Configurator.DONE;
        }
        if (add.address().autojoin() && !mayJoin(add)) {
            return ResultOrErrno.refused(Errno.ENOBUFS, "ipv4: Multicast auto join failed");
        }
        ResultOrErrno<Errno> answer = Netlink.addressUp(routing.walk(), () -> {
            ResultOrErrno<Errno> added = put(routing.events()
                    .addAddress(routing.state(), add.device(), add.address().lasting(lifetime(add))));
            if (added instanceof ResultOrErrno.Ok<Errno> && device.get().up()) {
                there(add).ifPresent(address -> broadcastsAreNoNeighbors(add.device(), address));
            }
            return added;
        });
        if (answer instanceof ResultOrErrno.Ok<Errno>
                && !add.address().lifetime().permanent()) {
            AddressLifetimes.arm(routing.walk(), routing.host());
        }
        if (answer instanceof ResultOrErrno.Ok<Errno> && add.address().autojoin()) {
            Igmp.join(
                    routing.walk(), routing.host(), add.device(), add.address().address());
        }
        return answer;
    }

    /** {@code fib_add_ifaddr}: who was asked for in vain at what now is a broadcast address is forgotten. */
    private void broadcastsAreNoNeighbors(int device, InterfaceAddress added) {
        NeighborAdministration neighbors = new NeighborAdministration(routing.walk(), routing.host());
        added.broadcasts().forEach(address -> neighbors.invalidate(new NeighborKey(device, address)));
    }

    private AddressLifetime lifetime(AddressRequest.Add add) {
        return add.address().lifetime().from(routing.walk().now());
    }

    private Addrconf addrconf() {
        return new Addrconf(routing.walk(), routing.host());
    }

    private ResultOrErrno<Errno> addIpv6(AddressRequest.AddIpv6 add) {
        if (routing.namespace().device(add.device()).isEmpty()) {
            return ResultOrErrno.refused(Errno.ENODEV);
        }
        Ipv6InterfaceAddress wanted = add.address()
                .lasting(
                        add.address().validSeconds(),
                        add.address().preferredSeconds(),
                        routing.walk().now());
        return add.replace()
                ? addrconf().modify(add.device(), wanted)
                : addrconf().add(add.device(), wanted);
    }

    /** {@code ip_mc_join_group}: all groups that addresses join are counted together. */
    private boolean mayJoin(AddressRequest.Add add) {
        NetNamespace ns = routing.namespace();
        long joined = ns.devices().all().stream()
                .mapToLong(device -> ns.groups().of(device.index()).size())
                .sum();
        return joined < ns.sysctls().number("net.ipv4.igmp_max_memberships")
                && !ns.groups().joined(add.device(), add.address().address());
    }

    /** {@code find_matching_ifa}. */
    private Optional<InterfaceAddress> there(AddressRequest.Add add) {
        return routing.namespace().addresses().of(add.device()).stream()
                .filter(there -> there.address().equals(add.address().address())
                        && there.prefixLength() == add.address().prefixLength()
                        && there.subnet().equals(add.address().subnet()))
                .findFirst();
    }

    /** {@code inet_rtm_deladdr}; with the last address IPv4 is off ({@code fib_disable_ip}). */
    private ResultOrErrno<Errno> delete(AddressRequest.Delete delete) {
        if (routing.namespace().device(delete.device()).isEmpty()) {
            return ResultOrErrno.refused(Errno.ENODEV);
        }
        for (InterfaceAddress there : routing.namespace().addresses().of(delete.device())) {
            boolean fits = there.address().equals(delete.address())
                    && (delete.label().isEmpty() || delete.label().equals(there.label()))
                    && (delete.anyLength()
                            || there.prefixLength() == delete.prefixLength()
                                    && there.subnet().contains(delete.peer()));
            if (fits) {
                boolean promote = routing.namespace().sysctls().either(delete.device(), Ipv4Conf.PROMOTE_SECONDARIES);
                if (there.address().isMulticast()) {
                    Netlink.leavingGroup(
                            routing.walk(),
                            () -> Igmp.leave(routing.walk(), routing.host(), delete.device(), there.address()));
                }
                ResultOrErrno<Errno> answer = Netlink.addressDown(
                        routing.walk(),
                        delete.flushing(),
                        () -> put(routing.deletions()
                                .deleteAddress(
                                        routing.state(),
                                        delete.device(),
                                        there.address(),
                                        there.prefixLength(),
                                        promote)));
                BorrowedAddresses.addressGone(routing.walk(), routing.host(), delete.device(), there.address());
                if (routing.namespace().addresses().of(delete.device()).isEmpty()) {
                    new LinkEvents(routing.walk()).neighborsGone(routing.host(), delete.device());
                }
                return answer;
            }
        }
        return ResultOrErrno.refused(Errno.EADDRNOTAVAIL, "ipv4: Address not found");
    }

    private ResultOrErrno<Errno> put(ResultOrErrno<RoutingState> answer) {
        if (answer instanceof ResultOrErrno.Refused<RoutingState> refused) {
            return ResultOrErrno.refused(refused.errno(), refused.message());
        }
        routing.put(((ResultOrErrno.Ok<RoutingState>) answer).value());
        return Configurator.DONE;
    }
}
