package org.packetwalk.net;

/**
 * An IPv6 prefix such as fe80::/64; canonical by construction: the bits behind the length are 0.
 *
 * <p>Ordered by network, then by length, short first.
 */
public record Ipv6Prefix(Ipv6Address network, int length) implements IpPrefix, Comparable<Ipv6Prefix> {

    /** ::/0, which iproute2 prints as {@code default}. */
    public static final Ipv6Prefix DEFAULT = new Ipv6Prefix(Ipv6Address.ANY, 0);

    /** ff00::/8. */
    public static final Ipv6Prefix MULTICAST = new Ipv6Prefix(new Ipv6Address(0xffL << 56, 0), 8);

    /**
     * Refuses host bits.
     *
     * @throws IllegalArgumentException if the length is not 0 to 128 or a bit behind it is set
     */
    public Ipv6Prefix {
        if (length < 0 || length > 128) {
            throw new IllegalArgumentException("/" + length + " is not an IPv6 prefix length: it must be 0 to 128.");
        }
        if (!network.equals(masked(network, length))) {
            throw new IllegalArgumentException(network + "/" + length + " has bits behind the prefix.");
        }
    }

    /** The prefix of the given length that contains the address. */
    public static Ipv6Prefix containing(Ipv6Address address, int length) {
        return new Ipv6Prefix(masked(address, length), length);
    }

    /** The /128 of one address. */
    public static Ipv6Prefix of(Ipv6Address address) {
        return new Ipv6Prefix(address, 128);
    }

    /**
     * Reads {@code fe80::/64} or a plain address (then /128).
     *
     * @throws IllegalArgumentException if the text is neither, or has bits behind the prefix
     */
    public static Ipv6Prefix parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return of(Ipv6Address.parse(text));
        }
        Ipv6Address network = Ipv6Address.parse(text.substring(0, slash));
        String length = text.substring(slash + 1);
        if (!length.matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException(text + " is not a prefix: \"" + length + "\" is not a length.");
        }
        return new Ipv6Prefix(network, Integer.parseInt(length));
    }

    private static Ipv6Address masked(Ipv6Address address, int length) {
        long high = length == 0 ? 0 : length >= 64 ? -1L : -1L << 64 - length;
        long low = length <= 64 ? 0 : -1L << 128 - length;
        return new Ipv6Address(address.high() & high, address.low() & low);
    }

    @Override
    public boolean covers(IpAddress address) {
        return address instanceof Ipv6Address ours && contains(ours);
    }

    /** Whether the address lies in this prefix. */
    public boolean contains(Ipv6Address address) {
        return masked(address, length).equals(network);
    }

    /** Whether every address of the other prefix lies in this one. */
    public boolean contains(Ipv6Prefix other) {
        return length <= other.length && contains(other.network);
    }

    @Override
    public int compareTo(Ipv6Prefix other) {
        int byNetwork = network.compareTo(other.network);
        return byNetwork != 0 ? byNetwork : Integer.compare(length, other.length);
    }

    @Override
    public String toString() {
        return network + "/" + length;
    }
}
