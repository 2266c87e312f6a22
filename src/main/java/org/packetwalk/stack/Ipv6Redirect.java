package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.neigh.NeighborKey;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.kernel.netfilter.Tuple;
import org.packetwalk.kernel.route6.Ipv6Exception;
import org.packetwalk.kernel.route6.Ipv6Flow;
import org.packetwalk.kernel.route6.Ipv6Route;
import org.packetwalk.kernel.route6.Ipv6RouteMatch;
import org.packetwalk.kernel.route6.Ipv6RouteQuery;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.MacAddress;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.trace.KernelFunction;

/** A router names a better first hop ({@code ndisc_redirect_rcv}, {@code ip6_redirect}, {@code rt6_do_redirect}). */
final class Ipv6Redirect {

    private final Walk walk;
    private final HostId host;
    private final SkBuff skb;
    private final NetDevice device;
    private final Ipv6Address better;
    private final Optional<MacAddress> lladdr;
    private final boolean accepted;

    /** A redirect that came over a device, with what it says and whether the settings of the device allow to follow it. */
    Ipv6Redirect(
            Walk walk,
            HostId host,
            SkBuff skb,
            NetDevice device,
            Ipv6Address better,
            Optional<MacAddress> lladdr,
            boolean accepted) {
        this.walk = walk;
        this.host = host;
        this.skb = skb;
        this.device = device;
        this.better = better;
        this.lladdr = lladdr;
        this.accepted = accepted;
    }

    /** {@code icmpv6_notify}: whoever sent the quoted packet asks for its route and learns. */
    void notifySenders(Packet quote) {
        walk.run(KernelFunction.ICMPV6_NOTIFY, () -> {
            Ipv6Header sent = quote.ipv6();
            IpProtocol protocol = PacketCodec.upperProtocol(quote);
            if (protocol.equals(IpProtocol.ICMPV6)) {
                walk.run(KernelFunction.ICMPV6_ERR, () -> learn(sent, device.index()));
            } else if (protocol.equals(IpProtocol.UDP)) {
                walk.run(
                        KernelFunction.UDPV6_ERR,
                        () -> walk.run(KernelFunction.__UDP6_LIB_ERR, () -> learnIfSent(quote)));
            } else if (protocol.equals(IpProtocol.TCP)) {
                walk.run(KernelFunction.TCP_V6_ERR, () -> learnIfSent(quote));
            }
            walk.run(KernelFunction.RAW6_ICMP_ERROR, () -> {
                for (Socket.Raw socket : Ipv6RawSockets.matching(
                        walk, host, protocol, sent.source(), sent.destination(), skb.device())) {
                    learn(sent, socket.options().device());
                }
            });
        });
    }

    /** What no socket has sent is an error: a translated packet, for one. */
    private void learnIfSent(Packet quote) {
        Ipv6Header sent = quote.ipv6();
        Tuple ends = Facts.tuple(quote);
        Endpoint local = new Endpoint(sent.source(), ends.sourcePort());
        Endpoint remote = new Endpoint(sent.destination(), ends.destinationPort());
        int arrived = Ipv6Input.arrivedAt(walk, host, skb);
        boolean ours = quote.has(TcpHeader.class)
                ? TcpLookup.established(walk.host(host), local, remote, arrived).isPresent()
                : UdpSockets.lookup(walk.host(host), remote, local, arrived).isPresent();
        if (ours) {
            learn(sent, device.index());
        } else {
            walk.count(host, SnmpCounter.ICMP6_IN_ERRORS);
        }
    }

    /** {@code ip6_redirect_no_header}: nothing is quoted. */
    void learnFor(Ipv6Address destination) {
        learn(Ipv6Header.of(IpProtocol.ICMPV6, skb.packet().ipv6().destination(), destination), device.index());
    }

    /** {@code ip6_redirect}: it counts if it came from the router that is used now, over the device asked for. */
    private void learn(Ipv6Header sent, int output) {
        walk.run(KernelFunction.IP6_REDIRECT, () -> {
            Ipv6Flow flow = Ipv6Flow.output(sent.destination())
                    .withSource(sent.source())
                    .withOutputInterface(output);
            Optional<Ipv6RouteMatch> match = Ipv6Fib.redirected(
                    walk, host, skb, new Ipv6RouteQuery(flow, output, output != 0, false, walk.now()));
            match.filter(found -> accepted
                            && output == device.index()
                            && found.way().device() == device.index()
                            && gateway(found, sent.destination())
                                    .equals(skb.packet().ipv6().source()))
                    .ifPresent(found -> follow(found, sent.destination()));
        });
    }

    private Ipv6Address gateway(Ipv6RouteMatch match, Ipv6Address destination) {
        return walk.host(host)
                .ipv6()
                .learnt(match, destination, walk.now())
                .map(Ipv6Exception::gateway)
                .filter(learnt -> !learnt.isAny())
                .orElse(match.way().gateway());
    }

    /** {@code rt6_do_redirect}. */
    private void follow(Ipv6RouteMatch match, Ipv6Address destination) {
        walk.run(KernelFunction.RT6_DO_REDIRECT, () -> {
            NeighborKey key = new NeighborKey(device.index(), better);
            NeighborOutput.findOrCreate(walk, host, skb, device, better);
            boolean isRouter = !better.equals(destination);
            NeighborUpdate.discovered(
                    walk, host, device, skb, key, lladdr, NudState.STALE, true, Optional.of(isRouter));
            NetNamespace ns = walk.host(host);
            walk.update(ns.withIpv6(ns.ipv6()
                    .learning(new Ipv6Exception(
                            match.route().prefix(), device.index(), destination, better, 0, Ipv6Route.NEVER))));
        });
    }
}
