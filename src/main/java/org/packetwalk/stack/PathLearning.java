package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PathLimit;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.route.NextHop;
import org.packetwalk.kernel.route.RouteException;
import org.packetwalk.kernel.route.RouteMatch;
import org.packetwalk.kernel.route.RouteQuery;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.sysctl.Ipv4Conf;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.Stage;

/** What a host learns of its paths from ICMP: the path MTU and better gateways ({@code net/ipv4/route.c}). */
final class PathLearning {

    /** How long a redirect is followed, in milliseconds ({@code ip_rt_gc_timeout}). */
    private static final long REDIRECT_MILLIS = 300_000;

    private PathLearning() {}

    /** {@code ipv4_sk_update_pmtu}: a packet of a socket was too big; answers the socket with its route as it is now. */
    static Socket tooBig(Walk walk, HostId host, SkBuff skb, Socket socket, Ipv4Header quoted, int mtu) {
        FlowKey flow = flow(socket, quoted);
        return walk.call(KernelFunction.IPV4_SK_UPDATE_PMTU, () -> {
            if (socket instanceof Socket.Udp udp
                    && udp.route() instanceof DestinationEntry route
                    && route.isPresent()) {
                return connected(walk, host, skb, udp, route, flow, mtu);
            }
            walk.run(KernelFunction.__IPV4_SK_UPDATE_PMTU, () -> {
                OutputRoute.Answer route = OutputRoute.hash(walk, host, skb, flow);
                if (!route.refused()) {
                    updateMtu(walk, host, skb, route.entry(), flow, mtu);
                }
            });
            return socket;
        });
    }

    /** A connected socket has its route; what is learnt makes it stale, and it is looked up anew. */
    private static Socket connected(
            Walk walk, HostId host, SkBuff skb, Socket.Udp socket, DestinationEntry route, FlowKey flow, int mtu) {
        if (!updateMtu(walk, host, skb, route, flow, mtu)) {
            return socket;
        }
        OutputRoute.Answer now = OutputRoute.flow(walk, host, skb, flow);
        if (now.refused()) {
            return socket;
        }
        Socket.Udp told = socket.routed(now.entry());
        walk.update(host, told);
        return told;
    }

    /** {@code __ip_rt_update_pmtu}; answers whether something was learnt. */
    static boolean updateMtu(Walk walk, HostId host, SkBuff skb, DestinationEntry route, FlowKey flow, int told) {
        NetNamespace ns = walk.host(host);
        PathLimit limit = route.limit();
        int before = IpOutput.mtu(route, walk.device(host, route.device()));
        if (limit.locked() || before < told) {
            return false;
        }
        int least = ns.sysctls().number("net.ipv4.route.min_pmtu");
        boolean locked = told < least;
        int mtu = locked ? Math.min(before, least) : told;
        long lifetime = ns.sysctls().number("net.ipv4.route.mtu_expires") * 1000L;
        SimTime renewal = walk.now().plusMillis(lifetime / 2);
        if (limit.learnt() == mtu && !locked && renewal.isBefore(limit.expires())) {
            return false;
        }
        Optional<RouteMatch> match = walk.call(KernelFunction.__IP_RT_UPDATE_PMTU, () -> path(walk, host, skb, flow));
        match.ifPresent(found -> learn(
                walk,
                host,
                new RouteException(
                        found.route().info(),
                        found.nexthopIndex(),
                        flow.destination(),
                        Ipv4Address.ANY,
                        mtu,
                        locked,
                        walk.now().plusMillis(lifetime))));
        return match.isPresent();
    }

    /** {@code ipv4_sk_redirect}: a router says that another one is better for a packet of a socket. */
    static void redirect(Walk walk, HostId host, SkBuff skb, Socket socket, Ipv4Header quoted, IcmpMessage message) {
        FlowKey flow = flow(socket, quoted);
        walk.run(KernelFunction.IPV4_SK_REDIRECT, () -> {
            OutputRoute.Answer route = OutputRoute.hash(walk, host, skb, flow);
            if (!route.refused()) {
                redirect(walk, host, skb, route.entry(), flow, message);
            }
        });
    }

    /** {@code ipv4_redirect}: the same for a packet of the kernel itself. */
    static void redirect(Walk walk, HostId host, SkBuff skb, Ipv4Header quoted, IcmpMessage message) {
        FlowKey flow = FlowKey.output(quoted.destination())
                .withSource(quoted.source())
                .withTos(quoted.tos() & 0xfc)
                .withTransport(quoted.protocol().number(), 0, 0);
        walk.run(KernelFunction.IPV4_REDIRECT, () -> {
            OutputRoute.Answer route = OutputRoute.hash(walk, host, skb, flow);
            if (!route.refused()) {
                redirect(walk, host, skb, route.entry(), flow, message);
            }
        });
    }

    /** {@code ip_do_redirect}: the same for a connection, by the route it keeps. */
    static void redirect(Walk walk, HostId host, SkBuff skb, TcpSocket socket, Ipv4Header quoted, IcmpMessage message) {
        if (socket.route() instanceof DestinationEntry route && route.isPresent()) {
            FlowKey flow = SocketCalls.flow(socket.options(), quoted.destination(), quoted.source())
                    .withTransport(IpProtocol.TCP.number(), 0, 0);
            walk.run(KernelFunction.IP_DO_REDIRECT, () -> redirect(walk, host, skb, route, flow, message));
        }
    }

    /** {@code __ip_do_redirect}: only the gateway in use is believed, and only when the new one can be reached. */
    static void redirect(
            Walk walk, HostId host, SkBuff skb, DestinationEntry route, FlowKey flow, IcmpMessage message) {
        Ipv4Address better = new Ipv4Address(message.rest());
        Ipv4Address worse = skb.packet().ipv4().source();
        boolean known = (message.code() & 7) <= 3;
        if (!known || !route.usesGateway() || !route.gateway().equals(worse)) {
            return;
        }
        walk.run(KernelFunction.__IP_DO_REDIRECT, () -> {
            if (believable(walk, host, skb, better, worse)) {
                follow(walk, host, skb, walk.device(host, route.device()), flow, better);
            }
        });
    }

    private static boolean believable(Walk walk, HostId host, SkBuff skb, Ipv4Address better, Ipv4Address worse) {
        NetNamespace ns = walk.host(host);
        int device = skb.device();
        boolean accepted = ns.sysctls().conf(device, Ipv4Conf.FORWARDING) != 0
                ? ns.sysctls().both(device, Ipv4Conf.ACCEPT_REDIRECTS)
                : ns.sysctls().either(device, Ipv4Conf.ACCEPT_REDIRECTS);
        boolean nobody = better.isMulticast() || better.isLimitedBroadcast() || (better.bits() >>> 24) == 0;
        if (better.equals(worse) || !accepted || nobody) {
            return false;
        }
        if (ns.sysctls().either(device, Ipv4Conf.SHARED_MEDIA)) {
            return Fib.addressType(walk, host, skb, better, Stage.TRANSPORT_RECEIVE) == RouteType.UNICAST;
        }
        return ns.addresses().onLink(device, better, worse)
                && (!ns.sysctls().either(device, Ipv4Conf.SECURE_REDIRECTS) || isDefaultGateway(ns, better, device));
    }

    /** {@code ip_fib_check_default}: whether some default route leads to the gateway. */
    private static boolean isDefaultGateway(NetNamespace ns, Ipv4Address gateway, int device) {
        return ns.routing().routes().stream()
                .flatMap(route -> route.nexthops().stream())
                .anyMatch(nexthop ->
                        nexthop.device() == device && nexthop.gateway().equals(gateway) && !nexthop.dead());
    }

    private static void follow(Walk walk, HostId host, SkBuff skb, NetDevice device, FlowKey flow, Ipv4Address better) {
        NeighborEntry entry = NeighborOutput.findOrCreate(walk, host, SkBuff.NONE, device, better);
        if (!entry.state().valid()) {
            NeighborOutput.eventSend(walk, host, device, entry.key(), SkBuff.NONE, true);
            return;
        }
        path(walk, host, skb, flow)
                .ifPresent(found -> learn(
                        walk,
                        host,
                        new RouteException(
                                found.route().info(),
                                found.nexthopIndex(),
                                flow.destination(),
                                better,
                                0,
                                false,
                                walk.now().plusMillis(REDIRECT_MILLIS))));
    }

    /** {@code fib_lookup} and {@code fib_select_path}: the nexthop that the exception is kept at. */
    private static Optional<RouteMatch> path(Walk walk, HostId host, SkBuff skb, FlowKey flow) {
        return Fib.lookup(walk, host, skb, RouteQuery.of(flow), Stage.TRANSPORT_RECEIVE, RouteEvent.Purpose.ROUTE)
                .outcome()
                .match()
                .map(found -> flow.outputInterface() == 0
                        ? PathChoice.output(walk, host, skb, found, ns -> FlowHash.of(ns, flow), flow.source())
                        : found);
    }

    /** {@code update_or_create_fnhe}: who sends by this nexthop, or to this destination, finds out. */
    private static void learn(Walk walk, HostId host, RouteException learnt) {
        NetNamespace ns = walk.host(host);
        NextHop way = learnt.info().nexthops().get(learnt.nexthop());
        walk.update(ns.withMemory(ns.memory().learning(learnt, walk.now()))
                .withSockets(ns.sockets()
                        .doubting(kept -> kept.device() == way.device()
                                && (kept.gateway().equals(way.gateway())
                                        || kept.destination().equals(learnt.destination())))));
    }

    /** {@code __build_flow_key}: the flow of a packet that the socket sent, without its ports. */
    private static FlowKey flow(Socket socket, Ipv4Header quoted) {
        int protocol = socket instanceof Socket.Raw raw ? raw.protocol().number() : IpProtocol.UDP.number();
        return SocketCalls.flow(socket.options(), quoted.destination(), quoted.source())
                .withTransport(protocol, 0, 0);
    }
}
