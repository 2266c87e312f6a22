package org.packetwalk.packet;

/**
 * The first eight bytes of an ICMPv6 message (RFC 4443 §2.1, {@code struct icmp6hdr}); {@code rest} is the second word,
 * whose meaning depends on the type. What follows, such as the target of a neighbour solicitation or the packet an
 * error quotes, is the payload of the packet.
 */
public record Icmpv6Message(int type, int code, int rest) implements Header {

    /** The bytes of the header. */
    public static final int LENGTH = 8;

    /** {@code ICMPV6_DEST_UNREACH}. */
    public static final int DESTINATION_UNREACHABLE = 1;

    /** {@code ICMPV6_PKT_TOOBIG}. */
    public static final int PACKET_TOO_BIG = 2;

    /** {@code ICMPV6_TIME_EXCEED}. */
    public static final int TIME_EXCEEDED = 3;

    /** {@code ICMPV6_PARAMPROB}. */
    public static final int PARAMETER_PROBLEM = 4;

    /** {@code ICMPV6_ECHO_REQUEST}. */
    public static final int ECHO_REQUEST = 128;

    /** {@code ICMPV6_ECHO_REPLY}. */
    public static final int ECHO_REPLY = 129;

    /** {@code NDISC_ROUTER_SOLICITATION}. */
    public static final int ROUTER_SOLICITATION = 133;

    /** {@code NDISC_ROUTER_ADVERTISEMENT}. */
    public static final int ROUTER_ADVERTISEMENT = 134;

    /** {@code NDISC_NEIGHBOUR_SOLICITATION}. */
    public static final int NEIGHBOR_SOLICITATION = 135;

    /** {@code NDISC_NEIGHBOUR_ADVERTISEMENT}. */
    public static final int NEIGHBOR_ADVERTISEMENT = 136;

    /** {@code NDISC_REDIRECT}. */
    public static final int REDIRECT = 137;

    /** {@code ICMPV6_MLD2_REPORT}. */
    public static final int MLDV2_REPORT = 143;

    /** {@code ICMPV6_NOROUTE}, a code of destination unreachable. */
    public static final int NO_ROUTE = 0;

    /** {@code ICMPV6_ADM_PROHIBITED}. */
    public static final int PROHIBITED = 1;

    /** {@code ICMPV6_ADDR_UNREACH}. */
    public static final int ADDRESS_UNREACHABLE = 3;

    /** {@code ICMPV6_PORT_UNREACH}. */
    public static final int PORT_UNREACHABLE = 4;

    /**
     * Refuses what does not fit the wire format.
     *
     * @throws IllegalArgumentException if type or code is not 0 to 255
     */
    public Icmpv6Message {
        FieldRange.check("ICMPv6 type", type, 0xff);
        FieldRange.check("ICMPv6 code", code, 0xff);
    }

    /** An echo request with its identifier and sequence number, of which the low 16 bits count. */
    public static Icmpv6Message echoRequest(int id, int sequence) {
        return new Icmpv6Message(ECHO_REQUEST, 0, id << 16 | sequence & 0xffff);
    }

    /** An echo reply with its identifier and sequence number, of which the low 16 bits count. */
    public static Icmpv6Message echoReply(int id, int sequence) {
        return new Icmpv6Message(ECHO_REPLY, 0, id << 16 | sequence & 0xffff);
    }

    /** Destination unreachable. */
    public static Icmpv6Message destinationUnreachable(int code) {
        return new Icmpv6Message(DESTINATION_UNREACHABLE, code, 0);
    }

    /** Packet too big for the MTU of the next hop. */
    public static Icmpv6Message packetTooBig(int mtu) {
        return new Icmpv6Message(PACKET_TOO_BIG, 0, mtu);
    }

    /** Time exceeded, of the hop limit (code 0) or of the reassembly (code 1). */
    public static Icmpv6Message timeExceeded(int code) {
        return new Icmpv6Message(TIME_EXCEEDED, code, 0);
    }

    @Override
    public int length() {
        return LENGTH;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.icmpv6(this);
    }

    /** Whether it is an echo request or its reply. */
    public boolean isEcho() {
        return type == ECHO_REQUEST || type == ECHO_REPLY;
    }

    /** The identifier of an echo. */
    public int id() {
        return rest >>> 16;
    }

    /** The sequence number of an echo. */
    public int sequence() {
        return rest & 0xffff;
    }

    /** The MTU of a packet too big. */
    public int mtu() {
        return rest;
    }

    /** Whether this answers about another packet, which it quotes: types below 128 (RFC 4443 §2.1). */
    public boolean isError() {
        return type < 128;
    }

    /** Whether this is an echo request. */
    public boolean isEchoRequest() {
        return type == ECHO_REQUEST;
    }

    /** Whether this is an echo reply. */
    public boolean isEchoReply() {
        return type == ECHO_REPLY;
    }
}
