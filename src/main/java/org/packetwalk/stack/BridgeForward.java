package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.TransmitResult;
import org.packetwalk.kernel.device.BridgeState;
import org.packetwalk.kernel.device.FdbDecision;
import org.packetwalk.kernel.device.FdbOutcome;
import org.packetwalk.kernel.device.FdbQuery;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.trace.BridgeEvent;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/** A bridge sends a frame out by its ports ({@code net/bridge/br_forward.c}). */
final class BridgeForward {

    /** Bytes a frame may be longer than the MTU of the port: link header and one VLAN tag. */
    private static final int HEADER_ROOM = 18;

    private BridgeForward() {}

    /** Asks the bridge, notes that a known address was used, and tells. */
    static FdbDecision decide(Walk walk, HostId host, NetDevice bridge, FdbQuery query, SkBuff skb) {
        BridgeState state = bridge.bridge().orElseThrow();
        FdbDecision decision = state.decide(query, walk.host(host).devices(), walk.now());
        if (decision.outcome() == FdbOutcome.KNOWN_PORT) {
            state.find(query.destination(), walk.now())
                    .ifPresent(entry -> BridgeInput.put(
                            walk, host, bridge, state.with(state.fdb().with(entry.usedAt(walk.now())))));
        }
        walk.emit(new BridgeEvent.Decided(walk.head(host, skb), bridge.name(), decision));
        return decision;
    }

    /**
     * {@code br_forward}, {@code br_flood}: each port gets a copy, the last the frame itself if the host does not need it;
     * answers where the frame itself is then.
     *
     * @param keep whether the frame itself stays for the host
     * @param caller who sends: a bridge that forwards what a port received, or the host through its own port
     */
    static DeviceTransmit.Sent send(
            Walk walk, HostId host, SkBuff skb, FdbDecision decision, boolean keep, KernelFunction caller) {
        List<Integer> ports = decision.ports();
        DeviceTransmit.Sent here = new DeviceTransmit.Sent(TransmitResult.SUCCESS, host, skb);
        if (ports.isEmpty()) {
            if (!keep) {
                DropReason reason = decision.outcome() == FdbOutcome.FLOOD_NOWHERE
                        ? DropReason.NO_TX_TARGET
                        : DropReason.NOT_SPECIFIED;
                Drop.packet(walk, host, skb, reason, caller, Stage.BRIDGE);
            }
            return here;
        }
        for (int port : ports.subList(0, ports.size() - 1)) {
            SkBuff copy = skb.copy(walk.nextPacketId());
            walk.run(
                    KernelFunction.BR_FLOOD,
                    () -> walk.run(KernelFunction.MAYBE_DELIVER, () -> pushTransmit(walk, host, copy, port, caller)));
        }
        int last = ports.get(ports.size() - 1);
        if (keep) {
            pushTransmit(walk, host, skb.copy(walk.nextPacketId()), last, caller);
            return here;
        }
        return pushTransmit(walk, host, skb, last, caller);
    }

    private static DeviceTransmit.Sent pushTransmit(
            Walk walk, HostId host, SkBuff skb, int portIndex, KernelFunction caller) {
        Optional<NetDevice> port = walk.host(host).device(portIndex);
        if (caller == KernelFunction.BR_HANDLE_FRAME_FINISH && BridgeNetfilter.seesArp(walk, host, skb)) {
            return walk.call(
                    KernelFunction.__BR_FORWARD,
                    () -> BridgeNetfilter.forwardArp(walk, skb, frame -> queuePush(walk, host, frame, portIndex)));
        }
        boolean filtered = skb.tracking().bridged() && port.isPresent() && BridgeNetfilter.sees(walk, host, skb);
        if (!filtered) {
            return queuePush(walk, host, skb, portIndex);
        }
        NetDevice bridge = walk.device(host, port.get().master());
        return walk.call(
                KernelFunction.__BR_FORWARD,
                () -> BridgeNetfilter.forward(
                        walk, host, skb, bridge, port.get(), frame -> queuePush(walk, host, frame, portIndex)));
    }

    /** {@code br_dev_queue_push_xmit}: what does not fit the port is dropped, no one is told. */
    private static DeviceTransmit.Sent queuePush(Walk walk, HostId host, SkBuff skb, int portIndex) {
        return walk.call(KernelFunction.BR_DEV_QUEUE_PUSH_XMIT, () -> {
            Optional<NetDevice> port = walk.host(host).device(portIndex);
            SkBuff frame = skb.withFrame(skb.packet())
                    .on(portIndex, port.map(NetDevice::name).orElse(""));
            if (port.filter(NetDevice::up).isEmpty()
                    || frame.segmentSize() == 0 && frame.length() > port.get().mtu() + HEADER_ROOM) {
                Drop.packet(
                        walk,
                        host,
                        frame.pulled(frame.type()),
                        DropReason.NOT_SPECIFIED,
                        KernelFunction.BR_DEV_QUEUE_PUSH_XMIT,
                        Stage.BRIDGE);
                return new DeviceTransmit.Sent(TransmitResult.SUCCESS, host, frame);
            }
            return DeviceTransmit.transmit(walk, host, frame, portIndex);
        });
    }
}
