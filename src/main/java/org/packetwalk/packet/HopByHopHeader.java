package org.packetwalk.packet;

import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;

/**
 * The hop-by-hop options header of IPv6, which every router reads (RFC 8200 section 4.3).
 *
 * @param nextHeader what follows
 * @param options the options; with the two bytes before them they are a multiple of eight bytes
 */
public record HopByHopHeader(IpProtocol nextHeader, ByteString options) implements Header {

    /** The number by which the header before names it ({@code NEXTHDR_HOP}). */
    public static final IpProtocol NUMBER = new IpProtocol(0);

    /** Bytes before the options. */
    static final int FIXED = 2;

    private static final int UNIT = 8;

    /**
     * Refuses options that do not fill units of eight bytes.
     *
     * @throws IllegalArgumentException if the length is no multiple of 8
     */
    public HopByHopHeader {
        if ((FIXED + options.size()) % UNIT != 0) {
            throw new IllegalArgumentException(
                    "hop-by-hop options of " + options.size() + " bytes are no multiple of 8");
        }
    }

    /** The router alert of multicast listener discovery (RFC 2711, RFC 3810 section 5). */
    public static HopByHopHeader routerAlert(IpProtocol nextHeader) {
        return new HopByHopHeader(nextHeader, ByteString.of(new byte[] {5, 2, 0, 0, 1, 0}));
    }

    /** The header's length in units of eight bytes, without the first. */
    int extensionLength() {
        return length() / UNIT - 1;
    }

    @Override
    public int length() {
        return FIXED + options.size();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.hopByHop(this);
    }
}
