package org.packetwalk.kernel;

/** Why a packet was freed before its time: the kernel's {@code enum skb_drop_reason}. */
public enum DropReason {
    /** No reason was given. */
    NOT_SPECIFIED,
    /** No socket for the packet. */
    NO_SOCKET,
    /** Packet shorter than its headers say. */
    PKT_TOO_SMALL,
    /** TCP checksum error. */
    TCP_CSUM,
    /** UDP checksum error. */
    UDP_CSUM,
    /** ICMP checksum error. */
    ICMP_CSUM,
    /** Dropped by netfilter. */
    NETFILTER_DROP,
    /** Addressed to another host's hardware address. */
    OTHERHOST,
    /** IPv4 header checksum error. */
    IP_CSUM,
    /** Bad IP header, or the TTL ran out. */
    IP_INHDR,
    /** Reverse path filter. */
    IP_RPFILTER,
    /** Unicast IP in a link-layer multicast frame. */
    UNICAST_IN_L2_MULTICAST,
    /** No handler for the transport protocol. */
    IP_NOPROTO,
    /** The socket's receive buffer is full. */
    SOCKET_RCVBUFF,
    /** Protocol memory exhausted. */
    PROTO_MEM,
    /** TCP segment with bad flags. */
    TCP_FLAGS,
    /** TCP segment whose data was there before. */
    TCP_OLD_DATA,
    /** TCP segment for a receiver whose window is closed. */
    TCP_ZEROWINDOW,
    /** TCP segment beyond the window. */
    TCP_OVERWINDOW,
    /** TCP segment of the out-of-order queue whose data another one has. */
    TCP_OFOMERGE,
    /** TCP segment behind what was acknowledged. */
    TCP_OLD_SEQUENCE,
    /** TCP ACK too old. */
    TCP_OLD_ACK,
    /** Unexpected TCP SYN in a listener's queue that is full. */
    TCP_LISTEN_OVERFLOW,
    /** Reset of a connection. */
    TCP_RESET,
    /** Segment for a closing socket. */
    TCP_CLOSE,
    /** Invalid TCP sequence. */
    TCP_INVALID_SEQUENCE,

    /** A SYN in a connection that is there. */
    TCP_INVALID_SYN,
    /** No route for an outgoing packet. */
    IP_OUTNOROUTES,
    /** The neighbour entry could not be made. */
    NEIGH_CREATEFAIL,
    /** The neighbour did not answer. */
    NEIGH_FAILED,
    /** Too many packets wait for the neighbour. */
    NEIGH_QUEUEFULL,
    /** The neighbour entry is dead. */
    NEIGH_DEAD,
    /** A queue was emptied. */
    QUEUE_PURGE,
    /** Dropped by the queueing discipline, or by a device that is down. */
    QDISC_DROP,
    /** The processor's backlog is full. */
    CPU_BACKLOG,
    /** The device is not ready. */
    DEV_READY,
    /** No handler for the link-layer protocol. */
    UNHANDLED_PROTO,
    /** Larger than the MTU. */
    PKT_TOO_BIG,
    /** Refused by the protocol. */
    INVALID_PROTO,
    /** Address that is not acceptable on input. */
    IP_INADDRERRORS,
    /** No route on input. */
    IP_INNOROUTES,
    /** Source address that cannot be. */
    IP_INVALID_SOURCE,
    /** Destination address that cannot be. */
    IP_INVALID_DEST,
    /** 127.0.0.0/8 seen on a wire. */
    IP_LOCALNET,
    /** The source is one of our own addresses. */
    IP_LOCAL_SOURCE,
    /** A fragment queue was given up. */
    FRAG_REASM_TIMEOUT,
    /** Fragments that came twice. */
    DUP_FRAG,
    /** A fragment that reaches too far. */
    FRAG_TOO_FAR,
    /** A bridge has no port to send it to. */
    NO_TX_TARGET,
    /** Source hardware address that cannot be. */
    MAC_INVALID_SOURCE,
    /** Port not forwarding. */
    BRIDGE_INGRESS_STP_STATE,
    /** The device has no IPv6. */
    IPV6DISABLED,
    /** Neighbour discovery that a router has passed on: its hop limit is not 255. */
    IPV6_NDISC_HOP_LIMIT,
    /** Neighbour discovery with a code that means nothing. */
    IPV6_NDISC_BAD_CODE,
    /** A neighbour solicitation for an address of somebody else. */
    IPV6_NDISC_NS_OTHERHOST,
    /** The tail of a transmit ring. */
    TC_EGRESS,
    /** The source is the device's own hardware address. */
    LOCAL_MAC,
    /** A VXLAN header that says nothing. */
    VXLAN_INVALID_HDR,
    /** No VXLAN device of this number. */
    VXLAN_VNI_NOT_FOUND,
    /** The source is known elsewhere, and for good. */
    VXLAN_ENTRY_EXISTS
}
