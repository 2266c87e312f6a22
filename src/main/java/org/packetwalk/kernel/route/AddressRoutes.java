package org.packetwalk.kernel.route;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.KernelRelease;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.RouteMetrics;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;

/** The routes the kernel makes and unmakes for an address: {@code fib_add_ifaddr}, {@code fib_del_ifaddr}. */
final class AddressRoutes {

    private final LinkStates links;
    private final LinkdownPolicy policy;
    private final AdmissionWitness witness;

    AddressRoutes(LinkStates links, LinkdownPolicy policy, AdmissionWitness witness) {
        this.links = links;
        this.policy = policy;
        this.witness = witness;
    }

    /** {@code fib_add_ifaddr}. */
    RoutingState add(RoutingState state, int device, InterfaceAddress address) {
        Optional<InterfaceAddress> primary = primaryOf(state, device, address);
        if (primary.isEmpty()) {
            return state;
        }
        Ipv4Address source = primary.get().address();
        RoutingState now = make(state, device, RouteType.LOCAL, Ipv4Prefix.of(address.address()), source, 0);
        if (!links.up(device)) {
            return now;
        }
        if (!address.broadcast().isAny() && !address.broadcast().isLimitedBroadcast()) {
            now = make(now, device, RouteType.BROADCAST, Ipv4Prefix.of(address.broadcast()), source, 0);
        }
        if (address.secondary() || !hasSubnet(address)) {
            return now;
        }
        if (!address.noPrefixRoute()) {
            now = make(now, device, subnetType(device), address.subnet(), source, address.metric());
        }
        if (address.prefixLength() >= 31) {
            return now;
        }
        if (state.tables().release().before(KernelRelease.LOWEST_IS_UNICAST)) {
            now = make(
                    now,
                    device,
                    RouteType.BROADCAST,
                    Ipv4Prefix.of(address.subnet().network()),
                    source,
                    0);
        }
        return make(
                now, device, RouteType.BROADCAST, Ipv4Prefix.of(address.subnet().lastAddress()), source, 0);
    }

    /** {@code fib_modify_prefix_metric}: the route with the new metric comes before the old one goes. */
    RoutingState changeMetric(RoutingState state, int device, InterfaceAddress address, long metric) {
        if (!links.up(device) || address.secondary() || address.noPrefixRoute() || !hasSubnet(address)) {
            return state;
        }
        RoutingState both = make(state, device, subnetType(device), address.subnet(), address.address(), metric);
        return unmake(both, device, subnetType(device), address.subnet(), address.address(), address.metric());
    }

    /**
     * {@code fib_del_ifaddr}: takes away what no other address of the interface still needs.
     *
     * @param promotion the primary that goes, if the address is one of its secondaries and stays; else empty
     */
    RoutingState delete(RoutingState state, int device, InterfaceAddress address, List<InterfaceAddress> promotion) {
        Optional<InterfaceAddress> primary =
                address.secondary() ? primaryOf(state, device, address) : Optional.of(address);
        if (primary.isEmpty()) {
            return state;
        }
        InterfaceAddress prim = primary.get();
        Ipv4Address source = prim.address();
        Ipv4Prefix subnet = address.subnet();
        boolean hasRoute = !address.secondary() && hasSubnet(address);
        RoutingState now = state;
        if (hasRoute && !address.noPrefixRoute()) {
            now = unmake(now, device, subnetType(device), subnet, source, 0);
        }
        StillNeeded needed = new StillNeeded(state.addresses().of(device), address, prim, promotion);
        if (!needed.broadcast()) {
            now = unmake(now, device, RouteType.BROADCAST, Ipv4Prefix.of(address.broadcast()), source, 0);
        }
        if (hasRoute && address.prefixLength() < 31) {
            if (!needed.highest()) {
                now = unmake(now, device, RouteType.BROADCAST, Ipv4Prefix.of(subnet.lastAddress()), source, 0);
            }
            if (!needed.lowest()) {
                now = unmake(now, device, RouteType.BROADCAST, Ipv4Prefix.of(subnet.network()), source, 0);
            }
        }
        if (needed.local()) {
            return now;
        }
        now = unmake(now, device, RouteType.LOCAL, Ipv4Prefix.of(address.address()), source, 0);
        AddressTypeDecision left =
                new AddressLookup(now.tables(), now.addresses(), policy).addressType(address.address());
        witness.gone(left);
        return promotion.isEmpty() && left.outcome() != RouteType.LOCAL ? withoutStrays(now, address.address()) : now;
    }

    /** {@code fib_sync_down_addr}: routes of main that prefer a source that is no longer ours go, too. */
    private static RoutingState withoutStrays(RoutingState state, Ipv4Address gone) {
        RoutingTables tables = state.tables();
        if (gone.isAny() || !tables.anyInfo(info -> prefers(info, gone))) {
            return state;
        }
        return state.with(tables.flush(alias -> prefers(alias.info, gone) || alias.info.dead()));
    }

    private static boolean prefers(RouteInfo info, Ipv4Address source) {
        return info.table().equals(TableId.MAIN) && info.preferredSource().equals(source);
    }

    private static boolean hasSubnet(InterfaceAddress address) {
        Ipv4Prefix subnet = address.subnet();
        return !subnet.network().isAny()
                && (!subnet.network().equals(address.address()) || address.prefixLength() < 32);
    }

    private static Optional<InterfaceAddress> primaryOf(RoutingState state, int device, InterfaceAddress address) {
        return address.secondary()
                ? state.addresses().of(device).stream()
                        .filter(there -> there.sharesSubnet(address))
                        .findFirst()
                : Optional.of(address);
    }

    private RouteType subnetType(int device) {
        return links.loopback(device) ? RouteType.LOCAL : RouteType.UNICAST;
    }

    /** {@code fib_magic} with {@code RTM_NEWROUTE}; what is refused is left out, as there. */
    private RoutingState make(
            RoutingState state, int device, RouteType type, Ipv4Prefix prefix, Ipv4Address source, long metric) {
        TableId table = tableOf(type);
        RoutingTables tables = state.tables().withTable(table);
        RouteConfig config = new RouteConfig(
                prefix.network(),
                prefix.length(),
                table,
                0,
                type,
                scopeOf(type),
                RouteProtocol.KERNEL,
                source,
                metric,
                RouteMetrics.NONE,
                List.of(NextHop.direct(device, scopeOf(type))),
                NexthopReference.NONE);
        ResultOrErrno<RoutingTables> answer = new RouteAdmission(tables, state.addresses(), links, policy, witness)
                .add(config, RouteInsertion.APPEND);
        return state.with(answer instanceof ResultOrErrno.Ok<RoutingTables> ok ? ok.value() : tables);
    }

    /** {@code fib_magic} with {@code RTM_DELROUTE}. */
    private static RoutingState unmake(
            RoutingState state, int device, RouteType type, Ipv4Prefix prefix, Ipv4Address source, long metric) {
        RouteSelector selector = new RouteSelector(
                prefix,
                tableOf(type),
                0,
                List.of(type),
                scopeOf(type),
                RouteProtocol.KERNEL,
                source,
                metric,
                RouteMetrics.NONE,
                List.of(NextHop.direct(device, scopeOf(type))),
                0);
        ResultOrErrno<RoutingTables> answer = state.tables().delete(selector);
        return answer instanceof ResultOrErrno.Ok<RoutingTables> ok ? state.with(ok.value()) : state;
    }

    private static TableId tableOf(RouteType type) {
        return type == RouteType.UNICAST ? TableId.MAIN : TableId.LOCAL;
    }

    private static RouteScope scopeOf(RouteType type) {
        return type == RouteType.LOCAL ? RouteScope.HOST : RouteScope.LINK;
    }
}
