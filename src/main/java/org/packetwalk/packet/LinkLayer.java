package org.packetwalk.packet;

/** What the first byte of some bytes to decode belongs to. */
public enum LinkLayer {
    /** An Ethernet II header, {@code LINKTYPE_ETHERNET}. */
    ETHERNET,
    /** An IPv4 header, {@code LINKTYPE_IPV4}. */
    IPV4,
    /** An IPv6 header, {@code LINKTYPE_IPV6}. */
    IPV6
}
