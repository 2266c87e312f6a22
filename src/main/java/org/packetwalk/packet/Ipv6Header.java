package org.packetwalk.packet;

import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv6Address;

/** The fixed IPv6 header (RFC 8200 §3, {@code struct ipv6hdr}); extension headers stay in the payload. */
public record Ipv6Header(
        int trafficClass,
        int flowLabel,
        int payloadLength,
        IpProtocol nextHeader,
        int hopLimit,
        Ipv6Address source,
        Ipv6Address destination)
        implements Header {

    /** The smallest MTU of a link that carries IPv6, in bytes (RFC 8200, section 5; {@code IPV6_MIN_MTU}). */
    public static final int MINIMUM_MTU = 1280;

    /** The bytes of the header. */
    public static final int LENGTH = 40;

    /**
     * Refuses what does not fit the wire format.
     *
     * @throws IllegalArgumentException if a number is outside its field
     */
    public Ipv6Header {
        FieldRange.check("traffic class", trafficClass, 0xff);
        FieldRange.check("flow label", flowLabel, 0xfffff);
        FieldRange.check("payload length", payloadLength, 0xffff);
        FieldRange.check("hop limit", hopLimit, 0xff);
    }

    /** A header with traffic class 0, no flow label, hop limit 64 and no payload yet ({@link Packet#withLengths}). */
    public static Ipv6Header of(IpProtocol nextHeader, Ipv6Address source, Ipv6Address destination) {
        return new Ipv6Header(0, 0, 0, nextHeader, 64, source, destination);
    }

    @Override
    public int length() {
        return LENGTH;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.ipv6(this);
    }

    /** This header with another traffic class. */
    public Ipv6Header withTrafficClass(int trafficClass) {
        return new Ipv6Header(trafficClass, flowLabel, payloadLength, nextHeader, hopLimit, source, destination);
    }

    /** This header with another flow label. */
    public Ipv6Header withFlowLabel(int flowLabel) {
        return new Ipv6Header(trafficClass, flowLabel, payloadLength, nextHeader, hopLimit, source, destination);
    }

    /** This header with another payload length. */
    public Ipv6Header withPayloadLength(int payloadLength) {
        return new Ipv6Header(trafficClass, flowLabel, payloadLength, nextHeader, hopLimit, source, destination);
    }

    /** This header with another hop limit. */
    public Ipv6Header withHopLimit(int hopLimit) {
        return new Ipv6Header(trafficClass, flowLabel, payloadLength, nextHeader, hopLimit, source, destination);
    }

    /** This header from another sender. */
    public Ipv6Header withSource(Ipv6Address source) {
        return new Ipv6Header(trafficClass, flowLabel, payloadLength, nextHeader, hopLimit, source, destination);
    }

    /** This header to another receiver. */
    public Ipv6Header withDestination(Ipv6Address destination) {
        return new Ipv6Header(trafficClass, flowLabel, payloadLength, nextHeader, hopLimit, source, destination);
    }
}
