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

    /** The four bytes of IPv4 or sixteen of IPv6, in network order. */
    ByteString bytes();

    /** Whether this is one of IPv4. */
    default boolean isIpv4() {
        return this instanceof Ipv4Address;
    }

    /** Only the bits that are set in a mask of the same family. */
    default IpAddress and(IpAddress mask) {
        if (this instanceof Ipv4Address four && mask instanceof Ipv4Address other) {
            return new Ipv4Address(four.bits() & other.bits());
        }
        if (this instanceof Ipv6Address six && mask instanceof Ipv6Address other) {
            return new Ipv6Address(six.high() & other.high(), six.low() & other.low());
        }
        throw new IllegalArgumentException(this + " and " + mask + " are not of one family");
    }

    /**
     * The IPv4 address.
     *
     * @throws IllegalStateException if it is none
     */
    default Ipv4Address ipv4() {
        if (this instanceof Ipv4Address four) {
            return four;
        }
        throw new IllegalStateException(this + " is no IPv4 address");
    }

    /**
     * The IPv6 address.
     *
     * @throws IllegalStateException if it is none
     */
    default Ipv6Address ipv6() {
        if (this instanceof Ipv6Address six) {
            return six;
        }
        throw new IllegalStateException(this + " is no IPv6 address");
    }

    /**
     * The address of four or sixteen bytes.
     *
     * @throws IllegalArgumentException if there are more or fewer
     */
    static IpAddress of(ByteString bytes) {
        return switch (bytes.size()) {
            case 4 -> new Ipv4Address(bytes.u32(0));
            case 16 -> new Ipv6Address(bytes.u64(0), bytes.u64(8));
            default -> throw new IllegalArgumentException(bytes.size() + " bytes are no address");
        };
    }

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
