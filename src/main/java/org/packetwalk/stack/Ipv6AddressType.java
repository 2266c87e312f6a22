package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Ipv6Destination;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.netfilter.Match;
import org.packetwalk.kernel.route6.Ipv6Flow;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.trace.KernelFunction;

/** Kinds of IPv6 addresses for rules ({@code match_type6} of {@code net/netfilter/xt_addrtype.c}). */
final class Ipv6AddressType {

    private Ipv6AddressType() {}

    /** The kinds that routes tell. */
    private static final List<String> ROUTED = List.of("LOCAL", "ANYCAST", "UNREACHABLE");

    /** A prefix longer than this has no address that stands for all its routers. */
    private static final int LONGEST_ANYCAST = 126;

    /** The routes are only asked where they can tell one of the kinds asked for, and nothing else contradicts. */
    static Match.AddressKind of(Hooks.Place place, SkBuff skb, Ipv6Address address, String device, List<String> asked) {
        return place.walk()
                .call(
                        KernelFunction.NFT_MATCH_EVAL,
                        () -> place.walk().call(KernelFunction.ADDRTYPE_MT_V1, () -> {
                            String written = written(address);
                            boolean contradicts =
                                    asked.stream().anyMatch(kind -> !ROUTED.contains(kind) && !kind.equals(written));
                            if (contradicts || asked.stream().noneMatch(ROUTED::contains)) {
                                return new Match.AddressKind(written, !contradicts);
                            }
                            List<String> found = routed(place, skb, address, device);
                            return new Match.AddressKind(
                                    found.isEmpty() ? written : String.join(",", found),
                                    found.stream().anyMatch(asked::contains));
                        }));
    }

    private static String written(Ipv6Address address) {
        return address.isMulticast() ? "MULTICAST" : address.isAny() ? "UNSPEC" : "UNICAST";
    }

    /** {@code match_lookup_rt6}: on a certain device an address is local only if that device has it. */
    private static List<String> routed(Hooks.Place place, SkBuff skb, Ipv6Address address, String device) {
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
            return List.of("UNREACHABLE");
        }
        boolean local = answer.entry().type() == Ipv6Destination.Kind.LOCAL && device.isEmpty();
        List<String> found = new ArrayList<>();
        if (owned || local) {
            found.add("LOCAL");
        }
        if (anycast(answer, address)) {
            found.add("ANYCAST");
        }
        return found;
    }

    /** {@code ipv6_anycast_destination}: also the first address of a subnet on the link. */
    private static boolean anycast(Ipv6Fib.Answer answer, Ipv6Address address) {
        return answer.entry().type() == Ipv6Destination.Kind.ANYCAST
                || answer.match()
                        .filter(match -> match.route().prefix().length() <= LONGEST_ANYCAST
                                && !answer.entry().usesGateway()
                                && match.route().prefix().network().equals(address))
                        .isPresent();
    }
}
