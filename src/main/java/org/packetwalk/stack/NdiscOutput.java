package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.Ipv6Destination;
import org.packetwalk.kernel.PathLimit;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.sysctl.NeighborConf;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.NeighborEvent;

/** Messages of neighbour discovery that go out ({@code net/ipv6/ndisc.c}, RFC 4861). */
final class NdiscOutput {

    private static final int HOP_LIMIT = 255;
    private static final int ROUTER = 0x80000000;
    private static final int SOLICITED = 0x40000000;
    private static final int OVERRIDE = 0x20000000;

    private NdiscOutput() {}

    /** {@code ndisc_solicit}: to the known address as long as it is confirmed so, else to the solicited-node group. */
    static void solicit(
            Walk walk, HostId host, NetDevice device, NeighborEntry entry, Ipv6Address target, SkBuff waiting) {
        walk.run(KernelFunction.NDISC_SOLICIT, () -> {
            int unicast = NeighborOutput.conf(walk, host, device, target, NeighborConf.UCAST_SOLICIT);
            boolean known = entry.probes() < unicast;
            Optional<Ipv6Address> sender = sender(walk, host, device, waiting);
            if (sender.isEmpty()) {
                return;
            }
            walk.emit(
                    new NeighborEvent.Solicited(walk.head(host, waiting), device.name(), target, sender.get(), !known));
            neighborSolicitation(walk, host, device, target, known ? target : target.solicitedNode(), sender.get(), 0);
        });
    }

    /** The source of the packet that waits if it is an address of the device, else the link-local address. */
    private static Optional<Ipv6Address> sender(Walk walk, HostId host, NetDevice device, SkBuff waiting) {
        Optional<Ipv6Address> ours = waiting.equals(SkBuff.NONE)
                ? Optional.empty()
                : Optional.of(waiting.packet().ipv6().source())
                        .filter(source -> walk.host(host).ipv6().addresses().owner(source, device.index()) != 0);
        return ours.or(() -> linkLocal(walk, host, device));
    }

    private static Optional<Ipv6Address> linkLocal(Walk walk, HostId host, NetDevice device) {
        return walk.host(host).ipv6().addresses().find(device.index()).flatMap(ours -> ours.linkLocal(false));
    }

    /** {@code ndisc_send_ns}; a nonce other than 0 marks duplicate address detection. */
    static void neighborSolicitation(
            Walk walk,
            HostId host,
            NetDevice device,
            Ipv6Address target,
            Ipv6Address destination,
            Ipv6Address source,
            long nonce) {
        ByteString body = NdiscOptions.address(target);
        if (!source.isAny()) {
            body = body.concat(NdiscOptions.linkLayer(NdiscOptions.SOURCE_LINK_LAYER, device.address()));
        }
        if (nonce != 0) {
            body = body.concat(NdiscOptions.nonce(nonce));
        }
        ByteString data = body;
        walk.run(
                KernelFunction.NDISC_SEND_NS,
                () -> send(
                        walk,
                        host,
                        device,
                        new Icmpv6Message(Icmpv6Message.NEIGHBOR_SOLICITATION, 0, 0),
                        data,
                        source,
                        destination));
    }

    /** {@code ndisc_send_na}. */
    static void neighborAdvertisement(
            Walk walk,
            HostId host,
            NetDevice device,
            Ipv6Address destination,
            Ipv6Address target,
            boolean router,
            boolean solicited,
            boolean override,
            boolean withAddress) {
        boolean ours = walk.host(host)
                .ipv6()
                .addresses()
                .find(device.index())
                .flatMap(found -> found.find(target))
                .filter(found -> !found.tentative())
                .isPresent();
        Ipv6Address source = ours ? target : Ipv6Fib.selectSource(walk, host, SkBuff.NONE, device.index(), destination);
        if (source.isAny()) {
            return;
        }
        int flags = (router ? ROUTER : 0) | (solicited ? SOLICITED : 0) | (override ? OVERRIDE : 0);
        ByteString body = NdiscOptions.address(target);
        ByteString data = withAddress
                ? body.concat(NdiscOptions.linkLayer(NdiscOptions.TARGET_LINK_LAYER, device.address()))
                : body;
        walk.run(
                KernelFunction.NDISC_SEND_NA,
                () -> send(
                        walk,
                        host,
                        device,
                        new Icmpv6Message(Icmpv6Message.NEIGHBOR_ADVERTISEMENT, 0, flags),
                        data,
                        source,
                        destination));
    }

    /** {@code ndisc_send_rs}. */
    static void routerSolicitation(Walk walk, HostId host, NetDevice device, Ipv6Address source) {
        ByteString data = source.isAny()
                ? ByteString.EMPTY
                : NdiscOptions.linkLayer(NdiscOptions.SOURCE_LINK_LAYER, device.address());
        walk.emit(new NeighborEvent.NdiscSent(
                walk.head(host), device.name(), Icmpv6Message.ROUTER_SOLICITATION, Ipv6Address.ALL_ROUTERS));
        walk.run(
                KernelFunction.NDISC_SEND_RS,
                () -> send(
                        walk,
                        host,
                        device,
                        new Icmpv6Message(Icmpv6Message.ROUTER_SOLICITATION, 0, 0),
                        data,
                        source,
                        Ipv6Address.ALL_ROUTERS));
    }

    /** A peer that sends to a destination, or is one, is part of no more redirects than one in this time. */
    private static final int REDIRECT_MILLIS = 1000;

    /** Redirects are limited by the destination and by the source of the packets they are about ({@code inet_peer_xrlim_allow}). */
    static boolean mayRedirect(Walk walk, HostId host, Ipv6Address peer) {
        NetNamespace ns = walk.host(host);
        IcmpLimits.Answer answer = ns.limits().peer(peer, walk.now(), REDIRECT_MILLIS);
        walk.update(ns.withLimits(answer.after()));
        return answer.allowed();
    }

    /** {@code ndisc_send_redirect}: the sender is told of a better first hop on its own link. */
    static void redirect(Walk walk, HostId host, SkBuff about, Ipv6Address better) {
        NetDevice device = walk.device(host, about.device());
        Ipv6Header header = about.packet().ipv6();
        Optional<Ipv6Address> source = linkLocal(walk, host, device);
        if (source.isEmpty() || !better.isLinkLocal() && !better.equals(header.destination())) {
            return;
        }
        walk.run(KernelFunction.NDISC_SEND_REDIRECT, () -> {
            Ipv6Routing.Way way = walk.call(
                    KernelFunction.IP6_ROUTE_OUTPUT_FLAGS,
                    () -> new Ipv6Routing.Way(
                            Ipv6Routing.output(
                                    walk,
                                    host,
                                    about,
                                    org.packetwalk.kernel.route6.Ipv6Flow.output(header.source())
                                            .withSource(source.get())
                                            .withOutputInterface(device.index())
                                            .withTransport(IpProtocol.ICMPV6.number(), 0, 0),
                                    false),
                            source.get(),
                            Errno.OK));
            if (way.answer().refused()
                    || way.answer().entry().usesGateway()
                    || !mayRedirect(walk, host, header.source())) {
                return;
            }
            ByteString body = NdiscOptions.address(better).concat(NdiscOptions.address(header.destination()));
            NetDevice beyond = walk.device(host, about.route6().device());
            NeighborEntry hop = walk.call(
                    KernelFunction.IP6_NEIGH_LOOKUP,
                    () -> NeighborOutput.findOrCreate(walk, host, about, beyond, better));
            if (hop.state().valid()) {
                body = body.concat(NdiscOptions.linkLayer(NdiscOptions.TARGET_LINK_LAYER, hop.lladdr()));
            }
            ByteString data = body.concat(redirected(about.packet(), body.size()));
            send(
                    walk,
                    host,
                    device,
                    new Icmpv6Message(Icmpv6Message.REDIRECT, 0, 0),
                    data,
                    source.get(),
                    header.source());
        });
    }

    /** The option with as much of the packet as fits ({@code ndisc_fill_redirect_hdr_option}). */
    private static ByteString redirected(Packet about, int before) {
        ByteString packet = PacketCodec.encode(about.from(Ipv6Header.class));
        int room = Ipv6Header.MINIMUM_MTU - Ipv6Header.LENGTH - Icmpv6Message.LENGTH - before - 8;
        int length = Math.min(packet.size(), room) / 8 * 8;
        byte[] head = new byte[8];
        head[0] = NdiscOptions.REDIRECTED;
        head[1] = (byte) (1 + length / 8);
        return ByteString.of(head).concat(packet.slice(0, length));
    }

    /** {@code ndisc_send_skb}: over the device, whatever the routes say. */
    static void send(
            Walk walk,
            HostId host,
            NetDevice device,
            Icmpv6Message message,
            ByteString data,
            Ipv6Address source,
            Ipv6Address destination) {
        Packet packet = Packet.of(data, message)
                .push(Ipv6Header.of(IpProtocol.ICMPV6, source, destination).withHopLimit(HOP_LIMIT))
                .withLengths();
        SkBuff skb = walk.newBuffer(packet).routed(linkRoute(device, destination));
        walk.run(KernelFunction.NDISC_SEND_SKB, () -> Ipv6Output.local(walk, host, skb, false));
    }

    /** {@code icmp6_dst_alloc}: the destination is a neighbour. */
    static Ipv6Destination linkRoute(NetDevice device, Ipv6Address destination) {
        return new Ipv6Destination(
                destination.isMulticast() ? Ipv6Destination.Kind.MULTICAST : Ipv6Destination.Kind.UNICAST,
                destination,
                device.index(),
                device.index(),
                Ipv6Address.ANY,
                Ipv6Destination.OutputFunction.IP6_OUTPUT,
                Ipv6Destination.InputFunction.IP6_INPUT,
                Errno.OK,
                PathLimit.NONE,
                0);
    }

    /** {@code ndisc_error_report}: the neighbour of a packet did not answer. */
    static void errorReport(Walk walk, HostId host, SkBuff skb) {
        walk.run(
                KernelFunction.NDISC_ERROR_REPORT,
                () -> walk.run(
                        KernelFunction.IP6_LINK_FAILURE,
                        () -> Icmpv6Errors.send(
                                walk,
                                host,
                                skb,
                                Icmpv6Message.destinationUnreachable(Icmpv6Message.ADDRESS_UNREACHABLE))));
    }
}
