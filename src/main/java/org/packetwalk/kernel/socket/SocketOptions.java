package org.packetwalk.kernel.socket;

import org.packetwalk.kernel.HeaderOptions;

/**
 * The options of a socket; those of IPv4 named here mean the like ones of an IPv6 socket, too.
 *
 * @param ttl {@code IP_TTL}, 1 to 255, or -1 for the default of the namespace
 * @param multicastTtl {@code IP_MULTICAST_TTL}, 0 to 255
 * @param multicastLoop {@code IP_MULTICAST_LOOP}
 * @param multicastDevice {@code IP_MULTICAST_IF} as ifindex, 0 if unset
 * @param tos {@code IP_TOS}, 0 to 255
 * @param mark {@code SO_MARK}
 * @param broadcast {@code SO_BROADCAST}
 * @param recvErr {@code IP_RECVERR}
 * @param dontRoute {@code SO_DONTROUTE}
 * @param pathMtuDiscovery {@code IP_MTU_DISCOVER}
 * @param device {@code SO_BINDTODEVICE} as ifindex, 0 if unset
 * @param reuseAddress {@code SO_REUSEADDR}
 * @param reusePort {@code SO_REUSEPORT}
 * @param noDelay {@code TCP_NODELAY}
 * @param ipv6Only {@code IPV6_V6ONLY}: an IPv6 socket that takes no IPv4
 * @param header {@code IP_OPTIONS}
 * @param sendBuffer {@code sk_sndbuf}: the memory in bytes that what is sent may take
 */
public record SocketOptions(
        int ttl,
        int multicastTtl,
        boolean multicastLoop,
        int multicastDevice,
        int tos,
        int mark,
        boolean broadcast,
        boolean recvErr,
        boolean dontRoute,
        PathMtuDiscovery pathMtuDiscovery,
        int device,
        boolean reuseAddress,
        boolean reusePort,
        boolean noDelay,
        boolean ipv6Only,
        HeaderOptions header,
        int sendBuffer) {

    /** {@code net.core.wmem_default} in bytes. */
    private static final int DEFAULT_SEND_BUFFER = 212_992;

    /** {@code net.core.wmem_max} in bytes. */
    private static final int LARGEST_SEND_BUFFER = 4_194_304;

    /** {@code SOCK_MIN_SNDBUF} in bytes: two of the smallest buffers of a TCP segment. */
    private static final int LEAST_SEND_BUFFER = 4608;

    /** What a new socket has. */
    public static final SocketOptions DEFAULT = new SocketOptions(
            -1,
            1,
            true,
            0,
            0,
            0,
            false,
            false,
            false,
            PathMtuDiscovery.WANT,
            0,
            false,
            false,
            false,
            false,
            HeaderOptions.NONE,
            DEFAULT_SEND_BUFFER);

    /** {@code IP_PMTUDISC_*}. */
    public enum PathMtuDiscovery {
        DONT,
        WANT,
        DO,
        PROBE
    }

    /** With another TTL. */
    public SocketOptions withTtl(int now) {
        return new SocketOptions(
                now,
                multicastTtl,
                multicastLoop,
                multicastDevice,
                tos,
                mark,
                broadcast,
                recvErr,
                dontRoute,
                pathMtuDiscovery,
                device,
                reuseAddress,
                reusePort,
                noDelay,
                ipv6Only,
                header,
                sendBuffer);
    }

    /** With other multicast options. */
    public SocketOptions withMulticast(int newTtl, boolean newLoop, int newDevice) {
        return new SocketOptions(
                ttl,
                newTtl,
                newLoop,
                newDevice,
                tos,
                mark,
                broadcast,
                recvErr,
                dontRoute,
                pathMtuDiscovery,
                device,
                reuseAddress,
                reusePort,
                noDelay,
                ipv6Only,
                header,
                sendBuffer);
    }

    /** With another type of service. */
    public SocketOptions withTos(int now) {
        return new SocketOptions(
                ttl,
                multicastTtl,
                multicastLoop,
                multicastDevice,
                now,
                mark,
                broadcast,
                recvErr,
                dontRoute,
                pathMtuDiscovery,
                device,
                reuseAddress,
                reusePort,
                noDelay,
                ipv6Only,
                header,
                sendBuffer);
    }

    /** With another mark. */
    public SocketOptions withMark(int now) {
        return new SocketOptions(
                ttl,
                multicastTtl,
                multicastLoop,
                multicastDevice,
                tos,
                now,
                broadcast,
                recvErr,
                dontRoute,
                pathMtuDiscovery,
                device,
                reuseAddress,
                reusePort,
                noDelay,
                ipv6Only,
                header,
                sendBuffer);
    }

    /** Allowed to send broadcasts, or not. */
    public SocketOptions withBroadcast(boolean now) {
        return new SocketOptions(
                ttl,
                multicastTtl,
                multicastLoop,
                multicastDevice,
                tos,
                mark,
                now,
                recvErr,
                dontRoute,
                pathMtuDiscovery,
                device,
                reuseAddress,
                reusePort,
                noDelay,
                ipv6Only,
                header,
                sendBuffer);
    }

    /** Told of all errors, or not. */
    public SocketOptions withRecvErr(boolean now) {
        return new SocketOptions(
                ttl,
                multicastTtl,
                multicastLoop,
                multicastDevice,
                tos,
                mark,
                broadcast,
                now,
                dontRoute,
                pathMtuDiscovery,
                device,
                reuseAddress,
                reusePort,
                noDelay,
                ipv6Only,
                header,
                sendBuffer);
    }

    /** Sending to the link only, or not. */
    public SocketOptions withDontRoute(boolean now) {
        return new SocketOptions(
                ttl,
                multicastTtl,
                multicastLoop,
                multicastDevice,
                tos,
                mark,
                broadcast,
                recvErr,
                now,
                pathMtuDiscovery,
                device,
                reuseAddress,
                reusePort,
                noDelay,
                ipv6Only,
                header,
                sendBuffer);
    }

    /** With another path MTU discovery. */
    public SocketOptions withPathMtuDiscovery(PathMtuDiscovery now) {
        return new SocketOptions(
                ttl,
                multicastTtl,
                multicastLoop,
                multicastDevice,
                tos,
                mark,
                broadcast,
                recvErr,
                dontRoute,
                now,
                device,
                reuseAddress,
                reusePort,
                noDelay,
                ipv6Only,
                header,
                sendBuffer);
    }

    /** Bound to a device by ifindex, 0 to unbind. */
    public SocketOptions withDevice(int now) {
        return new SocketOptions(
                ttl,
                multicastTtl,
                multicastLoop,
                multicastDevice,
                tos,
                mark,
                broadcast,
                recvErr,
                dontRoute,
                pathMtuDiscovery,
                now,
                reuseAddress,
                reusePort,
                noDelay,
                ipv6Only,
                header,
                sendBuffer);
    }

    /** Allowed to share addresses and ports, or not. */
    public SocketOptions withReuse(boolean address, boolean port) {
        return new SocketOptions(
                ttl,
                multicastTtl,
                multicastLoop,
                multicastDevice,
                tos,
                mark,
                broadcast,
                recvErr,
                dontRoute,
                pathMtuDiscovery,
                device,
                address,
                port,
                noDelay,
                ipv6Only,
                header,
                sendBuffer);
    }

    /** Sending small segments at once, or not. */
    public SocketOptions withNoDelay(boolean now) {
        return new SocketOptions(
                ttl,
                multicastTtl,
                multicastLoop,
                multicastDevice,
                tos,
                mark,
                broadcast,
                recvErr,
                dontRoute,
                pathMtuDiscovery,
                device,
                reuseAddress,
                reusePort,
                now,
                ipv6Only,
                header,
                sendBuffer);
    }

    /** For IPv6 only, or for both families. */
    public SocketOptions withIpv6Only(boolean now) {
        return new SocketOptions(
                ttl,
                multicastTtl,
                multicastLoop,
                multicastDevice,
                tos,
                mark,
                broadcast,
                recvErr,
                dontRoute,
                pathMtuDiscovery,
                device,
                reuseAddress,
                reusePort,
                noDelay,
                now,
                header,
                sendBuffer);
    }

    /** With options in the header of what is sent. */
    public SocketOptions withHeader(HeaderOptions now) {
        return new SocketOptions(
                ttl,
                multicastTtl,
                multicastLoop,
                multicastDevice,
                tos,
                mark,
                broadcast,
                recvErr,
                dontRoute,
                pathMtuDiscovery,
                device,
                reuseAddress,
                reusePort,
                noDelay,
                ipv6Only,
                now,
                sendBuffer);
    }

    /** After {@code SO_SNDBUF}: the kernel doubles what is asked for, in bytes, within its bounds. */
    public SocketOptions withSendBuffer(int asked) {
        return new SocketOptions(
                ttl,
                multicastTtl,
                multicastLoop,
                multicastDevice,
                tos,
                mark,
                broadcast,
                recvErr,
                dontRoute,
                pathMtuDiscovery,
                device,
                reuseAddress,
                reusePort,
                noDelay,
                ipv6Only,
                header,
                Math.max(LEAST_SEND_BUFFER, 2 * Math.min(asked, LARGEST_SEND_BUFFER)));
    }
}
