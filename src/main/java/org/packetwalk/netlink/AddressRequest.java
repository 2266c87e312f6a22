package org.packetwalk.netlink;

import org.packetwalk.kernel.route.InterfaceAddress;
import org.packetwalk.kernel.route.RouteScope;
import org.packetwalk.kernel.route6.Ipv6InterfaceAddress;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.MacAddress;

/** A change of the IPv4 addresses of a device ({@code RTM_NEWADDR}, {@code RTM_DELADDR}). */
public sealed interface AddressRequest extends ConfigRequest {

    /** The ifindex of the device it is about. */
    int device();

    @Override
    default <R> R accept(ConfigRequest.Visitor<R> visitor) {
        return visitor.address(this);
    }

    /**
     * A new address, or a changed one.
     *
     * @param device ifindex
     * @param replace whether it may be there
     */
    record Add(int device, InterfaceAddress address, boolean replace) implements AddressRequest {}

    /**
     * An address goes: the first that agrees with everything given.
     *
     * @param device ifindex
     * @param address the address
     * @param prefixLength its prefix length; 0 for any, if no peer is given
     * @param peer the other end, the address itself if none was given
     * @param anyLength whether no prefix length was typed, which fits all
     * @param label its label, empty for any
     * @param flushing whether it is one of many that are deleted at once
     */
    record Delete(
            int device,
            Ipv4Address address,
            int prefixLength,
            Ipv4Address peer,
            boolean anyLength,
            String label,
            boolean flushing)
            implements AddressRequest {

        /** One that is deleted by itself. */
        public Delete(
                int device, Ipv4Address address, int prefixLength, Ipv4Address peer, boolean anyLength, String label) {
            this(device, address, prefixLength, peer, anyLength, label, false);
        }
    }

    /** Puts an IPv6 address on a device, or changes its lifetimes if it may be there already. */
    record AddIpv6(int device, Ipv6InterfaceAddress address, boolean replace) implements AddressRequest {}

    /** Takes an IPv6 address off a device. */
    record DeleteIpv6(int device, Ipv6Address address, int prefixLength) implements AddressRequest {}

    /**
     * A device listens to a hardware address, or not any more ({@code SIOCADDMULTI}, {@code SIOCDELMULTI}).
     *
     * @param device ifindex
     */
    record Listen(int device, MacAddress address, boolean on) implements AddressRequest {}

    /** The scope the kernel is asked for if none was typed: host for 127.0.0.0/8, else global. */
    static RouteScope defaultScope(Ipv4Address address) {
        return address.isLoopback() ? RouteScope.HOST : RouteScope.UNIVERSE;
    }
}
