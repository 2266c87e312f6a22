package org.packetwalk.packet;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.net.ByteString;
import org.packetwalk.net.EtherType;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.MacAddress;

/**
 * Reads the headers of one packet, outermost first, in the order in which the kernel checks them ({@code ip_rcv_core},
 * {@code ip6_rcv_core}).
 *
 * <p>{@code end} is where the present layer ends: each length field of a layer may only shorten it.
 */
final class PacketReader {

    private final ByteString bytes;
    private final boolean partial;
    private final List<Header> headers;
    private final List<ChecksumFault> faults = new ArrayList<>(1);
    private int end;

    /**
     * Of a partial packet (one that an error quotes, a first fragment) only the beginning is there: length fields may
     * point beyond it, checksums say nothing, and what follows an IP header stays payload.
     */
    PacketReader(ByteString bytes, List<Header> outer, boolean partial) {
        this.bytes = bytes;
        this.headers = new ArrayList<>(outer);
        this.partial = partial;
        this.end = bytes.size();
    }

    Decoded read(LinkLayer first) {
        return switch (first) {
            case ETHERNET -> ethernet(0);
            case IPV4 -> ipv4(0);
            case IPV6 -> ipv6(0);
        };
    }

    private Decoded ethernet(int at) {
        if (end - at < EthernetHeader.LENGTH) {
            return malformed(MalformedReason.ETHERNET_TRUNCATED, end, at);
        }
        var header = new EthernetHeader(mac(at), mac(at + 6), new EtherType(bytes.u16(at + 12)));
        headers.add(header);
        int next = at + EthernetHeader.LENGTH;
        return switch (header.type().value()) {
            case 0x0800 -> ipv4(next);
            case 0x0806 -> arp(next);
            case 0x86dd -> ipv6(next);
            default -> whole(next);
        };
    }

    private Decoded arp(int at) {
        if (end - at < ArpMessage.LENGTH) {
            return malformed(MalformedReason.ARP_TRUNCATED, end, at);
        }
        if (bytes.u16(at) != ArpMessage.HARDWARE_TYPE
                || bytes.u16(at + 2) != ArpMessage.PROTOCOL_TYPE
                || bytes.u16(at + 4) != ArpMessage.ADDRESS_LENGTHS) {
            return malformed(MalformedReason.ARP_FORMAT, at, at);
        }
        headers.add(new ArpMessage(
                new ArpOperation(bytes.u16(at + 6)),
                mac(at + 8),
                new Ipv4Address(bytes.u32(at + 14)),
                mac(at + 18),
                new Ipv4Address(bytes.u32(at + 24))));
        // what follows is padding to the 60 bytes of the shortest frame
        end = at + ArpMessage.LENGTH;
        return whole(end);
    }

    private Decoded ipv4(int at) {
        if (end - at < Ipv4Header.MINIMUM_LENGTH) {
            return malformed(MalformedReason.IPV4_TRUNCATED, end, at);
        }
        if (bytes.u8(at) >> 4 != 4) {
            return malformed(MalformedReason.IPV4_VERSION, at, at);
        }
        int length = (bytes.u8(at) & 15) * 4;
        if (length < Ipv4Header.MINIMUM_LENGTH) {
            return malformed(MalformedReason.IPV4_HEADER_LENGTH, at, at);
        }
        if (length > end - at) {
            return malformed(MalformedReason.IPV4_HEADER_TRUNCATED, at, at);
        }
        verify(ChecksumFault.Coverage.IPV4_HEADER, at, at + 10, length, 0);
        int flags = bytes.u16(at + 6);
        var header = new Ipv4Header(
                bytes.u8(at + 1),
                bytes.u16(at + 2),
                bytes.u16(at + 4),
                (flags & 0x4000) != 0,
                (flags & 0x2000) != 0,
                (flags & 0x1fff) * 8,
                bytes.u8(at + 8),
                new IpProtocol(bytes.u8(at + 9)),
                new Ipv4Address(bytes.u32(at + 12)),
                new Ipv4Address(bytes.u32(at + 16)),
                bytes.slice(at + Ipv4Header.MINIMUM_LENGTH, at + length));
        headers.add(header);
        int next = at + length;
        if (header.totalLength() > end - at && !partial) {
            return malformed(MalformedReason.IPV4_TOTAL_LENGTH_TRUNCATED, at + 2, next);
        }
        if (header.totalLength() < length) {
            return malformed(MalformedReason.IPV4_TOTAL_LENGTH, at + 2, next);
        }
        end = Math.min(end, at + header.totalLength());
        return partial || header.isFragment() ? whole(next) : overIpv4(header.protocol(), next);
    }

    private Decoded ipv6(int at) {
        if (end - at < Ipv6Header.LENGTH) {
            return malformed(MalformedReason.IPV6_TRUNCATED, end, at);
        }
        int word = bytes.u32(at);
        if (word >>> 28 != 6) {
            return malformed(MalformedReason.IPV6_VERSION, at, at);
        }
        var header = new Ipv6Header(
                word >>> 20 & 0xff,
                word & 0xfffff,
                bytes.u16(at + 4),
                new IpProtocol(bytes.u8(at + 6)),
                bytes.u8(at + 7),
                new Ipv6Address(bytes.u64(at + 8), bytes.u64(at + 16)),
                new Ipv6Address(bytes.u64(at + 24), bytes.u64(at + 32)));
        headers.add(header);
        int next = at + Ipv6Header.LENGTH;
        if (header.payloadLength() > end - next && !partial) {
            return malformed(MalformedReason.IPV6_PAYLOAD_TRUNCATED, at + 4, next);
        }
        end = Math.min(end, next + header.payloadLength());
        return partial ? whole(next) : overIpv6(header.nextHeader(), next);
    }

    /** Reads what an IPv4 header of the protocol is followed by; a protocol we do not know is payload. */
    Decoded overIpv4(IpProtocol protocol, int at) {
        return switch (protocol.number()) {
            case 1 -> icmp(at);
            case 6 -> tcp(at);
            case 17 -> udp(at, false);
            default -> whole(at);
        };
    }

    /** Reads what an IPv6 header of the next header value is followed by; extension headers are payload. */
    Decoded overIpv6(IpProtocol nextHeader, int at) {
        return switch (nextHeader.number()) {
            case 0 -> hopByHop(at);
            case 6 -> tcp(at);
            case 17 -> udp(at, true);
            case 44 -> ipv6Fragment(at);
            case 58 -> icmpv6(at);
            default -> whole(at);
        };
    }

    private Decoded hopByHop(int at) {
        int length = end - at < HopByHopHeader.FIXED ? Integer.MAX_VALUE : (bytes.u8(at + 1) + 1) * 8;
        if (end - at < length) {
            return malformed(MalformedReason.IPV6_EXTENSION_TRUNCATED, end, at);
        }
        var header =
                new HopByHopHeader(new IpProtocol(bytes.u8(at)), bytes.slice(at + HopByHopHeader.FIXED, at + length));
        headers.add(header);
        return overIpv6(header.nextHeader(), at + length);
    }

    private Decoded ipv6Fragment(int at) {
        if (end - at < Ipv6FragmentHeader.LENGTH) {
            return malformed(MalformedReason.IPV6_EXTENSION_TRUNCATED, end, at);
        }
        int place = bytes.u16(at + 2);
        var header = new Ipv6FragmentHeader(
                new IpProtocol(bytes.u8(at)), place & 0xfff8, (place & 1) != 0, bytes.u32(at + 4));
        headers.add(header);
        boolean readable = header.fragmentOffset() == 0 && (partial || !header.moreFragments());
        int next = at + Ipv6FragmentHeader.LENGTH;
        return readable ? overIpv6(header.nextHeader(), next) : whole(next);
    }

    private Decoded icmp(int at) {
        if (end - at < IcmpMessage.LENGTH) {
            return malformed(MalformedReason.ICMP_TRUNCATED, end, at);
        }
        verify(ChecksumFault.Coverage.ICMP, at, at + 2, end - at, 0);
        headers.add(new IcmpMessage(bytes.u8(at), bytes.u8(at + 1), bytes.u32(at + 4)));
        return whole(at + IcmpMessage.LENGTH);
    }

    private Decoded icmpv6(int at) {
        if (end - at < Icmpv6Message.LENGTH) {
            return malformed(MalformedReason.ICMPV6_TRUNCATED, end, at);
        }
        verify(ChecksumFault.Coverage.ICMPV6, at, at + 2, end - at, IpProtocol.ICMPV6);
        headers.add(new Icmpv6Message(bytes.u8(at), bytes.u8(at + 1), bytes.u32(at + 4)));
        return whole(at + Icmpv6Message.LENGTH);
    }

    private Decoded udp(int at, boolean checksumRequired) {
        if (end - at < UdpHeader.LENGTH) {
            return malformed(MalformedReason.UDP_TRUNCATED, end, at);
        }
        int length = bytes.u16(at + 4);
        if (length < UdpHeader.LENGTH || length > end - at && !partial) {
            return malformed(MalformedReason.UDP_LENGTH, at + 4, at);
        }
        if (checksumRequired || bytes.u16(at + 6) != 0) {
            verify(ChecksumFault.Coverage.UDP, at, at + 6, length, IpProtocol.UDP);
        }
        headers.add(new UdpHeader(bytes.u16(at), bytes.u16(at + 2), length));
        return whole(at + UdpHeader.LENGTH);
    }

    private Decoded tcp(int at) {
        if (end - at < TcpHeader.MINIMUM_LENGTH) {
            return malformed(MalformedReason.TCP_TRUNCATED, end, at);
        }
        int length = (bytes.u8(at + 12) >> 4) * 4;
        if (length < TcpHeader.MINIMUM_LENGTH || length > end - at) {
            return malformed(MalformedReason.TCP_DATA_OFFSET, at + 12, at);
        }
        verify(ChecksumFault.Coverage.TCP, at, at + 16, end - at, IpProtocol.TCP);
        headers.add(new TcpHeader(
                bytes.u16(at),
                bytes.u16(at + 2),
                bytes.u32(at + 4),
                bytes.u32(at + 8),
                new TcpFlags(bytes.u16(at + 12) & 0xfff),
                bytes.u16(at + 14),
                bytes.u16(at + 18),
                bytes.slice(at + TcpHeader.MINIMUM_LENGTH, at + length)));
        return whole(at + length);
    }

    private void verify(ChecksumFault.Coverage coverage, int at, int field, int length, IpProtocol protocol) {
        verify(coverage, at, field, length, PseudoHeader.sum(headers, protocol, length));
    }

    /** Notes a fault unless the covered bytes with the pseudo header add up to all ones. */
    private void verify(ChecksumFault.Coverage coverage, int at, int field, int length, int pseudo) {
        if (partial) {
            return;
        }
        int before = Checksum.sum(bytes.slice(at, field));
        int after = Checksum.sum(bytes.slice(field + 2, at + length));
        int sum = Checksum.fold((long) pseudo + before + after);
        int found = bytes.u16(field);
        boolean udp = coverage == ChecksumFault.Coverage.UDP;
        if (Checksum.add(sum, found) != 0xffff || udp && found == 0) {
            int expected = Checksum.complement(sum);
            faults.add(new ChecksumFault(coverage, found, udp && expected == 0 ? 0xffff : expected));
        }
    }

    private MacAddress mac(int at) {
        return new MacAddress((long) bytes.u16(at) << 32 | bytes.u32(at + 2) & 0xffffffffL);
    }

    private Decoded whole(int next) {
        return new Decoded.Whole(new Packet(headers, bytes.slice(next, end)), faults);
    }

    private Decoded malformed(MalformedReason reason, int offset, int unread) {
        return new Decoded.Malformed(reason, offset, new Packet(headers, bytes.slice(unread, end)), faults);
    }
}
