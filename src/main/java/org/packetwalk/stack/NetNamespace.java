package org.packetwalk.stack;

import java.util.Optional;

import org.pcollections.TreePMap;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SnmpCounters;
import org.packetwalk.kernel.device.DeviceTable;
import org.packetwalk.kernel.device.MulticastGroups;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.neigh.NeighborTable;
import org.packetwalk.kernel.netfilter.Netfilter;
import org.packetwalk.kernel.route.InterfaceAddresses;
import org.packetwalk.kernel.route.NexthopObjects;
import org.packetwalk.kernel.route.RouteMemory;
import org.packetwalk.kernel.route.RoutingState;
import org.packetwalk.kernel.route.RoutingTables;
import org.packetwalk.kernel.route6.Ipv6Device;
import org.packetwalk.kernel.route6.Ipv6Network;
import org.packetwalk.kernel.socket.SocketTable;
import org.packetwalk.kernel.sysctl.SysctlTable;

/**
 * A host as the kernel sees it: a network namespace with all its tables, as a value.
 *
 * @param id its name
 * @param devices its devices
 * @param addresses the IPv4 addresses of its devices
 * @param routing its rules and routing tables
 * @param nexthops its nexthop objects
 * @param neighbors its ARP entries
 * @param sockets its open sockets
 * @param sysctls its settings
 * @param counters its protocol counters
 * @param fragments datagrams not yet whole
 * @param peers the numbers ({@code netnsid}) by which it knows other namespaces
 * @param memory what its routes remember
 * @param groups the multicast groups it has joined
 * @param limits how many ICMP errors it may still send
 * @param netfilter its packet filter
 * @param ipv6 its IPv6 addresses, rules, tables and what they learnt
 * @param lastIndex the highest ifindex ever given
 */
public record NetNamespace(
        HostId id,
        DeviceTable devices,
        InterfaceAddresses addresses,
        RoutingTables routing,
        NexthopObjects nexthops,
        NeighborTable neighbors,
        SocketTable sockets,
        SysctlTable sysctls,
        SnmpCounters counters,
        FragmentQueues fragments,
        TreePMap<HostId, Integer> peers,
        RouteMemory memory,
        MulticastGroups groups,
        IcmpLimits limits,
        Netfilter netfilter,
        Ipv6Network ipv6,
        int lastIndex) {

    /** A new namespace: lo alone, down and without addresses; three rules; empty tables. */
    public static NetNamespace create(HostId id) {
        return new NetNamespace(
                id,
                DeviceTable.EMPTY.with(NetDevice.loopback()),
                InterfaceAddresses.NONE,
                RoutingTables.INITIAL,
                NexthopObjects.NONE,
                NeighborTable.EMPTY,
                SocketTable.EMPTY,
                SysctlTable.fresh().withDevice(NetDevice.LOOPBACK_INDEX, true),
                SnmpCounters.ZERO,
                FragmentQueues.EMPTY,
                TreePMap.empty(),
                RouteMemory.NONE,
                MulticastGroups.NONE,
                IcmpLimits.FRESH,
                Netfilter.NONE,
                Ipv6Network.INITIAL.with(Ipv6Device.created(NetDevice.LOOPBACK_INDEX)),
                NetDevice.LOOPBACK_INDEX);
    }

    /** The device with an ifindex, if there is one. */
    public Optional<NetDevice> device(int index) {
        return devices.find(index);
    }

    /** With other {@link #devices}. */
    public NetNamespace withDevices(DeviceTable now) {
        return new NetNamespace(
                id, now, addresses, routing, nexthops, neighbors, sockets, sysctls, counters, fragments, peers, memory,
                groups, limits, netfilter, ipv6, lastIndex);
    }

    /** With other {@link #addresses}; sockets look their routes up again ({@code rt_cache_flush}). */
    public NetNamespace withAddresses(InterfaceAddresses now) {
        return new NetNamespace(
                id,
                devices,
                now,
                routing,
                nexthops,
                neighbors,
                sockets.doubting(),
                sysctls,
                counters,
                fragments,
                peers,
                memory.of(routing),
                groups,
                limits,
                netfilter,
                ipv6,
                lastIndex);
    }

    /** With other {@link #routing}; sockets look their routes up again ({@code rt_cache_flush}). */
    public NetNamespace withRouting(RoutingTables now) {
        return new NetNamespace(
                id,
                devices,
                addresses,
                now,
                nexthops,
                neighbors,
                sockets.doubting(),
                sysctls,
                counters,
                fragments,
                peers,
                memory.of(now),
                groups,
                limits,
                netfilter,
                ipv6,
                lastIndex);
    }

    /** With other {@link #neighbors}. */
    public NetNamespace withNeighbors(NeighborTable now) {
        return new NetNamespace(
                id, devices, addresses, routing, nexthops, now, sockets, sysctls, counters, fragments, peers, memory,
                groups, limits, netfilter, ipv6, lastIndex);
    }

    /** With other {@link #sockets}. */
    public NetNamespace withSockets(SocketTable now) {
        return new NetNamespace(
                id, devices, addresses, routing, nexthops, neighbors, now, sysctls, counters, fragments, peers, memory,
                groups, limits, netfilter, ipv6, lastIndex);
    }

    /** With other {@link #sysctls}. */
    public NetNamespace withSysctls(SysctlTable now) {
        return new NetNamespace(
                id, devices, addresses, routing, nexthops, neighbors, sockets, now, counters, fragments, peers, memory,
                groups, limits, netfilter, ipv6, lastIndex);
    }

    /** With other {@link #counters}. */
    public NetNamespace withCounters(SnmpCounters now) {
        return new NetNamespace(
                id, devices, addresses, routing, nexthops, neighbors, sockets, sysctls, now, fragments, peers, memory,
                groups, limits, netfilter, ipv6, lastIndex);
    }

    /** With other {@link #fragments}. */
    public NetNamespace withFragments(FragmentQueues now) {
        return new NetNamespace(
                id, devices, addresses, routing, nexthops, neighbors, sockets, sysctls, counters, now, peers, memory,
                groups, limits, netfilter, ipv6, lastIndex);
    }

    /** With other {@link #peers}. */
    public NetNamespace withPeers(TreePMap<HostId, Integer> now) {
        return new NetNamespace(
                id, devices, addresses, routing, nexthops, neighbors, sockets, sysctls, counters, fragments, now,
                memory, groups, limits, netfilter, ipv6, lastIndex);
    }

    /** With other {@link #memory}. */
    public NetNamespace withMemory(RouteMemory now) {
        return new NetNamespace(
                id, devices, addresses, routing, nexthops, neighbors, sockets, sysctls, counters, fragments, peers, now,
                groups, limits, netfilter, ipv6, lastIndex);
    }

    /** With other {@link #groups}. */
    public NetNamespace withGroups(MulticastGroups now) {
        return new NetNamespace(
                id, devices, addresses, routing, nexthops, neighbors, sockets, sysctls, counters, fragments, peers,
                memory, now, limits, netfilter, ipv6, lastIndex);
    }

    /** With other {@link #limits}. */
    public NetNamespace withLimits(IcmpLimits now) {
        return new NetNamespace(
                id, devices, addresses, routing, nexthops, neighbors, sockets, sysctls, counters, fragments, peers,
                memory, groups, now, netfilter, ipv6, lastIndex);
    }

    /** With other {@link #netfilter}. */
    public NetNamespace withNetfilter(Netfilter now) {
        return new NetNamespace(
                id, devices, addresses, routing, nexthops, neighbors, sockets, sysctls, counters, fragments, peers,
                memory, groups, limits, now, ipv6, lastIndex);
    }

    /** With other {@link #ipv6}. */
    public NetNamespace withIpv6(Ipv6Network now) {
        return new NetNamespace(
                id, devices, addresses, routing, nexthops, neighbors, sockets, sysctls, counters, fragments, peers,
                memory, groups, limits, netfilter, now, lastIndex);
    }

    /** With an IPv6 device added or changed. */
    public NetNamespace with(Ipv6Device device) {
        return withIpv6(ipv6.with(device));
    }

    /** With other {@link #lastIndex}. */
    public NetNamespace withLastIndex(int now) {
        return new NetNamespace(
                id, devices, addresses, routing, nexthops, neighbors, sockets, sysctls, counters, fragments, peers,
                memory, groups, limits, netfilter, ipv6, now);
    }

    /** What address and link events change together. */
    public RoutingState routingState() {
        return new RoutingState(routing, addresses, nexthops);
    }

    /** With tables, addresses and nexthop objects after an address or link event. */
    public NetNamespace with(RoutingState now) {
        boolean same = now.tables() == routing && now.addresses() == addresses && now.nexthops() == nexthops;
        return new NetNamespace(
                id,
                devices,
                now.addresses(),
                now.tables(),
                now.nexthops(),
                neighbors,
                same ? sockets : sockets.doubting(),
                sysctls,
                counters,
                fragments,
                peers,
                same ? memory : memory.of(now.tables()),
                groups,
                limits,
                netfilter,
                ipv6,
                lastIndex);
    }
}
