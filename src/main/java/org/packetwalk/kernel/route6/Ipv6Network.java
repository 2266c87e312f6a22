package org.packetwalk.kernel.route6;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.Ipv6Address;

/**
 * The IPv6 side of a namespace ({@code struct netns_ipv6}).
 *
 * @param addresses the addresses and groups of its devices
 * @param routing its rules and tables
 * @param labels the policy table for source addresses
 * @param exceptions what ICMPv6 taught, oldest first
 */
public record Ipv6Network(
        Ipv6Addresses addresses, Ipv6RoutingTables routing, AddressLabels labels, List<Ipv6Exception> exceptions) {

    /** A new namespace: lo alone, without addresses. */
    public static final Ipv6Network INITIAL =
            new Ipv6Network(Ipv6Addresses.NONE, Ipv6RoutingTables.INITIAL, AddressLabels.INITIAL, List.of());

    /** Copies the list. */
    public Ipv6Network {
        exceptions = List.copyOf(exceptions);
    }

    /** With other addresses. */
    public Ipv6Network with(Ipv6Addresses now) {
        return new Ipv6Network(now, routing, labels, exceptions);
    }

    /** With a device added or changed. */
    public Ipv6Network with(Ipv6Device device) {
        return with(addresses.with(device));
    }

    /** With another policy table. */
    public Ipv6Network with(AddressLabels now) {
        return new Ipv6Network(addresses, routing, now, exceptions);
    }

    /** With other rules or routes; what was learnt of routes that are gone is forgotten. */
    public Ipv6Network with(Ipv6RoutingTables now) {
        List<Ipv6Exception> kept = exceptions.stream()
                .filter(known -> now.routes().stream()
                        .anyMatch(route -> route.prefix().equals(known.prefix())
                                && route.nexthops().stream().anyMatch(way -> way.device() == known.device())))
                .toList();
        return new Ipv6Network(addresses, now, labels, kept);
    }

    /** What is known of a destination of a route ({@code rt6_find_cached_rt}). */
    public Optional<Ipv6Exception> learnt(Ipv6RouteMatch match, Ipv6Address destination, SimTime now) {
        return exceptions.stream()
                .filter(known -> known.prefix().equals(match.route().prefix())
                        && known.device() == match.way().device()
                        && known.destination().equals(destination)
                        && !known.expired(now))
                .findFirst();
    }

    /** With something learnt, in place of what was known before ({@code rt6_insert_exception}). */
    public Ipv6Network learning(Ipv6Exception learnt) {
        List<Ipv6Exception> all = new ArrayList<>(exceptions.stream()
                .filter(known -> !(known.prefix().equals(learnt.prefix())
                        && known.device() == learnt.device()
                        && known.destination().equals(learnt.destination())))
                .toList());
        all.add(learnt);
        return new Ipv6Network(addresses, routing, labels, all);
    }

    /** Nothing learnt any more ({@code ip -6 route flush cache}). */
    public Ipv6Network forgetting() {
        return new Ipv6Network(addresses, routing, labels, List.of());
    }
}
