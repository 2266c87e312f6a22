package org.packetwalk.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.packetwalk.net.ByteString;
import org.packetwalk.net.EtherType;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.MacAddress;

class PacketCodecTest {

    /** An IPv4 header with a known checksum, b861. */
    private static final String UDP_IPV4_HEADER = "45000073000040004011b861c0a80001c0a800c7";

    private static Packet ping() {
        ByteString payload = ByteString.zeros(56);
        var icmp = IcmpMessage.echoRequest(0x1234, 1);
        var ip = Ipv4Header.of(IpProtocol.ICMP, Ipv4Address.LOOPBACK, Ipv4Address.LOOPBACK)
                .withDontFragment(true);
        var ethernet = new EthernetHeader(MacAddress.ZERO, MacAddress.ZERO, EtherType.IPV4);
        return Packet.of(payload, ethernet, ip, icmp).withLengths();
    }

    private static Packet whole(Decoded decoded) {
        assertThat(decoded).isInstanceOf(Decoded.Whole.class);
        assertThat(decoded.checksumFaults()).isEmpty();
        return decoded.packet();
    }

    private static Decoded.Malformed malformed(String hex) {
        Decoded decoded = PacketCodec.decode(ByteString.parseHex(hex), LinkLayer.IPV4);
        assertThat(decoded).isInstanceOf(Decoded.Malformed.class);
        return (Decoded.Malformed) decoded;
    }

    @Test
    void aPingToLoopbackIs98BytesOnLo() {
        ByteString wire = PacketCodec.encode(ping());

        // the header checksum of an 84-byte DF packet with identification 0 from 127.0.0.1 to itself is 0x3ca7
        assertThat(wire.size()).isEqualTo(98);
        assertThat(wire.slice(0, 34).toString())
                .isEqualTo("000000000000" + "000000000000" + "0800" + "4500005400004000" + "40013ca7"
                        + "7f0000017f000001");
        assertThat(wire.slice(34, 42).toString()).isEqualTo("0800e5ca12340001");
        assertThat(whole(PacketCodec.decode(wire, LinkLayer.ETHERNET))).isEqualTo(ping());
    }

    @Test
    void aKnownHeaderChecksumIsAccepted() {
        ByteString wire = ByteString.parseHex(UDP_IPV4_HEADER).concat(ByteString.zeros(95));

        Decoded decoded = PacketCodec.decode(wire, LinkLayer.IPV4);

        assertThat(decoded.checksumFaults()).isEmpty();
        assertThat(decoded.packet().ipv4().source()).isEqualTo(Ipv4Address.of(192, 168, 0, 1));
        assertThat(decoded.packet().ipv4().dontFragment()).isTrue();
    }

    @Test
    void aWrongChecksumIsNamedAndThePacketStaysReadable() {
        byte[] bytes = PacketCodec.encode(ping()).toByteArray();
        bytes[14 + 10] ^= 0x01;
        bytes[97] ^= 0x01;

        Decoded decoded = PacketCodec.decode(ByteString.of(bytes), LinkLayer.ETHERNET);

        assertThat(decoded.checksumFaults())
                .containsExactly(
                        new ChecksumFault(ChecksumFault.Coverage.IPV4_HEADER, 0x3da7, 0x3ca7),
                        new ChecksumFault(ChecksumFault.Coverage.ICMP, 0xe5ca, 0xe5c9));
        assertThat(decoded.packet().icmp().id()).isEqualTo(0x1234);
    }

    @Test
    void aUdpChecksumThatComesOutAsZeroIsWrittenAsAllOnes() {
        var ip = Ipv4Header.of(IpProtocol.UDP, Ipv4Address.ANY, Ipv4Address.ANY);
        // 17 + 2 * length 10 + ports + payload must add up to ffff
        ByteString payload = ByteString.of((byte) 0xff, (byte) (0xff - 17 - 20 - 3));
        Packet packet = Packet.of(payload, ip, UdpHeader.of(1, 2)).withLengths();

        ByteString wire = PacketCodec.encode(packet);

        assertThat(wire.u16(26)).isEqualTo(0xffff);
        assertThat(whole(PacketCodec.decode(wire, LinkLayer.IPV4))).isEqualTo(packet);
    }

    @Test
    void aUdpDatagramWithoutChecksumIsNoFaultOverIpv4() {
        var ip = Ipv4Header.of(IpProtocol.UDP, Ipv4Address.LOOPBACK, Ipv4Address.LOOPBACK);
        byte[] bytes = PacketCodec.encode(
                        Packet.of(ByteString.EMPTY, ip, UdpHeader.of(7, 9)).withLengths())
                .toByteArray();
        bytes[26] = 0;
        bytes[27] = 0;

        assertThat(PacketCodec.decode(ByteString.of(bytes), LinkLayer.IPV4).checksumFaults())
                .isEmpty();
    }

    @Test
    void aUdpDatagramWithoutChecksumIsAFaultOverIpv6() {
        var ip = Ipv6Header.of(IpProtocol.UDP, Ipv6Address.LOOPBACK, Ipv6Address.LOOPBACK);
        byte[] bytes = PacketCodec.encode(
                        Packet.of(ByteString.EMPTY, ip, UdpHeader.of(7, 9)).withLengths())
                .toByteArray();
        bytes[46] = 0;
        bytes[47] = 0;

        assertThat(PacketCodec.decode(ByteString.of(bytes), LinkLayer.IPV6).checksumFaults())
                .extracting(ChecksumFault::coverage)
                .containsExactly(ChecksumFault.Coverage.UDP);
    }

    @Test
    void ethernetPaddingIsTrimmed() {
        Packet small = Packet.of(
                        ByteString.of((byte) 7),
                        new EthernetHeader(MacAddress.ZERO, MacAddress.ZERO, EtherType.IPV4),
                        Ipv4Header.of(IpProtocol.UDP, Ipv4Address.LOOPBACK, Ipv4Address.LOOPBACK),
                        UdpHeader.of(1, 2))
                .withLengths();
        ByteString padded = PacketCodec.encode(small).concat(ByteString.zeros(17));

        assertThat(whole(PacketCodec.decode(padded, LinkLayer.ETHERNET))).isEqualTo(small);
    }

    @Test
    void malformedHeadersAreNamedWithTheirPlace() {
        String rest = "0000000040000000" + "0000000000000000";

        assertThat(malformed("45").reason()).isEqualTo(MalformedReason.IPV4_TRUNCATED);
        assertThat(malformed("65000014" + rest).reason()).isEqualTo(MalformedReason.IPV4_VERSION);
        assertThat(malformed("44000014" + rest).reason()).isEqualTo(MalformedReason.IPV4_HEADER_LENGTH);
        assertThat(malformed("46000014" + rest).reason()).isEqualTo(MalformedReason.IPV4_HEADER_TRUNCATED);
        assertThat(malformed("45000013" + rest).reason()).isEqualTo(MalformedReason.IPV4_TOTAL_LENGTH);
        assertThat(malformed("45000015" + rest).reason()).isEqualTo(MalformedReason.IPV4_TOTAL_LENGTH_TRUNCATED);
        assertThat(malformed("45000015" + rest).offset()).isEqualTo(2);
        assertThat(malformed("45000015" + rest).packet().has(Ipv4Header.class)).isTrue();
    }

    @Test
    void aUdpLengthBeyondTheDatagramIsMalformedAndTheIpHeaderReadable() {
        var ip = Ipv4Header.of(IpProtocol.UDP, Ipv4Address.LOOPBACK, Ipv4Address.LOOPBACK)
                .withTotalLength(28);
        ByteString wire = PacketCodec.encode(Packet.of(ByteString.EMPTY, ip, new UdpHeader(1, 2, 9)));

        var fault = (Decoded.Malformed) PacketCodec.decode(wire, LinkLayer.IPV4);

        assertThat(fault.reason()).isEqualTo(MalformedReason.UDP_LENGTH);
        assertThat(fault.offset()).isEqualTo(24);
        assertThat(fault.packet()).isEqualTo(Packet.of(wire.from(20), ip));
    }

    @Test
    void anArpMessageForOtherHardwareIsMalformed() {
        var arp = new ArpMessage(
                ArpOperation.REQUEST, MacAddress.ZERO, Ipv4Address.ANY, MacAddress.ZERO, Ipv4Address.LOOPBACK);
        var ethernet = new EthernetHeader(MacAddress.BROADCAST, MacAddress.ZERO, EtherType.ARP);
        byte[] bytes =
                PacketCodec.encode(Packet.of(ByteString.EMPTY, ethernet, arp)).toByteArray();
        bytes[15] = 6;

        var fault = (Decoded.Malformed) PacketCodec.decode(ByteString.of(bytes), LinkLayer.ETHERNET);

        assertThat(fault.reason()).isEqualTo(MalformedReason.ARP_FORMAT);
    }

    @Test
    void fragmentsCarryTheTransportHeaderAsBytesAndReassembleToTheSamePacket() {
        Packet ping = ping().pop();
        ByteString transport = PacketCodec.transport(ping);
        Ipv4Header ip = ping.ipv4().withDontFragment(false);
        Packet first = new Packet(List.of(ip.withFragment(0, true)), transport.slice(0, 40)).withLengths();
        Packet last = new Packet(List.of(ip.withFragment(40, false)), transport.from(40)).withLengths();

        Packet readFirst = whole(PacketCodec.decode(PacketCodec.encode(first), LinkLayer.IPV4));
        Packet readLast = whole(PacketCodec.decode(PacketCodec.encode(last), LinkLayer.IPV4));
        Packet together = new Packet(List.of(ip), readFirst.payload().concat(readLast.payload())).withLengths();

        assertThat(readFirst).isEqualTo(first);
        assertThat(readLast).isEqualTo(last);
        assertThat(PacketCodec.peekTransport(readFirst)).contains(ping.icmp());
        assertThat(PacketCodec.peekTransport(readLast)).isEmpty();
        assertThat(whole(PacketCodec.decodeTransport(together))).isEqualTo(ping.withIpv4(ip));
        assertThat(PacketCodec.encode(together)).isEqualTo(PacketCodec.encode(ping.withIpv4(ip)));
    }

    @Test
    void aQuotedPacketOfEightBytesOffersItsPorts() {
        var ip = Ipv4Header.of(IpProtocol.UDP, Ipv4Address.LOOPBACK, Ipv4Address.LOOPBACK);
        Packet original =
                Packet.of(ByteString.zeros(100), ip, UdpHeader.of(5000, 53)).withLengths();
        ByteString quoted = PacketCodec.encode(original).slice(0, 28);

        Packet quote = whole(PacketCodec.decodeQuote(quoted, LinkLayer.IPV4));

        assertThat(quote.ipv4()).isEqualTo(original.ipv4());
        assertThat(PacketCodec.peekTransport(quote)).contains(original.udp());
        assertThat(PacketCodec.encode(quote)).isEqualTo(quoted);
    }

    @Test
    void thereIsNoTransportHeaderToPeekAtWithoutAnIpHeader() {
        var arp = new ArpMessage(
                ArpOperation.REPLY, MacAddress.ZERO, Ipv4Address.ANY, MacAddress.ZERO, Ipv4Address.LOOPBACK);

        assertThat(PacketCodec.peekTransport(Packet.of(ByteString.EMPTY, arp))).isEmpty();
    }

    // the checksums of the next three were added up by another program

    @Test
    void aTcpSynHasTheseBytes() {
        var ip = Ipv4Header.of(IpProtocol.TCP, Ipv4Address.parse("192.0.2.1"), Ipv4Address.parse("198.51.100.7"))
                .withIdentification(0x1c46)
                .withDontFragment(true);
        var maximumSegmentSize = ByteString.parseHex("020405b4");
        var tcp = new TcpHeader(40000, 443, 0x12345678, 0, TcpFlags.SYN, 64240, 0, maximumSegmentSize);

        ByteString wire =
                PacketCodec.encode(Packet.of(ByteString.EMPTY, ip, tcp).withLengths());

        assertThat(wire)
                .hasToString("4500002c1c4640004006324ac0000201c6336407"
                        + "9c4001bb12345678000000006002faf0aa510000020405b4");
    }

    @Test
    void aNeighborSolicitationHasTheseBytes() {
        var ip = Ipv6Header.of(IpProtocol.ICMPV6, Ipv6Address.parse("fe80::1"), Ipv6Address.parse("ff02::1:ff00:2"))
                .withHopLimit(255);
        var icmpv6 = new Icmpv6Message(Icmpv6Message.NEIGHBOR_SOLICITATION, 0, 0);
        ByteString target = ByteString.parseHex("fe800000000000000000000000000002" + "0101020000000001");

        ByteString wire = PacketCodec.encode(Packet.of(target, ip, icmpv6).withLengths());

        assertThat(wire)
                .hasToString("6000000000203afffe800000000000000000000000000001ff0200000000000000000001ff000002"
                        + "87007a9700000000fe8000000000000000000000000000020101020000000001");
    }

    @Test
    void aUdpDatagramOfOddLengthOverIpv6HasTheseBytes() {
        var ip = Ipv6Header.of(IpProtocol.UDP, Ipv6Address.parse("2001:db8::1"), Ipv6Address.parse("2001:db8::2"))
                .withTrafficClass(0x12)
                .withFlowLabel(0xabcde);

        ByteString wire = PacketCodec.encode(Packet.of(ByteString.parseHex("616263"), ip, UdpHeader.of(5353, 53))
                .withLengths());

        assertThat(wire)
                .hasToString("612abcde000b114020010db800000000000000000000000120010db8000000000000000000000002"
                        + "14e90035000bcae2616263");
    }
}
