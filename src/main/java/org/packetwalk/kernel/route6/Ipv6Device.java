package org.packetwalk.kernel.route6;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.net.Ipv6Address;

/**
 * What IPv6 keeps of a device ({@code struct inet6_dev}).
 *
 * @param index its ifindex
 * @param ready whether it is up and has a carrier ({@code IF_READY})
 * @param addresses its addresses, wide scopes first, within a scope the newest first
 * @param groups the groups it listens to, newest first
 * @param anycasts its anycast addresses, newest first
 * @param solicitations how many router solicitations were sent without an answer
 * @param hopLimit the hop limit that a router advertised, 0 if none
 * @param advertisedMtu the MTU that a router advertised in bytes, 0 if none
 */
public record Ipv6Device(
        int index,
        boolean ready,
        List<Ipv6InterfaceAddress> addresses,
        List<Ipv6Membership> groups,
        List<Ipv6Membership> anycasts,
        int solicitations,
        int hopLimit,
        int advertisedMtu) {

    /** Copies the lists. */
    public Ipv6Device {
        addresses = List.copyOf(addresses);
        groups = List.copyOf(groups);
        anycasts = List.copyOf(anycasts);
    }

    /** A device that came: it listens to all nodes ({@code ipv6_add_dev}). */
    public static Ipv6Device created(int index) {
        return new Ipv6Device(index, false, List.of(), List.of(), List.of(), 0, 0, 0)
                .joining(Ipv6Address.ALL_INTERFACE_NODES)
                .joining(Ipv6Address.ALL_NODES);
    }

    /** One of its addresses. */
    public Optional<Ipv6InterfaceAddress> find(Ipv6Address address) {
        return addresses.stream()
                .filter(there -> there.address().equals(address))
                .findFirst();
    }

    /** The first usable link-local address ({@code ipv6_get_lladdr}); a tentative one if so asked. */
    public Optional<Ipv6Address> linkLocal(boolean tentativeToo) {
        return addresses.stream()
                .filter(there -> there.scope() == Ipv6Scope.LINK && (tentativeToo || !there.tentative()))
                .map(Ipv6InterfaceAddress::address)
                .findFirst();
    }

    /** Whether it listens to a group. */
    public boolean listens(Ipv6Address group) {
        return groups.stream().anyMatch(there -> there.group().equals(group));
    }

    /** Whether an anycast address is its own. */
    public boolean hasAnycast(Ipv6Address address) {
        return anycasts.stream().anyMatch(there -> there.group().equals(address));
    }

    /** With an address put before those that do not reach farther ({@code ipv6_link_dev_addr}). */
    public Ipv6Device adding(Ipv6InterfaceAddress added) {
        List<Ipv6InterfaceAddress> longer = new ArrayList<>(addresses);
        int at = 0;
        while (at < longer.size()
                && longer.get(at).scope().number() > added.scope().number()) {
            at++;
        }
        longer.add(at, added);
        return withAddresses(longer);
    }

    /** With an address exchanged in its place. */
    public Ipv6Device replacing(Ipv6InterfaceAddress changed) {
        return withAddresses(addresses.stream()
                .map(there -> there.address().equals(changed.address()) ? changed : there)
                .toList());
    }

    /** Without an address. */
    public Ipv6Device without(Ipv6Address address) {
        return withAddresses(addresses.stream()
                .filter(there -> !there.address().equals(address))
                .toList());
    }

    /** With other addresses. */
    public Ipv6Device withAddresses(List<Ipv6InterfaceAddress> now) {
        return new Ipv6Device(index, ready, now, groups, anycasts, solicitations, hopLimit, advertisedMtu);
    }

    /** Listening to a group once more ({@code ipv6_dev_mc_inc}). */
    public Ipv6Device joining(Ipv6Address group) {
        return withGroups(oneMore(groups, group));
    }

    /** Listening to a group once less ({@code ipv6_dev_mc_dec}). */
    public Ipv6Device leaving(Ipv6Address group) {
        return withGroups(oneLess(groups, group));
    }

    private Ipv6Device withGroups(List<Ipv6Membership> now) {
        return new Ipv6Device(index, ready, addresses, now, anycasts, solicitations, hopLimit, advertisedMtu);
    }

    /** With an anycast address once more ({@code __ipv6_dev_ac_inc}). */
    public Ipv6Device joiningAnycast(Ipv6Address address) {
        return withAnycasts(oneMore(anycasts, address));
    }

    /** With an anycast address once less ({@code __ipv6_dev_ac_dec}). */
    public Ipv6Device leavingAnycast(Ipv6Address address) {
        return withAnycasts(oneLess(anycasts, address));
    }

    private Ipv6Device withAnycasts(List<Ipv6Membership> now) {
        return new Ipv6Device(index, ready, addresses, groups, now, solicitations, hopLimit, advertisedMtu);
    }

    private static List<Ipv6Membership> oneMore(List<Ipv6Membership> all, Ipv6Address group) {
        List<Ipv6Membership> changed = new ArrayList<>();
        boolean there = false;
        for (Ipv6Membership one : all) {
            boolean same = one.group().equals(group);
            there |= same;
            changed.add(same ? new Ipv6Membership(group, one.users() + 1) : one);
        }
        if (!there) {
            changed.add(0, new Ipv6Membership(group, 1));
        }
        return changed;
    }

    private static List<Ipv6Membership> oneLess(List<Ipv6Membership> all, Ipv6Address group) {
        List<Ipv6Membership> changed = new ArrayList<>();
        for (Ipv6Membership one : all) {
            if (!one.group().equals(group)) {
                changed.add(one);
            } else if (one.users() > 1) {
                changed.add(new Ipv6Membership(group, one.users() - 1));
            }
        }
        return changed;
    }

    /** Ready, or not. */
    public Ipv6Device ready(boolean now) {
        return new Ipv6Device(index, now, addresses, groups, anycasts, solicitations, hopLimit, advertisedMtu);
    }

    /** With another count of unanswered solicitations. */
    public Ipv6Device soliciting(int count) {
        return new Ipv6Device(index, ready, addresses, groups, anycasts, count, hopLimit, advertisedMtu);
    }

    /** With what a router advertised. */
    public Ipv6Device advertised(int newHopLimit, int newMtu) {
        return new Ipv6Device(index, ready, addresses, groups, anycasts, solicitations, newHopLimit, newMtu);
    }
}
