package org.packetwalk.stack;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketType;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.TransmitResult;
import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.DeviceLocation;
import org.packetwalk.kernel.device.MacvlanMode;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.net.MacAddress;
import org.packetwalk.packet.EthernetHeader;
import org.packetwalk.trace.KernelFunction;

/** Further hardware addresses on one device ({@code drivers/net/macvlan.c}). */
final class MacvlanDevice {

    private MacvlanDevice() {}

    /** A macvlan device and where it is. */
    private record Child(HostId host, NetDevice device, DeviceKind.Macvlan kind) {}

    // -- sending ---------------------------------------------------------------------------

    /** {@code macvlan_start_xmit}: in bridge mode a neighbour on the same device gets the frame at once. */
    static DeviceTransmit.Sent transmit(
            Walk walk, HostId host, SkBuff skb, NetDevice device, DeviceKind.Macvlan macvlan) {
        return walk.call(KernelFunction.MACVLAN_START_XMIT, () -> {
            int length = skb.length();
            HostId lowerHost = macvlan.lower().host();
            NetDevice lower = walk.device(lowerHost, macvlan.lower().index());
            if (macvlan.mode() == MacvlanMode.BRIDGE) {
                MacAddress destination = skb.destinationMac();
                if (destination.isMulticast()) {
                    Child self = new Child(host, device, macvlan);
                    walk.run(
                            KernelFunction.MACVLAN_BROADCAST,
                            () -> broadcast(walk, skb, lower, Optional.of(self), List.of(MacvlanMode.BRIDGE)));
                } else {
                    Optional<Child> neighbor = child(walk, lower, destination)
                            .filter(child -> child.kind().mode() == MacvlanMode.BRIDGE);
                    if (neighbor.isPresent()) {
                        walk.countDevice(host, device.index(), counters -> counters.sent(length));
                        return toNeighbor(walk, skb, host, lowerHost, lower);
                    }
                }
            }
            DeviceTransmit.Sent sent = DeviceTransmit.transmit(walk, lowerHost, skb, lower.index());
            boolean gone = sent.result() == TransmitResult.SUCCESS || sent.result() == TransmitResult.CN;
            walk.countDevice(host, device.index(), counters -> gone ? counters.sent(length) : counters.txDrop());
            return sent;
        });
    }

    /** {@code dev_forward_skb} to the device below, which hands it to the neighbour like any frame. */
    private static DeviceTransmit.Sent toNeighbor(
            Walk walk, SkBuff skb, HostId host, HostId lowerHost, NetDevice lower) {
        SkBuff arrived = skb.owned(false)
                .unrouted()
                .marked(host.equals(lowerHost) ? skb.mark() : 0)
                .on(lower.index(), lower.name())
                .pulled(LinkInput.addressedTo(skb, lower));
        ReceiveQueue.enqueueDirectly(walk, lowerHost, arrived, lower.index());
        return new DeviceTransmit.Sent(TransmitResult.SUCCESS, lowerHost, arrived);
    }

    // -- receiving -------------------------------------------------------------------------

    /**
     * {@code macvlan_handle_frame}: a frame for the address of a macvlan device is on that device from now on; groups reach
     * those who listen, as queued work, besides the device itself. Answers where the frame is then.
     */
    static Machine.Received handleFrame(Walk walk, HostId host, SkBuff skb, NetDevice lower) {
        Machine.Received unchanged = new Machine.Received(host, skb);
        if (skb.type() == PacketType.LOOPBACK) {
            return unchanged;
        }
        MacAddress destination = skb.destinationMac();
        if (destination.isMulticast()) {
            if (children(walk, lower).stream().anyMatch(child -> listens(walk, child, destination))) {
                walk.queue(new Timer.MacvlanBroadcast(host, lower.index(), skb));
            }
            return unchanged;
        }
        Optional<Child> child = child(walk, lower, destination);
        if (child.isEmpty()) {
            return unchanged;
        }
        NetDevice device = child.get().device();
        walk.countDevice(
                child.get().host(),
                device.index(),
                counters -> counters.received(skb.length() + EthernetHeader.LENGTH));
        return new Machine.Received(
                child.get().host(), skb.on(device.index(), device.name()).pulled(PacketType.HOST));
    }

    /** {@code macvlan_process_broadcast}. */
    static void processBroadcast(Walk walk, Timer.MacvlanBroadcast work) {
        walk.machine()
                .find(work.host())
                .flatMap(ns -> ns.device(work.device()))
                .ifPresent(lower -> walk.work(
                        KernelFunction.MACVLAN_PROCESS_BROADCAST,
                        () -> walk.run(KernelFunction.MACVLAN_BROADCAST, () -> multicast(walk, work.frame(), lower))));
    }

    /** Whether a device has the address among those it listens to ({@code vlan->mc_filter}, without its collisions). */
    private static boolean listens(Walk walk, Child child, MacAddress group) {
        NetDevice device = child.device();
        return device.up()
                && (group.equals(MacAddress.BROADCAST)
                        || device.promiscuous()
                        || device.flags().allMulticast()
                        || MulticastMembership.listens(walk.host(child.host()), device, group));
    }

    /** {@code macvlan_multicast_rx}: who hears it depends on where it comes from. */
    private static void multicast(Walk walk, SkBuff skb, NetDevice lower) {
        Optional<Child> source = child(walk, lower, skb.packet().ethernet().source());
        List<MacvlanMode> modes;
        if (source.isEmpty()) {
            modes = List.of(MacvlanMode.PRIVATE, MacvlanMode.VEPA, MacvlanMode.BRIDGE);
        } else if (source.get().kind().mode() == MacvlanMode.VEPA) {
            modes = List.of(MacvlanMode.VEPA, MacvlanMode.BRIDGE);
        } else {
            modes = source.get().kind().mode() == MacvlanMode.BRIDGE ? List.of(MacvlanMode.VEPA) : List.of();
        }
        broadcast(walk, skb, lower, source, modes);
    }

    /** {@code macvlan_broadcast}: a copy for each device of these modes that is up. */
    private static void broadcast(
            Walk walk, SkBuff skb, NetDevice lower, Optional<Child> source, List<MacvlanMode> modes) {
        for (Child child : children(walk, lower)) {
            boolean self = source.filter(one -> one.host().equals(child.host())
                            && one.device().index() == child.device().index())
                    .isPresent();
            if (self || !modes.contains(child.kind().mode()) || !listens(walk, child, skb.destinationMac())) {
                continue;
            }
            NetDevice device = child.device();
            SkBuff copy = skb.copy(walk.nextPacketId()).owned(false).unrouted();
            SkBuff arrived = copy.on(device.index(), device.name()).pulled(LinkInput.addressedTo(copy, device));
            int length = skb.length() + EthernetHeader.LENGTH;
            boolean queued = ReceiveQueue.enqueue(walk, child.host(), arrived, device.index(), KernelFunction.NETIF_RX);
            walk.runPendingReceives();
            walk.countDevice(child.host(), device.index(), counters -> {
                return queued ? counters.received(length).multicast() : counters.rxDrop();
            });
        }
    }

    // -- the devices -----------------------------------------------------------------------

    private static Optional<Child> child(Walk walk, NetDevice lower, MacAddress address) {
        return children(walk, lower).stream()
                .filter(child -> child.device().up() && child.device().address().equals(address))
                .findFirst();
    }

    private static List<Child> children(Walk walk, NetDevice lower) {
        return lower.uppers().stream()
                .flatMap(where -> child(walk, where).stream())
                .toList();
    }

    private static Optional<Child> child(Walk walk, DeviceLocation where) {
        return walk.machine()
                .find(where.host())
                .flatMap(ns -> ns.device(where.index()))
                .flatMap(device -> device.kind() instanceof DeviceKind.Macvlan kind
                        ? Optional.of(new Child(where.host(), device, kind))
                        : Optional.empty());
    }
}
