package org.packetwalk.kernel.netfilter;

/**
 * What tells one direction of a connection from others ({@code struct nf_conntrack_tuple}).
 *
 * @param protocol the number of the transport protocol
 * @param sourcePort the port, or the identifier of an ICMP query, 0 where there is none
 * @param destinationPort the port, or type and code of an ICMP message as {@code type << 8 | code}
 */
public record Tuple(IpAddress source, IpAddress destination, int protocol, int sourcePort, int destinationPort)
        implements Comparable<Tuple> {

    /** No connection. */
    public static final Tuple NONE = new Tuple(IpAddress.ANY, IpAddress.ANY, 0, 0, 0);

    private static final int ICMP = 1;

    /** The direction of the answers ({@code nf_ct_invert_tuple}). */
    public Tuple inverted() {
        return protocol == ICMP
                ? new Tuple(destination, source, protocol, sourcePort, answeringType() << 8 | destinationPort & 0xff)
                : new Tuple(destination, source, protocol, destinationPort, sourcePort);
    }

    /** The ICMP type that answers this one: echo, timestamp, information and mask queries have answers. */
    private int answeringType() {
        return switch (destinationPort >> 8) {
            case 8 -> 0;
            case 0 -> 8;
            case 13 -> 14;
            case 14 -> 13;
            case 15 -> 16;
            case 16 -> 15;
            case 17 -> 18;
            case 18 -> 17;
            default -> destinationPort >> 8;
        };
    }

    /** With another source. */
    public Tuple from(IpAddress address, int port) {
        return new Tuple(address, destination, protocol, port, destinationPort);
    }

    /** With another destination. */
    public Tuple to(IpAddress address, int port) {
        return new Tuple(source, address, protocol, sourcePort, port);
    }

    @Override
    public int compareTo(Tuple other) {
        int order = Integer.compare(protocol, other.protocol);
        order = order != 0 ? order : compare(source, other.source);
        order = order != 0 ? order : compare(destination, other.destination);
        order = order != 0 ? order : Integer.compare(sourcePort, other.sourcePort);
        return order != 0 ? order : Integer.compare(destinationPort, other.destinationPort);
    }

    private static int compare(IpAddress one, IpAddress other) {
        int order = Integer.compare(one.bytes().size(), other.bytes().size());
        for (int i = 0; order == 0 && i < one.bytes().size(); i++) {
            order = Integer.compare(one.bytes().u8(i), other.bytes().u8(i));
        }
        return order;
    }
}
