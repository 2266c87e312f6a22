package org.packetwalk.packet;

import java.util.List;

import org.packetwalk.net.ByteString;

/** Appends the fields of one header in wire order, and answers how many bits they have together. */
final class FieldLister implements Header.Visitor<Integer> {

    private final ByteString wire;
    private final int layer;
    private final int start;
    private final List<FieldSpan> spans;
    private int bits;

    FieldLister(ByteString wire, int layer, int start, List<FieldSpan> spans) {
        this.wire = wire;
        this.layer = layer;
        this.start = start;
        this.spans = spans;
    }

    /** The next bytes, shown in hexadecimal. */
    int bytes(String name, int count) {
        int at = start + bits / 8;
        return field(name, 8 * count, wire.slice(at, at + count).toString());
    }

    @Override
    public Integer ethernet(EthernetHeader header) {
        field("ethernet.destination", 48, header.destination());
        field("ethernet.source", 48, header.source());
        return hex("ethernet.type", 16);
    }

    @Override
    public Integer arp(ArpMessage header) {
        number("arp.hardwareType", 16);
        hex("arp.protocolType", 16);
        number("arp.hardwareLength", 8);
        number("arp.protocolLength", 8);
        field("arp.operation", 16, header.operation());
        field("arp.senderMac", 48, header.senderMac());
        field("arp.senderIp", 32, header.senderIp());
        field("arp.targetMac", 48, header.targetMac());
        return field("arp.targetIp", 32, header.targetIp());
    }

    @Override
    public Integer ipv4(Ipv4Header header) {
        field("ipv4.version", 4, 4);
        field("ipv4.ihl", 4, header.ihl());
        hex("ipv4.tos", 8);
        number("ipv4.totalLength", 16);
        hex("ipv4.identification", 16);
        field("ipv4.reserved", 1, 0);
        field("ipv4.dontFragment", 1, header.dontFragment() ? 1 : 0);
        field("ipv4.moreFragments", 1, header.moreFragments() ? 1 : 0);
        field("ipv4.fragmentOffset", 13, header.fragmentOffset());
        number("ipv4.ttl", 8);
        field("ipv4.protocol", 8, header.protocol());
        hex("ipv4.checksum", 16);
        field("ipv4.source", 32, header.source());
        field("ipv4.destination", 32, header.destination());
        return optional("ipv4.options", header.options().size());
    }

    @Override
    public Integer ipv6(Ipv6Header header) {
        field("ipv6.version", 4, 6);
        field("ipv6.trafficClass", 8, String.format("0x%02x", header.trafficClass()));
        field("ipv6.flowLabel", 20, String.format("0x%05x", header.flowLabel()));
        number("ipv6.payloadLength", 16);
        field("ipv6.nextHeader", 8, header.nextHeader());
        number("ipv6.hopLimit", 8);
        field("ipv6.source", 128, header.source());
        return field("ipv6.destination", 128, header.destination());
    }

    @Override
    public Integer hopByHop(HopByHopHeader header) {
        field("hopByHop.nextHeader", 8, header.nextHeader());
        number("hopByHop.length", 8);
        return bytes("hopByHop.options", header.options().size());
    }

    @Override
    public Integer ipv6Fragment(Ipv6FragmentHeader header) {
        field("ipv6Fragment.nextHeader", 8, header.nextHeader());
        field("ipv6Fragment.reserved", 8, 0);
        field("ipv6Fragment.fragmentOffset", 13, header.fragmentOffset());
        field("ipv6Fragment.unused", 2, 0);
        field("ipv6Fragment.moreFragments", 1, header.moreFragments() ? 1 : 0);
        return field("ipv6Fragment.identification", 32, String.format("0x%08x", header.identification()));
    }

    @Override
    public Integer icmp(IcmpMessage header) {
        number("icmp.type", 8);
        number("icmp.code", 8);
        hex("icmp.checksum", 16);
        return switch (header.type()) {
            case IcmpMessage.ECHO_REPLY,
                    IcmpMessage.ECHO_REQUEST,
                    IcmpMessage.TIMESTAMP,
                    IcmpMessage.TIMESTAMP_REPLY -> {
                number("icmp.id", 16);
                yield number("icmp.sequence", 16);
            }
            case IcmpMessage.DESTINATION_UNREACHABLE -> {
                hex("icmp.unused", 16);
                yield number("icmp.mtu", 16);
            }
            case IcmpMessage.REDIRECT -> field("icmp.gateway", 32, header.gateway());
            case IcmpMessage.PARAMETER_PROBLEM -> {
                number("icmp.pointer", 8);
                yield hex("icmp.unused", 24);
            }
            default -> hex("icmp.unused", 32);
        };
    }

    @Override
    public Integer icmpv6(Icmpv6Message header) {
        number("icmpv6.type", 8);
        number("icmpv6.code", 8);
        hex("icmpv6.checksum", 16);
        return switch (header.type()) {
            case Icmpv6Message.ECHO_REQUEST, Icmpv6Message.ECHO_REPLY -> {
                number("icmpv6.id", 16);
                yield number("icmpv6.sequence", 16);
            }
            case Icmpv6Message.PACKET_TOO_BIG -> number("icmpv6.mtu", 32);
            case Icmpv6Message.PARAMETER_PROBLEM -> number("icmpv6.pointer", 32);
            case Icmpv6Message.NEIGHBOR_ADVERTISEMENT -> hex("icmpv6.flags", 32);
            default -> hex("icmpv6.unused", 32);
        };
    }

    @Override
    public Integer udp(UdpHeader header) {
        number("udp.sourcePort", 16);
        number("udp.destinationPort", 16);
        number("udp.length", 16);
        return hex("udp.checksum", 16);
    }

    @Override
    public Integer tcp(TcpHeader header) {
        number("tcp.sourcePort", 16);
        number("tcp.destinationPort", 16);
        number("tcp.sequence", 32);
        number("tcp.acknowledgment", 32);
        field("tcp.dataOffset", 4, header.dataOffset());
        field("tcp.flags", 12, header.flags());
        number("tcp.window", 16);
        hex("tcp.checksum", 16);
        number("tcp.urgentPointer", 16);
        return optional("tcp.options", header.options().size());
    }

    private int optional(String name, int count) {
        return count == 0 ? bits : bytes(name, count);
    }

    private int number(String name, int width) {
        return field(name, width, read(width));
    }

    private int hex(String name, int width) {
        return field(name, width, String.format("0x%0" + width / 4 + "x", read(width)));
    }

    /** The whole bytes that come next, as an unsigned number. */
    private long read(int width) {
        long value = 0;
        for (int i = 0; i < width / 8; i++) {
            value = value << 8 | wire.u8(start + bits / 8 + i);
        }
        return value;
    }

    private int field(String name, int width, Object value) {
        int first = bits / 8;
        int behind = (bits + width + 7) / 8;
        spans.add(new FieldSpan(layer, name, value.toString(), start + first, behind - first, bits % 8, width));
        bits += width;
        return bits;
    }
}
