package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.netfilter.IpAddress;
import org.packetwalk.kernel.netfilter.PacketFacts;
import org.packetwalk.kernel.netfilter.Tuple;
import org.packetwalk.net.ByteString;
import org.packetwalk.packet.Header;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.packet.UdpHeader;

/** What netfilter reads in an IPv4 packet. */
final class Facts {

    private Facts() {}

    /** What rules can ask. */
    static PacketFacts of(Packet packet) {
        Ipv4Header ip = packet.ipv4();
        Optional<Header> transport = PacketCodec.peekTransport(packet);
        Header header = transport.orElse(ip);
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
        }
        return new PacketFacts(
                IpAddress.of(ip.source()),
                IpAddress.of(ip.destination()),
                ip.protocol().number(),
                ip.fragmentOffset(),
                transport.isPresent(),
                source,
                destination,
                type,
                code,
                flags,
                options,
                ip.totalLength());
    }

    /** {@code nf_ct_get_tuple}. */
    static Tuple tuple(Packet packet) {
        PacketFacts facts = of(packet);
        int source = facts.sourcePort();
        int destination = facts.destinationPort();
        Header header = PacketCodec.peekTransport(packet).orElse(packet.ipv4());
        if (header instanceof IcmpMessage icmp) {
            source = icmp.id();
            destination = icmp.type() << 8 | icmp.code();
        }
        return new Tuple(facts.source(), facts.destination(), facts.protocol(), source, destination);
    }
}
