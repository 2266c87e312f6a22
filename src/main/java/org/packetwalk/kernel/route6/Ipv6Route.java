package org.packetwalk.kernel.route6;

import java.util.List;

import org.packetwalk.kernel.RouteMetric;
import org.packetwalk.kernel.RouteMetrics;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.route.RouteProtocol;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.Ipv6Prefix;

/**
 * A route of IPv6 ({@code struct fib6_info}).
 *
 * @param prefix the destinations
 * @param table its table
 * @param type what it does
 * @param protocol who made it
 * @param metric its metric; the kernel's own local routes have 0
 * @param preference its preference among routers
 * @param preferredSource the source of packets that have none, :: if it is chosen
 * @param metrics what it prescribes
 * @param nexthops the ways, one or several; of a refusing route lo
 * @param expires when it ends, {@link #NEVER} if it does not
 * @param advertised whether it came from a router's advertisement ({@code RTF_ADDRCONF})
 */
public record Ipv6Route(
        Ipv6Prefix prefix,
        TableId table,
        RouteType type,
        RouteProtocol protocol,
        long metric,
        RouterPreference preference,
        Ipv6Address preferredSource,
        RouteMetrics metrics,
        List<Ipv6NextHop> nexthops,
        SimTime expires,
        boolean advertised) {

    /** No end. */
    public static final SimTime NEVER = new SimTime(-1);

    /** The metric of routes that name none ({@code IP6_RT_PRIO_USER}). */
    public static final long USER_METRIC = 1024;

    /** The metric of routes to the subnets of addresses ({@code IP6_RT_PRIO_ADDRCONF}). */
    public static final long ADDRESS_METRIC = 256;

    private static final int LOOPBACK_INDEX = 1;

    /** Copies the ways. */
    public Ipv6Route {
        nexthops = List.copyOf(nexthops);
    }

    /** A route that the kernel makes for a device. */
    public static Ipv6Route kernel(Ipv6Prefix prefix, TableId table, RouteType type, long metric, Ipv6NextHop way) {
        return new Ipv6Route(
                prefix,
                table,
                type,
                RouteProtocol.KERNEL,
                metric,
                RouterPreference.MEDIUM,
                Ipv6Address.ANY,
                RouteMetrics.NONE,
                List.of(way),
                NEVER,
                false);
    }

    /** The first way. */
    public Ipv6NextHop way() {
        return nexthops.get(0);
    }

    /** Whether it ends one day. */
    public boolean ends() {
        return !expires.equals(NEVER);
    }

    /** Whether its end has come ({@code fib6_check_expired}). */
    public boolean expired(SimTime now) {
        return ends() && !now.isBefore(expires);
    }

    /** With other ways. */
    public Ipv6Route through(List<Ipv6NextHop> now) {
        return new Ipv6Route(
                prefix, table, type, protocol, metric, preference, preferredSource, metrics, now, expires, advertised);
    }

    /** Ending at another time. */
    public Ipv6Route ending(SimTime now) {
        return new Ipv6Route(
                prefix, table, type, protocol, metric, preference, preferredSource, metrics, nexthops, now, advertised);
    }

    /** Prescribing another MTU, in bytes. */
    public Ipv6Route withMtu(int mtu) {
        RouteMetrics changed = metrics.with(RouteMetric.MTU, mtu, metrics.mtuLocked());
        return new Ipv6Route(
                prefix,
                table,
                type,
                protocol,
                metric,
                preference,
                preferredSource,
                changed,
                nexthops,
                expires,
                advertised);
    }

    /** From an advertisement, with a preference. */
    public Ipv6Route advertised(RouterPreference with) {
        return new Ipv6Route(
                prefix,
                table,
                type,
                RouteProtocol.parse("ra").orElseThrow(),
                metric,
                with,
                preferredSource,
                metrics,
                nexthops,
                expires,
                true);
    }

    /** Whether another route may become a further way of this one ({@code rt6_qualify_for_ecmp}). */
    public boolean takesSiblings() {
        return !advertised && nexthops.stream().allMatch(Ipv6NextHop::hasGateway);
    }

    /**
     * Whether what it leads to is this host's own ({@code RTF_LOCAL}, {@code RTF_ANYCAST}). An anycast route that the
     * administrator made, which never has the metric 0, is not: packets to it are received, but sent like others.
     */
    public boolean own() {
        return type == RouteType.LOCAL || type == RouteType.ANYCAST && metric == 0;
    }

    /**
     * Whether it carries no packet: by its type, or because it leads to lo without being local, which would go in circles
     * ({@code fib6_is_reject}).
     */
    public boolean rejects() {
        return type.rejects()
                || !own() && way().device() == LOOPBACK_INDEX && !prefix.equals(Ipv6Prefix.of(Ipv6Address.LOOPBACK));
    }
}
