package org.packetwalk.net;

/**
 * An IPv4 prefix such as 10.0.0.0/8; canonical by construction: the bits behind the length are 0.
 *
 * <p>Ordered by network, then by length, short first.
 */
public record Ipv4Prefix(Ipv4Address network, int length) implements IpPrefix, Comparable<Ipv4Prefix> {

    /** 0.0.0.0/0, which iproute2 prints as {@code default}. */
    public static final Ipv4Prefix DEFAULT = new Ipv4Prefix(Ipv4Address.ANY, 0);

    /** 127.0.0.0/8. */
    public static final Ipv4Prefix LOOPBACK = new Ipv4Prefix(Ipv4Address.of(127, 0, 0, 0), 8);

    /**
     * Refuses host bits.
     *
     * @throws IllegalArgumentException if the length is not 0 to 32 or a bit behind it is set
     */
    public Ipv4Prefix {
        if (length < 0 || length > 32) {
            throw new IllegalArgumentException("/" + length + " is not a prefix length: it must be 0 to 32.");
        }
        if ((network.bits() & ~mask(length)) != 0) {
            throw new IllegalArgumentException(network + "/" + length + " has bits behind the prefix.");
        }
    }

    /** The prefix of the given length that contains the address. */
    public static Ipv4Prefix containing(Ipv4Address address, int length) {
        return new Ipv4Prefix(new Ipv4Address(address.bits() & mask(length)), length);
    }

    /** The /32 of one address. */
    public static Ipv4Prefix of(Ipv4Address address) {
        return new Ipv4Prefix(address, 32);
    }

    /**
     * Reads {@code 10.0.0.0/8} or a plain address (then /32).
     *
     * @throws IllegalArgumentException if the text is neither, or has bits behind the prefix
     */
    public static Ipv4Prefix parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return of(Ipv4Address.parse(text));
        }
        Ipv4Address network = Ipv4Address.parse(text.substring(0, slash));
        String length = text.substring(slash + 1);
        if (!length.matches("\\d{1,2}")) {
            throw new IllegalArgumentException(text + " is not a prefix: \"" + length + "\" is not a length.");
        }
        return new Ipv4Prefix(network, Integer.parseInt(length));
    }

    /** The network mask of a prefix length, 0 to 32, as bits. */
    public static int mask(int length) {
        return length == 0 ? 0 : -1 << 32 - length;
    }

    /** The network mask as an address, such as 255.255.255.0. */
    public Ipv4Address mask() {
        return new Ipv4Address(mask(length));
    }

    @Override
    public boolean covers(IpAddress address) {
        return address instanceof Ipv4Address ours && contains(ours);
    }

    /** Whether the address lies in this prefix. */
    public boolean contains(Ipv4Address address) {
        return (address.bits() & mask(length)) == network.bits();
    }

    /** The position of the first bit, 1 to 32 from the left, in which an address differs from this prefix; 0 if it lies in it. */
    public int firstDifference(Ipv4Address address) {
        int difference = (address.bits() ^ network.bits()) & mask(length);
        return difference == 0 ? 0 : Integer.numberOfLeadingZeros(difference) + 1;
    }

    /** Whether every address of the other prefix lies in this one. */
    public boolean contains(Ipv4Prefix other) {
        return length <= other.length && contains(other.network);
    }

    /** The highest address of the prefix: its directed broadcast address. */
    public Ipv4Address lastAddress() {
        return new Ipv4Address(network.bits() | ~mask(length));
    }

    @Override
    public int compareTo(Ipv4Prefix other) {
        int byNetwork = network.compareTo(other.network);
        return byNetwork != 0 ? byNetwork : Integer.compare(length, other.length);
    }

    @Override
    public String toString() {
        return network + "/" + length;
    }
}
