package org.packetwalk.kernel.netfilter;

import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpAddress;

/**
 * What rules can ask of a packet of either IP family.
 *
 * @param protocol the number of the transport protocol
 * @param fragmentOffset in bytes, 0 for a whole packet or a first fragment
 * @param hasTransport whether the transport header is there and readable
 * @param sourcePort of TCP and UDP
 * @param destinationPort of TCP and UDP
 * @param icmpType type of an ICMP message
 * @param icmpCode its code
 * @param tcpFlags the flags of a TCP segment, FIN is 1
 * @param tcpOptions its options as on the wire
 * @param length {@code skb->len} in bytes, with the IP header
 */
public record PacketFacts(
        IpAddress source,
        IpAddress destination,
        int protocol,
        int fragmentOffset,
        boolean hasTransport,
        int sourcePort,
        int destinationPort,
        int icmpType,
        int icmpCode,
        int tcpFlags,
        ByteString tcpOptions,
        int length) {}
