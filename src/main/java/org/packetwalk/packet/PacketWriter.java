package org.packetwalk.packet;

import java.util.List;

import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.MacAddress;

/**
 * Writes the headers of one packet, innermost first, so that the bytes a checksum covers are there when it is computed.
 *
 * <p>Each visit answers where the header it wrote begins.
 */
final class PacketWriter implements Header.Visitor<Integer> {

    private final byte[] bytes;
    private List<Header> outer = List.of();
    private int start;

    private PacketWriter(int length) {
        this.bytes = new byte[length];
    }

    static ByteString write(Packet packet) {
        var writer = new PacketWriter(packet.length());
        writer.start = writer.bytes.length - packet.payload().size();
        packet.payload().copyTo(writer.bytes, writer.start);
        for (int i = packet.headers().size() - 1; i >= 0; i--) {
            Header header = packet.headers().get(i);
            writer.outer = packet.headers().subList(0, i);
            writer.start -= header.length();
            header.accept(writer);
        }
        return ByteString.of(writer.bytes);
    }

    @Override
    public Integer ethernet(EthernetHeader header) {
        mac(0, header.destination());
        mac(6, header.source());
        u16(12, header.type().value());
        return start;
    }

    @Override
    public Integer arp(ArpMessage header) {
        u16(0, ArpMessage.HARDWARE_TYPE);
        u16(2, ArpMessage.PROTOCOL_TYPE);
        u16(4, ArpMessage.ADDRESS_LENGTHS);
        u16(6, header.operation().number());
        mac(8, header.senderMac());
        u32(14, header.senderIp().bits());
        mac(18, header.targetMac());
        u32(24, header.targetIp().bits());
        return start;
    }

    @Override
    public Integer ipv4(Ipv4Header header) {
        u8(0, 4 << 4 | header.ihl());
        u8(1, header.tos());
        u16(2, header.totalLength());
        u16(4, header.identification());
        int flags = (header.dontFragment() ? 0x4000 : 0) | (header.moreFragments() ? 0x2000 : 0);
        u16(6, flags | header.fragmentOffset() / 8);
        u8(8, header.ttl());
        u8(9, header.protocol().number());
        u32(12, header.source().bits());
        u32(16, header.destination().bits());
        header.options().copyTo(bytes, start + Ipv4Header.MINIMUM_LENGTH);
        u16(10, Checksum.of(written(header.length())));
        return start;
    }

    @Override
    public Integer ipv6(Ipv6Header header) {
        u32(0, 6 << 28 | header.trafficClass() << 20 | header.flowLabel());
        u16(4, header.payloadLength());
        u8(6, header.nextHeader().number());
        u8(7, header.hopLimit());
        address(8, header.source());
        address(24, header.destination());
        return start;
    }

    @Override
    public Integer hopByHop(HopByHopHeader header) {
        u8(0, header.nextHeader().number());
        u8(1, header.extensionLength());
        header.options().copyTo(bytes, start + HopByHopHeader.FIXED);
        return start;
    }

    @Override
    public Integer ipv6Fragment(Ipv6FragmentHeader header) {
        u8(0, header.nextHeader().number());
        u8(1, 0);
        u16(2, header.fragmentOffset() | (header.moreFragments() ? 1 : 0));
        u32(4, header.identification());
        return start;
    }

    @Override
    public Integer icmp(IcmpMessage header) {
        u8(0, header.type());
        u8(1, header.code());
        u32(4, header.rest());
        u16(2, Checksum.of(written(bytes.length - start)));
        return start;
    }

    @Override
    public Integer icmpv6(Icmpv6Message header) {
        u8(0, header.type());
        u8(1, header.code());
        u32(4, header.rest());
        u16(2, transportChecksum(IpProtocol.ICMPV6, bytes.length - start));
        return start;
    }

    @Override
    public Integer udp(UdpHeader header) {
        u16(0, header.sourcePort());
        u16(2, header.destinationPort());
        u16(4, header.datagramLength());
        int available = bytes.length - start;
        boolean plausible = header.datagramLength() >= UdpHeader.LENGTH && header.datagramLength() <= available;
        int checksum = transportChecksum(IpProtocol.UDP, plausible ? header.datagramLength() : available);
        // 0 on the wire means that there is no checksum (RFC 768)
        u16(6, checksum == 0 ? 0xffff : checksum);
        return start;
    }

    @Override
    public Integer tcp(TcpHeader header) {
        u16(0, header.sourcePort());
        u16(2, header.destinationPort());
        u32(4, header.sequence());
        u32(8, header.acknowledgment());
        u16(12, header.dataOffset() << 12 | header.flags().bits());
        u16(14, header.window());
        u16(18, header.urgentPointer());
        header.options().copyTo(bytes, start + TcpHeader.MINIMUM_LENGTH);
        u16(16, transportChecksum(IpProtocol.TCP, bytes.length - start));
        return start;
    }

    private int transportChecksum(IpProtocol protocol, int length) {
        int pseudo = PseudoHeader.sum(outer, protocol, length);
        return Checksum.complement(Checksum.add(pseudo, Checksum.sum(written(length))));
    }

    private ByteString written(int length) {
        return ByteString.copyOf(bytes, start, start + length);
    }

    private void u8(int at, int value) {
        bytes[start + at] = (byte) value;
    }

    private void u16(int at, int value) {
        u8(at, value >>> 8);
        u8(at + 1, value);
    }

    private void u32(int at, int value) {
        u16(at, value >>> 16);
        u16(at + 2, value);
    }

    private void u64(int at, long value) {
        u32(at, (int) (value >>> 32));
        u32(at + 4, (int) value);
    }

    private void mac(int at, MacAddress address) {
        u16(at, (int) (address.bits() >>> 32));
        u32(at + 2, (int) address.bits());
    }

    private void address(int at, Ipv6Address address) {
        u64(at, address.high());
        u64(at + 8, address.low());
    }
}
