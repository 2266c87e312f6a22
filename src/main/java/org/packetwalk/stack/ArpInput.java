package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketType;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.neigh.NeighborKey;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.sysctl.Ipv4Conf;
import org.packetwalk.kernel.sysctl.NeighborConf;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.packet.ArpMessage;
import org.packetwalk.packet.ArpOperation;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.NeighborEvent;
import org.packetwalk.trace.NeighborEvent.ArpVerdict;
import org.packetwalk.trace.Stage;

/** Takes ARP messages: answers, learns, or keeps silent ({@code arp_rcv}, {@code arp_process}). */
final class ArpInput {

    /** Milliseconds of a clock tick, in which some settings are given ({@code USER_HZ}). */
    private static final int MILLIS_PER_TICK = 10;

    private ArpInput() {}

    /** {@code arp_rcv}. */
    static void receive(Walk walk, HostId host, SkBuff skb) {
        NetDevice device = walk.device(host, skb.device());
        if (!device.arp() || skb.type() == PacketType.OTHERHOST || skb.type() == PacketType.LOOPBACK) {
            Drop.consume(walk, host, skb, Stage.RECEIVE);
            return;
        }
        walk.run(
                KernelFunction.ARP_PROCESS,
                () -> process(walk, host, skb, device, skb.packet().arp(), false));
    }

    /** {@code neigh_proxy_process} and {@code parp_redo}: a request that waited is answered for another host now. */
    static void again(Walk walk, HostId host, SkBuff skb) {
        walk.run(KernelFunction.NEIGH_PROXY_PROCESS, () -> {
            Optional<NetDevice> device = walk.host(host).device(skb.device());
            if (device.isEmpty() || !device.get().up()) {
                Drop.packet(
                        walk, host, skb, DropReason.NOT_SPECIFIED, KernelFunction.NEIGH_PROXY_PROCESS, Stage.RECEIVE);
                return;
            }
            walk.run(
                    KernelFunction.ARP_PROCESS,
                    () -> process(walk, host, skb, device.get(), skb.packet().arp(), true));
        });
    }

    private static void process(
            Walk walk, HostId host, SkBuff skb, NetDevice device, ArpMessage message, boolean waited) {
        Ipv4Address sender = message.senderIp();
        Ipv4Address target = message.targetIp();
        int index = device.index();
        var sysctls = walk.host(host).sysctls();
        boolean request = message.operation().equals(ArpOperation.REQUEST);
        if (target.isMulticast()
                || target.isLoopback() && !sysctls.either(index, Ipv4Conf.ROUTE_LOCALNET)
                || sender.equals(target) && sysctls.either(index, Ipv4Conf.DROP_GRATUITOUS_ARP)) {
            verdict(walk, host, skb, device, message, ArpVerdict.DROPPED, "route_localnet");
            Drop.packet(walk, host, skb, DropReason.NOT_SPECIFIED, KernelFunction.ARP_PROCESS, Stage.RECEIVE);
            return;
        }
        if (sender.isAny()) {
            boolean answered = request
                    && Fib.addressType(walk, host, skb, target, Stage.RECEIVE) == RouteType.LOCAL
                    && !ignored(walk, host, device, sender, target);
            verdict(
                    walk,
                    host,
                    skb,
                    device,
                    message,
                    answered ? ArpVerdict.ANSWERED : ArpVerdict.IGNORED,
                    "arp_ignore");
            if (answered) {
                answer(walk, host, device, message);
            }
            Drop.consume(walk, host, skb, Stage.RECEIVE);
            return;
        }
        if (request && asked(walk, host, skb, device, message, waited)) {
            return;
        }
        learn(walk, host, skb, device, message);
        Drop.consume(walk, host, skb, Stage.RECEIVE);
    }

    /** A request whose target can be routed; answers whether it is dealt with. */
    private static boolean asked(
            Walk walk, HostId host, SkBuff skb, NetDevice device, ArpMessage message, boolean waited) {
        FlowKey flow = FlowKey.input(message.targetIp(), message.senderIp(), device.index());
        InputRoute.Answer route = InputRoute.noref(walk, host, skb, flow, false);
        if (route.refused() || route.entry().input() == DestinationEntry.InputFunction.IP_ERROR) {
            return false;
        }
        if (route.entry().local()) {
            boolean silent = ignored(walk, host, device, message.senderIp(), message.targetIp());
            boolean filtered = !silent
                    && walk.host(host).sysctls().either(device.index(), Ipv4Conf.ARP_FILTER)
                    && filtered(walk, host, skb, device, message);
            ArpVerdict verdict = silent || filtered ? ArpVerdict.IGNORED : ArpVerdict.ANSWERED;
            verdict(walk, host, skb, device, message, verdict, filtered ? "arp_filter" : "arp_ignore");
            if (verdict == ArpVerdict.ANSWERED) {
                learnSender(walk, host, skb, device, message);
                answer(walk, host, device, message);
            }
            Drop.consume(walk, host, skb, Stage.RECEIVE);
            return true;
        }
        if (route.entry().input() != DestinationEntry.InputFunction.IP_FORWARD
                || !proxies(walk.host(host), device.index(), route.entry().device(), message.targetIp())) {
            return false;
        }
        verdict(walk, host, skb, device, message, ArpVerdict.PROXIED, "proxy_arp");
        learnSender(walk, host, skb, device, message);
        int delay =
                NeighborOutput.conf(walk, host, device, Ipv4Address.ANY, NeighborConf.PROXY_DELAY) * MILLIS_PER_TICK;
        if (waited || skb.type() == PacketType.HOST || delay == 0) {
            answer(walk, host, device, message);
            Drop.consume(walk, host, skb, Stage.RECEIVE);
        } else {
            walk.arm(walk.now().plusMillis(walk.random(delay)), new Timer.ProxyAnswer(host, skb));
        }
        return true;
    }

    /** Whether a request is answered for another host ({@code arp_fwd_proxy}, {@code arp_fwd_pvlan}, {@code pneigh_lookup}). */
    private static boolean proxies(NetNamespace ns, int device, int output, Ipv4Address target) {
        if (output == device) {
            return ns.sysctls().either(device, Ipv4Conf.PROXY_ARP_PVLAN);
        }
        int medium = ns.sysctls().conf(device, Ipv4Conf.MEDIUM_ID);
        int outputMedium = ns.sysctls().conf(output, Ipv4Conf.MEDIUM_ID);
        boolean otherMedium = medium == 0 || medium != -1 && outputMedium != medium && outputMedium != -1;
        return ns.sysctls().either(device, Ipv4Conf.PROXY_ARP) && otherMedium
                || ns.neighbors().answersFor(new NeighborKey(device, target));
    }

    private static void verdict(
            Walk walk,
            HostId host,
            SkBuff skb,
            NetDevice device,
            ArpMessage message,
            ArpVerdict verdict,
            String decidedBy) {
        walk.emit(new NeighborEvent.ArpReceived(walk.head(host, skb), device.name(), message, verdict, decidedBy));
    }

    private static void answer(Walk walk, HostId host, NetDevice device, ArpMessage message) {
        ArpOutput.send(
                walk,
                host,
                device,
                ArpOperation.REPLY,
                message.senderMac(),
                device.address(),
                message.targetIp(),
                message.senderMac(),
                message.senderIp());
    }

    /** {@code arp_ignore}: whether a request for one of our addresses is not answered on this device. */
    private static boolean ignored(Walk walk, HostId host, NetDevice device, Ipv4Address sender, Ipv4Address target) {
        NetNamespace ns = walk.host(host);
        return switch (ns.sysctls().highest(device.index(), Ipv4Conf.ARP_IGNORE)) {
            case 1 -> !ArpAddresses.confirm(ns, device.index(), Ipv4Address.ANY, target, false);
            case 2 -> !ArpAddresses.confirm(ns, device.index(), sender, target, false);
            case 3 -> !ArpAddresses.confirm(ns, 0, Ipv4Address.ANY, target, true);
            case 8 -> true;
            default -> false;
        };
    }

    /** {@code arp_filter}: the way back must leave by the same device. */
    private static boolean filtered(Walk walk, HostId host, SkBuff skb, NetDevice device, ArpMessage message) {
        FlowKey back = FlowKey.output(message.senderIp()).withSource(message.targetIp());
        OutputRoute.Answer route = OutputRoute.flow(walk, host, skb, back);
        if (route.refused()) {
            return true;
        }
        if (route.entry().device() != device.index()) {
            walk.count(host, SnmpCounter.TCP_EXT_ARP_FILTER);
            return true;
        }
        return false;
    }

    /** {@code neigh_event_ns}: whoever asks tells its own address. */
    private static void learnSender(Walk walk, HostId host, SkBuff skb, NetDevice device, ArpMessage message) {
        walk.run(KernelFunction.NEIGH_EVENT_NS, () -> {
            NeighborEntry entry = NeighborOutput.findOrCreate(walk, host, skb, device, message.senderIp());
            NeighborUpdate.apply(walk, host, device, skb, entry.key(), message.senderMac(), NudState.STALE, true);
        });
    }

    /** {@code arp_accept}: whether an unasked message may make a new entry. */
    private static boolean accepts(NetNamespace ns, int device, Ipv4Address sender) {
        return switch (ns.sysctls().highest(device, Ipv4Conf.ARP_ACCEPT)) {
            case 0 -> false;
            case 2 ->
                ns.addresses().of(device).stream()
                        .anyMatch(address -> address.subnet().contains(sender));
            default -> true;
        };
    }

    private static boolean isUnicast(Walk walk, HostId host, SkBuff skb, ArpMessage message) {
        return Fib.addressType(walk, host, skb, message.senderIp(), Stage.RECEIVE) == RouteType.UNICAST;
    }

    /** An answer, or a request for somebody else: updates an entry that exists. */
    private static void learn(Walk walk, HostId host, SkBuff skb, NetDevice device, ArpMessage message) {
        NeighborKey key = NeighborOutput.key(device, message.senderIp());
        Optional<NeighborEntry> found = walk.neighbor(host, key);
        boolean accepting = accepts(walk.host(host), device.index(), message.senderIp());
        boolean reply = message.operation().equals(ArpOperation.REPLY);
        boolean told = message.senderIp().equals(message.targetIp())
                && (!reply || message.targetMac().equals(message.senderMac()));
        boolean gratuitous = told && (found.isPresent() || accepting) && isUnicast(walk, host, skb, message);
        if (found.isEmpty() && accepting && (gratuitous || reply && !told && isUnicast(walk, host, skb, message))) {
            found = Optional.of(NeighborOutput.create(walk, host, skb, device, message.senderIp()));
        }
        verdict(walk, host, skb, device, message, found.isPresent() ? ArpVerdict.LEARNED : ArpVerdict.IGNORED, "");
        if (found.isEmpty()) {
            return;
        }
        NeighborEntry entry = found.get();
        long locked = walk.host(host).sysctls().neighbor(device.index(), NeighborConf.LOCKTIME) * 10_000_000L;
        boolean override = gratuitous || walk.now().since(entry.updated()) > locked;
        NudState wanted = reply && skb.type() == PacketType.HOST ? NudState.REACHABLE : NudState.STALE;
        NeighborUpdate.apply(walk, host, device, skb, key, message.senderMac(), wanted, override);
    }
}
