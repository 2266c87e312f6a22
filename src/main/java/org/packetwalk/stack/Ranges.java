package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.netfilter.AddressMask;
import org.packetwalk.kernel.netfilter.Hook;
import org.packetwalk.kernel.netfilter.NatManip;
import org.packetwalk.kernel.netfilter.NatRange;
import org.packetwalk.kernel.netfilter.NatTarget;
import org.packetwalk.kernel.route.InterfaceAddress;
import org.packetwalk.kernel.route.RouteScope;
import org.packetwalk.kernel.route6.Ipv6InterfaceAddress;
import org.packetwalk.kernel.route6.Ipv6Scope;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.packet.Packet;

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
                    .map(address -> new Choice(NatRange.to(address, redirect.ports()), redirect.choice(), 0));
        }
        NatTarget.NetMap map = (NatTarget.NetMap) target;
        NatManip manip = NatManip.at(place.hook());
        Packet packet = place.network(skb);
        IpAddress old = manip == NatManip.SOURCE ? Facts.source(packet) : Facts.destination(packet);
        return Optional.of(new Choice(
                NatRange.to(mapped(map.network(), old), org.packetwalk.kernel.netfilter.PortRange.ALL),
                NatTarget.PortChoice.KEEP,
                0));
    }

    private static IpAddress mapped(AddressMask network, IpAddress old) {
        if (old instanceof Ipv6Address six) {
            Ipv6Address mask = network.mask().ipv6();
            Ipv6Address to = network.address().ipv6();
            return new Ipv6Address(to.high() | six.high() & ~mask.high(), to.low() | six.low() & ~mask.low());
        }
        int mask = network.mask().ipv4().bits();
        return new Ipv4Address(network.address().ipv4().bits() | old.ipv4().bits() & ~mask);
    }

    /** {@code nf_nat_masquerade_ipv4}, {@code nf_nat_masquerade_ipv6}: the address by which the next hop knows this host. */
    private static Optional<Choice> masquerade(Hooks.Place place, SkBuff skb, NatTarget.Masquerade target) {
        Walk walk = place.walk();
        int device = walk.host(place.host())
                .devices()
                .find(place.output())
                .map(NetDevice::index)
                .orElse(0);
        if (place.six()) {
            Ipv6Address own = Ipv6Fib.selectSource(
                    walk, place.host(), skb, device, skb.packet().ipv6().destination());
            return own.isAny()
                    ? Optional.empty()
                    : Optional.of(new Choice(NatRange.to(own, target.ports()), target.choice(), device));
        }
        Ipv4Address next = skb.route().nextHop(skb.packet().ipv4().destination());
        Ipv4Address source = Fib.selectSource(walk, place.host(), skb, device, next, RouteScope.UNIVERSE);
        return source.isAny()
                ? Optional.empty()
                : Optional.of(new Choice(NatRange.to(source, target.ports()), target.choice(), device));
    }

    /**
     * {@code nf_nat_redirect_ipv4}, {@code nf_nat_redirect_ipv6}: 127.0.0.1 or ::1 for what this host sends, else the first
     * address of the device it came in by.
     */
    private static Optional<? extends IpAddress> redirected(Hooks.Place place, SkBuff skb) {
        if (place.six()) {
            return redirectedIpv6(place, skb);
        }
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

    /** To a link-local destination only a link-local address will do. */
    private static Optional<Ipv6Address> redirectedIpv6(Hooks.Place place, SkBuff skb) {
        if (place.hook() == Hook.OUTPUT) {
            return Optional.of(Ipv6Address.LOOPBACK);
        }
        boolean onLink = Ipv6Scope.of(skb.packet().ipv6().destination()) == Ipv6Scope.LINK;
        NetNamespace ns = place.walk().host(place.host());
        return ns
                .devices()
                .find(place.input())
                .flatMap(device -> ns.ipv6().addresses().find(device.index()))
                .stream()
                .flatMap(device -> device.addresses().stream())
                .filter(own -> !own.tentative() && (!onLink || own.scope() == Ipv6Scope.LINK))
                .map(Ipv6InterfaceAddress::address)
                .findFirst();
    }
}
