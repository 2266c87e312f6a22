package org.packetwalk.program;

import org.packetwalk.net.IpProtocol;

/**
 * What traceroute was asked to do.
 *
 * @param host the destination as it was typed
 * @param numeric {@code -n}
 * @param protocol what the probes are: UDP datagrams, with {@code -I} echo requests of ICMP, with {@code -P} packets of another
 *     protocol
 * @param queries {@code -q}: probes for each hop
 * @param together {@code -N}: probes under way at the same time
 * @param waitMillis {@code -w}: how long to wait for an answer
 * @param adaptive whether it waits less when other probes were answered sooner: without {@code -w}
 * @param firstHop {@code -f}
 * @param lastHop {@code -m}
 * @param destinationPort {@code -p}: the port of the first datagram
 * @param length the length of a packet in bytes
 * @param source {@code -s}, empty if absent
 * @param raw whether the protocol was given by {@code -P}: its packets have no header of the protocol
 * @param family {@code -4} or {@code -6}: 4 or 6, 0 if neither
 * @param place which of the words the destination is, from 1 on
 */
public record TracerouteOptions(
        String host,
        boolean numeric,
        IpProtocol protocol,
        int queries,
        int together,
        long waitMillis,
        boolean adaptive,
        int firstHop,
        int lastHop,
        int destinationPort,
        int length,
        String source,
        boolean raw,
        int family,
        int place) {

    /** Whether the probes are echo requests. */
    public boolean icmp() {
        return !raw && protocol.equals(IpProtocol.ICMP);
    }

    /** Whether the probes are UDP datagrams. */
    public boolean udp() {
        return !raw && protocol.equals(IpProtocol.UDP);
    }

    /** Whether the destination is to be one of IPv6. */
    public boolean ipv6() {
        return family == 6 || family == 0 && host.indexOf(':') >= 0;
    }
}
