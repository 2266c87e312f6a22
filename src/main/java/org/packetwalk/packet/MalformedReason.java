package org.packetwalk.packet;

/** Why bytes could not be read as a packet to the end. */
public enum MalformedReason {
    /** Fewer than the 14 bytes of an Ethernet header. */
    ETHERNET_TRUNCATED,
    /** Fewer than the 28 bytes of an ARP message. */
    ARP_TRUNCATED,
    /** An ARP message for other addresses than IPv4 over Ethernet ({@code arp_rcv} drops it). */
    ARP_FORMAT,
    /** Fewer than 20 bytes ({@code ip_rcv_core}: {@code pskb_may_pull}). */
    IPV4_TRUNCATED,
    /** The version is not 4. */
    IPV4_VERSION,
    /** The header length is below five words. */
    IPV4_HEADER_LENGTH,
    /** The header length exceeds the bytes there are. */
    IPV4_HEADER_TRUNCATED,
    /** The total length exceeds the bytes there are ({@code IPSTATS_MIB_INTRUNCATEDPKTS}). */
    IPV4_TOTAL_LENGTH_TRUNCATED,
    /** The total length is shorter than the header. */
    IPV4_TOTAL_LENGTH,
    /** Fewer than 40 bytes. */
    IPV6_TRUNCATED,
    /** The version is not 6. */
    IPV6_VERSION,
    /** The payload length exceeds the bytes there are ({@code IPSTATS_MIB_INTRUNCATEDPKTS}). */
    IPV6_PAYLOAD_TRUNCATED,
    /** Fewer bytes of an extension header than it says. */
    IPV6_EXTENSION_TRUNCATED,
    /** Fewer than 8 bytes of ICMP. */
    ICMP_TRUNCATED,
    /** Fewer than 8 bytes of ICMPv6. */
    ICMPV6_TRUNCATED,
    /** Fewer than 8 bytes of UDP. */
    UDP_TRUNCATED,
    /** The UDP length is below 8 or exceeds the bytes there are ({@code __udp4_lib_rcv}: {@code short_packet}). */
    UDP_LENGTH,
    /** Fewer than 20 bytes of TCP. */
    TCP_TRUNCATED,
    /** The TCP data offset is below five words or exceeds the bytes there are. */
    TCP_DATA_OFFSET
}
