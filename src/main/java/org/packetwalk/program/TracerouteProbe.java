package org.packetwalk.program;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv4Address;

/**
 * One probe of traceroute.
 *
 * @param socket the socket it was sent through
 * @param key what tells its answers from those of others: the source port of a TCP segment, the sequence number of an echo
 *     request
 * @param holder the socket that holds its source port, number 0 if there is none
 * @param sentAt when it was sent
 * @param done whether it was answered or given up
 * @param finished whether the answer ends the trace
 * @param from who answered, 0.0.0.0 if nobody
 * @param zone ifindex of the device by which the answer came, as far as IPv6 tells it; else 0
 * @param nanos how long the answer took
 * @param remark such as {@code !H}, or empty
 */
record TracerouteProbe(
        SocketId socket,
        int key,
        SocketId holder,
        SimTime sentAt,
        boolean done,
        boolean finished,
        IpAddress from,
        int zone,
        long nanos,
        String remark) {

    private static final SocketId NONE = new SocketId(0);

    static TracerouteProbe sent(SocketId socket, int key, SimTime now) {
        return new TracerouteProbe(socket, key, NONE, now, false, false, Ipv4Address.ANY, 0, 0, "");
    }

    TracerouteProbe answered(IpAddress by, int device, SimTime now, boolean ends, String newRemark) {
        return new TracerouteProbe(socket, key, holder, sentAt, true, ends, by, device, now.since(sentAt), newRemark);
    }

    TracerouteProbe holding(SocketId held) {
        return new TracerouteProbe(socket, key, held, sentAt, done, finished, from, zone, nanos, remark);
    }

    TracerouteProbe expired() {
        return new TracerouteProbe(socket, key, holder, sentAt, true, false, Ipv4Address.ANY, 0, 0, "");
    }

    /** Whether somebody answered, if only this host itself. */
    boolean answered() {
        return done && (!from.isAny() || finished);
    }

    boolean holds() {
        return !holder.equals(NONE);
    }
}
