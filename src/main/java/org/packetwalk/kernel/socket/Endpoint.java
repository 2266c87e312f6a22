package org.packetwalk.kernel.socket;

import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv6Address;

/**
 * One end of a conversation. An IPv6 socket that talks IPv4 has IPv4-mapped addresses (RFC 4291 section 2.5.5.2).
 *
 * @param address 0.0.0.0 or :: if any or none
 * @param port 0 to 65535, 0 if any or none; for raw sockets the protocol number
 * @param scope the ifindex that tells a link-local address or group apart ({@code sin6_scope_id}), 0 if it is not given
 */
public record Endpoint(IpAddress address, int port, int scope) {

    /** An end whose address needs no device. */
    public Endpoint(IpAddress address, int port) {
        this(address, port, 0);
    }

    /** Nobody yet, of an IPv4 socket. */
    public static final Endpoint ANY = new Endpoint(Ipv4Address.ANY, 0);

    /** Nobody yet, of an IPv6 socket. */
    public static final Endpoint ANY_IPV6 = new Endpoint(Ipv6Address.ANY, 0);

    /** Whether this is the end of an IPv6 socket. */
    public boolean isIpv6() {
        return address instanceof Ipv6Address;
    }

    /** Whether packets to this end are IPv4: the address is, or is mapped. */
    public boolean speaksIpv4() {
        return address instanceof Ipv4Address || ((Ipv6Address) address).isV4Mapped();
    }

    /** The address as IPv4 sees it: unmapped; 0.0.0.0 for ::. */
    public Ipv4Address ipv4() {
        return address instanceof Ipv6Address ipv6 ? new Ipv4Address((int) ipv6.low()) : (Ipv4Address) address;
    }

    /** The address as IPv6 sees it: mapped; :: for 0.0.0.0. */
    public Ipv6Address ipv6() {
        if (address instanceof Ipv6Address ipv6) {
            return ipv6;
        }
        return address.isAny() ? Ipv6Address.ANY : Ipv6Address.mapped((Ipv4Address) address);
    }

    /** The same end as a socket of a family has it. */
    public Endpoint of(boolean ipv6) {
        return ipv6 == isIpv6() ? this : new Endpoint(ipv6 ? ipv6() : ipv4(), port, scope);
    }

    /** No end yet, of the family of this one. */
    public Endpoint none() {
        return isIpv6() ? ANY_IPV6 : ANY;
    }

    /** Whether packets to both are for the same address and port; a mapped address is that of IPv4. */
    public boolean sameAs(Endpoint other) {
        return port == other.port && sameAddress(other);
    }

    /** Whether packets to both are for the same address, whatever the ports. */
    public boolean sameAddress(Endpoint other) {
        return speaksIpv4() == other.speaksIpv4()
                && (speaksIpv4() ? ipv4().equals(other.ipv4()) : address.equals(other.address));
    }

    @Override
    public String toString() {
        return (isIpv6() ? "[" + address + "]" : address) + ":" + port;
    }
}
