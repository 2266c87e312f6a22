package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Ipv6Destination;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route6.Ipv6Flow;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.trace.KernelFunction;

/** Kinds of IPv6 addresses for rules ({@code match_type6} of {@code net/netfilter/xt_addrtype.c}). */
final class Ipv6AddressType {

    private Ipv6AddressType() {}

    /** The routes are only asked where they can tell one of the kinds asked for. */
    static String of(Hooks.Place place, SkBuff skb, Ipv6Address address, String device, List<String> asked) {
        return place.walk()
                .call(
                        KernelFunction.NFT_MATCH_EVAL,
                        () -> place.walk().call(KernelFunction.ADDRTYPE_MT_V1, () -> {
                            boolean routed = asked.contains("LOCAL")
                                    || asked.contains("ANYCAST")
                                    || asked.contains("UNREACHABLE");
                            return routed ? routed(place, skb, address, device) : written(address);
                        }));
    }

    private static String written(Ipv6Address address) {
        return address.isMulticast() ? "MULTICAST" : address.isAny() ? "UNSPEC" : "UNICAST";
    }

    /** {@code match_lookup_rt6}: on a certain device an address is local only if that device has it. */
    private static String routed(Hooks.Place place, SkBuff skb, Ipv6Address address, String device) {
        Walk walk = place.walk();
        NetNamespace ns = walk.host(place.host());
        Optional<NetDevice> on = ns.devices().find(device);
        boolean owned =
                on.isPresent() && ns.ipv6().addresses().owner(address, on.get().index()) != 0;
        Ipv6Flow flow = Ipv6Flow.output(address)
                .withOutputInterface(on.map(NetDevice::index).orElse(0));
        Ipv6Fib.Answer answer = walk.call(
                KernelFunction.MATCH_TYPE6,
                () -> walk.call(
                        KernelFunction.__NF_IP6_ROUTE, () -> Ipv6Routing.output(walk, place.host(), skb, flow, false)));
        if (answer.refused()) {
            return "UNREACHABLE";
        }
        boolean local = answer.entry().type() == Ipv6Destination.Kind.LOCAL && device.isEmpty();
        if (owned || local) {
            return "LOCAL";
        }
        return answer.entry().type() == Ipv6Destination.Kind.ANYCAST ? "ANYCAST" : written(address);
    }
}
