package org.packetwalk.kernel.netfilter;

import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv4Address;

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
    public static final Tuple NONE = new Tuple(Ipv4Address.ANY, Ipv4Address.ANY, 0, 0, 0);

    private static final int ICMP = 1;
    private static final int ICMPV6 = 58;

    /** The direction of the answers ({@code nf_ct_invert_tuple}). */
    public Tuple inverted() {
        return isIcmp()
                ? new Tuple(destination, source, protocol, sourcePort, answeringType() << 8 | destinationPort & 0xff)
                : new Tuple(destination, source, protocol, destinationPort, sourcePort);
    }

    /** Whether its ports are identifier, type and code of an ICMP message. */
    public boolean isIcmp() {
        return protocol == ICMP || protocol == ICMPV6;
    }

    /** The type that answers this one: echo, timestamp, information and mask queries, of IPv6 echo and node information. */
    private int answeringType() {
        if (protocol == ICMPV6) {
            return switch (destinationPort >> 8) {
                case 128 -> 129;
                case 129 -> 128;
                case 139 -> 140;
                case 140 -> 139;
                default -> destinationPort >> 8;
            };
        }
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
        order = order != 0 ? order : IpAddress.compare(source, other.source);
        order = order != 0 ? order : IpAddress.compare(destination, other.destination);
        order = order != 0 ? order : Integer.compare(sourcePort, other.sourcePort);
        return order != 0 ? order : Integer.compare(destinationPort, other.destinationPort);
    }
}
