package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.netfilter.AddressMask;
import org.packetwalk.kernel.netfilter.Hook;
import org.packetwalk.kernel.netfilter.IpAddress;
import org.packetwalk.kernel.netfilter.NatManip;
import org.packetwalk.kernel.netfilter.NatRange;
import org.packetwalk.kernel.netfilter.NatTarget;
import org.packetwalk.kernel.route.InterfaceAddress;
import org.packetwalk.kernel.route.RouteScope;
import org.packetwalk.net.Ipv4Address;

/** Which addresses a target of table nat means for a packet. */
final class Ranges {

    /**
     * The addresses and ports, how a port is chosen, and whose address is borrowed.
     *
     * @param borrowed the ifindex of the device whose address it is, 0 if it is no MASQUERADE
     */
    record Choice(NatRange range, NatTarget.PortChoice ports, int borrowed) {

        static final Choice NOTHING = new Choice(NatRange.NONE, NatTarget.PortChoice.KEEP, 0);
    }

    private Ranges() {}

    /** The range of a target; nothing if there is no address to be had. */
    static Optional<Choice> of(Hooks.Place place, SkBuff skb, NatTarget target) {
        if (target instanceof NatTarget.Translate translate) {
            return Optional.of(new Choice(translate.range(), translate.choice(), 0));
        }
        if (target instanceof NatTarget.Masquerade masquerade) {
            return masquerade(place, skb, masquerade);
        }
        if (target instanceof NatTarget.Redirect redirect) {
            return redirected(place, skb)
                    .map(address ->
                            new Choice(NatRange.to(IpAddress.of(address), redirect.ports()), redirect.choice(), 0));
        }
        NatTarget.NetMap map = (NatTarget.NetMap) target;
        NatManip manip = NatManip.at(place.hook());
        Ipv4Address old = manip == NatManip.SOURCE
                ? skb.packet().ipv4().source()
                : skb.packet().ipv4().destination();
        return Optional.of(new Choice(
                NatRange.to(mapped(map.network(), old), org.packetwalk.kernel.netfilter.PortRange.ALL),
                NatTarget.PortChoice.KEEP,
                0));
    }

    private static IpAddress mapped(AddressMask network, Ipv4Address old) {
        int mask = network.mask().ipv4().bits();
        return IpAddress.of(new Ipv4Address(network.address().ipv4().bits() | old.bits() & ~mask));
    }

    /** {@code nf_nat_masquerade_ipv4}: the address by which the next hop knows this host. */
    private static Optional<Choice> masquerade(Hooks.Place place, SkBuff skb, NatTarget.Masquerade target) {
        Walk walk = place.walk();
        int device = walk.host(place.host())
                .devices()
                .find(place.output())
                .map(NetDevice::index)
                .orElse(0);
        Ipv4Address next = skb.route().nextHop(skb.packet().ipv4().destination());
        Ipv4Address source = Fib.selectSource(walk, place.host(), skb, device, next, RouteScope.UNIVERSE);
        return source.isAny()
                ? Optional.empty()
                : Optional.of(new Choice(NatRange.to(IpAddress.of(source), target.ports()), target.choice(), device));
    }

    /** {@code nf_nat_redirect_ipv4}: 127.0.0.1 for what this host sends, else the first address of the device it came in by. */
    private static Optional<Ipv4Address> redirected(Hooks.Place place, SkBuff skb) {
        if (place.hook() == Hook.OUTPUT) {
            return Optional.of(Ipv4Address.LOOPBACK);
        }
        NetNamespace ns = place.walk().host(place.host());
        List<InterfaceAddress> addresses = ns.devices()
                .find(place.input())
                .map(device -> ns.addresses().of(device.index()))
                .orElse(List.of());
        return addresses.stream().map(InterfaceAddress::address).findFirst();
    }
}
