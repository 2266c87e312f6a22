package org.packetwalk.net;

/**
 * An address of either family, for what the kernel keeps for both: sockets ({@code struct sockaddr}) and neighbours
 * (the keys of {@code struct neighbour}).
 */
public sealed interface IpAddress permits Ipv4Address, Ipv6Address {

    /** Whether this is {@code 0.0.0.0} or {@code ::}. */
    boolean isAny();

    /** Whether this is a group. */
    boolean isMulticast();

    /** Whether this is {@code 127.0.0.0/8} or {@code ::1}. */
    boolean isLoopback();

    /** IPv4 before IPv6, within a family by number. */
    static int compare(IpAddress one, IpAddress other) {
        if (one instanceof Ipv4Address first && other instanceof Ipv4Address second) {
            return first.compareTo(second);
        }
        if (one instanceof Ipv6Address first && other instanceof Ipv6Address second) {
            return first.compareTo(second);
        }
        return one instanceof Ipv4Address ? -1 : 1;
    }

    /**
     * Reads an address of either family.
     *
     * @throws IllegalArgumentException if it is none
     */
    static IpAddress parse(String text) {
        return text.indexOf(':') >= 0 ? Ipv6Address.parse(text) : Ipv4Address.parse(text);
    }

    /** Whether {@link #parse} would accept the text. */
    static boolean isValid(String text) {
        return Ipv4Address.isValid(text) || Ipv6Address.isValid(text);
    }
}
