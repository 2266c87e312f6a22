package org.packetwalk.stack;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketType;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.TransmitResult;
import org.packetwalk.kernel.device.BridgePort;
import org.packetwalk.kernel.device.BridgeState;
import org.packetwalk.kernel.device.FdbDecision;
import org.packetwalk.kernel.device.FdbEntry;
import org.packetwalk.kernel.device.FdbOutcome;
import org.packetwalk.kernel.device.FdbQuery;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.device.PortFlag;
import org.packetwalk.kernel.device.PortState;
import org.packetwalk.net.MacAddress;
import org.packetwalk.trace.BridgeEvent;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** A frame comes in by a bridge port ({@code net/bridge/br_input.c}). */
final class BridgeInput {

    /** 01:80:c2:00:00:0x: frames between neighbouring bridges only (IEEE 802.1D table 7-10). */
    private static final long LINK_LOCAL = 0x0180c2000000L;

    private BridgeInput() {}

    /** {@code br_handle_frame}: whether the bridge has taken the frame; otherwise the port's own host goes on with it. */
    static boolean handleFrame(Walk walk, HostId host, SkBuff skb, NetDevice port) {
        if (skb.type() == PacketType.LOOPBACK) {
            return false;
        }
        return walk.call(KernelFunction.BR_HANDLE_FRAME, () -> {
            NetDevice bridge = walk.device(host, port.master());
            BridgePort role = bridge.bridge().orElseThrow().port(port.index()).orElseThrow();
            MacAddress destination = skb.destinationMac();
            MacAddress source = skb.packet().ethernet().source();
            if (source.isZero() || source.isMulticast()) {
                return drop(walk, host, skb, DropReason.MAC_INVALID_SOURCE);
            }
            if (passesToHost(bridge.bridge().orElseThrow(), destination)) {
                if (role.has(PortFlag.LEARNING) && role.state() != PortState.DISABLED) {
                    learn(walk, host, bridge, port, source);
                }
                return false;
            }
            if (role.state() != PortState.FORWARDING && role.state() != PortState.LEARNING) {
                return drop(walk, host, skb, DropReason.BRIDGE_INGRESS_STP_STATE);
            }
            SkBuff known = destination.equals(bridge.address()) ? skb.pulled(PacketType.HOST) : skb;
            if (BridgeNetfilter.sees(walk, host, known)) {
                BridgeNetfilter.preRouting(
                        walk,
                        host,
                        known,
                        port,
                        bridge,
                        frame -> finish(walk, host, frame, port, bridge.index(), role));
                return true;
            }
            walk.run(
                    KernelFunction.BR_HANDLE_FRAME_FINISH, () -> finish(walk, host, known, port, bridge.index(), role));
            return true;
        });
    }

    /** Of the link-local groups the first is forwarded as long as there is no spanning tree; the others by the mask only. */
    private static boolean passesToHost(BridgeState bridge, MacAddress destination) {
        if ((destination.bits() & ~0xfL) != LINK_LOCAL) {
            return false;
        }
        int last = (int) (destination.bits() & 0xf);
        return last != 0 && (bridge.settings().groupForwardMask() & 1 << last) == 0;
    }

    private static boolean drop(Walk walk, HostId host, SkBuff skb, DropReason reason) {
        Drop.packet(walk, host, skb, reason, KernelFunction.BR_HANDLE_FRAME, Stage.BRIDGE);
        return true;
    }

    /** A frame that waited for a neighbour goes on where it stopped. */
    static DeviceTransmit.Sent resume(Walk walk, HostId host, SkBuff frame, NetDevice port, NetDevice bridge) {
        BridgePort role = bridge.bridge().orElseThrow().port(port.index()).orElseThrow();
        return walk.call(
                KernelFunction.BR_HANDLE_FRAME_FINISH, () -> finish(walk, host, frame, port, bridge.index(), role));
    }

    /** {@code br_handle_frame_finish}. */
    private static DeviceTransmit.Sent finish(
            Walk walk, HostId host, SkBuff skb, NetDevice port, int bridgeIndex, BridgePort role) {
        DeviceTransmit.Sent here = new DeviceTransmit.Sent(TransmitResult.SUCCESS, host, skb);
        if (role.has(PortFlag.LEARNING)) {
            learn(
                    walk,
                    host,
                    walk.device(host, bridgeIndex),
                    port,
                    skb.packet().ethernet().source());
        }
        if (role.state() == PortState.LEARNING) {
            Drop.packet(
                    walk,
                    host,
                    skb,
                    DropReason.BRIDGE_INGRESS_STP_STATE,
                    KernelFunction.BR_HANDLE_FRAME_FINISH,
                    Stage.BRIDGE);
            return here;
        }
        NetDevice bridge = walk.device(host, bridgeIndex);
        FdbDecision decision = BridgeForward.decide(
                walk,
                host,
                bridge,
                new FdbQuery(skb.destinationMac(), port.index(), PacketTaps.promiscuous(walk, host, bridge)),
                skb);
        if (decision.outcome() != FdbOutcome.LOCAL) {
            here = BridgeForward.send(
                    walk, host, skb, decision, decision.passesUp(), KernelFunction.BR_HANDLE_FRAME_FINISH);
        }
        if (decision.passesUp()) {
            passFrameUp(walk, host, skb, walk.device(host, bridgeIndex));
        }
        return here;
    }

    /** {@code br_fdb_update}: notes or refreshes where the source of a frame is. */
    private static void learn(Walk walk, HostId host, NetDevice bridge, NetDevice port, MacAddress source) {
        BridgeState state = bridge.bridge().orElseThrow();
        if (state.settings().ageingTime() == 0) {
            return;
        }
        FdbEntry known = state.find(source, walk.now()).orElse(null);
        if (known != null && known.local()) {
            return;
        }
        boolean isNew = known == null;
        boolean moved = !isNew && known.port() != port.index();
        put(
                walk,
                host,
                bridge,
                state.with(
                        isNew
                                ? state.fdb().plus(source, port.index(), FdbEntry.Origin.LEARNED, walk.now())
                                : state.fdb().with(known.at(port.index()).seen(walk.now()))));
        if (isNew || moved) {
            walk.run(
                    KernelFunction.BR_FDB_UPDATE,
                    () -> walk.emit(new BridgeEvent.Learned(walk.head(host), port.name(), source)));
        }
    }

    static void put(Walk walk, HostId host, NetDevice bridge, BridgeState state) {
        NetNamespace ns = walk.host(host);
        walk.update(ns.withDevices(ns.devices().with(bridge.with(state))));
    }

    /** {@code br_pass_frame_up}: the frame comes in once more, now by the bridge itself. */
    private static void passFrameUp(Walk walk, HostId host, SkBuff skb, NetDevice bridge) {
        int length = skb.length();
        boolean group =
                skb.destinationMac().isMulticast() && !skb.destinationMac().isBroadcast();
        walk.countDevice(host, bridge.index(), counters -> {
            return group ? counters.received(length).multicast() : counters.received(length);
        });
        SkBuff up = skb.on(bridge.index(), bridge.name());
        walk.run(KernelFunction.NETIF_RECEIVE_SKB, () -> LinkInput.receive(walk, host, up));
    }
}
