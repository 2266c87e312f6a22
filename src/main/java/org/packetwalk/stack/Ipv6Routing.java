package org.packetwalk.stack;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.route6.Ipv6Flow;
import org.packetwalk.kernel.route6.Ipv6RouteMatch;
import org.packetwalk.kernel.route6.Ipv6RouteQuery;
import org.packetwalk.kernel.sysctl.SysctlTable;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** The questions of the stack to the IPv6 tables ({@code net/ipv6/route.c}, {@code ip6_dst_lookup_tail}). */
final class Ipv6Routing {

    private Ipv6Routing() {}

    /**
     * A route with the source that goes with it.
     *
     * @param answer the route
     * @param source the source, :: if there is none
     * @param errno why there is no route to use, OK if there is
     */
    record Way(Ipv6Fib.Answer answer, Ipv6Address source, Errno errno) {

        boolean refused() {
            return errno != Errno.OK;
        }
    }

    /** {@code ip6_route_output_flags}. */
    static Ipv6Fib.Answer output(Walk walk, HostId host, SkBuff skb, Ipv6Flow flow, boolean bound) {
        boolean deviceOnly = bound
                || Ipv6Flow.needsDevice(flow.destination())
                || flow.outputInterface() != 0 && flow.source().isAny();
        return walk.call(
                KernelFunction.IP6_ROUTE_OUTPUT_FLAGS,
                () -> Ipv6Fib.lookup(
                        walk,
                        host,
                        skb,
                        new Ipv6RouteQuery(
                                flow, flow.outputInterface(), deviceOnly, reachableFirst(walk, host), walk.now()),
                        Stage.ROUTE_OUTPUT));
    }

    private static boolean reachableFirst(Walk walk, HostId host) {
        return walk.host(host).sysctls().ipv6Conf(SysctlTable.ALL, "forwarding") == 0;
    }

    /** {@code ip6_dst_lookup_flow}. */
    static Way lookupFlow(Walk walk, HostId host, SkBuff skb, Ipv6Flow flow, boolean bound) {
        return walk.call(KernelFunction.IP6_DST_LOOKUP_FLOW, () -> lookup(walk, host, skb, flow, bound));
    }

    /** {@code ip6_dst_lookup_tail}: the route, then the source; a failed lookup is repeated with the source. */
    static Way lookup(Walk walk, HostId host, SkBuff skb, Ipv6Flow flow, boolean bound) {
        return walk.call(KernelFunction.IP6_DST_LOOKUP_TAIL, () -> {
            Ipv6Flow known = flow;
            Ipv6Fib.Answer answer = output(walk, host, skb, flow, bound);
            if (flow.source().isAny()) {
                Ipv6Address source = source(walk, host, skb, flow, answer);
                if (source.isAny()) {
                    return new Way(answer, source, Errno.EADDRNOTAVAIL);
                }
                known = flow.withSource(source);
                if (answer.refused()) {
                    answer = output(walk, host, skb, known, bound || flow.outputInterface() != 0);
                }
            }
            Errno errno = answer.entry().error();
            if (errno == Errno.ENETUNREACH) {
                walk.count(host, SnmpCounter.IP6_OUT_NO_ROUTES);
            }
            return new Way(answer, known.source(), errno);
        });
    }

    /** {@code ip6_route_get_saddr}: of the route, else by the rules of RFC 6724 for its device. */
    static Ipv6Address source(Walk walk, HostId host, SkBuff skb, Ipv6Flow flow, Ipv6Fib.Answer answer) {
        if (answer.refused()) {
            return Ipv6Fib.selectSource(walk, host, skb, 0, flow.destination());
        }
        Ipv6RouteMatch match = answer.match().orElseThrow();
        return match.route().preferredSource().isAny()
                ? Ipv6Fib.selectSource(walk, host, skb, match.way().device(), flow.destination())
                : match.route().preferredSource();
    }

    /** {@code ip6_route_input}. */
    static SkBuff input(Walk walk, HostId host, SkBuff skb) {
        Ipv6Header header = skb.packet().ipv6();
        Ipv6Flow flow = Ipv6Flow.input(header.destination(), header.source(), skb.device())
                .marked(skb.mark(), header.trafficClass())
                .withTransport(header.nextHeader().number(), 0, 0);
        return walk.call(KernelFunction.IP6_ROUTE_INPUT, () -> {
            Ipv6RouteQuery query = new Ipv6RouteQuery(
                    flow,
                    skb.device(),
                    Ipv6Flow.needsDevice(header.destination()),
                    reachableFirst(walk, host),
                    walk.now());
            return skb.routed(
                    Ipv6Fib.lookup(walk, host, skb, query, Stage.ROUTE_INPUT).entry());
        });
    }
}
