package org.packetwalk.packet;

/**
 * One protocol header of a packet.
 *
 * <p>A header that can be constructed fits its wire format: each component is within the range of its field.
 * Checksums are no components; {@link PacketCodec} computes them when it encodes and checks them when it decodes.
 */
public sealed interface Header
        permits EthernetHeader,
                ArpMessage,
                Ipv4Header,
                Ipv6Header,
                HopByHopHeader,
                Ipv6FragmentHeader,
                IcmpMessage,
                Icmpv6Message,
                UdpHeader,
                TcpHeader {

    /** The number of bytes of this header on the wire, options included, payload not. */
    int length();

    /** Answers by the kind of header. */
    <R> R accept(Visitor<R> visitor);

    /** One answer for each kind of header. */
    interface Visitor<R> {
        R ethernet(EthernetHeader header);

        R arp(ArpMessage header);

        R ipv4(Ipv4Header header);

        R ipv6(Ipv6Header header);

        R hopByHop(HopByHopHeader header);

        R ipv6Fragment(Ipv6FragmentHeader header);

        R icmp(IcmpMessage header);

        R icmpv6(Icmpv6Message header);

        R udp(UdpHeader header);

        R tcp(TcpHeader header);
    }
}
