package org.packetwalk.kernel;

/** Whom a received frame is for: {@code skb->pkt_type}. */
public enum PacketType {
    /** For this host. */
    HOST,
    /** To everybody on the link. */
    BROADCAST,
    /** To a group. */
    MULTICAST,
    /** For another host. */
    OTHERHOST,
    /** The sender's own copy of a broadcast or multicast ({@code PACKET_LOOPBACK}). */
    LOOPBACK
}
