package org.packetwalk.kernel.socket;

import org.packetwalk.kernel.HeaderOptions;

/**
 * The options of a socket; those of IPv4 named here mean the like ones of an IPv6 socket, too.
 *
 * @param sent what it writes into the IP header
 * @param multicast how it sends to groups
 * @param way which way it sends
 * @param sharing with whom it shares its port
 * @param recvErr {@code IP_RECVERR}
 * @param noDelay {@code TCP_NODELAY}
 * @param sendBuffer {@code sk_sndbuf}: the memory in bytes that what is sent may take
 */
public record SocketOptions(
        SentHeader sent,
        MulticastSending multicast,
        SendingWay way,
        PortSharing sharing,
        boolean recvErr,
        boolean noDelay,
        int sendBuffer) {

    /** {@code net.core.wmem_default} in bytes. */
    private static final int DEFAULT_SEND_BUFFER = 212_992;

    /** {@code net.core.wmem_max} in bytes. */
    private static final int LARGEST_SEND_BUFFER = 4_194_304;

    /** {@code SOCK_MIN_SNDBUF} in bytes: two of the smallest buffers of a TCP segment. */
    private static final int LEAST_SEND_BUFFER = 4608;

    /** What a new socket has. */
    public static final SocketOptions DEFAULT = new SocketOptions(
            SentHeader.DEFAULT,
            MulticastSending.DEFAULT,
            SendingWay.DEFAULT,
            PortSharing.DEFAULT,
            false,
            false,
            DEFAULT_SEND_BUFFER);

    /** {@code IP_PMTUDISC_*}. */
    public enum PathMtuDiscovery {
        DONT,
        WANT,
        DO,
        PROBE
    }

    // -- the options by their usual names --------------------------------------------------

    /** {@code IP_TTL}, 1 to 255, or -1 for the default of the namespace. */
    public int ttl() {
        return sent.ttl();
    }

    /** {@code IP_TOS}, 0 to 255. */
    public int tos() {
        return sent.tos();
    }

    /** {@code IP_MTU_DISCOVER}. */
    public PathMtuDiscovery pathMtuDiscovery() {
        return sent.pathMtuDiscovery();
    }

    /** {@code IP_OPTIONS}. */
    public HeaderOptions header() {
        return sent.options();
    }

    /** {@code IP_MULTICAST_TTL}, 0 to 255. */
    public int multicastTtl() {
        return multicast.ttl();
    }

    /** {@code IP_MULTICAST_LOOP}. */
    public boolean multicastLoop() {
        return multicast.loop();
    }

    /** {@code IP_MULTICAST_IF} as ifindex, 0 if unset. */
    public int multicastDevice() {
        return multicast.device();
    }

    /** {@code SO_BINDTODEVICE} as ifindex, 0 if unset. */
    public int device() {
        return way.device();
    }

    /** {@code SO_MARK}. */
    public int mark() {
        return way.mark();
    }

    /** {@code SO_DONTROUTE}. */
    public boolean dontRoute() {
        return way.direct();
    }

    /** {@code SO_BROADCAST}. */
    public boolean broadcast() {
        return way.broadcast();
    }

    /** {@code SO_REUSEADDR}. */
    public boolean reuseAddress() {
        return sharing.reuseAddress();
    }

    /** {@code SO_REUSEPORT}. */
    public boolean reusePort() {
        return sharing.reusePort();
    }

    /** {@code IPV6_V6ONLY}: an IPv6 socket that takes no IPv4. */
    public boolean ipv6Only() {
        return sharing.ipv6Only();
    }

    // -- the same options, changed ---------------------------------------------------------

    /** With another TTL. */
    public SocketOptions withTtl(int now) {
        return with(sent.withTtl(now));
    }

    /** With another type of service. */
    public SocketOptions withTos(int now) {
        return with(sent.withTos(now));
    }

    /** With another path MTU discovery. */
    public SocketOptions withPathMtuDiscovery(PathMtuDiscovery now) {
        return with(sent.with(now));
    }

    /** With options in the header of what is sent. */
    public SocketOptions withHeader(HeaderOptions now) {
        return with(sent.with(now));
    }

    private SocketOptions with(SentHeader now) {
        return new SocketOptions(now, multicast, way, sharing, recvErr, noDelay, sendBuffer);
    }

    /** With other multicast options. */
    public SocketOptions withMulticast(int newTtl, boolean newLoop, int newDevice) {
        MulticastSending now = new MulticastSending(newTtl, newLoop, newDevice);
        return new SocketOptions(sent, now, way, sharing, recvErr, noDelay, sendBuffer);
    }

    /** Bound to a device by ifindex, 0 to unbind. */
    public SocketOptions withDevice(int now) {
        return with(way.withDevice(now));
    }

    /** With another mark. */
    public SocketOptions withMark(int now) {
        return with(way.withMark(now));
    }

    /** Sending to the link only, or not. */
    public SocketOptions withDontRoute(boolean now) {
        return with(way.withDirect(now));
    }

    /** Allowed to send broadcasts, or not. */
    public SocketOptions withBroadcast(boolean now) {
        return with(way.withBroadcast(now));
    }

    private SocketOptions with(SendingWay now) {
        return new SocketOptions(sent, multicast, now, sharing, recvErr, noDelay, sendBuffer);
    }

    /** Allowed to share addresses and ports, or not. */
    public SocketOptions withReuse(boolean address, boolean port) {
        return with(new PortSharing(address, port, ipv6Only()));
    }

    /** For IPv6 only, or for both families. */
    public SocketOptions withIpv6Only(boolean now) {
        return with(new PortSharing(reuseAddress(), reusePort(), now));
    }

    private SocketOptions with(PortSharing now) {
        return new SocketOptions(sent, multicast, way, now, recvErr, noDelay, sendBuffer);
    }

    /** Told of all errors, or not. */
    public SocketOptions withRecvErr(boolean now) {
        return new SocketOptions(sent, multicast, way, sharing, now, noDelay, sendBuffer);
    }

    /** Sending small segments at once, or not. */
    public SocketOptions withNoDelay(boolean now) {
        return new SocketOptions(sent, multicast, way, sharing, recvErr, now, sendBuffer);
    }

    /** After {@code SO_SNDBUF}: the kernel doubles what is asked for, in bytes, within its bounds. */
    public SocketOptions withSendBuffer(int asked) {
        int now = Math.max(LEAST_SEND_BUFFER, 2 * Math.min(asked, LARGEST_SEND_BUFFER));
        return new SocketOptions(sent, multicast, way, sharing, recvErr, noDelay, now);
    }
}
