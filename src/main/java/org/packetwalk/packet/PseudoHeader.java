package org.packetwalk.packet;

import java.util.List;
import java.util.OptionalInt;

import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv6Address;

/** The part of a transport checksum that the surrounding IP header gives (RFC 9293 §3.1, RFC 8200 §8.1). */
final class PseudoHeader implements Header.Visitor<OptionalInt> {

    private static final PseudoHeader ADDRESSES = new PseudoHeader();

    private PseudoHeader() {}

    /** The sum over the pseudo header of the innermost IP header; 0 where there is none to take it from. */
    static int sum(List<Header> outer, IpProtocol protocol, int length) {
        for (int i = outer.size() - 1; i >= 0; i--) {
            OptionalInt addresses = outer.get(i).accept(ADDRESSES);
            if (addresses.isPresent()) {
                return Checksum.fold((long) addresses.getAsInt() + protocol.number() + length);
            }
        }
        return 0;
    }

    private static long words(int bits) {
        return (bits >>> 16) + (bits & 0xffff);
    }

    private static long words(Ipv4Address address) {
        return words(address.bits());
    }

    private static long words(Ipv6Address address) {
        return words((int) (address.high() >>> 32))
                + words((int) address.high())
                + words((int) (address.low() >>> 32))
                + words((int) address.low());
    }

    @Override
    public OptionalInt ipv4(Ipv4Header header) {
        return OptionalInt.of(Checksum.fold(words(header.source()) + words(header.destination())));
    }

    @Override
    public OptionalInt ipv6(Ipv6Header header) {
        return OptionalInt.of(Checksum.fold(words(header.source()) + words(header.destination())));
    }

    @Override
    public OptionalInt ethernet(EthernetHeader header) {
        return OptionalInt.empty();
    }

    @Override
    public OptionalInt arp(ArpMessage header) {
        return OptionalInt.empty();
    }

    @Override
    public OptionalInt hopByHop(HopByHopHeader header) {
        return OptionalInt.empty();
    }

    @Override
    public OptionalInt ipv6Fragment(Ipv6FragmentHeader header) {
        return OptionalInt.empty();
    }

    @Override
    public OptionalInt icmp(IcmpMessage header) {
        return OptionalInt.empty();
    }

    @Override
    public OptionalInt icmpv6(Icmpv6Message header) {
        return OptionalInt.empty();
    }

    @Override
    public OptionalInt udp(UdpHeader header) {
        return OptionalInt.empty();
    }

    @Override
    public OptionalInt tcp(TcpHeader header) {
        return OptionalInt.empty();
    }
}
