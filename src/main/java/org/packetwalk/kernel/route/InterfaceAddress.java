package org.packetwalk.kernel.route;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;

/**
 * One IPv4 address of an interface: {@code struct in_ifaddr}.
 *
 * @param address the address itself
 * @param prefixLength the length of its subnet's prefix
 * @param peer the other end of a point-to-point address; the address itself if it is none
 * @param broadcast the broadcast address that was asked for, 0.0.0.0 if none
 * @param scope how far the address is valid
 * @param label the name {@code ip addr} prints behind it
 * @param secondary whether an older address of the same subnet is on the interface
 * @param noPrefixRoute whether the route to the subnet is not made
 * @param autojoin whether the interface joins the multicast group that the address is
 * @param metric the metric of the route to the subnet
 * @param lifetime how long it is valid and preferred
 */
public record InterfaceAddress(
        Ipv4Address address,
        int prefixLength,
        Ipv4Address peer,
        Ipv4Address broadcast,
        RouteScope scope,
        String label,
        boolean secondary,
        boolean noPrefixRoute,
        boolean autojoin,
        long metric,
        AddressLifetime lifetime) {

    /** An address of global scope and nothing special. */
    public static InterfaceAddress of(Ipv4Address address, int prefixLength, String label) {
        return new InterfaceAddress(
                address,
                prefixLength,
                address,
                Ipv4Address.ANY,
                RouteScope.UNIVERSE,
                label,
                false,
                false,
                false,
                0,
                AddressLifetime.UNLIMITED);
    }

    /** 127.0.0.1/8 with scope host, which lo gets when it comes up. */
    public static InterfaceAddress loopback(String label) {
        return new InterfaceAddress(
                Ipv4Address.LOOPBACK,
                8,
                Ipv4Address.LOOPBACK,
                Ipv4Address.ANY,
                RouteScope.HOST,
                label,
                false,
                false,
                false,
                0,
                AddressLifetime.UNLIMITED);
    }

    /** The subnet: of the peer, if there is one. */
    public Ipv4Prefix subnet() {
        return Ipv4Prefix.containing(peer, prefixLength);
    }

    /** The broadcast addresses that come with it: the one asked for, and that of its subnet if it is the first there. */
    public List<Ipv4Address> broadcasts() {
        List<Ipv4Address> all = new ArrayList<>();
        if (!broadcast.isAny() && !broadcast.isLimitedBroadcast()) {
            all.add(broadcast);
        }
        boolean zeroNet = subnet().network().bits() >>> 24 == 0;
        if (!secondary && !zeroNet && prefixLength < 31) {
            all.add(new Ipv4Address(subnet().network().bits() | ~Ipv4Prefix.mask(prefixLength)));
        }
        return all;
    }

    /** Whether both are of one subnet with masks of one length. */
    boolean sharesSubnet(InterfaceAddress other) {
        return subnet().equals(other.subnet());
    }

    InterfaceAddress withSecondary(boolean changed) {
        return new InterfaceAddress(
                address,
                prefixLength,
                peer,
                broadcast,
                scope,
                label,
                changed,
                noPrefixRoute,
                autojoin,
                metric,
                lifetime);
    }

    InterfaceAddress withMetric(long changed) {
        return new InterfaceAddress(
                address,
                prefixLength,
                peer,
                broadcast,
                scope,
                label,
                secondary,
                noPrefixRoute,
                autojoin,
                changed,
                lifetime);
    }

    /** With another lifetime. */
    public InterfaceAddress lasting(AddressLifetime changed) {
        return new InterfaceAddress(
                address,
                prefixLength,
                peer,
                broadcast,
                scope,
                label,
                secondary,
                noPrefixRoute,
                autojoin,
                metric,
                changed);
    }
}
