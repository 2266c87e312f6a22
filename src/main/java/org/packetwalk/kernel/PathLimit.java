package org.packetwalk.kernel;

/**
 * What bounds the packets of a route: the learnt path MTU with its end, and what the route prescribes
 * ({@code rt_pmtu}, {@code rt_mtu_locked}, {@code dst.expires}, {@code dst._metrics}).
 *
 * @param learnt the path MTU learnt from ICMP in bytes, 0 if none
 * @param locked whether the MTU is fixed, so that larger packets may be cut: the route says so, or the path MTU learnt was
 *     below the least believed one ({@code ip_mtu_locked})
 * @param expires when what was learnt, the MTU or another gateway, ends; {@link #NEVER} if nothing was learnt
 * @param redirected whether a redirect named the gateway ({@code RTCF_REDIRECTED})
 * @param prescribed the metrics of the route
 */
public record PathLimit(int learnt, boolean locked, SimTime expires, boolean redirected, RouteMetrics prescribed) {

    /** Nothing was learnt. */
    public static final SimTime NEVER = new SimTime(-1);

    /** The device alone bounds the packets. */
    public static final PathLimit NONE = prescribed(RouteMetrics.NONE);

    /** Nothing learnt; the values are those the route prescribes. */
    public static PathLimit prescribed(RouteMetrics metrics) {
        return new PathLimit(0, metrics.mtuLocked(), NEVER, false, metrics);
    }

    /** Whether anything was learnt. */
    public boolean isLearnt() {
        return !expires.equals(NEVER);
    }

    /** Without the learnt MTU, unless it is locked: what counts for forwarded packets. */
    public PathLimit forForwarding() {
        return locked ? this : new PathLimit(0, false, expires, redirected, prescribed);
    }

    /** The MTU in bytes on a device with the given one, gateway or not ({@code ip_dst_mtu_maybe_forward}). */
    public int mtu(int deviceMtu) {
        int mtu = learnt != 0 ? learnt : prescribed.mtu() != 0 ? prescribed.mtu() : deviceMtu;
        return Math.min(mtu, 65535);
    }

    /** The TTL of packets that nobody gave one, on a host with the given default ({@code ip4_dst_hoplimit}). */
    public int timeToLive(int hostDefault) {
        return prescribed.hopLimit() != 0 ? prescribed.hopLimit() : hostDefault;
    }
}
