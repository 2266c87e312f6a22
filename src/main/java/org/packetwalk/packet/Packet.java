package org.packetwalk.packet;

import java.util.List;

import org.packetwalk.net.ByteString;

/**
 * A packet as a value: its headers, outermost first, and the bytes after the last of them.
 *
 * <p>A fragment of an IPv4 datagram has no header after the IPv4 one: the bytes of its part of the datagram, a
 * transport header included, are payload. So the transport checksum, which covers the whole datagram, is neither
 * lost nor computed over a part ({@link PacketCodec#transport}).
 */
public record Packet(List<Header> headers, ByteString payload) {

    /** Keeps the list if it is immutable, and copies it otherwise. */
    public Packet {
        headers = List.copyOf(headers);
    }

    /** A packet of the given headers, outermost first. */
    public static Packet of(ByteString payload, Header... headers) {
        return new Packet(List.of(headers), payload);
    }

    /** The bytes on the wire. */
    public int length() {
        int length = payload.size();
        for (int i = 0; i < headers.size(); i++) {
            length += headers.get(i).length();
        }
        return length;
    }

    /** The outermost header. */
    public Header outermost() {
        if (headers.isEmpty()) {
            throw new IllegalStateException("The packet has no header.");
        }
        return headers.get(0);
    }

    /** Whether there is a header of the kind. */
    public boolean has(Class<? extends Header> kind) {
        return indexOf(kind) >= 0;
    }

    /** The outermost header of the kind; {@link IllegalStateException} if there is none. */
    public <H extends Header> H header(Class<H> kind) {
        int index = indexOf(kind);
        if (index < 0) {
            throw new IllegalStateException("The packet has no " + kind.getSimpleName() + ".");
        }
        return kind.cast(headers.get(index));
    }

    /** The Ethernet header. */
    public EthernetHeader ethernet() {
        return header(EthernetHeader.class);
    }

    /** The ARP message. */
    public ArpMessage arp() {
        return header(ArpMessage.class);
    }

    /** The outermost IPv4 header. */
    public Ipv4Header ipv4() {
        return header(Ipv4Header.class);
    }

    /** The outermost IPv6 header. */
    public Ipv6Header ipv6() {
        return header(Ipv6Header.class);
    }

    /** The ICMP header. */
    public IcmpMessage icmp() {
        return header(IcmpMessage.class);
    }

    /** The ICMPv6 header. */
    public Icmpv6Message icmpv6() {
        return header(Icmpv6Message.class);
    }

    /** The UDP header. */
    public UdpHeader udp() {
        return header(UdpHeader.class);
    }

    /** The TCP header. */
    public TcpHeader tcp() {
        return header(TcpHeader.class);
    }

    /** This packet inside one more header. */
    public Packet push(Header outermost) {
        Header[] more = new Header[headers.size() + 1];
        more[0] = outermost;
        for (int i = 0; i < headers.size(); i++) {
            more[i + 1] = headers.get(i);
        }
        return new Packet(List.of(more), payload);
    }

    /** This packet without its outermost header. */
    public Packet pop() {
        outermost();
        return new Packet(headers.subList(1, headers.size()), payload);
    }

    /** The part of this packet that begins with the outermost header of the kind. */
    public Packet from(Class<? extends Header> kind) {
        int index = headers.indexOf(header(kind));
        return index == 0 ? this : new Packet(headers.subList(index, headers.size()), payload);
    }

    /** This packet with another header in place of an equal of the given one, the outermost if there are several. */
    public Packet replace(Header old, Header replacement) {
        int index = headers.indexOf(old);
        if (index < 0) {
            throw new IllegalStateException("The packet has no such header: " + old);
        }
        Header[] changed = headers.toArray(new Header[0]);
        changed[index] = replacement;
        return new Packet(List.of(changed), payload);
    }

    /** This packet with another outermost IPv4 header. */
    public Packet withIpv4(Ipv4Header replacement) {
        return replace(ipv4(), replacement);
    }

    /** This packet with another outermost IPv6 header. */
    public Packet withIpv6(Ipv6Header replacement) {
        return replace(ipv6(), replacement);
    }

    /** This packet with another payload; the length fields stay as they are. */
    public Packet withPayload(ByteString replacement) {
        return new Packet(headers, replacement);
    }

    /**
     * This packet with the length fields of its IPv4, IPv6 and UDP headers set to what follows them.
     *
     * @throws IllegalArgumentException if a length does not fit its field
     */
    public Packet withLengths() {
        Header[] changed = new Header[headers.size()];
        int following = payload.size();
        for (int i = headers.size() - 1; i >= 0; i--) {
            changed[i] = headers.get(i).accept(new LengthSetter(following));
            following += changed[i].length();
        }
        return new Packet(List.of(changed), payload);
    }

    private int indexOf(Class<? extends Header> kind) {
        for (int i = 0; i < headers.size(); i++) {
            if (kind.isInstance(headers.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
