package org.packetwalk.packet;

/** A checksum that is not what the bytes it covers add up to. */
public record ChecksumFault(Coverage coverage, int found, int expected) {

    /** The checksums there are. */
    public enum Coverage {
        /** The IPv4 header with its options. */
        IPV4_HEADER,
        /** The ICMP message with its payload. */
        ICMP,
        /** The ICMPv6 message with its payload and pseudo header. */
        ICMPV6,
        /** The UDP datagram with its pseudo header. */
        UDP,
        /** The TCP segment with its pseudo header. */
        TCP
    }
}
