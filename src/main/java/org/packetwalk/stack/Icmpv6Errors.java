package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.Ipv6Destination;
import org.packetwalk.kernel.PacketType;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route6.Ipv6Addresses;
import org.packetwalk.kernel.route6.Ipv6Flow;
import org.packetwalk.kernel.route6.Ipv6RouteMatch;
import org.packetwalk.kernel.route6.Ipv6Scope;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.Ipv6Prefix;
import org.packetwalk.packet.Header;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.packet.UdpHeader;
import org.packetwalk.trace.KernelFunction;

/** Tells the sender of a packet what went wrong with it ({@code icmp6_send}, RFC 4443 section 2.4). */
final class Icmpv6Errors {

    private static final int LONGEST_ANYCAST = 127;

    private Icmpv6Errors() {}

    /** Sends an error about a packet, unless it may not have one or too many were sent. */
    static void send(Walk walk, HostId host, SkBuff about, Icmpv6Message error) {
        boolean busy = walk.depth(KernelFunction.ICMP6_SEND) > 0 || walk.depth(KernelFunction.ICMPV6_ECHO_REPLY) > 0;
        if (busy) {
            // icmpv6_xmit_lock: while one message is being sent there is no other.
            return;
        }
        walk.run(KernelFunction.ICMP6_SEND, () -> {
            Ipv6Header header = about.packet().ipv6();
            boolean tooBig = error.type() == Icmpv6Message.PACKET_TOO_BIG;
            boolean toEverybody = header.destination().isMulticast() || about.type() != PacketType.HOST;
            if (toEverybody && !tooBig
                    || header.source().isAny()
                    || header.source().isMulticast()
                    || ineligible(about.packet())) {
                return;
            }
            int device = about.device();
            Ipv6Addresses addresses = walk.host(host).ipv6().addresses();
            int counts = scoped(header.destination()) ? device : 0;
            boolean ours = (addresses.owner(header.destination(), counts) != 0
                            || addresses.anycast(header.destination(), counts))
                    && !toEverybody;
            Ipv6Flow flow = Ipv6Flow.output(header.source())
                    .withSource(ours ? header.destination() : Ipv6Address.ANY)
                    .withOutputInterface(scoped(header.source()) ? Ipv6Input.arrivedAt(walk, host, about) : 0)
                    .withTransport(IpProtocol.ICMPV6.number(), 0, 0);
            // icmpv6_getfrag: the error belongs to the connection of the packet it is about.
            SkBuff begun = ConnectionTracking.attach(walk.newBuffer(Packet.of(quote(about.packet()), error)), about);
            Ipv6Flow full = ours ? flow : withInboundSource(walk, host, begun, about, flow);
            if (!allowed(walk, host, begun, about, error, full)) {
                Drop.unsent(walk, host, begun);
                return;
            }
            Ipv6Routing.Way way =
                    walk.call(KernelFunction.ICMPV6_ROUTE_LOOKUP, () -> route(walk, host, begun, about, full));
            if (way.refused()) {
                Drop.unsent(walk, host, begun);
                return;
            }
            transmit(walk, host, way, begun, header.source());
        });
    }

    /** {@code IP6CB(skb)->iif}: of a packet over lo the device that has its destination; 0 of one that is only being sent. */
    private static int cameBy(SkBuff about) {
        return about.inputDevice() == NetDevice.LOOPBACK_INDEX && about.route6().isPresent()
                ? about.route6().owner()
                : about.inputDevice();
    }

    private static boolean scoped(Ipv6Address address) {
        return Ipv6Scope.of(address) == Ipv6Scope.LINK;
    }

    /** {@code is_ineligible}: no error about an error. */
    private static boolean ineligible(Packet packet) {
        return PacketCodec.peekTransport(packet)
                .filter(header -> header instanceof Icmpv6Message icmp && icmp.isError())
                .isPresent();
    }

    /** {@code icmpv6_rt_has_prefsrc}, else an address that suits the device the packet came in by. */
    private static Ipv6Flow withInboundSource(Walk walk, HostId host, SkBuff begun, SkBuff about, Ipv6Flow flow) {
        // The device is only set afterwards.
        Ipv6Fib.Answer answer = Ipv6Routing.output(walk, host, begun, flow.withOutputInterface(0), false);
        Optional<Ipv6RouteMatch> preferred = answer.match()
                .filter(match ->
                        !answer.refused() && !match.route().preferredSource().isAny());
        if (preferred.isPresent() || cameBy(about) == 0) {
            return preferred
                    .map(match -> flow.withSource(match.route().preferredSource()))
                    .orElse(flow);
        }
        return flow.withSource(Ipv6Fib.selectSource(walk, host, begun, cameBy(about), flow.destination()));
    }

    /** {@code icmpv6_global_allow} and {@code icmpv6_xrlim_allow}. */
    private static boolean allowed(
            Walk walk, HostId host, SkBuff begun, SkBuff about, Icmpv6Message error, Ipv6Flow flow) {
        if (error.type() == Icmpv6Message.PACKET_TOO_BIG
                || walk.device(host, about.device()).isLoopback()) {
            return true;
        }
        return walk.call(KernelFunction.ICMPV6_XRLIM_ALLOW, () -> {
            Ipv6Fib.Answer answer = Ipv6Routing.output(walk, host, begun, flow, false);
            if (answer.refused()) {
                walk.count(host, SnmpCounter.IP6_OUT_NO_ROUTES);
                walk.count(host, SnmpCounter.ICMP6_OUT_RATE_LIMIT_HOST);
                return false;
            }
            if (walk.device(host, answer.entry().device()).isLoopback()) {
                return true;
            }
            NetNamespace ns = walk.host(host);
            IcmpLimits.Answer limit = ns.limits()
                    .peer(flow.destination(), walk.now(), ns.sysctls().number("net.ipv6.icmp.ratelimit"));
            walk.update(ns.withLimits(limit.after()));
            if (!limit.allowed()) {
                walk.count(host, SnmpCounter.ICMP6_OUT_RATE_LIMIT_HOST);
            }
            return limit.allowed();
        });
    }

    /** {@code icmpv6_route_lookup}: the way back, and what the reversed packet would take, for IPsec. */
    private static Ipv6Routing.Way route(Walk walk, HostId host, SkBuff begun, SkBuff about, Ipv6Flow flow) {
        Ipv6Routing.Way way = Ipv6Routing.lookup(walk, host, begun, flow, false);
        if (way.refused()) {
            return way;
        }
        if (anycast(way.answer(), flow.destination())) {
            return new Ipv6Routing.Way(way.answer(), way.source(), Errno.EINVAL);
        }
        Ipv6Header header = about.packet().ipv6();
        int[] ports = ports(about.packet());
        Ipv6Flow reversed = Ipv6Flow.output(header.source())
                .withSource(header.destination())
                .withOutputInterface(about.inputDevice())
                .withTransport(PacketCodec.upperProtocol(about.packet()).number(), ports[1], ports[0]);
        Ipv6Routing.lookup(walk, host, begun, reversed, false);
        return way;
    }

    /**
     * {@code ipv6_anycast_destination}: an anycast address, or that of all routers of a subnet on the link, is not one node
     * that an error could be sent to (RFC 4443 section 2.4).
     */
    private static boolean anycast(Ipv6Fib.Answer answer, Ipv6Address destination) {
        Ipv6Prefix prefix = answer.match().map(match -> match.route().prefix()).orElse(Ipv6Prefix.DEFAULT);
        return answer.entry().type() == Ipv6Destination.Kind.ANYCAST
                || prefix.length() < LONGEST_ANYCAST
                        && !answer.entry().usesGateway()
                        && answer.entry().limit().learnt() == 0
                        && prefix.network().equals(destination);
    }

    private static int[] ports(Packet packet) {
        Optional<Header> transport = PacketCodec.peekTransport(packet);
        if (transport.isPresent() && transport.get() instanceof UdpHeader udp) {
            return new int[] {udp.sourcePort(), udp.destinationPort()};
        }
        if (transport.isPresent() && transport.get() instanceof TcpHeader tcp) {
            return new int[] {tcp.sourcePort(), tcp.destinationPort()};
        }
        return new int[] {0, 0};
    }

    /** As much of the packet as fits into the smallest MTU. */
    private static ByteString quote(Packet about) {
        ByteString bytes = PacketCodec.encode(about.from(Ipv6Header.class));
        int room = Ipv6Header.MINIMUM_MTU - Ipv6Header.LENGTH - Icmpv6Message.LENGTH;
        return bytes.size() <= room ? bytes : bytes.slice(0, room);
    }

    /** Puts the IPv6 header on a message and sends it ({@code icmpv6_push_pending_frames}). */
    static void transmit(Walk walk, HostId host, Ipv6Routing.Way way, SkBuff begun, Ipv6Address destination) {
        Ipv6Destination entry = way.answer().entry();
        Ipv6Header header = Ipv6Header.of(IpProtocol.ICMPV6, way.source(), destination)
                .withHopLimit(Ipv6Output.hopLimit(walk, host, entry));
        SkBuff skb = begun.withPacket(begun.packet().push(header).withLengths()).routed(entry);
        Ipv6Output.send(walk, host, skb, true);
    }
}
