package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.neigh.NeighborKey;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.kernel.route6.Ipv6Exception;
import org.packetwalk.kernel.route6.Ipv6Flow;
import org.packetwalk.kernel.route6.Ipv6Route;
import org.packetwalk.kernel.route6.Ipv6RouteMatch;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.MacAddress;
import org.packetwalk.trace.KernelFunction;

/** A router names a better first hop ({@code rt6_do_redirect}). */
final class Ipv6Redirect {

    private Ipv6Redirect() {}

    /** Learns it if it came from the router that is used now. */
    static void learn(
            Walk walk,
            HostId host,
            SkBuff skb,
            NetDevice device,
            Ipv6Address better,
            Ipv6Address destination,
            Optional<MacAddress> lladdr) {
        Ipv6Address router = skb.packet().ipv6().source();
        Ipv6Flow flow = Ipv6Flow.output(destination)
                .withSource(skb.packet().ipv6().destination())
                .withOutputInterface(device.index());
        Ipv6Fib.Answer answer = Ipv6Routing.output(walk, host, skb, flow, false);
        Optional<Ipv6RouteMatch> match = answer.match();
        boolean fromIt = match.filter(found -> !answer.refused()
                        && found.way().device() == device.index()
                        && answer.entry().gateway().equals(router))
                .isPresent();
        if (!fromIt) {
            return;
        }
        walk.run(KernelFunction.RT6_DO_REDIRECT, () -> {
            NeighborKey key = new NeighborKey(device.index(), better);
            NeighborOutput.findOrCreate(walk, host, skb, device, better);
            boolean isRouter = !better.equals(destination);
            NeighborUpdate.discovered(
                    walk, host, device, skb, key, lladdr, NudState.STALE, true, Optional.of(isRouter));
            NetNamespace ns = walk.host(host);
            walk.update(ns.withIpv6(ns.ipv6()
                    .learning(new Ipv6Exception(
                            match.get().route().prefix(), device.index(), destination, better, 0, Ipv6Route.NEVER))));
        });
    }
}
