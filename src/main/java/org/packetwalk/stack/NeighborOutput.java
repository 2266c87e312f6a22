package org.packetwalk.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Check;
import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.Field;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.neigh.NeighborDecision;
import org.packetwalk.kernel.neigh.NeighborDecision.Kind;
import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.neigh.NeighborKey;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.sysctl.NeighborConf;
import org.packetwalk.net.EtherType;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.MacAddress;
import org.packetwalk.packet.EthernetHeader;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.NeighborEvent;
import org.packetwalk.trace.Stage;

/** Finds the hardware address of the next hop and writes the link header ({@code net/core/neighbour.c}). */
final class NeighborOutput {

    /** Bytes a waiting packet counts for beside its data ({@code skb->truesize}). */
    private static final int BUFFER_OVERHEAD = 768;

    private NeighborOutput() {}

    /** {@code ip_neigh_for_gw} and {@code neigh_output}. */
    static Errno send(Walk walk, HostId host, SkBuff skb, NetDevice device) {
        Ipv4Address nextHop = skb.route().nextHop(skb.packet().ipv4().destination());
        return output(walk, host, skb, device, findOrCreate(walk, host, skb, device, nextHop));
    }

    /** {@code neigh_output}: by an entry that is there. */
    static Errno output(Walk walk, HostId host, SkBuff skb, NetDevice device, NeighborEntry entry) {
        NudState state = entry.state();
        if (state.connected()) {
            resolved(walk, host, skb, device, entry, state == NudState.NOARP ? Kind.NOARP : Kind.KNOWN);
            return DeviceTransmit.queue(walk, host, withHeader(skb, device, entry.lladdr()), device.index())
                    .errno();
        }
        NeighborKey key = entry.key();
        boolean usable =
                walk.call(KernelFunction.NEIGH_RESOLVE_OUTPUT, () -> eventSend(walk, host, device, key, skb, true));
        if (usable) {
            NeighborEntry now = walk.neighbor(host, key).orElseThrow();
            resolved(walk, host, skb, device, now, Kind.KNOWN);
            return DeviceTransmit.queue(walk, host, withHeader(skb, device, now.lladdr()), device.index())
                    .errno();
        }
        return Errno.OK;
    }

    private static void resolved(Walk walk, HostId host, SkBuff skb, NetDevice device, NeighborEntry entry, Kind kind) {
        NeighborDecision decision = new NeighborDecision(
                entry.key(),
                List.of(new Check(
                        Field.STATE, "a hardware address", entry.state().name(), true)),
                new NeighborDecision.Outcome(kind, entry.state(), entry.lladdr()));
        walk.emit(new NeighborEvent.Resolved(walk.head(host, skb), device.name(), decision));
    }

    /** The packet with the link header for a neighbour. */
    static SkBuff withHeader(SkBuff skb, NetDevice device, MacAddress destination) {
        EtherType type = skb.packet().has(Ipv6Header.class) ? EtherType.IPV6 : EtherType.IPV4;
        return skb.withFrame(skb.packet().push(new EthernetHeader(destination, device.address(), type)));
    }

    /** {@code __ipv4_neigh_lookup_noref}, else {@code ___neigh_create}. */
    static NeighborEntry findOrCreate(Walk walk, HostId host, SkBuff skb, NetDevice device, IpAddress address) {
        NeighborKey key = key(device, address);
        return walk.neighbor(host, key).orElseGet(() -> create(walk, host, skb, device, address));
    }

    /** A loopback device has one entry for all IPv4 addresses. */
    static NeighborKey key(NetDevice device, IpAddress address) {
        boolean common = device.isLoopback() && address instanceof Ipv4Address;
        return new NeighborKey(device.index(), common ? Ipv4Address.ANY : address);
    }

    /** {@code ___neigh_create} with {@code arp_constructor} or {@code ndisc_constructor}. */
    static NeighborEntry create(Walk walk, HostId host, SkBuff skb, NetDevice device, IpAddress address) {
        return walk.call(KernelFunction.___NEIGH_CREATE, () -> {
            walk.emit(new NeighborEvent.Created(walk.head(host, skb), device.name(), address));
            NeighborKey key = key(device, address);
            Optional<NeighborEntry> there = walk.neighbor(host, key);
            if (there.isPresent()) {
                return there.get();
            }
            RouteType type = address instanceof Ipv6Address
                    ? address.isMulticast() ? RouteType.MULTICAST : RouteType.UNICAST
                    : walk.call(
                            KernelFunction.ARP_CONSTRUCTOR,
                            () -> Fib.addressType(walk, host, skb, (Ipv4Address) key.address(), Stage.NEIGHBOR));
            NeighborEntry entry = NeighborEntry.created(key, NudState.NONE, MacAddress.ZERO, walk.now());
            if (type == RouteType.MULTICAST) {
                entry = entry.in(NudState.NOARP, 0, NeighborEntry.NO_TIMER).withLladdr(groupMac(key.address()));
            } else if (device.isLoopback() || !device.arp()) {
                entry = entry.in(NudState.NOARP, 0, NeighborEntry.NO_TIMER).withLladdr(device.address());
            } else if (type == RouteType.BROADCAST) {
                entry = entry.in(NudState.NOARP, 0, NeighborEntry.NO_TIMER).withLladdr(device.broadcast());
            }
            walk.update(host, entry);
            return entry;
        });
    }

    /**
     * {@code __neigh_event_send}: a packet wants to use an entry that is not surely valid.
     *
     * @return whether the packet can be sent now; if not it waits, or was dropped
     */
    static boolean eventSend(
            Walk walk, HostId host, NetDevice device, NeighborKey key, SkBuff skb, boolean immediately) {
        NeighborEntry before = walk.neighbor(host, key).orElseThrow();
        if (before.state().connected() || before.state() == NudState.DELAY || before.state() == NudState.PROBE) {
            return true;
        }
        return walk.call(KernelFunction.__NEIGH_EVENT_SEND, () -> {
            if (nobodyMayBeAsked(walk, host, device, key.address())
                    && !before.state().valid()
                    && before.state() != NudState.INCOMPLETE) {
                walk.update(host, before.in(NudState.FAILED, 0, NeighborEntry.NO_TIMER));
                Drop.packet(
                        walk, host, skb, DropReason.NEIGH_FAILED, KernelFunction.__NEIGH_EVENT_SEND, Stage.NEIGHBOR);
                return false;
            }
            boolean usable = walk.withoutBottomHalves(() -> use(walk, host, device, before, skb, immediately));
            NeighborEntry after = walk.neighbor(host, key).orElse(before);
            walk.emit(new NeighborEvent.EventSent(
                    walk.head(host, skb), device.name(), key.address(), after.state(), after.lladdr()));
            return usable;
        });
    }

    private static boolean nobodyMayBeAsked(Walk walk, HostId host, NetDevice device, IpAddress address) {
        return conf(walk, host, device, address, NeighborConf.MCAST_SOLICIT)
                        + conf(walk, host, device, address, NeighborConf.APP_SOLICIT)
                == 0;
    }

    private static boolean use(
            Walk walk, HostId host, NetDevice device, NeighborEntry before, SkBuff skb, boolean immediately) {
        NeighborEntry entry = before;
        boolean ask = false;
        if (entry.state() == NudState.STALE) {
            int delay = conf(walk, host, device, entry.key().address(), NeighborConf.DELAY_FIRST_PROBE_TIME);
            entry = NeighborTimer.set(
                    walk, host, entry.at(entry.confirmed(), walk.now(), walk.now()), NudState.DELAY, 0, delay * 1000L);
        } else if (entry.state() != NudState.INCOMPLETE) {
            int unicast = conf(walk, host, device, entry.key().address(), NeighborConf.UCAST_SOLICIT);
            ask = immediately;
            entry = NeighborTimer.set(
                    walk,
                    host,
                    entry.at(entry.confirmed(), walk.now(), walk.now()),
                    NudState.INCOMPLETE,
                    unicast,
                    ask ? NeighborTimer.retransmitMillis(walk, host, device, entry.key()) : 1);
        }
        boolean usable = entry.state() != NudState.INCOMPLETE;
        if (!usable && !skb.equals(SkBuff.NONE)) {
            wait(walk, host, device, entry, skb);
        }
        if (ask) {
            NeighborTimer.probe(walk, host, device, entry.key());
        }
        return usable;
    }

    private static void wait(Walk walk, HostId host, NetDevice device, NeighborEntry entry, SkBuff skb) {
        List<SkBuff> waiting = new ArrayList<>(entry.waiting());
        int limit = conf(walk, host, device, entry.key().address(), NeighborConf.UNRES_QLEN_BYTES);
        int bytes = waiting.stream().mapToInt(NeighborOutput::trueSize).sum();
        while (!waiting.isEmpty() && bytes + trueSize(skb) > limit) {
            SkBuff oldest = waiting.remove(0);
            bytes -= trueSize(oldest);
            Drop.packet(
                    walk, host, oldest, DropReason.NEIGH_QUEUEFULL, KernelFunction.__NEIGH_EVENT_SEND, Stage.NEIGHBOR);
        }
        waiting.add(skb);
        walk.update(host, entry.withWaiting(waiting));
        walk.emit(new NeighborEvent.Waiting(
                walk.head(host, skb), device.name(), entry.key().address(), waiting.size()));
    }

    private static int trueSize(SkBuff skb) {
        return skb.length() + BUFFER_OVERHEAD;
    }

    private static MacAddress groupMac(IpAddress group) {
        return group instanceof Ipv6Address ipv6
                ? MacAddress.multicastFor(ipv6)
                : MacAddress.multicastFor((Ipv4Address) group);
    }

    /** A setting of the neighbours of a device, of the family of an address. */
    static int conf(Walk walk, HostId host, NetDevice device, IpAddress family, NeighborConf key) {
        return family instanceof Ipv6Address
                ? walk.host(host).sysctls().ipv6Neighbor(device.index(), key)
                : walk.host(host).sysctls().neighbor(device.index(), key);
    }
}
