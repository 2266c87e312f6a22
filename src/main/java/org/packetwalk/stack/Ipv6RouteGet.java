package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.Ipv6Destination;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.route6.Ipv6Flow;
import org.packetwalk.kernel.route6.Ipv6RouteMatch;
import org.packetwalk.kernel.route6.Ipv6RouteQuery;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** Answers {@code ip -6 route get} ({@code inet6_rtm_getroute}). */
public final class Ipv6RouteGet {

    /**
     * The route of a flow.
     *
     * @param entry the route as packets get it
     * @param match the route of a table, if there is one
     * @param source the source a packet would get, :: if there is none
     */
    public record Answer(Ipv6Destination entry, Optional<Ipv6RouteMatch> match, Ipv6Address source) {}

    private Ipv6RouteGet() {}

    /** The route of a packet of this host. */
    public static Answer output(Walk walk, HostId host, Ipv6Flow flow) {
        return Netlink.request(walk, KernelFunction.INET6_RTM_GETROUTE, () -> {
            Ipv6Fib.Answer answer = Ipv6Routing.output(walk, host, SkBuff.NONE, flow, false);
            Ipv6Address source =
                    answer.refused() ? Ipv6Address.ANY : Ipv6Routing.source(walk, host, SkBuff.NONE, flow, answer);
            return new Answer(answer.entry(), answer.match(), source);
        });
    }

    /** The route of a received packet. */
    public static Answer input(Walk walk, HostId host, Ipv6Flow flow) {
        return Netlink.request(walk, KernelFunction.INET6_RTM_GETROUTE, () -> {
            Ipv6RouteQuery query = new Ipv6RouteQuery(
                    flow,
                    flow.inputInterface(),
                    Ipv6Flow.needsDevice(flow.destination()),
                    walk.host(host).sysctls().ipv6Conf(org.packetwalk.kernel.sysctl.SysctlTable.ALL, "forwarding") == 0,
                    walk.now());
            Ipv6Fib.Answer answer = Ipv6Fib.lookup(walk, host, SkBuff.NONE, query, Stage.ROUTE_INPUT);
            Ipv6Address prescribed =
                    answer.match().map(match -> match.route().preferredSource()).orElse(Ipv6Address.ANY);
            return new Answer(answer.entry(), answer.match(), prescribed);
        });
    }
}
