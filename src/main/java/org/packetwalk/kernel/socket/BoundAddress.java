package org.packetwalk.kernel.socket;

/**
 * What a socket is bound to, for the question whether two sockets may have one port ({@code inet_rcv_saddr_equal},
 * {@code net/ipv4/inet_connection_sock.c}).
 *
 * @param end the own end
 * @param ipv6Only {@code IPV6_V6ONLY}
 */
public record BoundAddress(Endpoint end, boolean ipv6Only) {

    /** That of a socket. */
    public static BoundAddress of(Socket socket) {
        return new BoundAddress(socket.local(), socket.options().ipv6Only());
    }

    /** Whether a packet could be for both; :: stands for 0.0.0.0, too, unless it is for IPv6 only. */
    public boolean overlaps(BoundAddress other) {
        if (end.speaksIpv4() && other.end.speaksIpv4()) {
            return end.ipv4().isAny() || other.end.ipv4().isAny() || end.ipv4().equals(other.end.ipv4());
        }
        if (end.address().isAny() && other.end.address().isAny() && end.isIpv6() && other.end.isIpv6()) {
            return true;
        }
        return covers(other) || other.covers(this) || end.address().equals(other.end.address());
    }

    /** Whether this is :: and takes packets of the other's family. */
    private boolean covers(BoundAddress other) {
        return end.isIpv6() && end.address().isAny() && !(ipv6Only && other.end.speaksIpv4());
    }
}
