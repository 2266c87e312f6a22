package org.packetwalk.stack;

import org.pcollections.TreePMap;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.IpAddress;

/**
 * How many ICMP errors a host may still send: all together ({@code icmp_global_allow}) and to each destination
 * ({@code inet_peer}). Times are milliseconds, which the reference kernel's jiffies are.
 *
 * @param credit messages the host may send at once
 * @param stamp when the credit was last refilled
 * @param peers what each destination has used
 */
public record IcmpLimits(int credit, long stamp, TreePMap<IpAddress, Peer> peers) {

    /** Nothing sent yet. */
    public static final IcmpLimits FRESH = new IcmpLimits(0, Long.MIN_VALUE / 4, TreePMap.empty(IpAddress::compare));

    /** What a peer may save for errors of the routing tables ({@code ip_rt_error_burst}). */
    private static final long ERROR_BURST = 5000;

    /** What such an error costs ({@code ip_rt_error_cost}). */
    private static final long ERROR_COST = 1000;

    /** How many periods a peer may save ({@code XRLIM_BURST_FACTOR}). */
    private static final int BURST_FACTOR = 6;

    private static final long SECOND = 1000;

    /** A refill is worth its while after this time. */
    private static final long SHORTEST_REFILL = SECOND / 50;

    /** Redirects to a peer that does not listen end after this many ({@code ip_rt_redirect_number}). */
    private static final int MOST_REDIRECTS = 9;

    /** The time after the first redirect, which doubles with each ({@code ip_rt_redirect_load}). */
    private static final long REDIRECT_LOAD = SECOND / 50;

    /** After this time without redirects a peer is told anew ({@code ip_rt_redirect_silence}). */
    private static final long REDIRECT_SILENCE = REDIRECT_LOAD << MOST_REDIRECTS + 1;

    /**
     * What is kept of a destination ({@code struct inet_peer}).
     *
     * @param tokens what it has saved
     * @param last when that was
     * @param redirects the redirects it was sent
     */
    record Peer(long tokens, long last, int redirects) {

        private static final Peer NEW = new Peer(0, Long.MIN_VALUE / 4, 0);
    }

    /**
     * An answer.
     *
     * @param allowed whether the message may be sent
     * @param after the limits afterwards
     */
    record Answer(boolean allowed, IcmpLimits after) {}

    /** {@code icmp_global_allow}. */
    Answer all(SimTime now, int perSecond, int burst) {
        if (credit > 0) {
            return new Answer(true, this);
        }
        long delta = Math.min(millis(now) - stamp, SECOND);
        long refill = perSecond * delta / SECOND;
        if (delta < SHORTEST_REFILL || refill == 0) {
            return new Answer(false, this);
        }
        return new Answer(true, new IcmpLimits((int) Math.min(credit + refill, burst), millis(now), peers));
    }

    /** {@code icmp_global_consume}; the kernel takes 0 to 2 by chance. */
    IcmpLimits consuming(int credits) {
        return new IcmpLimits(credit - credits, stamp, peers);
    }

    /** {@code inet_peer_xrlim_allow}: one message in each {@code period} milliseconds, some of them saved. */
    Answer peer(IpAddress address, SimTime now, long period) {
        Peer before = of(address);
        long since = millis(now) - before.last();
        // What was saved is cut only when time has passed, so right after another message nothing is lost.
        long tokens = since == 0 ? before.tokens() : Math.min(before.tokens() + since, BURST_FACTOR * period);
        boolean allowed = tokens >= period;
        return new Answer(
                allowed, with(address, new Peer(allowed ? tokens - period : tokens, millis(now), before.redirects())));
    }

    /** The limit of {@code ip_error}: one in a second, five saved. */
    Answer routeError(IpAddress address, SimTime now) {
        Peer before = of(address);
        long tokens = Math.min(before.tokens() + millis(now) - before.last(), ERROR_BURST);
        boolean allowed = tokens >= ERROR_COST;
        return new Answer(
                allowed,
                with(address, new Peer(allowed ? tokens - ERROR_COST : tokens, millis(now), before.redirects())));
    }

    /** The limit of {@code ip_rt_send_redirect}: ever more seldom, and not for ever. */
    Answer redirect(IpAddress address, SimTime now) {
        Peer before = of(address);
        long time = millis(now);
        if (time > before.last() + REDIRECT_SILENCE) {
            before = new Peer(0, before.last(), 0);
        }
        if (before.redirects() >= MOST_REDIRECTS) {
            return new Answer(false, with(address, new Peer(before.tokens(), time, before.redirects())));
        }
        boolean allowed = before.redirects() == 0 || time > before.last() + (REDIRECT_LOAD << before.redirects());
        Peer after = allowed ? new Peer(before.tokens(), time, before.redirects() + 1) : before;
        return new Answer(allowed, with(address, after));
    }

    private Peer of(IpAddress address) {
        Peer known = peers.get(address);
        return known == null ? Peer.NEW : known;
    }

    private IcmpLimits with(IpAddress address, Peer peer) {
        return new IcmpLimits(credit, stamp, peers.plus(address, peer));
    }

    private static long millis(SimTime time) {
        return time.nanos() / 1_000_000;
    }
}
