package org.packetwalk.program;

/**
 * What traceroute was asked to do.
 *
 * @param host the destination as it was typed
 * @param numeric {@code -n}
 * @param family {@code -4} or {@code -6}: 4 or 6, 0 if neither
 * @param place which of the words the destination is, from 1 on
 * @param packet what the probes look like
 * @param pace how many there are, and how long it waits for them
 */
public record TracerouteOptions(
        String host, boolean numeric, int family, int place, TraceroutePacket packet, TraceroutePace pace) {

    /** What the probes are. */
    public TracerouteMethod method() {
        return packet.method();
    }

    /** Whether the destination is to be one of IPv6. */
    public boolean ipv6() {
        return family == 6 || family == 0 && host.indexOf(':') >= 0;
    }
}
