package org.packetwalk.packet;

/** Sets the length field of a header that is followed by the given number of bytes. */
record LengthSetter(int following) implements Header.Visitor<Header> {

    @Override
    public Header ethernet(EthernetHeader header) {
        return header;
    }

    @Override
    public Header arp(ArpMessage header) {
        return header;
    }

    @Override
    public Header ipv4(Ipv4Header header) {
        return header.withTotalLength(header.length() + following);
    }

    @Override
    public Header ipv6(Ipv6Header header) {
        return header.withPayloadLength(following);
    }

    @Override
    public Header hopByHop(HopByHopHeader header) {
        return header;
    }

    @Override
    public Header ipv6Fragment(Ipv6FragmentHeader header) {
        return header;
    }

    @Override
    public Header icmp(IcmpMessage header) {
        return header;
    }

    @Override
    public Header icmpv6(Icmpv6Message header) {
        return header;
    }

    @Override
    public Header udp(UdpHeader header) {
        return new UdpHeader(header.sourcePort(), header.destinationPort(), UdpHeader.LENGTH + following);
    }

    @Override
    public Header tcp(TcpHeader header) {
        return header;
    }
}
