package org.packetwalk.kernel.route;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.net.Ipv4Address;

/**
 * What the events of addresses and links do to addresses and tables: {@code inet_insert_ifa}, {@code __inet_del_ifa},
 * {@code fib_inetaddr_event}, {@code fib_netdev_event}. The order of the steps is the kernel's, since the shape of the
 * trie depends on it. The links are those after the event.
 */
public final class RoutingEvents {

    private static final int SMALLEST_MTU = 68;

    private final LinkStates links;
    private final LinkdownPolicy policy;
    private final AddressRoutes addressRoutes;
    private final AddressRoutes promoting;
    private final NexthopStates nexthopStates;

    /** The events of a namespace with these interfaces. */
    public RoutingEvents(LinkStates links, LinkdownPolicy policy) {
        this(links, policy, AdmissionWitness.SILENT);
    }

    /** The same with somebody who sees what is asked of the tables before they take the routes of an address. */
    public RoutingEvents(LinkStates links, LinkdownPolicy policy, AdmissionWitness witness) {
        this.links = links;
        this.policy = policy;
        this.addressRoutes = new AddressRoutes(links, policy, witness);
        this.promoting = new AddressRoutes(links, policy, witness.direct());
        this.nexthopStates = new NexthopStates(links, policy);
    }

    /** {@code ip addr add}: EEXIST if the interface has the address in this subnet. */
    public ResultOrErrno<RoutingState> addAddress(RoutingState state, int device, InterfaceAddress added) {
        ResultOrErrno<InterfaceAddresses> answer = state.addresses().inserting(device, added);
        if (answer instanceof ResultOrErrno.Refused<InterfaceAddresses> refused) {
            return ResultOrErrno.refused(refused.errno(), refused.message());
        }
        RoutingState with = state.with(((ResultOrErrno.Ok<InterfaceAddresses>) answer).value());
        InterfaceAddress kept = with.addresses().of(device).stream()
                .filter(there -> there.withSecondary(added.secondary()).equals(added))
                .findFirst()
                .orElseThrow();
        return ResultOrErrno.ok(addressUp(with, device, kept));
    }

    /** {@code ip addr del}: EADDRNOTAVAIL if the interface does not have it. */
    public ResultOrErrno<RoutingState> deleteAddress(
            RoutingState state, int device, Ipv4Address address, int prefixLength, boolean promoteSecondaries) {
        return state.addresses().of(device).stream()
                .filter(there -> there.address().equals(address) && there.prefixLength() == prefixLength)
                .findFirst()
                .map(gone -> ResultOrErrno.ok(remove(state, device, gone, promoteSecondaries)))
                .orElseGet(() -> ResultOrErrno.refused(Errno.EADDRNOTAVAIL, "ipv4: Address not found"));
    }

    /** {@code ip addr replace} of an address that is there: only the metric of its subnet's route changes. */
    public RoutingState changeMetric(RoutingState state, int device, InterfaceAddress address, long metric) {
        if (address.metric() == metric) {
            return state;
        }
        RoutingState changed = addressRoutes.changeMetric(state, device, address, metric);
        return changed.with(changed.addresses().exchanging(device, address, address.withMetric(metric)));
    }

    /** {@code set_ifa_lifetime} of an address that is there. */
    public RoutingState changeLifetime(
            RoutingState state, int device, InterfaceAddress address, AddressLifetime lifetime) {
        return state.with(state.addresses().exchanging(device, address, address.lasting(lifetime)));
    }

    private RoutingState addressUp(RoutingState state, int device, InterfaceAddress address) {
        RoutingState with = addressRoutes.add(state, device, address);
        return with.with(nexthopStates.up(with.tables(), device, true));
    }

    private RoutingState addressDown(RoutingState state, int device, InterfaceAddress address) {
        RoutingState without = addressRoutes.delete(state, device, address, List.of());
        return without.addresses().of(device).isEmpty()
                ? without.with(nexthopStates.disable(without.tables(), device, NexthopStates.Loss.DOWN, true))
                : without;
    }

    /** {@code __inet_del_ifa}. */
    private RoutingState remove(RoutingState state, int device, InterfaceAddress gone, boolean promoteSecondaries) {
        RoutingState now = state;
        List<InterfaceAddress> family = gone.secondary()
                ? List.of()
                : state.addresses().of(device).stream()
                        .filter(there -> there.secondary() && there.sharesSubnet(gone))
                        .toList();
        if (promoteSecondaries && !family.isEmpty()) {
            return promote(state, device, gone, family);
        }
        for (InterfaceAddress secondary : family) {
            now = addressDown(now.with(now.addresses().removing(device, secondary)), device, secondary);
        }
        return addressDown(now.with(now.addresses().removing(device, gone)), device, gone);
    }

    /** The first secondary takes the place of the primary. */
    private RoutingState promote(RoutingState state, int device, InterfaceAddress gone, List<InterfaceAddress> family) {
        RoutingState now = state;
        for (InterfaceAddress secondary : family) {
            now = promoting.delete(now, device, secondary, List.of(gone));
        }
        now = addressDown(now.with(now.addresses().removing(device, gone)), device, gone);

        List<InterfaceAddress> reordered = new ArrayList<>(now.addresses().of(device));
        List<InterfaceAddress> before = state.addresses().of(device);
        InterfaceAddress promoted = family.get(0);
        reordered.remove(promoted);
        int behindPrimaries = before.indexOf(gone);
        for (int i = behindPrimaries; i < reordered.size(); i++) {
            InterfaceAddress there = reordered.get(i);
            if (!there.secondary() && !gone.scope().isNarrowerThan(there.scope())) {
                behindPrimaries = i + 1;
            }
        }
        InterfaceAddress primary = promoted.withSecondary(false);
        reordered.add(behindPrimaries, primary);
        now = addressUp(now.with(now.addresses().reordered(device, reordered)), device, primary);
        for (InterfaceAddress secondary : family.subList(1, family.size())) {
            now = promoting.add(now, device, secondary);
        }
        return now;
    }

    /** The interface was set up ({@code NETDEV_UP}): lo gets its address ({@code inetdev_event}). */
    public RoutingState loopbackUp(RoutingState state, int device) {
        if (!links.loopback(device) || links.mtu(device) < SMALLEST_MTU) {
            return state;
        }
        InterfaceAddress loopback = InterfaceAddress.loopback(links.name(device));
        return addAddress(state, device, loopback) instanceof ResultOrErrno.Ok<RoutingState> ok ? ok.value() : state;
    }

    /** Then the routes of its addresses are made ({@code fib_netdev_event}). */
    public RoutingState linkUp(RoutingState state, int device) {
        RoutingState now = state;
        for (InterfaceAddress address : now.addresses().of(device)) {
            now = addressRoutes.add(now, device, address);
        }
        return now.with(nexthopStates.up(now.tables(), device, true));
    }

    /** The interface was set down ({@code NETDEV_DOWN}). */
    public RoutingState linkDown(RoutingState state, int device) {
        RoutingTables left = nexthopStates.disable(state.tables(), device, NexthopStates.Loss.DOWN, false);
        return NexthopEvents.deviceLost(state.with(left), device);
    }

    /** The carrier came or went ({@code NETDEV_CHANGE}). */
    public RoutingState carrierChanged(RoutingState state, int device) {
        if (links.carrier(device)) {
            return state.with(nexthopStates.up(state.tables(), device, false));
        }
        RoutingTables marked = nexthopStates.lose(state.tables(), device, NexthopStates.Loss.CARRIER, false);
        return NexthopEvents.deviceLost(state.with(marked), device);
    }

    /** The MTU was changed ({@code NETDEV_CHANGEMTU}): below 68 an interface has no IPv4. */
    public RoutingState mtuChanged(RoutingState state, int device) {
        return links.mtu(device) < SMALLEST_MTU ? withoutAddresses(state, device) : state;
    }

    /** The interface is gone ({@code NETDEV_UNREGISTER}); it was set down before. */
    public RoutingState unregistered(RoutingState state, int device) {
        RoutingState now = withoutAddresses(state, device);
        RoutingTables left = nexthopStates.disable(now.tables(), device, NexthopStates.Loss.UNREGISTERED, true);
        return NexthopEvents.deviceLost(now.with(left), device);
    }

    /** {@code inetdev_destroy}: no promotions. */
    private RoutingState withoutAddresses(RoutingState state, int device) {
        RoutingState now = state;
        while (!now.addresses().of(device).isEmpty()) {
            InterfaceAddress first = now.addresses().of(device).get(0);
            now = addressDown(now.with(now.addresses().removing(device, first)), device, first);
        }
        return now;
    }

    /** {@code ip nexthop add} or {@code replace}; a single one is checked like the nexthop of a route. */
    public ResultOrErrno<RoutingState> putNexthop(RoutingState state, NexthopObject object, boolean replace) {
        return putNexthop(state, object, replace, AdmissionWitness.SILENT);
    }

    /** The same with somebody who sees what the check asks of the tables. */
    public ResultOrErrno<RoutingState> putNexthop(
            RoutingState state, NexthopObject object, boolean replace, AdmissionWitness witness) {
        if (!(object instanceof NexthopObject.Single single)) {
            return NexthopEvents.put(state, object, replace);
        }
        int device = single.nexthop().device();
        if (!links.up(device)) {
            return ResultOrErrno.refused(
                    Errno.ENETDOWN, single.blackhole() ? "Device for nexthop is not up" : "Nexthop device is not up");
        }
        if (single.blackhole()) {
            return NexthopEvents.put(state, object, replace);
        }
        if (!links.carrier(device)) {
            return ResultOrErrno.refused(Errno.ENETDOWN, "Carrier for nexthop device is down");
        }
        ResultOrErrno<NextHop> checked = admission(state, witness).checkNexthop(single.nexthop());
        if (checked instanceof ResultOrErrno.Refused<NextHop> refused) {
            return ResultOrErrno.refused(refused.errno(), refused.message());
        }
        NextHop nexthop = ((ResultOrErrno.Ok<NextHop>) checked).value();
        return NexthopEvents.put(state, single.with(nexthop), replace);
    }

    /** {@code ip nexthop del}. */
    public ResultOrErrno<RoutingState> deleteNexthop(RoutingState state, long id) {
        return NexthopEvents.delete(state, id);
    }

    /** {@code ip route add} and its sisters; a nexthop object is named by its id alone. */
    public ResultOrErrno<RoutingState> addRoute(RoutingState state, RouteConfig config, RouteInsertion how) {
        return addRoute(state, config, how, AdmissionWitness.SILENT);
    }

    /** The same with somebody who sees what admission asks of the tables. */
    public ResultOrErrno<RoutingState> addRoute(
            RoutingState state, RouteConfig config, RouteInsertion how, AdmissionWitness witness) {
        long object = config.nexthopObject().id();
        if (object != 0 && state.nexthops().find(object).isEmpty()) {
            return ResultOrErrno.refused(Errno.EINVAL, "Nexthop id does not exist");
        }
        RouteConfig complete = object == 0
                ? config
                : config.withNexthopObject(
                        state.nexthops().reference(object), state.nexthops().resolve(object));
        ResultOrErrno<RoutingTables> answer = admission(state, witness).add(complete, how);
        if (answer instanceof ResultOrErrno.Refused<RoutingTables> refused) {
            return ResultOrErrno.refused(refused.errno(), refused.message());
        }
        RoutingTables with = ((ResultOrErrno.Ok<RoutingTables>) answer).value();
        return ResultOrErrno.ok(state.with(config.type() == RouteType.LOCAL ? with.withCustomLocalRoutes() : with));
    }

    private RouteAdmission admission(RoutingState state, AdmissionWitness witness) {
        return new RouteAdmission(state.tables(), state.addresses(), links, policy, witness);
    }
}
