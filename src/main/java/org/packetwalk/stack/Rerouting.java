package org.packetwalk.stack;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route6.Ipv6Flow;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** A packet of this host that a rule has changed is routed once more ({@code ip_route_me_harder}, {@code ip6_route_me_harder}). */
final class Rerouting {

    private Rerouting() {}

    /** At a hook: without a route the packet ends there, and its sender gets the error. */
    static Hooks.Verdict again(Hooks.Place place, SkBuff skb) {
        if (place.six()) {
            return againIpv6(place.walk(), place.host(), skb);
        }
        OutputRoute.Answer answer = route(place.walk(), place.host(), skb);
        return answer.refused()
                ? Hooks.Verdict.drop(skb, answer.errno() == Errno.OK ? Errno.EPERM : answer.errno())
                : Hooks.Verdict.accept(skb.routed(answer.entry()));
    }

    private static Hooks.Verdict againIpv6(Walk walk, HostId host, SkBuff skb) {
        Ipv6Header header = skb.packet().ipv6();
        boolean scoped =
                header.destination().isLinkLocal() || header.destination().isMulticast();
        Ipv6Flow flow = Ipv6Flow.output(header.destination())
                .withSource(header.source())
                .withOutputInterface(
                        skb.boundDevice() != 0
                                ? skb.boundDevice()
                                : scoped ? skb.route6().device() : 0)
                .marked(skb.mark(), header.trafficClass());
        Ipv6Fib.Answer answer =
                walk.call(KernelFunction.IP6_ROUTE_ME_HARDER, () -> Ipv6Routing.output(walk, host, skb, flow, false));
        if (answer.refused()) {
            walk.count(host, SnmpCounter.IP6_OUT_NO_ROUTES);
            return Hooks.Verdict.drop(skb, answer.entry().error());
        }
        return Hooks.Verdict.accept(skb.routed(answer.entry()));
    }

    /** The route of a packet by its addresses and mark; its source stays as it is. */
    static OutputRoute.Answer route(Walk walk, HostId host, SkBuff skb) {
        return walk.call(KernelFunction.IP_ROUTE_ME_HARDER, () -> {
            Ipv4Header header = skb.packet().ipv4();
            RouteType type = Fib.addressType(walk, host, skb, header.source(), Stage.ROUTE_OUTPUT);
            boolean keeps = type == RouteType.LOCAL || type == RouteType.UNICAST;
            FlowKey flow = FlowKey.output(header.destination())
                    .withSource(keeps ? header.source() : Ipv4Address.ANY)
                    .withOutputInterface(skb.boundDevice())
                    .withTos(header.tos() & 0xfc)
                    .withMark(skb.mark());
            FlowKey seen = walk.host(host).routing().dissectsFlows() ? FlowHash.dissected(skb.packet(), flow) : flow;
            return walk.call(KernelFunction.IP_ROUTE_OUTPUT_FLOW, () -> OutputRoute.key(walk, host, skb, seen, keeps));
        });
    }
}
