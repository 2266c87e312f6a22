package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketType;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.TransmitResult;
import org.packetwalk.kernel.device.DeviceCounters;
import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.device.VxlanEntry;
import org.packetwalk.kernel.device.VxlanRemote;
import org.packetwalk.kernel.device.VxlanSettings;
import org.packetwalk.kernel.device.VxlanState;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.MacAddress;
import org.packetwalk.packet.EthernetHeader;
import org.packetwalk.packet.Header;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.LinkLayer;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.packet.UdpHeader;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** Sends frames inside of UDP datagrams (RFC 7348, {@code drivers/net/vxlan/vxlan_core.c}). */
final class VxlanDevice {

    private static final int HEADER = 8;
    private static final int ID_VALID = 0x08;
    private static final int LARGEST_LENGTH = 65_535;

    /** {@code XMIT_RECURSION_LIMIT}: devices that send through each other. */
    private static final int DEEPEST = 8;

    /** A route is kept only if it was found in a later tick than the entry was made in ({@code dst_cache}). */
    private static final long NANOS_PER_TICK = 4_000_000;

    private VxlanDevice() {}

    // -- sending ---------------------------------------------------------------------------

    /** {@code vxlan_xmit}: to every end the address is behind; answers where the buffer is now. */
    static DeviceTransmit.Sent transmit(Walk walk, HostId host, SkBuff skb, NetDevice device, DeviceKind.Vxlan vxlan) {
        return walk.call(KernelFunction.VXLAN_XMIT, () -> {
            VxlanState state = vxlan.state();
            Optional<VxlanEntry> entry =
                    state.find(skb.destinationMac(), walk.now()).or(() -> state.find(MacAddress.ZERO, walk.now()));
            boolean tooDeep = walk.depth(KernelFunction.VXLAN_XMIT) > DEEPEST;
            if (entry.isEmpty() || tooDeep) {
                walk.countDevice(host, device.index(), DeviceCounters::txDrop);
                Drop.packet(
                        walk,
                        host,
                        skb,
                        tooDeep ? DropReason.NOT_SPECIFIED : DropReason.NO_TX_TARGET,
                        KernelFunction.VXLAN_XMIT,
                        Stage.DEVICE_TRANSMIT);
                return new DeviceTransmit.Sent(TransmitResult.SUCCESS, host, skb);
            }
            put(walk, host, device.index(), state.with(entry.get().usedAt(walk.now())));
            walk.forgetSent();
            List<VxlanRemote> remotes = entry.get().remotes();
            for (VxlanRemote further : remotes.subList(1, remotes.size())) {
                sendOne(walk, host, skb.copy(walk.nextPacketId()), device, entry.get(), further);
            }
            walk.forgetSent();
            sendOne(walk, host, skb, device, entry.get(), remotes.get(0));
            return walk.lastSent()
                    .map(last -> new DeviceTransmit.Sent(TransmitResult.SUCCESS, last.host(), last.skb()))
                    .orElseGet(() -> new DeviceTransmit.Sent(TransmitResult.SUCCESS, host, skb));
        });
    }

    /** {@code vxlan_xmit_one}. */
    private static void sendOne(
            Walk walk, HostId host, SkBuff skb, NetDevice device, VxlanEntry entry, VxlanRemote remote) {
        walk.run(KernelFunction.VXLAN_XMIT_ONE, () -> {
            VxlanSettings settings = settings(device);
            int port = remote.port() == 0 ? settings.port() : remote.port();
            int sourcePort = sourcePort(walk.host(settings.underlay()), skb.packet());
            OutputRoute.Answer answer = route(walk, skb, settings, entry, remote, sourcePort, port);
            boolean circular = !answer.refused()
                    && answer.entry().device() == device.index()
                    && settings.underlay().equals(host);
            if (answer.refused() || circular) {
                // udp_tunnel_dst_lookup makes ENETUNREACH of every refusal.
                boolean unreachable = answer.refused();
                walk.countDevice(host, device.index(), counters -> counters.txFailure(unreachable));
                Drop.packet(
                        walk,
                        host,
                        skb,
                        answer.refused() ? DropReason.IP_OUTNOROUTES : DropReason.NOT_SPECIFIED,
                        KernelFunction.VXLAN_XMIT_ONE,
                        Stage.DEVICE_TRANSMIT);
                return;
            }
            boolean cacheable = walk.host(host).device(device.index()).isPresent()
                    && !answer.entry().local();
            if (cacheable && !usable(walk, settings, entry, remote)) {
                long generation = walk.host(settings.underlay()).memory().generation();
                keep(walk, host, device.index(), entry, remote.routed(answer.entry(), walk.now(), generation));
            }
            int id = remote.id() == VxlanRemote.SAME_ID ? settings.id() : remote.id();
            int length = skb.packet().length() - EthernetHeader.LENGTH;
            Packet outer = encapsulate(walk, skb.packet(), settings, answer.entry(), id, sourcePort, port);
            SkBuff wrapped = skb.pulled(PacketType.HOST)
                    .withPacket(outer)
                    .tagged(SkBuff.UNTAGGED)
                    .marked(settings.underlay().equals(host) ? skb.mark() : 0)
                    .routed(answer.entry());
            walk.countDevice(host, device.index(), counters -> counters.sent(length));
            walk.run(KernelFunction.IPTUNNEL_XMIT, () -> IpOutput.local(walk, settings.underlay(), wrapped, true));
        });
    }

    private static OutputRoute.Answer route(
            Walk walk,
            SkBuff skb,
            VxlanSettings settings,
            VxlanEntry entry,
            VxlanRemote remote,
            int sourcePort,
            int port) {
        if (usable(walk, settings, entry, remote)) {
            return new OutputRoute.Answer(remote.route(), Errno.OK, Optional.empty());
        }
        FlowKey flow = FlowKey.output(remote.address())
                .withSource(settings.local())
                .withOutputInterface(remote.via())
                .withMark(skb.mark())
                .withTos(settings.tos() & 0xfc)
                .withTransport(IpProtocol.UDP.number(), sourcePort, port);
        return walk.call(
                KernelFunction.UDP_TUNNEL_DST_LOOKUP,
                () -> OutputRoute.flow(walk, settings.underlay(), SkBuff.NONE, flow));
    }

    /** {@code dst_cache_get_ip4}: whether the route that was kept is still good. */
    private static boolean usable(Walk walk, VxlanSettings settings, VxlanEntry entry, VxlanRemote remote) {
        NetNamespace underlay = walk.host(settings.underlay());
        return remote.route().isPresent()
                && tick(remote.routed()) > tick(entry.updated())
                && remote.generation() == underlay.memory().generation()
                && underlay.device(remote.route().device())
                        .filter(NetDevice::up)
                        .isPresent();
    }

    private static long tick(SimTime time) {
        return time.nanos() / NANOS_PER_TICK;
    }

    /** {@code dst_cache_set_ip4}. */
    private static void keep(Walk walk, HostId host, int index, VxlanEntry entry, VxlanRemote remote) {
        NetDevice device = walk.device(host, index);
        state(device)
                .filter(state ->
                        state.entries().containsKey(entry.address()) && tick(remote.routed()) > tick(entry.updated()))
                .ifPresent(state -> put(
                        walk,
                        host,
                        index,
                        state.with(state.entries().get(entry.address()).with(remote))));
    }

    private static Packet encapsulate(
            Walk walk, Packet frame, VxlanSettings settings, DestinationEntry route, int id, int sourcePort, int port) {
        byte[] header = {ID_VALID, 0, 0, 0, (byte) (id >> 16), (byte) (id >> 8), (byte) id, 0};
        ByteString data = ByteString.of(header).concat(PacketCodec.encode(frame));
        int ttl = settings.ttl() != 0 ? settings.ttl() : IpOutput.timeToLive(walk, settings.underlay(), route);
        Ipv4Header outer = Ipv4Header.of(IpProtocol.UDP, route.source(), route.destination())
                .withTos(settings.tos())
                .withTtl(ttl)
                .withIdentification(walk.random(65_536));
        // Of several TCP segments in one buffer each gets its own header from the device; the field holds what it can.
        int udp = Math.min(LARGEST_LENGTH - outer.length(), data.size() + UdpHeader.LENGTH);
        return Packet.of(data, outer.withTotalLength(udp + outer.length()), new UdpHeader(sourcePort, port, udp));
    }

    /** {@code udp_flow_src_port}: the same for all frames of a flow, and both ways but for connections. */
    private static int sourcePort(NetNamespace ns, Packet frame) {
        int hash = 1;
        if (frame.has(Ipv4Header.class)) {
            Ipv4Header ip = frame.ipv4();
            int ports = PacketCodec.peekTransport(frame.from(Ipv4Header.class))
                    .map(VxlanDevice::ports)
                    .orElse(0);
            int addresses = ip.source().bits() ^ ip.destination().bits();
            hash = (addresses * 31 + ip.protocol().number()) * 31 + ports;
        }
        SocketPorts.Range range = SocketPorts.Range.of(ns);
        long spread = hash * 0x9e3779b1L & 0xffffffffL;
        return range.first() + (int) (spread * (range.count() - 1) >>> 32);
    }

    private static int ports(Header header) {
        if (header instanceof UdpHeader udp) {
            return udp.sourcePort() ^ udp.destinationPort();
        }
        if (header instanceof TcpHeader tcp) {
            // Each end of a connection has a hash of its own (sk_txhash); a reset without a socket has none.
            boolean reset = tcp.flags().has(TcpFlags.RST);
            return tcp.sourcePort() ^ tcp.destinationPort() ^ (reset ? 0 : tcp.sourcePort() << 16);
        }
        return 0;
    }

    // -- receiving -------------------------------------------------------------------------

    /** {@code vxlan_rcv}: the frame inside is received by the device of its number. */
    static void receive(Walk walk, HostId host, SkBuff skb) {
        walk.run(KernelFunction.VXLAN_RCV, () -> {
            ByteString data = skb.packet().payload();
            if (data.size() < HEADER + EthernetHeader.LENGTH) {
                drop(walk, host, skb, DropReason.PKT_TOO_SMALL);
                return;
            }
            if ((data.u8(0) & ID_VALID) == 0) {
                drop(walk, host, skb, DropReason.VXLAN_INVALID_HDR);
                return;
            }
            int id = data.u32(4) >>> 8;
            int port = skb.packet().udp().destinationPort();
            Optional<VxlanTunnels.Place> found = VxlanTunnels.find(walk.machine(), host, port, id);
            if (found.isEmpty()) {
                drop(walk, host, skb, DropReason.VXLAN_VNI_NOT_FOUND);
                return;
            }
            Packet frame =
                    PacketCodec.decode(data.from(HEADER), LinkLayer.ETHERNET).packet();
            accept(walk, host, skb, found.get(), frame);
        });
    }

    private static void accept(Walk walk, HostId host, SkBuff skb, VxlanTunnels.Place place, Packet frame) {
        NetDevice device = place.device();
        MacAddress source = frame.ethernet().source();
        if (source.equals(device.address())) {
            drop(walk, host, skb, DropReason.LOCAL_MAC);
            return;
        }
        VxlanState state = state(device).orElseThrow();
        if (state.settings().learning()
                && !learn(walk, place, state, source, skb.packet().ipv4().source())) {
            drop(walk, host, skb, DropReason.VXLAN_ENTRY_EXISTS);
            return;
        }
        int length = frame.length() - EthernetHeader.LENGTH;
        walk.countDevice(place.host(), device.index(), counters -> counters.received(length));
        SkBuff inner = skb.withPacket(frame)
                .routed(DestinationEntry.NONE)
                .owned(false)
                .marked(place.host().equals(host) ? skb.mark() : 0)
                .on(device.index(), device.name());
        SkBuff arrived = inner.pulled(LinkInput.addressedTo(inner, device));
        if (cloned(frame)) {
            walk.run(
                    KernelFunction.GRO_CELLS_RECEIVE,
                    () -> ReceiveQueue.enqueue(walk, place.host(), arrived, device.index(), KernelFunction.NETIF_RX));
        } else {
            walk.enqueueListed(place.host(), arrived);
        }
    }

    /** Whether the sender keeps the buffer to send it again ({@code skb_cloned}): then it passes no list. */
    private static boolean cloned(Packet frame) {
        if (!frame.has(TcpHeader.class)) {
            return false;
        }
        TcpFlags flags = frame.tcp().flags();
        boolean firstSyn = flags.has(TcpFlags.SYN) && !flags.has(TcpFlags.ACK);
        return firstSyn || flags.has(TcpFlags.FIN) || !frame.payload().isEmpty();
    }

    /** {@code vxlan_snoop}: whether the address may be where it is now. */
    private static boolean learn(
            Walk walk, VxlanTunnels.Place place, VxlanState state, MacAddress source, Ipv4Address from) {
        Optional<VxlanEntry> known = state.find(source, walk.now());
        int index = place.device().index();
        if (known.isEmpty()) {
            put(
                    walk,
                    place.host(),
                    index,
                    state.plus(source, VxlanEntry.State.LEARNED, VxlanRemote.of(from, 0), walk.now()));
            return true;
        }
        VxlanRemote first = known.get().remotes().get(0);
        if (first.address().equals(from) && first.via() == 0) {
            return true;
        }
        if (!known.get().ages()) {
            return false;
        }
        put(
                walk,
                place.host(),
                index,
                state.with(known.get().to(List.of(VxlanRemote.of(from, 0))).updatedAt(walk.now())));
        return true;
    }

    private static void drop(Walk walk, HostId host, SkBuff skb, DropReason reason) {
        Drop.packet(walk, host, skb, reason, KernelFunction.VXLAN_RCV, Stage.TRANSPORT_RECEIVE);
    }

    // -- the device ------------------------------------------------------------------------

    private static Optional<VxlanState> state(NetDevice device) {
        return device.kind() instanceof DeviceKind.Vxlan vxlan ? Optional.of(vxlan.state()) : Optional.empty();
    }

    private static VxlanSettings settings(NetDevice device) {
        return state(device).orElseThrow().settings();
    }

    private static void put(Walk walk, HostId host, int index, VxlanState state) {
        NetNamespace ns = walk.host(host);
        NetDevice device = ns.devices().get(index);
        walk.update(ns.withDevices(ns.devices().with(device.withKind(new DeviceKind.Vxlan(state)))));
    }
}
