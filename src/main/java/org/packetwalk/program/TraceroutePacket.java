package org.packetwalk.program;

import org.packetwalk.net.IpProtocol;

/**
 * What a probe of traceroute looks like.
 *
 * @param method what it is
 * @param protocol its protocol
 * @param length its length in bytes
 * @param destinationPort {@code -p}: the port, or the first one, or the first sequence number
 * @param sourcePort {@code --sport}, 0 if absent
 * @param source {@code -s}, empty if absent
 * @param device {@code -i}, empty if absent
 * @param tos {@code -t}
 * @param dontFragment {@code -F}
 * @param dontRoute {@code -r}
 */
public record TraceroutePacket(
        TracerouteMethod method,
        IpProtocol protocol,
        int length,
        int destinationPort,
        int sourcePort,
        String source,
        String device,
        int tos,
        boolean dontFragment,
        boolean dontRoute) {

    /** With another length in bytes. */
    public TraceroutePacket withLength(int now) {
        return new TraceroutePacket(
                method, protocol, now, destinationPort, sourcePort, source, device, tos, dontFragment, dontRoute);
    }
}
