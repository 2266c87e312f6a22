package org.packetwalk.packet;

/** A UDP header (RFC 768); {@code datagramLength} is the length field, which counts the header and its payload. */
public record UdpHeader(int sourcePort, int destinationPort, int datagramLength) implements Header {

    /** The bytes of the header. */
    public static final int LENGTH = 8;

    /**
     * Refuses what does not fit the wire format.
     *
     * @throws IllegalArgumentException if a number is not 0 to 0xffff
     */
    public UdpHeader {
        FieldRange.check("UDP source port", sourcePort, 0xffff);
        FieldRange.check("UDP destination port", destinationPort, 0xffff);
        FieldRange.check("UDP length", datagramLength, 0xffff);
    }

    /** A header of a datagram with no payload yet ({@link Packet#withLengths}). */
    public static UdpHeader of(int sourcePort, int destinationPort) {
        return new UdpHeader(sourcePort, destinationPort, LENGTH);
    }

    @Override
    public int length() {
        return LENGTH;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.udp(this);
    }
}
