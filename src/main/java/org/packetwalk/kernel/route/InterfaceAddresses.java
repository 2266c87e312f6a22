package org.packetwalk.kernel.route;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.pcollections.TreePMap;

import org.packetwalk.kernel.Check;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.Field;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.net.Ipv4Address;

/** The IPv4 addresses of all interfaces of a namespace, per interface in the kernel's order. A value. */
public final class InterfaceAddresses {

    /** No addresses. */
    public static final InterfaceAddresses NONE = new InterfaceAddresses(TreePMap.empty(), List.of());

    private record Owned(Ipv4Address address, int device) {}

    private final TreePMap<Integer, List<InterfaceAddress>> byDevice;
    private final List<Owned> newestFirst;

    private InterfaceAddresses(TreePMap<Integer, List<InterfaceAddress>> byDevice, List<Owned> newestFirst) {
        this.byDevice = byDevice;
        this.newestFirst = newestFirst;
    }

    /** The addresses of an interface in order: primaries first, wide scopes behind narrow ones. */
    public List<InterfaceAddress> of(int device) {
        List<InterfaceAddress> found = byDevice.get(device);
        return found == null ? List.of() : found;
    }

    /** Puts an address where {@code __inet_insert_ifa} puts it and marks it secondary if it is. */
    ResultOrErrno<InterfaceAddresses> inserting(int device, InterfaceAddress added) {
        List<InterfaceAddress> longer = new ArrayList<>(of(device));
        int behindPrimaries = 0;
        boolean secondary = false;
        for (int i = 0; i < longer.size(); i++) {
            InterfaceAddress there = longer.get(i);
            if (!there.secondary() && !added.scope().isNarrowerThan(there.scope())) {
                behindPrimaries = i + 1;
            }
            if (there.sharesSubnet(added)) {
                if (there.address().equals(added.address())) {
                    return ResultOrErrno.refused(Errno.EEXIST, "ipv4: Address already assigned");
                }
                if (!there.scope().equals(added.scope())) {
                    return ResultOrErrno.refused(Errno.EINVAL, "ipv4: Invalid scope value");
                }
                secondary = true;
            }
        }
        longer.add(secondary ? longer.size() : behindPrimaries, added.withSecondary(secondary));
        List<Owned> owners = new ArrayList<>(newestFirst);
        owners.add(0, new Owned(added.address(), device));
        return ResultOrErrno.ok(with(device, longer, owners));
    }

    InterfaceAddresses removing(int device, InterfaceAddress gone) {
        List<InterfaceAddress> shorter = new ArrayList<>(of(device));
        shorter.remove(gone);
        List<Owned> owners = new ArrayList<>(newestFirst);
        owners.remove(new Owned(gone.address(), device));
        return with(device, shorter, owners);
    }

    InterfaceAddresses exchanging(int device, InterfaceAddress before, InterfaceAddress after) {
        List<InterfaceAddress> changed = new ArrayList<>(of(device));
        changed.set(changed.indexOf(before), after);
        return with(device, changed, newestFirst);
    }

    InterfaceAddresses reordered(int device, List<InterfaceAddress> changed) {
        return with(device, changed, newestFirst);
    }

    private InterfaceAddresses with(int device, List<InterfaceAddress> changed, List<Owned> owners) {
        return new InterfaceAddresses(
                changed.isEmpty() ? byDevice.minus(device) : byDevice.plus(device, List.copyOf(changed)),
                List.copyOf(owners));
    }

    /** The interface that was last given an address, as the kernel's hash of addresses finds it; nothing if none has it. */
    public OptionalInt owner(Ipv4Address address) {
        for (Owned owned : newestFirst) {
            if (owned.address().equals(address)) {
                return OptionalInt.of(owned.device());
            }
        }
        return OptionalInt.empty();
    }

    /** Whether both addresses lie in one subnet of an interface ({@code inet_addr_onlink}); 0.0.0.0 as second is free. */
    public boolean onLink(int device, Ipv4Address one, Ipv4Address other) {
        return of(device).stream()
                .anyMatch(address -> address.subnet().contains(one)
                        && (other.isAny() || address.subnet().contains(other)));
    }

    /** The source address for a destination on an interface ({@code inet_select_addr}). */
    public SourceAddressDecision selectSource(SourceAddressQuery query, LinkStates links) {
        List<SourceCandidate> considered = new ArrayList<>();
        Ipv4Address first = Ipv4Address.ANY;
        int narrowest = query.routeLocalnet() ? RouteScope.LINK.number() : RouteScope.HOST.number();
        for (InterfaceAddress address : of(query.device())) {
            List<Check> checks = new ArrayList<>();
            boolean primary = check(
                    checks,
                    Field.STATE,
                    "primary",
                    address.secondary() ? "secondary" : "primary",
                    !address.secondary());
            if (!primary
                    || !check(
                            checks,
                            Field.SCOPE,
                            query.scope().word() + " or wider",
                            address.scope().word(),
                            Math.min(address.scope().number(), narrowest)
                                    <= query.scope().number())) {
                considered.add(new SourceCandidate(query.device(), address, checks));
                continue;
            }
            boolean inSubnet = query.destination().isAny()
                    || check(
                            checks,
                            Field.SUBNET,
                            address.subnet().toString(),
                            query.destination().toString(),
                            address.subnet().contains(query.destination()));
            considered.add(new SourceCandidate(query.device(), address, checks));
            if (inSubnet) {
                return new SourceAddressDecision(query, considered, address.address());
            }
            first = first.isAny() ? address.address() : first;
        }
        return first.isAny()
                ? selectAnywhere(query, links, considered)
                : new SourceAddressDecision(query, considered, first);
    }

    /** {@code in_dev_select_addr} for every interface, lo first. */
    private SourceAddressDecision selectAnywhere(
            SourceAddressQuery query, LinkStates links, List<SourceCandidate> considered) {
        for (int device : links.indexes()) {
            for (InterfaceAddress address : of(device)) {
                List<Check> checks = new ArrayList<>();
                boolean primary = check(
                        checks,
                        Field.STATE,
                        "primary",
                        address.secondary() ? "secondary" : "primary",
                        !address.secondary());
                boolean acceptable = primary
                        && check(
                                checks,
                                Field.SCOPE,
                                query.scope().word() + " or wider, not link",
                                address.scope().word(),
                                !address.scope().equals(RouteScope.LINK)
                                        && !address.scope().isNarrowerThan(query.scope()));
                considered.add(new SourceCandidate(device, address, checks));
                if (acceptable) {
                    return new SourceAddressDecision(query, considered, address.address());
                }
            }
        }
        return new SourceAddressDecision(query, considered, Ipv4Address.ANY);
    }

    private static boolean check(List<Check> checks, Field field, String wanted, String seen, boolean holds) {
        checks.add(new Check(field, wanted, seen, holds));
        return holds;
    }
}
