package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.neigh.NeighborKey;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.kernel.route.RouteInsertion;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.kernel.route6.Ipv6Device;
import org.packetwalk.kernel.route6.Ipv6InterfaceAddress;
import org.packetwalk.kernel.route6.Ipv6NextHop;
import org.packetwalk.kernel.route6.Ipv6Route;
import org.packetwalk.kernel.route6.Ipv6RoutingTables;
import org.packetwalk.kernel.route6.RouterPreference;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.Ipv6Prefix;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.trace.NeighborEvent;
import org.packetwalk.trace.NeighborEvent.NdiscVerdict;

/** A router tells hosts of itself, of prefixes and of the link ({@code ndisc_router_discovery}, RFC 4861, RFC 4862). */
final class RouterAdvertisement {

    /** Bytes after the first eight: reachable time and retransmission timer. */
    private static final int TIMERS = 8;

    private static final int PREFIX_OPTION = 32;
    private static final int SUBNET = 64;

    /** A prefix that is already known keeps at least two hours (RFC 4862 section 5.5.3). */
    private static final long TWO_HOURS = 7200;

    private final Walk walk;
    private final HostId host;
    private final SkBuff skb;
    private final NetDevice device;

    private RouterAdvertisement(Walk walk, HostId host, SkBuff skb, NetDevice device) {
        this.walk = walk;
        this.host = host;
        this.skb = skb;
        this.device = device;
    }

    static void receive(Walk walk, HostId host, SkBuff skb, NetDevice device) {
        Ipv6Address router = skb.packet().ipv6().source();
        boolean sound = router.isLinkLocal() && skb.packet().payload().size() >= TIMERS;
        boolean taken = sound && RouterSolicitation.accepts(walk, host, device.index());
        walk.emit(new NeighborEvent.NdiscReceived(
                walk.head(host, skb),
                device.name(),
                Icmpv6Message.ROUTER_ADVERTISEMENT,
                router,
                taken ? NdiscVerdict.CONFIGURED : NdiscVerdict.IGNORED));
        if (taken) {
            new RouterAdvertisement(walk, host, skb, device)
                    .take(router, skb.packet().payload().from(TIMERS));
        }
    }

    private NetNamespace ns() {
        return walk.host(host);
    }

    private boolean accepts(String key) {
        return ns().sysctls().ipv6Conf(device.index(), key) != 0;
    }

    private void take(Ipv6Address router, ByteString options) {
        int rest = skb.packet().icmpv6().rest();
        Ipv6Device ours = ns().ipv6().addresses().find(device.index()).orElseThrow();
        int hopLimit = rest >>> 24;
        Optional<ByteString> mtu =
                NdiscOptions.find(options, NdiscOptions.MTU).filter(found -> accepts("accept_ra_mtu"));
        walk.update(ns().with(ours.soliciting(0)
                .advertised(
                        hopLimit == 0 ? ours.hopLimit() : hopLimit,
                        mtu.map(option -> option.u32(4)).orElse(ours.advertisedMtu()))));
        if (accepts("accept_ra_defrtr")) {
            defaultRoute(router, rest & 0xffff, RouterPreference.ofBits(rest >>> 19));
        }
        NeighborOutput.findOrCreate(walk, host, skb, device, router);
        NeighborUpdate.discovered(
                walk,
                host,
                device,
                skb,
                new NeighborKey(device.index(), router),
                NdiscOptions.hardwareAddress(options, NdiscOptions.SOURCE_LINK_LAYER),
                NudState.STALE,
                true,
                Optional.of(true));
        if (accepts("accept_ra_pinfo")) {
            prefixes(options);
        }
    }

    /** {@code rt6_add_dflt_router}; a lifetime of 0 takes the route away. */
    private void defaultRoute(Ipv6Address router, int seconds, RouterPreference preference) {
        long metric = ns().sysctls().ipv6Conf(device.index(), "ra_defrtr_metric");
        Ipv6Route route = Ipv6Route.kernel(
                        Ipv6Prefix.DEFAULT,
                        TableId.MAIN,
                        RouteType.UNICAST,
                        metric,
                        Ipv6NextHop.through(router, device.index()))
                .advertised(preference)
                .ending(after(seconds));
        replace(route, seconds > 0);
    }

    private SimTime after(long seconds) {
        return walk.now().plusMillis(seconds * 1000);
    }

    private void replace(Ipv6Route route, boolean wanted) {
        Ipv6RoutingTables rest = ns().ipv6().routing().without(route);
        Ipv6RoutingTables now =
                wanted && rest.insert(route, RouteInsertion.APPEND) instanceof ResultOrErrno.Ok<Ipv6RoutingTables> ok
                        ? ok.value()
                        : rest;
        walk.update(ns().withIpv6(ns().ipv6().with(now)));
    }

    private void prefixes(ByteString options) {
        int at = 0;
        while (at + 8 <= options.size() && options.u8(at + 1) > 0) {
            int length = options.u8(at + 1) * 8;
            if (options.u8(at) == NdiscOptions.PREFIX && length == PREFIX_OPTION && at + length <= options.size()) {
                prefix(options.slice(at, at + length));
            }
            at += length;
        }
    }

    /** {@code addrconf_prefix_rcv}. */
    private void prefix(ByteString option) {
        int length = option.u8(2);
        Ipv6Address network = new Ipv6Address(option.u64(16), option.u64(24));
        long valid = option.u32(4) & 0xffffffffL;
        long preferred = option.u32(8) & 0xffffffffL;
        if (network.isMulticast() || network.isLinkLocal() || preferred > valid || length > 128) {
            return;
        }
        boolean onLink = (option.u8(3) & 0x80) != 0;
        boolean autonomous = (option.u8(3) & 0x40) != 0;
        if (onLink) {
            SimTime end = valid == Ipv6InterfaceAddress.FOREVER ? Ipv6Route.NEVER : after(valid);
            Ipv6Route route = Ipv6Route.kernel(
                            Ipv6Prefix.containing(network, length),
                            TableId.MAIN,
                            RouteType.UNICAST,
                            Ipv6Route.ADDRESS_METRIC,
                            Ipv6NextHop.direct(device.index()))
                    .ending(end);
            replace(route, valid > 0);
        }
        if (autonomous && accepts("autoconf") && length == SUBNET) {
            address(network, valid, preferred);
        }
    }

    private void address(Ipv6Address network, long valid, long preferred) {
        Ipv6Address own = Addrconf.interfaceAddress(network, device.address());
        Addrconf addresses = new Addrconf(walk, host);
        Optional<Ipv6InterfaceAddress> there =
                ns().ipv6().addresses().find(device.index()).flatMap(ours -> ours.find(own));
        Ipv6InterfaceAddress wanted = Ipv6InterfaceAddress.permanent(own, SUBNET, walk.now())
                .lasting(valid, preferred, walk.now())
                .advertised();
        if (there.isEmpty()) {
            if (valid > 0) {
                addresses.add(device.index(), wanted);
            }
            return;
        }
        long left = there.get().validLeft(walk.now());
        long believed = valid > TWO_HOURS || valid > left ? valid : Math.min(left, TWO_HOURS);
        for (Ipv6InterfaceAddress known : List.of(there.get())) {
            addresses.modify(device.index(), known.lasting(believed, Math.min(preferred, believed), walk.now()));
        }
    }
}
