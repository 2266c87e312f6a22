package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.route.MultipathHash;
import org.packetwalk.packet.Header;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.LinkLayer;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.packet.UdpHeader;

/** What of a packet or flow decides its way among several: {@code fib_multipath_hash}. */
final class FlowHash {

    private FlowHash() {}

    /** The hash of a flow under the settings of a host. */
    static int of(NetNamespace ns, FlowKey flow) {
        int seed = ns.sysctls().number("net.ipv4.fib_multipath_hash_seed");
        int policy = ns.sysctls().number("net.ipv4.fib_multipath_hash_policy");
        return MultipathHash.of(seed, policy, flow);
    }

    /** The hash of a packet: with addresses only, an ICMP error goes the way of the packet it quotes. */
    static int of(NetNamespace ns, SkBuff skb) {
        int policy = ns.sysctls().number("net.ipv4.fib_multipath_hash_policy");
        Packet packet = policy == 0 ? quoted(skb.packet()) : skb.packet();
        Ipv4Header header = packet.ipv4();
        return of(ns, dissected(packet, FlowKey.output(header.destination()).withSource(header.source())));
    }

    /** {@code ip_multipath_l3_keys}. */
    private static Packet quoted(Packet packet) {
        if (packet.ipv4().fragmentOffset() != 0
                || PacketCodec.peekTransport(packet)
                        .filter(transport -> transport instanceof IcmpMessage message
                                && (message.isError() || message.type() == IcmpMessage.REDIRECT))
                        .isEmpty()) {
            return packet;
        }
        Packet inner = PacketCodec.decodeQuote(PacketCodec.transport(packet).from(IcmpMessage.LENGTH), LinkLayer.IPV4)
                .packet();
        return inner.has(Ipv4Header.class) ? inner : packet;
    }

    /** {@code skb_flow_dissect_flow_keys}: the flow with the protocol of a packet and, but for fragments, its ports. */
    static FlowKey dissected(Packet packet, FlowKey flow) {
        int protocol = packet.ipv4().protocol().number();
        Optional<Header> transport = packet.ipv4().isFragment() ? Optional.empty() : PacketCodec.peekTransport(packet);
        if (transport.isPresent() && transport.get() instanceof UdpHeader udp) {
            return flow.withTransport(protocol, udp.sourcePort(), udp.destinationPort());
        }
        if (transport.isPresent() && transport.get() instanceof TcpHeader tcp) {
            return flow.withTransport(protocol, tcp.sourcePort(), tcp.destinationPort());
        }
        return flow.withTransport(protocol, 0, 0);
    }
}
