package org.packetwalk.packet;

import org.packetwalk.net.IpProtocol;

/**
 * The fragment header of IPv6 (RFC 8200 section 4.5, {@code struct frag_hdr}).
 *
 * @param nextHeader what the whole packet has next
 * @param fragmentOffset where the data of this part belong in bytes, a multiple of 8
 * @param moreFragments whether this is not the last part
 * @param identification the number all parts have
 */
public record Ipv6FragmentHeader(IpProtocol nextHeader, int fragmentOffset, boolean moreFragments, int identification)
        implements Header {

    /** The number by which the header before names it ({@code NEXTHDR_FRAGMENT}). */
    public static final IpProtocol NUMBER = new IpProtocol(44);

    /** The bytes of the header. */
    public static final int LENGTH = 8;

    /**
     * Refuses what does not fit the wire format.
     *
     * @throws IllegalArgumentException if the offset is no multiple of 8 or too large
     */
    public Ipv6FragmentHeader {
        FieldRange.check("fragment offset", fragmentOffset, 0xfff8);
        if (fragmentOffset % 8 != 0) {
            throw new IllegalArgumentException("fragment offset " + fragmentOffset + " is no multiple of 8");
        }
    }

    @Override
    public int length() {
        return LENGTH;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.ipv6Fragment(this);
    }
}
