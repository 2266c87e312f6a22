package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.netfilter.PacketFacts;
import org.packetwalk.kernel.netfilter.Tuple;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.packet.Header;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.packet.Ipv6FragmentHeader;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.packet.UdpHeader;

/** What netfilter reads in a packet of either family; its IP header is the outermost. */
final class Facts {

    private Facts() {}

    /** What rules can ask. */
    static PacketFacts of(Packet packet) {
        Optional<Header> transport = PacketCodec.peekTransport(packet);
        Header header = transport.orElse(packet.headers().get(0));
        int source = 0;
        int destination = 0;
        int type = 0;
        int code = 0;
        int flags = 0;
        ByteString options = ByteString.EMPTY;
        if (header instanceof TcpHeader tcp) {
            source = tcp.sourcePort();
            destination = tcp.destinationPort();
            flags = tcp.flags().bits();
            options = tcp.options();
        } else if (header instanceof UdpHeader udp) {
            source = udp.sourcePort();
            destination = udp.destinationPort();
        } else if (header instanceof IcmpMessage icmp) {
            type = icmp.type();
            code = icmp.code();
        } else if (header instanceof Icmpv6Message icmp) {
            type = icmp.type();
            code = icmp.code();
        }
        return new PacketFacts(
                source(packet),
                destination(packet),
                protocol(packet).number(),
                fragmentOffset(packet),
                transport.isPresent(),
                source,
                destination,
                type,
                code,
                flags,
                options,
                length(packet));
    }

    /** Whether it is a packet of IPv6. */
    static boolean six(Packet packet) {
        return packet.headers().get(0) instanceof Ipv6Header;
    }

    static IpAddress source(Packet packet) {
        return six(packet) ? packet.ipv6().source() : packet.ipv4().source();
    }

    static IpAddress destination(Packet packet) {
        return six(packet) ? packet.ipv6().destination() : packet.ipv4().destination();
    }

    /** What it carries, behind extension headers if there are any. */
    static IpProtocol protocol(Packet packet) {
        return six(packet) ? PacketCodec.upperProtocol(packet) : packet.ipv4().protocol();
    }

    private static int fragmentOffset(Packet packet) {
        if (!six(packet)) {
            return packet.ipv4().fragmentOffset();
        }
        return packet.has(Ipv6FragmentHeader.class)
                ? packet.header(Ipv6FragmentHeader.class).fragmentOffset()
                : 0;
    }

    private static int length(Packet packet) {
        return six(packet)
                ? Ipv6Header.LENGTH + packet.ipv6().payloadLength()
                : packet.ipv4().totalLength();
    }

    /** {@code nf_ct_get_tuple}. */
    static Tuple tuple(Packet packet) {
        PacketFacts facts = of(packet);
        int source = facts.sourcePort();
        int destination = facts.destinationPort();
        Header header =
                PacketCodec.peekTransport(packet).orElse(packet.headers().get(0));
        if (header instanceof IcmpMessage icmp) {
            source = icmp.id();
            destination = icmp.type() << 8 | icmp.code();
        } else if (header instanceof Icmpv6Message icmp) {
            source = icmp.id();
            destination = icmp.type() << 8 | icmp.code();
        }
        return new Tuple(facts.source(), facts.destination(), facts.protocol(), source, destination);
    }
}
