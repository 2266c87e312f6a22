package org.packetwalk.kernel.device;

import java.util.List;
import java.util.Optional;

import org.packetwalk.net.MacAddress;

/**
 * A network device of a namespace ({@code struct net_device}).
 *
 * @param index ifindex, 1 and up
 * @param name 1 to 15 characters
 * @param kind what it is
 * @param address its hardware address
 * @param broadcast the hardware address of everybody on its link
 * @param mtu the largest IP packet in bytes
 * @param up {@code IFF_UP}: switched on by the administrator
 * @param carrier whether there is a signal; always so for lo
 * @param multicastFlag {@code IFF_MULTICAST}
 * @param arp whether neighbours are resolved: not {@code IFF_NOARP}
 * @param promiscuous {@code IFF_PROMISC}
 * @param allMulticast {@code IFF_ALLMULTI}
 * @param operState the operational state
 * @param master ifindex of the bridge it is a port of, 0 if none
 * @param queueLength {@code txqueuelen} in packets
 * @param group the interface group, 0 by default
 * @param counters what it has counted
 * @param alias the text of {@code ip link set alias}, empty if none
 * @param activated whether it was ever up: only then its queueing discipline is more than {@code noop}
 * @param carrierChanges how often the carrier came or went
 * @param uppers the VLAN and macvlan devices that stand on it, oldest first
 */
public record NetDevice(
        int index,
        String name,
        DeviceKind kind,
        MacAddress address,
        MacAddress broadcast,
        int mtu,
        boolean up,
        boolean carrier,
        boolean multicastFlag,
        boolean arp,
        boolean promiscuous,
        boolean allMulticast,
        OperState operState,
        int master,
        int queueLength,
        int group,
        DeviceCounters counters,
        String alias,
        boolean activated,
        int carrierChanges,
        List<DeviceLocation> uppers) {

    /** Copies the list. */
    public NetDevice {
        uppers = List.copyOf(uppers);
    }

    /** The ifindex of lo in every namespace. */
    public static final int LOOPBACK_INDEX = 1;

    /** The MTU of lo: 64 KiB. */
    public static final int LOOPBACK_MTU = 65536;

    /** {@code lo} of a new namespace: down and without addresses ({@code loopback_net_init}). */
    public static NetDevice loopback() {
        return new NetDevice(
                LOOPBACK_INDEX,
                "lo",
                new DeviceKind.Loopback(),
                MacAddress.ZERO,
                MacAddress.ZERO,
                LOOPBACK_MTU,
                false,
                true,
                false,
                true,
                false,
                false,
                OperState.DOWN,
                0,
                1000,
                0,
                DeviceCounters.ZERO,
                "",
                false,
                0,
                List.of());
    }

    /** A new Ethernet-like device that is down and has no cable yet. */
    public static NetDevice ethernet(int index, String name, DeviceKind kind, MacAddress address) {
        return fresh(index, name, kind, address, false, OperState.DOWN);
    }

    /** A new Ethernet-like device that is down and needs no cable: it has a carrier from the start. */
    public static NetDevice carrying(int index, String name, DeviceKind kind, MacAddress address) {
        return fresh(index, name, kind, address, true, OperState.UNKNOWN);
    }

    private static NetDevice fresh(
            int index, String name, DeviceKind kind, MacAddress address, boolean carrier, OperState state) {
        return new NetDevice(
                index,
                name,
                kind,
                address,
                MacAddress.BROADCAST,
                1500,
                false,
                carrier,
                true,
                true,
                false,
                false,
                state,
                0,
                1000,
                0,
                DeviceCounters.ZERO,
                "",
                false,
                carrier ? 0 : 1,
                List.of());
    }

    /** Whether this is a loopback device ({@code IFF_LOOPBACK}). */
    public boolean isLoopback() {
        return kind instanceof DeviceKind.Loopback;
    }

    /** Whether packets can be sent now: up and with a carrier. */
    public boolean running() {
        return up && carrier;
    }

    /** The same device with other counters. */
    public NetDevice withCounters(DeviceCounters now) {
        return new NetDevice(
                index,
                name,
                kind,
                address,
                broadcast,
                mtu,
                up,
                carrier,
                multicastFlag,
                arp,
                promiscuous,
                allMulticast,
                operState,
                master,
                queueLength,
                group,
                now,
                alias,
                activated,
                carrierChanges,
                uppers);
    }

    /** The same device switched on or off. */
    public NetDevice withUp(boolean now) {
        return new NetDevice(
                index,
                name,
                kind,
                address,
                broadcast,
                mtu,
                now,
                carrier,
                multicastFlag,
                arp,
                promiscuous,
                allMulticast,
                operState,
                master,
                queueLength,
                group,
                counters,
                alias,
                activated || now,
                carrierChanges,
                uppers);
    }

    /** The same device with a signal or without, and the operational state that follows. */
    public NetDevice withCarrier(boolean now, OperState state) {
        return new NetDevice(
                index,
                name,
                kind,
                address,
                broadcast,
                mtu,
                up,
                now,
                multicastFlag,
                arp,
                promiscuous,
                allMulticast,
                state,
                master,
                queueLength,
                group,
                counters,
                alias,
                activated,
                now == carrier ? carrierChanges : carrierChanges + 1,
                uppers);
    }

    /** The same device with another MTU in bytes. */
    public NetDevice withMtu(int now) {
        return new NetDevice(
                index,
                name,
                kind,
                address,
                broadcast,
                now,
                up,
                carrier,
                multicastFlag,
                arp,
                promiscuous,
                allMulticast,
                operState,
                master,
                queueLength,
                group,
                counters,
                alias,
                activated,
                carrierChanges,
                uppers);
    }

    /** The same device with another hardware address. */
    public NetDevice withAddress(MacAddress now) {
        return new NetDevice(
                index,
                name,
                kind,
                now,
                broadcast,
                mtu,
                up,
                carrier,
                multicastFlag,
                arp,
                promiscuous,
                allMulticast,
                operState,
                master,
                queueLength,
                group,
                counters,
                alias,
                activated,
                carrierChanges,
                uppers);
    }

    /** The same device under another name. */
    public NetDevice withName(String now) {
        return new NetDevice(
                index,
                now,
                kind,
                address,
                broadcast,
                mtu,
                up,
                carrier,
                multicastFlag,
                arp,
                promiscuous,
                allMulticast,
                operState,
                master,
                queueLength,
                group,
                counters,
                alias,
                activated,
                carrierChanges,
                uppers);
    }

    /** The same device with other flags of its administrator. */
    public NetDevice withFlags(boolean newMulticast, boolean newArp, boolean newPromiscuous, boolean newAllMulticast) {
        return new NetDevice(
                index,
                name,
                kind,
                address,
                broadcast,
                mtu,
                up,
                carrier,
                newMulticast,
                newArp,
                newPromiscuous,
                newAllMulticast,
                operState,
                master,
                queueLength,
                group,
                counters,
                alias,
                activated,
                carrierChanges,
                uppers);
    }

    /** The same device as another kind, for example with its peer elsewhere. */
    public NetDevice withKind(DeviceKind now) {
        return new NetDevice(
                index,
                name,
                now,
                address,
                broadcast,
                mtu,
                up,
                carrier,
                multicastFlag,
                arp,
                promiscuous,
                allMulticast,
                operState,
                master,
                queueLength,
                group,
                counters,
                alias,
                activated,
                carrierChanges,
                uppers);
    }

    /** The same device with another transmit queue length in packets and interface group. */
    public NetDevice withQueue(int newQueueLength, int newGroup) {
        return new NetDevice(
                index,
                name,
                kind,
                address,
                broadcast,
                mtu,
                up,
                carrier,
                multicastFlag,
                arp,
                promiscuous,
                allMulticast,
                operState,
                master,
                newQueueLength,
                newGroup,
                counters,
                alias,
                activated,
                carrierChanges,
                uppers);
    }

    /** The same device with another broadcast address of its link. */
    public NetDevice withBroadcast(MacAddress now) {
        return new NetDevice(
                index,
                name,
                kind,
                address,
                now,
                mtu,
                up,
                carrier,
                multicastFlag,
                arp,
                promiscuous,
                allMulticast,
                operState,
                master,
                queueLength,
                group,
                counters,
                alias,
                activated,
                carrierChanges,
                uppers);
    }

    /** The same device with another alias. */
    public NetDevice withAlias(String now) {
        return new NetDevice(
                index,
                name,
                kind,
                address,
                broadcast,
                mtu,
                up,
                carrier,
                multicastFlag,
                arp,
                promiscuous,
                allMulticast,
                operState,
                master,
                queueLength,
                group,
                counters,
                now,
                activated,
                carrierChanges,
                uppers);
    }

    /** The same device under another number, as in another namespace, where it has not been up yet. */
    public NetDevice withIndex(int now) {
        return new NetDevice(
                now,
                name,
                kind,
                address,
                broadcast,
                mtu,
                up,
                carrier,
                multicastFlag,
                arp,
                promiscuous,
                allMulticast,
                operState,
                master,
                queueLength,
                group,
                counters,
                alias,
                false,
                carrierChanges,
                uppers);
    }

    /** The same device as a port of a bridge, 0 for none. */
    public NetDevice withMaster(int now) {
        return new NetDevice(
                index,
                name,
                kind,
                address,
                broadcast,
                mtu,
                up,
                carrier,
                multicastFlag,
                arp,
                promiscuous,
                allMulticast,
                operState,
                now,
                queueLength,
                group,
                counters,
                alias,
                activated,
                carrierChanges,
                uppers);
    }

    /** The same device under other devices. */
    public NetDevice withUppers(List<DeviceLocation> now) {
        return new NetDevice(
                index,
                name,
                kind,
                address,
                broadcast,
                mtu,
                up,
                carrier,
                multicastFlag,
                arp,
                promiscuous,
                allMulticast,
                operState,
                master,
                queueLength,
                group,
                counters,
                alias,
                activated,
                carrierChanges,
                now);
    }

    /** The bridge this is, if it is one. */
    public Optional<BridgeState> bridge() {
        return kind instanceof DeviceKind.Bridge bridge ? Optional.of(bridge.state()) : Optional.empty();
    }

    /** The same bridge in another state. */
    public NetDevice with(BridgeState now) {
        return withKind(new DeviceKind.Bridge(now));
    }
}
