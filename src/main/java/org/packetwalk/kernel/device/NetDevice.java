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
 * @param addresses its hardware addresses
 * @param status whether it works
 * @param flags what its administrator switched on
 * @param settings MTU, queue, group, alias
 * @param adjacency its bridge and the devices on it
 * @param counters what it has counted
 */
public record NetDevice(
        int index,
        String name,
        DeviceKind kind,
        HardwareAddresses addresses,
        LinkStatus status,
        DeviceFlags flags,
        DeviceSettings settings,
        Adjacency adjacency,
        DeviceCounters counters) {

    /** The ifindex of lo in every namespace. */
    public static final int LOOPBACK_INDEX = 1;

    /** The MTU of lo: 64 KiB. */
    public static final int LOOPBACK_MTU = 65536;

    private static final int ETHERNET_MTU = 1500;
    private static final int QUEUE_LENGTH = 1000;

    /** {@code lo} of a new namespace: down and without addresses ({@code loopback_net_init}). */
    public static NetDevice loopback() {
        return new NetDevice(
                LOOPBACK_INDEX,
                "lo",
                new DeviceKind.Loopback(),
                new HardwareAddresses(MacAddress.ZERO, MacAddress.ZERO),
                new LinkStatus(false, false, true, 0, OperState.DOWN),
                new DeviceFlags(false, true, false, false),
                new DeviceSettings(LOOPBACK_MTU, QUEUE_LENGTH, 0, ""),
                Adjacency.NONE,
                DeviceCounters.ZERO);
    }

    /** A new Ethernet-like device that is down and has no cable yet. */
    public static NetDevice ethernet(int index, String name, DeviceKind kind, MacAddress address) {
        return fresh(index, name, kind, address, new LinkStatus(false, false, false, 1, OperState.DOWN));
    }

    /** A new Ethernet-like device that is down and needs no cable: it has a carrier from the start. */
    public static NetDevice carrying(int index, String name, DeviceKind kind, MacAddress address) {
        return fresh(index, name, kind, address, new LinkStatus(false, false, true, 0, OperState.UNKNOWN));
    }

    private static NetDevice fresh(int index, String name, DeviceKind kind, MacAddress address, LinkStatus status) {
        return new NetDevice(
                index,
                name,
                kind,
                new HardwareAddresses(address, MacAddress.BROADCAST),
                status,
                new DeviceFlags(true, true, false, false),
                new DeviceSettings(ETHERNET_MTU, QUEUE_LENGTH, 0, ""),
                Adjacency.NONE,
                DeviceCounters.ZERO);
    }

    // -- its parts by their usual names ----------------------------------------------------

    /** Its hardware address. */
    public MacAddress address() {
        return addresses.own();
    }

    /** The hardware address of everybody on its link. */
    public MacAddress broadcast() {
        return addresses.broadcast();
    }

    /** The largest IP packet in bytes. */
    public int mtu() {
        return settings.mtu();
    }

    /** {@code txqueuelen} in packets. */
    public int queueLength() {
        return settings.queueLength();
    }

    /** The interface group, 0 by default. */
    public int group() {
        return settings.group();
    }

    /** The text of {@code ip link set alias}, empty if none. */
    public String alias() {
        return settings.alias();
    }

    /** {@code IFF_UP}: switched on by the administrator. */
    public boolean up() {
        return status.up();
    }

    /** Whether there is a signal. */
    public boolean carrier() {
        return status.carrier();
    }

    /** How often the carrier came or went. */
    public int carrierChanges() {
        return status.carrierChanges();
    }

    /** The operational state. */
    public OperState operState() {
        return status.operState();
    }

    /** Whether it was ever up in this namespace. */
    public boolean activated() {
        return status.activated();
    }

    /** Whether packets can be sent now: up and with a carrier. */
    public boolean running() {
        return status.up() && status.carrier();
    }

    /** {@code IFF_MULTICAST}. */
    public boolean multicastFlag() {
        return flags.multicast();
    }

    /** Whether neighbours are resolved: not {@code IFF_NOARP}. */
    public boolean arp() {
        return flags.arp();
    }

    /** {@code IFF_PROMISC}. */
    public boolean promiscuous() {
        return flags.promiscuous();
    }

    /** {@code IFF_ALLMULTI}. */
    public boolean allMulticast() {
        return flags.allMulticast();
    }

    /** The ifindex of the bridge it is a port of, 0 if none. */
    public int master() {
        return adjacency.master();
    }

    /** The VLAN and macvlan devices that stand on it, oldest first. */
    public List<DeviceLocation> uppers() {
        return adjacency.uppers();
    }

    /** Whether this is a loopback device ({@code IFF_LOOPBACK}). */
    public boolean isLoopback() {
        return kind instanceof DeviceKind.Loopback;
    }

    /** The bridge this is, if it is one. */
    public Optional<BridgeState> bridge() {
        return kind instanceof DeviceKind.Bridge bridge ? Optional.of(bridge.state()) : Optional.empty();
    }

    // -- the same device, changed ----------------------------------------------------------

    /** The same device with other counters. */
    public NetDevice withCounters(DeviceCounters now) {
        return new NetDevice(index, name, kind, addresses, status, flags, settings, adjacency, now);
    }

    /** The same device switched on or off. */
    public NetDevice withUp(boolean now) {
        return with(status.withUp(now));
    }

    /** The same device with a signal or without, and the operational state that follows. */
    public NetDevice withCarrier(boolean now, OperState state) {
        return with(status.withCarrier(now, state));
    }

    /** The same device with another MTU in bytes. */
    public NetDevice withMtu(int now) {
        return with(settings.withMtu(now));
    }

    /** The same device with another transmit queue length in packets and interface group. */
    public NetDevice withQueue(int newQueueLength, int newGroup) {
        return with(settings.withQueue(newQueueLength, newGroup));
    }

    /** The same device with another alias. */
    public NetDevice withAlias(String now) {
        return with(settings.withAlias(now));
    }

    /** The same device with another hardware address. */
    public NetDevice withAddress(MacAddress now) {
        return with(addresses.withOwn(now));
    }

    /** The same device with another broadcast address of its link. */
    public NetDevice withBroadcast(MacAddress now) {
        return with(addresses.withBroadcast(now));
    }

    /** The same device under another name. */
    public NetDevice withName(String now) {
        return new NetDevice(index, now, kind, addresses, status, flags, settings, adjacency, counters);
    }

    /** The same device with other flags of its administrator. */
    public NetDevice withFlags(DeviceFlags now) {
        return new NetDevice(index, name, kind, addresses, status, now, settings, adjacency, counters);
    }

    /** The same device as another kind, for example with its peer elsewhere. */
    public NetDevice withKind(DeviceKind now) {
        return new NetDevice(index, name, now, addresses, status, flags, settings, adjacency, counters);
    }

    /** The same bridge in another state. */
    public NetDevice with(BridgeState now) {
        return withKind(new DeviceKind.Bridge(now));
    }

    /** The same device under another number, as in another namespace, where it has not been up yet. */
    public NetDevice withIndex(int now) {
        return new NetDevice(now, name, kind, addresses, status.neverActivated(), flags, settings, adjacency, counters);
    }

    /** The same device as a port of a bridge, 0 for none. */
    public NetDevice withMaster(int now) {
        return with(new Adjacency(now, adjacency.uppers()));
    }

    /** The same device under other devices. */
    public NetDevice withUppers(List<DeviceLocation> now) {
        return with(new Adjacency(adjacency.master(), now));
    }

    private NetDevice with(HardwareAddresses now) {
        return new NetDevice(index, name, kind, now, status, flags, settings, adjacency, counters);
    }

    private NetDevice with(LinkStatus now) {
        return new NetDevice(index, name, kind, addresses, now, flags, settings, adjacency, counters);
    }

    private NetDevice with(DeviceSettings now) {
        return new NetDevice(index, name, kind, addresses, status, flags, now, adjacency, counters);
    }

    private NetDevice with(Adjacency now) {
        return new NetDevice(index, name, kind, addresses, status, flags, settings, now, counters);
    }
}
