package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketType;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.neigh.NeighborKey;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.kernel.route6.Ipv6Device;
import org.packetwalk.kernel.route6.Ipv6InterfaceAddress;
import org.packetwalk.kernel.sysctl.NeighborConf;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.MacAddress;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.NeighborEvent;
import org.packetwalk.trace.NeighborEvent.NdiscVerdict;
import org.packetwalk.trace.Stage;

/** Messages of neighbour discovery that come in ({@code ndisc_rcv}). */
final class NdiscInput {

    private static final int HOP_LIMIT = 255;
    private static final int TARGET_LENGTH = 16;
    private static final int SOLICITED = 0x40000000;
    private static final int OVERRIDE = 0x20000000;

    /** How the kernel counts {@code proxy_delay}: hundredths of a second. */
    private static final int MILLIS_PER_TICK = 10;

    private static final Optional<DropReason> USELESS = Optional.of(DropReason.NOT_SPECIFIED);

    private final Walk walk;
    private final HostId host;
    private final SkBuff skb;
    private final NetDevice device;
    private final Ipv6Header ip;
    private final Icmpv6Message message;

    private NdiscInput(Walk walk, HostId host, SkBuff skb, Icmpv6Message message) {
        this.walk = walk;
        this.host = host;
        this.skb = skb;
        this.device = walk.device(host, skb.device());
        this.ip = skb.packet().ipv6();
        this.message = message;
    }

    /**
     * Only messages that no router has passed on count: their hop limit is 255.
     *
     * @return why the message was of no use, if it was of none
     */
    static Optional<DropReason> receive(Walk walk, HostId host, SkBuff skb, Icmpv6Message message) {
        NdiscInput input = new NdiscInput(walk, host, skb, message);
        if (input.ip.hopLimit() != HOP_LIMIT || message.code() != 0) {
            input.emit(Ipv6Address.ANY, NdiscVerdict.IGNORED);
            return Optional.of(
                    input.ip.hopLimit() != HOP_LIMIT
                            ? DropReason.IPV6_NDISC_HOP_LIMIT
                            : DropReason.IPV6_NDISC_BAD_CODE);
        }
        return switch (message.type()) {
            case Icmpv6Message.NEIGHBOR_SOLICITATION ->
                walk.call(KernelFunction.NDISC_RECV_NS, () -> input.solicitation(false));
            case Icmpv6Message.NEIGHBOR_ADVERTISEMENT -> walk.call(KernelFunction.NDISC_RECV_NA, input::advertisement);
            case Icmpv6Message.ROUTER_ADVERTISEMENT -> {
                walk.run(
                        KernelFunction.NDISC_ROUTER_DISCOVERY,
                        () -> RouterAdvertisement.receive(walk, host, skb, input.device));
                yield Optional.empty();
            }
            case Icmpv6Message.REDIRECT -> walk.call(KernelFunction.NDISC_REDIRECT_RCV, input::redirect);
            default -> input.routerSolicitation();
        };
    }

    /** {@code pndisc_redo}: a solicitation that waited is answered for a group of hosts or for another one. */
    static void again(Walk walk, HostId host, SkBuff skb) {
        walk.run(KernelFunction.NEIGH_PROXY_PROCESS, () -> {
            Optional<NetDevice> device = walk.host(host).device(skb.device());
            if (device.isEmpty() || !device.get().up()) {
                Drop.packet(
                        walk, host, skb, DropReason.NOT_SPECIFIED, KernelFunction.NEIGH_PROXY_PROCESS, Stage.RECEIVE);
                return;
            }
            walk.run(KernelFunction.PNDISC_REDO, () -> {
                NdiscInput input = new NdiscInput(walk, host, skb, skb.packet().icmpv6());
                walk.call(KernelFunction.NDISC_RECV_NS, () -> input.solicitation(true));
                Drop.consume(walk, host, skb, Stage.TRANSPORT_RECEIVE);
            });
        });
    }

    private void emit(Ipv6Address target, NdiscVerdict verdict) {
        walk.emit(
                new NeighborEvent.NdiscReceived(walk.head(host, skb), device.name(), message.type(), target, verdict));
    }

    private ByteString body() {
        return skb.packet().payload();
    }

    private Ipv6Address target() {
        return new Ipv6Address(body().u64(0), body().u64(8));
    }

    private ByteString options() {
        return body().from(TARGET_LENGTH);
    }

    private Optional<Ipv6Device> ours() {
        return walk.host(host).ipv6().addresses().find(device.index());
    }

    private boolean forwarding() {
        return walk.host(host).sysctls().ipv6Conf(device.index(), "forwarding") != 0;
    }

    /** {@code ndisc_recv_ns}; {@code waited} is whether the answer was delayed already. */
    private Optional<DropReason> solicitation(boolean waited) {
        if (body().size() < TARGET_LENGTH || target().isMulticast()) {
            emit(Ipv6Address.ANY, NdiscVerdict.IGNORED);
            return USELESS;
        }
        Ipv6Address target = target();
        boolean detection = ip.source().isAny();
        Optional<Ipv6InterfaceAddress> own = ours().flatMap(found -> found.find(target));
        boolean anycast = ours().filter(found -> found.hasAnycast(target)).isPresent();
        boolean proxied = own.isEmpty() && !anycast && proxied(target);
        if (own.isPresent() && own.get().tentative()) {
            tentative(target, detection, own.get());
            return USELESS;
        }
        if (own.isEmpty() && !anycast && !proxied) {
            emit(target, NdiscVerdict.IGNORED);
            return Optional.of(DropReason.IPV6_NDISC_NS_OTHERHOST);
        }
        emit(target, NdiscVerdict.ANSWERED);
        boolean group = ip.destination().isMulticast();
        if (own.isEmpty() && !waited && group && delay() != 0) {
            // Several may answer; a random delay keeps them apart (RFC 4861 section 7.2.7).
            walk.arm(
                    walk.now().plusMillis(walk.random(delay())),
                    new Timer.ProxyAnswer(host, skb.copy(walk.nextPacketId())));
            return USELESS;
        }
        boolean router = forwarding() && !proxied;
        if (detection) {
            NdiscOutput.neighborAdvertisement(
                    walk, host, device, Ipv6Address.ALL_NODES, target, router, false, own.isPresent(), true);
            return USELESS;
        }
        Optional<MacAddress> lladdr = NdiscOptions.hardwareAddress(options(), NdiscOptions.SOURCE_LINK_LAYER);
        NeighborKey key = new NeighborKey(device.index(), ip.source());
        if (walk.neighbor(host, key).isEmpty() && group && lladdr.isEmpty()) {
            return USELESS;
        }
        NeighborOutput.findOrCreate(walk, host, skb, device, ip.source());
        NeighborUpdate.discovered(walk, host, device, skb, key, lladdr, NudState.STALE, true, Optional.empty());
        NdiscOutput.neighborAdvertisement(
                walk, host, device, ip.source(), target, router, true, own.isPresent() && group, group);
        return Optional.empty();
    }

    /** {@code proxy_delay}, in milliseconds. */
    private int delay() {
        return NeighborOutput.conf(walk, host, device, Ipv6Address.ANY, NeighborConf.PROXY_DELAY) * MILLIS_PER_TICK;
    }

    private boolean proxied(Ipv6Address target) {
        NetNamespace ns = walk.host(host);
        boolean allowed = ns.sysctls().ipv6Conf(device.index(), "proxy_ndp") != 0
                || ns.sysctls().ipv6Conf(org.packetwalk.kernel.sysctl.SysctlTable.ALL, "proxy_ndp") != 0;
        return forwarding() && allowed && ns.neighbors().hasProxy(new NeighborKey(device.index(), target));
    }

    /** Somebody asks for an address this host is still checking. */
    private void tentative(Ipv6Address target, boolean detection, Ipv6InterfaceAddress own) {
        boolean looped = skb.type() == PacketType.LOOPBACK;
        if (detection && !looped) {
            emit(target, NdiscVerdict.DUPLICATE);
            new Addrconf(walk, host).duplicate(device.index(), own.address());
        } else {
            emit(target, NdiscVerdict.IGNORED);
        }
    }

    /** {@code ndisc_recv_na}. */
    private Optional<DropReason> advertisement() {
        if (body().size() < TARGET_LENGTH || target().isMulticast()) {
            emit(Ipv6Address.ANY, NdiscVerdict.IGNORED);
            return USELESS;
        }
        Ipv6Address target = target();
        Optional<Ipv6InterfaceAddress> own = ours().flatMap(found -> found.find(target));
        if (own.isPresent()) {
            boolean duplicate = own.get().tentative() && skb.type() != PacketType.LOOPBACK;
            emit(target, duplicate ? NdiscVerdict.DUPLICATE : NdiscVerdict.IGNORED);
            if (duplicate) {
                new Addrconf(walk, host).duplicate(device.index(), target);
            }
            return USELESS;
        }
        NeighborKey key = new NeighborKey(device.index(), target);
        Optional<NeighborEntry> known = walk.neighbor(host, key);
        if (known.isEmpty() || known.get().state() == NudState.FAILED) {
            emit(target, NdiscVerdict.IGNORED);
            return USELESS;
        }
        emit(target, NdiscVerdict.LEARNED);
        NeighborUpdate.discovered(
                walk,
                host,
                device,
                skb,
                key,
                NdiscOptions.hardwareAddress(options(), NdiscOptions.TARGET_LINK_LAYER),
                (message.rest() & SOLICITED) != 0 ? NudState.REACHABLE : NudState.STALE,
                (message.rest() & OVERRIDE) != 0,
                Optional.of(message.rest() < 0));
        return Optional.empty();
    }

    /** {@code ndisc_recv_rs}: a router learns who asks; answering is the business of a program. */
    private Optional<DropReason> routerSolicitation() {
        if (!forwarding() || ip.source().isAny()) {
            emit(Ipv6Address.ANY, NdiscVerdict.IGNORED);
            return USELESS;
        }
        emit(ip.source(), NdiscVerdict.LEARNED);
        NeighborKey key = new NeighborKey(device.index(), ip.source());
        Optional<MacAddress> lladdr = NdiscOptions.hardwareAddress(body(), NdiscOptions.SOURCE_LINK_LAYER);
        NeighborOutput.findOrCreate(walk, host, skb, device, ip.source());
        NeighborUpdate.discovered(walk, host, device, skb, key, lladdr, NudState.STALE, true, Optional.of(false));
        return Optional.empty();
    }

    /** {@code ndisc_redirect_rcv}. */
    private Optional<DropReason> redirect() {
        boolean sound = ip.source().isLinkLocal() && body().size() >= 2 * TARGET_LENGTH;
        if (!sound) {
            emit(Ipv6Address.ANY, NdiscVerdict.IGNORED);
            return USELESS;
        }
        Ipv6Address destination = new Ipv6Address(body().u64(16), body().u64(24));
        boolean accepted = walk.host(host).sysctls().ipv6Conf(device.index(), "accept_redirects") != 0 && !forwarding();
        emit(target(), accepted ? NdiscVerdict.LEARNED : NdiscVerdict.IGNORED);
        ByteString options = body().from(2 * TARGET_LENGTH);
        Ipv6Redirect redirect = new Ipv6Redirect(
                walk,
                host,
                skb,
                device,
                target(),
                NdiscOptions.hardwareAddress(options, NdiscOptions.TARGET_LINK_LAYER),
                accepted);
        Optional<Packet> quote = NdiscOptions.redirected(options);
        if (quote.isEmpty()) {
            redirect.learnFor(destination);
            return USELESS;
        }
        redirect.notifySenders(quote.get());
        return Optional.empty();
    }
}
