package org.packetwalk.packet;

import org.packetwalk.net.Ipv4Address;

/**
 * The first eight bytes of an ICMP message (RFC 792, {@code struct icmphdr}); {@code rest} is the second word, whose
 * meaning depends on the type. What follows, such as the packet an error quotes, is the payload of the packet.
 */
public record IcmpMessage(int type, int code, int rest) implements Header {

    /** The bytes of the header. */
    public static final int LENGTH = 8;

    /** {@code ICMP_ECHOREPLY}. */
    public static final int ECHO_REPLY = 0;

    /** {@code ICMP_DEST_UNREACH}. */
    public static final int DESTINATION_UNREACHABLE = 3;

    /** {@code ICMP_SOURCE_QUENCH}. */
    public static final int SOURCE_QUENCH = 4;

    /** {@code ICMP_REDIRECT}. */
    public static final int REDIRECT = 5;

    /** {@code ICMP_ECHO}. */
    public static final int ECHO_REQUEST = 8;

    /** {@code ICMP_TIME_EXCEEDED}. */
    public static final int TIME_EXCEEDED = 11;

    /** {@code ICMP_PARAMETERPROB}. */
    public static final int PARAMETER_PROBLEM = 12;

    /** {@code ICMP_TIMESTAMP}. */
    public static final int TIMESTAMP = 13;

    /** {@code ICMP_TIMESTAMPREPLY}. */
    public static final int TIMESTAMP_REPLY = 14;

    /** {@code ICMP_NET_UNREACH}, a code of destination unreachable. */
    public static final int NET_UNREACHABLE = 0;

    /** {@code ICMP_HOST_UNREACH}. */
    public static final int HOST_UNREACHABLE = 1;

    /** {@code ICMP_PROT_UNREACH}. */
    public static final int PROTOCOL_UNREACHABLE = 2;

    /** {@code ICMP_PORT_UNREACH}. */
    public static final int PORT_UNREACHABLE = 3;

    /** {@code ICMP_FRAG_NEEDED}. */
    public static final int FRAGMENTATION_NEEDED = 4;

    /** {@code ICMP_SR_FAILED}. */
    public static final int SOURCE_ROUTE_FAILED = 5;

    /** {@code ICMP_NET_ANO}. */
    public static final int NET_PROHIBITED = 9;

    /** {@code ICMP_HOST_ANO}. */
    public static final int HOST_PROHIBITED = 10;

    /** {@code ICMP_PKT_FILTERED}. */
    public static final int PACKET_FILTERED = 13;

    /** {@code ICMP_EXC_TTL}, a code of time exceeded. */
    public static final int TTL_EXCEEDED = 0;

    /** {@code ICMP_EXC_FRAGTIME}, a code of time exceeded. */
    public static final int REASSEMBLY_TIME_EXCEEDED = 1;

    /**
     * Refuses what does not fit the wire format.
     *
     * @throws IllegalArgumentException if type or code is not 0 to 255
     */
    public IcmpMessage {
        FieldRange.check("ICMP type", type, 0xff);
        FieldRange.check("ICMP code", code, 0xff);
    }

    /** An echo request with its identifier and sequence number, of which the low 16 bits count. */
    public static IcmpMessage echoRequest(int id, int sequence) {
        return new IcmpMessage(ECHO_REQUEST, 0, id << 16 | sequence & 0xffff);
    }

    /** An echo reply with its identifier and sequence number, of which the low 16 bits count. */
    public static IcmpMessage echoReply(int id, int sequence) {
        return new IcmpMessage(ECHO_REPLY, 0, id << 16 | sequence & 0xffff);
    }

    /** Destination unreachable; the MTU of the next hop belongs to code 4 (RFC 1191 §4) and is 0 otherwise. */
    public static IcmpMessage destinationUnreachable(int code, int mtu) {
        return new IcmpMessage(DESTINATION_UNREACHABLE, code, mtu & 0xffff);
    }

    /** Time exceeded, of the TTL (code 0) or of the reassembly (code 1). */
    public static IcmpMessage timeExceeded(int code) {
        return new IcmpMessage(TIME_EXCEEDED, code, 0);
    }

    /** Parameter problem at the given byte of the packet. */
    public static IcmpMessage parameterProblem(int code, int pointer) {
        return new IcmpMessage(PARAMETER_PROBLEM, code, pointer << 24);
    }

    /** Redirect to another gateway. */
    public static IcmpMessage redirect(int code, Ipv4Address gateway) {
        return new IcmpMessage(REDIRECT, code, gateway.bits());
    }

    @Override
    public int length() {
        return LENGTH;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.icmp(this);
    }

    /** The identifier of an echo. */
    public int id() {
        return rest >>> 16;
    }

    /** The sequence number of an echo. */
    public int sequence() {
        return rest & 0xffff;
    }

    /** The MTU of the next hop in a destination unreachable of code 4. */
    public int mtu() {
        return rest & 0xffff;
    }

    /** The gateway of a redirect. */
    public Ipv4Address gateway() {
        return new Ipv4Address(rest);
    }

    /** The byte a parameter problem points at. */
    public int pointer() {
        return rest >>> 24;
    }

    /** Whether this answers about another packet, which it quotes ({@code icmp_is_err}). */
    public boolean isError() {
        return switch (type) {
            case DESTINATION_UNREACHABLE, SOURCE_QUENCH, REDIRECT, TIME_EXCEEDED, PARAMETER_PROBLEM -> true;
            default -> false;
        };
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
