package org.packetwalk.program;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv4Address;

/**
 * One probe of traceroute.
 *
 * @param socket the socket it was sent through
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
        SimTime sentAt,
        boolean done,
        boolean finished,
        IpAddress from,
        int zone,
        long nanos,
        String remark) {

    static TracerouteProbe sent(SocketId socket, SimTime now) {
        return new TracerouteProbe(socket, now, false, false, Ipv4Address.ANY, 0, 0, "");
    }

    TracerouteProbe answered(IpAddress by, int device, SimTime now, boolean ends, String newRemark) {
        return new TracerouteProbe(socket, sentAt, true, ends, by, device, now.since(sentAt), newRemark);
    }

    TracerouteProbe expired() {
        return new TracerouteProbe(socket, sentAt, true, false, Ipv4Address.ANY, 0, 0, "");
    }

    boolean answered() {
        return done && !from.isAny();
    }
}
