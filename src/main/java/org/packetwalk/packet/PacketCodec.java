package org.packetwalk.packet;

import java.util.List;
import java.util.Optional;

import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;

/**
 * Turns packets into bytes and back.
 *
 * <p>Checksums are computed when a packet is encoded and checked when it is decoded; length fields are written as the
 * headers have them ({@link Packet#withLengths} sets them). A UDP checksum of 0 is written as 0xffff (RFC 768).
 *
 * <p><b>Fragments.</b> A transport checksum covers a whole datagram, so it can be computed only there. Whoever cuts a
 * datagram takes {@link #transport its bytes} with the checksum in them and gives each fragment a slice as payload
 * behind its IP header; no header but the IP header is read from a fragment. {@link #decodeTransport} reads the
 * headers again when the payload is complete, {@link #peekTransport} looks at them in a first fragment. The same holds
 * for the packet that an ICMP error quotes ({@link #decodeQuote}).
 *
 * <p>Encoding what was decoded gives the same bytes but for what no packet holds: padding behind the total length, wrong
 * checksums, a UDP datagram without checksum, the reserved flag of IPv4, and a checksum of 0xffff, which is 0 otherwise.
 */
public final class PacketCodec {

    private PacketCodec() {}

    /** The bytes of a packet; there are exactly {@link Packet#length} of them. */
    public static ByteString encode(Packet packet) {
        return PacketWriter.write(packet);
    }

    /** Reads bytes as a packet that begins with the given layer; whatever the bytes are, it is answered, not thrown. */
    public static Decoded decode(ByteString bytes, LinkLayer first) {
        return new PacketReader(bytes, List.of(), false).read(first);
    }

    /**
     * Reads the beginning of a packet that an ICMP error quotes: the IP header, with what there is of the rest as
     * payload. The total length may exceed the bytes there are; no checksum is checked.
     */
    public static Decoded decodeQuote(ByteString bytes, LinkLayer first) {
        return new PacketReader(bytes, List.of(), true).read(first);
    }

    /** The bytes after the outermost IP header, checksums included; all bytes if there is no IP header. */
    public static ByteString transport(Packet packet) {
        int behind = behindIp(packet.headers());
        if (behind == packet.headers().size()) {
            return packet.payload();
        }
        int length = packet.payload().size();
        for (Header header : packet.headers().subList(behind, packet.headers().size())) {
            length += header.length();
        }
        ByteString bytes = encode(packet);
        return bytes.from(bytes.size() - length);
    }

    /** The packet with everything after its outermost IP header as payload, ready to be cut. */
    public static Packet withRawTransport(Packet packet) {
        int behind = behindIp(packet.headers());
        return behind == packet.headers().size()
                ? packet
                : new Packet(packet.headers().subList(0, behind), transport(packet));
    }

    /**
     * Reads the payload of a packet whose innermost header is an IP header, as after reassembly. A packet that has its
     * transport header already, or is a fragment, is answered as it is. Offsets of faults count from the payload.
     */
    public static Decoded decodeTransport(Packet packet) {
        return TransportReader.read(packet, false);
    }

    /**
     * The packet with its transport header read, if its format and checksum are right. What is wrong stays the bytes it
     * is, so that whoever receives it finds the fault.
     */
    public static Packet readTransport(Packet packet) {
        Decoded decoded = decodeTransport(packet);
        boolean sound = decoded.checksumFaults().isEmpty() && decoded.match(whole -> true, malformed -> false);
        return sound ? decoded.packet() : packet;
    }

    /**
     * The transport header: the one the packet has, or the one its payload begins with in a first fragment or a quote.
     * Empty without an IP header, in a later fragment, for a protocol we do not read, and if there are too few bytes.
     */
    public static Optional<Header> peekTransport(Packet packet) {
        List<Header> headers = packet.headers();
        int behind = behindIp(headers);
        if (behind == 0) {
            return Optional.empty();
        }
        if (behind < headers.size()) {
            return Optional.of(headers.get(behind));
        }
        List<Header> read = TransportReader.read(packet, true).packet().headers();
        return read.subList(headers.size(), read.size()).stream()
                .filter(header -> !(header instanceof HopByHopHeader || header instanceof Ipv6FragmentHeader))
                .findFirst();
    }

    /** What an IPv6 packet that is quoted carries, as far as it is known: of a later fragment only that it is one. */
    public static IpProtocol quotedProtocol(Packet quote) {
        Packet read = TransportReader.read(quote, true).packet();
        boolean later = read.headers().stream()
                .anyMatch(header -> header instanceof Ipv6FragmentHeader fragment && fragment.fragmentOffset() != 0);
        return later ? Ipv6FragmentHeader.NUMBER : upperProtocol(read);
    }

    /** What an IPv6 packet carries behind its extension headers. */
    public static IpProtocol upperProtocol(Packet packet) {
        IpProtocol found = packet.ipv6().nextHeader();
        for (Header header : packet.headers()) {
            if (header instanceof HopByHopHeader options) {
                found = options.nextHeader();
            } else if (header instanceof Ipv6FragmentHeader fragment) {
                found = fragment.nextHeader();
            }
        }
        return found;
    }

    /** The index behind the outermost IP header and its extensions; 0 if there is none. */
    private static int behindIp(List<Header> headers) {
        int behind = 0;
        for (int i = 0; i < headers.size(); i++) {
            Header header = headers.get(i);
            boolean ip = header instanceof Ipv4Header || header instanceof Ipv6Header;
            boolean extension = header instanceof HopByHopHeader || header instanceof Ipv6FragmentHeader;
            if (ip && behind == 0 || extension && behind == i) {
                behind = i + 1;
            }
        }
        return behind;
    }
}
