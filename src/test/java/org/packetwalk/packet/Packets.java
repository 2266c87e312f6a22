package org.packetwalk.packet;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import org.packetwalk.net.ByteString;
import org.packetwalk.net.EtherType;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.MacAddress;

/** Random headers and packets whose length fields are right. */
final class Packets {

    private Packets() {}

    static Arbitrary<Packet> any() {
        return Arbitraries.oneOf(arp(), overIpv4(), overIpv6(), ipv4Only());
    }

    private static Arbitrary<Packet> arp() {
        Arbitrary<ArpOperation> operation =
                Arbitraries.integers().between(0, 0xffff).map(ArpOperation::new);
        return Combinators.combine(ethernet(EtherType.ARP), operation, mac(), ipv4Address(), mac(), ipv4Address())
                .as((ethernet, op, senderMac, senderIp, targetMac, targetIp) -> Packet.of(
                        ByteString.EMPTY, ethernet, new ArpMessage(op, senderMac, senderIp, targetMac, targetIp)));
    }

    private static Arbitrary<Packet> overIpv4() {
        Arbitrary<Packet> icmp = overIpv4(IpProtocol.ICMP, icmp());
        return Arbitraries.oneOf(icmp, overIpv4(IpProtocol.UDP, udp()), overIpv4(IpProtocol.TCP, tcp()));
    }

    private static Arbitrary<Packet> overIpv6() {
        Arbitrary<Packet> icmp = overIpv6(IpProtocol.ICMPV6, icmpv6());
        return Arbitraries.oneOf(icmp, overIpv6(IpProtocol.UDP, udp()), overIpv6(IpProtocol.TCP, tcp()));
    }

    /** Fragments, first and later, and a protocol that we do not read. */
    private static Arbitrary<Packet> ipv4Only() {
        Arbitrary<IpProtocol> protocol =
                Arbitraries.of(IpProtocol.ICMP, IpProtocol.UDP, IpProtocol.TCP, IpProtocol.IGMP);
        Arbitrary<Integer> place = Arbitraries.integers().between(0, 0x1fff);
        return protocol.flatMap(number -> Combinators.combine(ethernet(EtherType.IPV4), ipv4(number), place, payload())
                .as((ethernet, ip, eighths, payload) -> {
                    boolean more = eighths == 0 && !number.equals(IpProtocol.IGMP) || eighths % 2 == 0;
                    return Packet.of(payload, ethernet, ip.withFragment(eighths * 8, more))
                            .withLengths();
                }));
    }

    private static Arbitrary<Packet> overIpv4(IpProtocol protocol, Arbitrary<Header> transport) {
        return Combinators.combine(ethernet(EtherType.IPV4), ipv4(protocol), transport, payload())
                .as((ethernet, ip, header, payload) ->
                        Packet.of(payload, ethernet, ip, header).withLengths());
    }

    private static Arbitrary<Packet> overIpv6(IpProtocol protocol, Arbitrary<Header> transport) {
        return Combinators.combine(ethernet(EtherType.IPV6), ipv6(protocol), transport, payload())
                .as((ethernet, ip, header, payload) ->
                        Packet.of(payload, ethernet, ip, header).withLengths());
    }

    private static Arbitrary<EthernetHeader> ethernet(EtherType type) {
        return Combinators.combine(mac(), mac())
                .as((destination, source) -> new EthernetHeader(destination, source, type));
    }

    private static Arbitrary<Ipv4Header> ipv4(IpProtocol protocol) {
        Arbitrary<Boolean> dontFragment = Arbitraries.of(true, false);
        return Combinators.combine(octet(), word(), dontFragment, octet(), ipv4Address(), ipv4Address(), options())
                .as((tos, id, df, ttl, source, destination, options) ->
                        new Ipv4Header(tos, 0, id, df, false, 0, ttl, protocol, source, destination, options));
    }

    private static Arbitrary<Ipv6Header> ipv6(IpProtocol protocol) {
        Arbitrary<Integer> label = Arbitraries.integers().between(0, 0xfffff);
        return Combinators.combine(octet(), label, octet(), ipv6Address(), ipv6Address())
                .as((trafficClass, flowLabel, hopLimit, source, destination) ->
                        new Ipv6Header(trafficClass, flowLabel, 0, protocol, hopLimit, source, destination));
    }

    private static Arbitrary<Header> icmp() {
        return Combinators.combine(octet(), octet(), Arbitraries.integers()).as(IcmpMessage::new);
    }

    private static Arbitrary<Header> icmpv6() {
        return Combinators.combine(octet(), octet(), Arbitraries.integers()).as(Icmpv6Message::new);
    }

    private static Arbitrary<Header> udp() {
        return Combinators.combine(word(), word()).as(UdpHeader::of);
    }

    private static Arbitrary<Header> tcp() {
        Arbitrary<TcpFlags> flags = Arbitraries.integers().between(0, 0xfff).map(TcpFlags::new);
        Arbitrary<Integer> number = Arbitraries.integers();
        return Combinators.combine(word(), word(), number, number, flags, word(), word(), options())
                .as(TcpHeader::new);
    }

    private static Arbitrary<Integer> octet() {
        return Arbitraries.integers().between(0, 0xff);
    }

    private static Arbitrary<Integer> word() {
        return Arbitraries.integers().between(0, 0xffff);
    }

    private static Arbitrary<MacAddress> mac() {
        return Arbitraries.longs().between(0, 0xffffffffffffL).map(MacAddress::new);
    }

    private static Arbitrary<Ipv4Address> ipv4Address() {
        return Arbitraries.integers().map(Ipv4Address::new);
    }

    private static Arbitrary<Ipv6Address> ipv6Address() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(Ipv6Address::new);
    }

    private static Arbitrary<ByteString> options() {
        return Arbitraries.integers()
                .between(0, 10)
                .flatMap(words -> Arbitraries.bytes()
                        .array(byte[].class)
                        .ofSize(words * 4)
                        .map(ByteString::of));
    }

    private static Arbitrary<ByteString> payload() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(80).map(ByteString::of);
    }
}
