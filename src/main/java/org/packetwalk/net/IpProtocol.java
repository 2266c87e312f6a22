package org.packetwalk.net;

/** The number in the protocol field of an IPv4 header or the next header field of an IPv6 header, 0 to 255. */
public record IpProtocol(int number) implements Comparable<IpProtocol> {

    /** 1, RFC 792. */
    public static final IpProtocol ICMP = new IpProtocol(1);

    /** 2, RFC 3376. */
    public static final IpProtocol IGMP = new IpProtocol(2);

    /** 6, RFC 9293. */
    public static final IpProtocol TCP = new IpProtocol(6);

    /** 17, RFC 768. */
    public static final IpProtocol UDP = new IpProtocol(17);

    /** 58, RFC 4443. */
    public static final IpProtocol ICMPV6 = new IpProtocol(58);

    /**
     * Refuses what does not fit the field.
     *
     * @throws IllegalArgumentException if the number is not 0 to 255
     */
    public IpProtocol {
        if (number < 0 || number > 255) {
            throw new IllegalArgumentException(number + " is not a protocol: it must be 0 to 255.");
        }
    }

    /** The name as in {@code /etc/protocols}, or the number in decimal. */
    public String label() {
        return switch (number) {
            case 1 -> "icmp";
            case 2 -> "igmp";
            case 6 -> "tcp";
            case 17 -> "udp";
            case 58 -> "ipv6-icmp";
            default -> Integer.toString(number);
        };
    }

    @Override
    public int compareTo(IpProtocol other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return label();
    }
}
