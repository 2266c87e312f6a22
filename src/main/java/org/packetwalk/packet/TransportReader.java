package org.packetwalk.packet;

import java.util.List;

/** Reads the payload of a packet as what its innermost header, an IP header, says that it is. */
record TransportReader(Packet packet, boolean partial) implements Header.Visitor<Decoded> {

    static Decoded read(Packet packet, boolean partial) {
        if (packet.headers().isEmpty()) {
            return asItIs(packet);
        }
        Header innermost = packet.headers().get(packet.headers().size() - 1);
        return innermost.accept(new TransportReader(packet, partial));
    }

    private static Decoded asItIs(Packet packet) {
        return new Decoded.Whole(packet, List.of());
    }

    private PacketReader reader() {
        return new PacketReader(packet.payload(), packet.headers(), partial);
    }

    @Override
    public Decoded ipv4(Ipv4Header header) {
        boolean readable = partial ? header.fragmentOffset() == 0 : !header.isFragment();
        return readable ? reader().overIpv4(header.protocol(), 0) : asItIs(packet);
    }

    @Override
    public Decoded ipv6(Ipv6Header header) {
        return reader().overIpv6(header.nextHeader(), 0);
    }

    @Override
    public Decoded ethernet(EthernetHeader header) {
        return asItIs(packet);
    }

    @Override
    public Decoded arp(ArpMessage header) {
        return asItIs(packet);
    }

    @Override
    public Decoded hopByHop(HopByHopHeader header) {
        return reader().overIpv6(header.nextHeader(), 0);
    }

    @Override
    public Decoded ipv6Fragment(Ipv6FragmentHeader header) {
        boolean readable = header.fragmentOffset() == 0 && (partial || !header.moreFragments());
        return readable ? reader().overIpv6(header.nextHeader(), 0) : asItIs(packet);
    }

    @Override
    public Decoded icmp(IcmpMessage header) {
        return asItIs(packet);
    }

    @Override
    public Decoded icmpv6(Icmpv6Message header) {
        return asItIs(packet);
    }

    @Override
    public Decoded udp(UdpHeader header) {
        return asItIs(packet);
    }

    @Override
    public Decoded tcp(TcpHeader header) {
        return asItIs(packet);
    }
}
