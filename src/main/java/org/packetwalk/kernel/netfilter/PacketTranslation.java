package org.packetwalk.kernel.netfilter;

import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.packet.UdpHeader;

/** Writes translated addresses and ports into packets ({@code net/netfilter/nf_nat_proto.c}); checksums follow by themselves. */
public final class PacketTranslation {

    private static final int SOURCE = 12;
    private static final int DESTINATION = 16;
    private static final int CHECKSUM = 10;
    private static final int NEXT_HEADER = 6;
    private static final int SOURCE_OF_IPV6 = 8;
    private static final int DESTINATION_OF_IPV6 = 24;

    private PacketTranslation() {}

    /** {@code nf_nat_manip_pkt}: one end of a packet becomes that of a tuple. */
    public static Packet apply(Packet packet, Tuple target, NatManip manip) {
        Packet changed = ports(packet, target, manip);
        if (packet.headers().get(0) instanceof Ipv6Header ip) {
            return changed.withIpv6(
                    manip == NatManip.SOURCE
                            ? ip.withSource(target.source().ipv6())
                            : ip.withDestination(target.destination().ipv6()));
        }
        Ipv4Header ip = packet.ipv4();
        return changed.withIpv4(
                manip == NatManip.SOURCE
                        ? ip.withSource(target.source().ipv4())
                        : ip.withDestination(target.destination().ipv4()));
    }

    private static Packet ports(Packet packet, Tuple target, NatManip manip) {
        boolean source = manip == NatManip.SOURCE;
        if (packet.has(TcpHeader.class)) {
            TcpHeader tcp = packet.tcp();
            return packet.replace(
                    tcp,
                    new TcpHeader(
                            source ? target.sourcePort() : tcp.sourcePort(),
                            source ? tcp.destinationPort() : target.destinationPort(),
                            tcp.sequence(),
                            tcp.acknowledgment(),
                            tcp.flags(),
                            tcp.window(),
                            tcp.urgentPointer(),
                            tcp.options()));
        }
        if (packet.has(UdpHeader.class)) {
            UdpHeader udp = packet.udp();
            return packet.replace(
                    udp,
                    new UdpHeader(
                            source ? target.sourcePort() : udp.sourcePort(),
                            source ? udp.destinationPort() : target.destinationPort(),
                            udp.datagramLength()));
        }
        if (packet.has(IcmpMessage.class) && !packet.icmp().isError() && target.protocol() == 1) {
            IcmpMessage icmp = packet.icmp();
            return packet.replace(
                    icmp, new IcmpMessage(icmp.type(), icmp.code(), target.sourcePort() << 16 | icmp.rest() & 0xffff));
        }
        if (packet.has(Icmpv6Message.class) && packet.icmpv6().isEcho()) {
            Icmpv6Message icmp = packet.icmpv6();
            return packet.replace(
                    icmp,
                    new Icmpv6Message(icmp.type(), icmp.code(), target.sourcePort() << 16 | icmp.rest() & 0xffff));
        }
        return packet;
    }

    /** The same for the packet that an ICMP error quotes. */
    public static Packet applyToQuote(Packet error, Tuple target, NatManip manip) {
        byte[] quote = error.payload().toByteArray();
        if (error.headers().get(0) instanceof Ipv6Header) {
            return error.withPayload(ByteString.of(quoteOfIpv6(quote, target, manip)));
        }
        if (quote.length < Ipv4Header.MINIMUM_LENGTH) {
            return error;
        }
        boolean source = manip == NatManip.SOURCE;
        int at = source ? SOURCE : DESTINATION;
        (source ? target.source() : target.destination()).bytes().copyTo(quote, at);
        int length = (quote[0] & 0xf) * 4;
        put(quote, CHECKSUM, 0);
        put(quote, CHECKSUM, checksum(quote, Math.min(length, quote.length)));
        int protocol = quote[9] & 0xff;
        if (protocol == IpProtocol.ICMP.number()) {
            if (quote.length >= length + 6 && target.protocol() == 1) {
                put(quote, length + 4, target.sourcePort());
            }
        } else if (quote.length >= length + 4
                && (protocol == IpProtocol.TCP.number() || protocol == IpProtocol.UDP.number())) {
            put(quote, length + (source ? 0 : 2), source ? target.sourcePort() : target.destinationPort());
        }
        return error.withPayload(ByteString.of(quote));
    }

    private static byte[] quoteOfIpv6(byte[] quote, Tuple target, NatManip manip) {
        if (quote.length < Ipv6Header.LENGTH) {
            return quote;
        }
        boolean source = manip == NatManip.SOURCE;
        (source ? target.source() : target.destination())
                .bytes()
                .copyTo(quote, source ? SOURCE_OF_IPV6 : DESTINATION_OF_IPV6);
        int protocol = quote[NEXT_HEADER] & 0xff;
        int at = Ipv6Header.LENGTH;
        if (protocol == IpProtocol.ICMPV6.number()) {
            boolean echo = quote.length > at
                    && ((quote[at] & 0xff) == Icmpv6Message.ECHO_REQUEST
                            || (quote[at] & 0xff) == Icmpv6Message.ECHO_REPLY);
            if (quote.length >= at + 6 && echo) {
                put(quote, at + 4, target.sourcePort());
            }
        } else if (quote.length >= at + 4
                && (protocol == IpProtocol.TCP.number() || protocol == IpProtocol.UDP.number())) {
            put(quote, at + (source ? 0 : 2), source ? target.sourcePort() : target.destinationPort());
        }
        return quote;
    }

    private static void put(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
    }

    private static int checksum(byte[] bytes, int length) {
        int sum = 0;
        for (int i = 0; i + 1 < length; i += 2) {
            sum += (bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff;
        }
        while (sum >> 16 != 0) {
            sum = (sum & 0xffff) + (sum >> 16);
        }
        return ~sum & 0xffff;
    }
}
