package org.packetwalk.packet;

import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv4Address;

/**
 * An IPv4 header (RFC 791 §3.1, {@code struct iphdr}); {@code fragmentOffset} is in bytes.
 *
 * <p>The header length follows from the options, the checksum from the rest. The reserved flag bit is 0.
 */
public record Ipv4Header(
        int tos,
        int totalLength,
        int identification,
        boolean dontFragment,
        boolean moreFragments,
        int fragmentOffset,
        int ttl,
        IpProtocol protocol,
        Ipv4Address source,
        Ipv4Address destination,
        ByteString options)
        implements Header {

    /** The bytes of a header without options. */
    public static final int MINIMUM_LENGTH = 20;

    /** The most bytes the options can have: 15 words less the five fixed ones. */
    public static final int MAXIMUM_OPTIONS = 40;

    /**
     * Refuses what does not fit the wire format.
     *
     * @throws IllegalArgumentException if a number is outside its field, the offset no multiple of 8, or the options
     *     no whole words
     */
    public Ipv4Header {
        FieldRange.check("TOS", tos, 0xff);
        FieldRange.check("total length", totalLength, 0xffff);
        FieldRange.check("identification", identification, 0xffff);
        FieldRange.check("fragment offset", fragmentOffset, 0xfff8);
        FieldRange.check("TTL", ttl, 0xff);
        FieldRange.check("length of options", options.size(), MAXIMUM_OPTIONS);
        if (fragmentOffset % 8 != 0 || options.size() % 4 != 0) {
            throw new IllegalArgumentException("Fragment offset " + fragmentOffset
                    + " must be a multiple of 8, length of options " + options.size() + " one of 4.");
        }
    }

    /**
     * A header without options and fragmentation: TOS 0, identification 0, TTL 64, and the total length of a packet
     * with no payload, to be set by {@link #withTotalLength} or {@link Packet#withLengths}.
     */
    public static Ipv4Header of(IpProtocol protocol, Ipv4Address source, Ipv4Address destination) {
        return new Ipv4Header(
                0, MINIMUM_LENGTH, 0, false, false, 0, 64, protocol, source, destination, ByteString.EMPTY);
    }

    @Override
    public int length() {
        return MINIMUM_LENGTH + options.size();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.ipv4(this);
    }

    /** The header length in 32-bit words, as the wire has it. */
    public int ihl() {
        return length() / 4;
    }

    /** Whether this heads a part of a datagram only ({@code ip_is_fragment}). */
    public boolean isFragment() {
        return moreFragments || fragmentOffset != 0;
    }

    /** The bytes after the header, as the total length says; never negative. */
    public int payloadLength() {
        return Math.max(0, totalLength - length());
    }

    /** This header with another type of service. */
    public Ipv4Header withTos(int tos) {
        return new Ipv4Header(
                tos,
                totalLength,
                identification,
                dontFragment,
                moreFragments,
                fragmentOffset,
                ttl,
                protocol,
                source,
                destination,
                options);
    }

    /** This header with another total length. */
    public Ipv4Header withTotalLength(int totalLength) {
        return new Ipv4Header(
                tos,
                totalLength,
                identification,
                dontFragment,
                moreFragments,
                fragmentOffset,
                ttl,
                protocol,
                source,
                destination,
                options);
    }

    /** This header with another identification. */
    public Ipv4Header withIdentification(int identification) {
        return new Ipv4Header(
                tos,
                totalLength,
                identification,
                dontFragment,
                moreFragments,
                fragmentOffset,
                ttl,
                protocol,
                source,
                destination,
                options);
    }

    /** This header with the flag that forbids fragmentation set or not. */
    public Ipv4Header withDontFragment(boolean dontFragment) {
        return new Ipv4Header(
                tos,
                totalLength,
                identification,
                dontFragment,
                moreFragments,
                fragmentOffset,
                ttl,
                protocol,
                source,
                destination,
                options);
    }

    /** This header at another place of its datagram: the offset in bytes, and whether more follow. */
    public Ipv4Header withFragment(int fragmentOffset, boolean moreFragments) {
        return new Ipv4Header(
                tos,
                totalLength,
                identification,
                dontFragment,
                moreFragments,
                fragmentOffset,
                ttl,
                protocol,
                source,
                destination,
                options);
    }

    /** This header with another time to live. */
    public Ipv4Header withTtl(int ttl) {
        return new Ipv4Header(
                tos,
                totalLength,
                identification,
                dontFragment,
                moreFragments,
                fragmentOffset,
                ttl,
                protocol,
                source,
                destination,
                options);
    }

    /** This header from another sender. */
    public Ipv4Header withSource(Ipv4Address source) {
        return new Ipv4Header(
                tos,
                totalLength,
                identification,
                dontFragment,
                moreFragments,
                fragmentOffset,
                ttl,
                protocol,
                source,
                destination,
                options);
    }

    /** This header to another receiver. */
    public Ipv4Header withDestination(Ipv4Address destination) {
        return new Ipv4Header(
                tos,
                totalLength,
                identification,
                dontFragment,
                moreFragments,
                fragmentOffset,
                ttl,
                protocol,
                source,
                destination,
                options);
    }

    /** This header with other options. */
    public Ipv4Header withOptions(ByteString options) {
        return new Ipv4Header(
                tos,
                totalLength,
                identification,
                dontFragment,
                moreFragments,
                fragmentOffset,
                ttl,
                protocol,
                source,
                destination,
                options);
    }
}
