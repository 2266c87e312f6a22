package org.packetwalk.session;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.netfilter.Chain;
import org.packetwalk.kernel.netfilter.FilterTable;
import org.packetwalk.kernel.netfilter.TableName;
import org.packetwalk.kernel.route.InterfaceAddress;
import org.packetwalk.kernel.route.Route;
import org.packetwalk.kernel.route.RoutingRule;
import org.packetwalk.kernel.route.RuleAction;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.packet.Header;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.packet.UdpHeader;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.Stopped;
import org.packetwalk.sim.World;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.trace.PacketEvent;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.TraceEvent;

/**
 * Looks for the smallest change after which a command succeeds that has failed: each one that comes into question is made in
 * a world of its own, and the command is run there again. What is proposed was seen to help.
 */
public final class Remedies {
    private static final int MOST_TRIED = 24;

    private final Executor executor;

    /**
     * A change that helps.
     *
     * @param host where
     * @param command what
     * @param printed the last line the command that failed prints after it, empty if it prints nothing
     */
    public record Remedy(HostId host, String command, String printed) {}

    /** A change that comes into question. */
    private record Candidate(HostId host, String command) {}

    /** Changes are made and commands run by {@code executor}. */
    public Remedies(Executor executor) {
        this.executor = executor;
    }

    /**
     * The first change that helps, the likeliest tried first.
     *
     * @param run the command that failed
     * @param failure the event with which it did
     * @param watch is given each event of what is tried; if it throws {@link Stopped}, the search ends with that
     */
    public Optional<Remedy> find(CommandRun run, Snapshot failure, SnapshotSink watch) {
        Set<Candidate> candidates = candidates(run.before(), failure.event());
        Trial trial = new Trial(watch);
        return candidates.stream()
                .limit(MOST_TRIED)
                .flatMap(candidate -> tried(run, failure.event(), candidate, trial).stream())
                .findFirst();
    }

    /** Hands on the events of a trial; a command that was stopped only ends early, and the whole search is meant. */
    private static final class Trial implements SnapshotSink {
        private final SnapshotSink watch;
        private final List<TraceEvent> events = new ArrayList<>();
        private boolean stopped;

        Trial(SnapshotSink watch) {
            this.watch = watch;
        }

        @Override
        public void accept(Snapshot snapshot) {
            events.add(snapshot.event());
            try {
                watch.accept(snapshot);
            } catch (Stopped asked) {
                stopped = true;
                throw asked;
            }
        }

        void goOn() {
            events.clear();
            if (stopped) {
                throw new Stopped();
            }
        }
    }

    private Optional<Remedy> tried(CommandRun run, TraceEvent failure, Candidate candidate, Trial trial) {
        Executor.Execution change = executor.execute(run.before(), candidate.host(), candidate.command(), trial);
        trial.goOn();
        if (change.exit() != 0) {
            return Optional.empty();
        }
        Executor.Execution again = executor.execute(change.after(), run.host(), run.line(), trial);
        boolean gone = trial.events.stream().noneMatch(event -> sameFailure(event, failure));
        trial.goOn();
        if (again.exit() != 0 || !gone) {
            return Optional.empty();
        }
        String printed = again.stdout()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((first, second) -> answer(first) ? first : second)
                .orElse("");
        return Optional.of(new Remedy(candidate.host(), candidate.command(), printed));
    }

    private static boolean answer(String line) {
        return line.contains("bytes from") || line.startsWith("<");
    }

    private static boolean sameFailure(TraceEvent event, TraceEvent failure) {
        if (!event.head().host().equals(failure.head().host())) {
            return false;
        }
        if (event instanceof PacketEvent.Dropped one && failure instanceof PacketEvent.Dropped other) {
            return one.reason() == other.reason() && !one.harmless();
        }
        return event instanceof RouteEvent.Routed one
                && failure instanceof RouteEvent.Routed other
                && one.errno() != Errno.OK
                && one.errno() == other.errno();
    }

    private static Set<Candidate> candidates(World world, TraceEvent failure) {
        var candidates = new LinkedHashSet<Candidate>();
        HostId host = failure.head().host();
        Optional<NetNamespace> there = world.machine().find(host);
        if (there.isEmpty()) {
            return candidates;
        }
        down(there.get(), candidates);
        if (failure instanceof PacketEvent.Dropped dropped) {
            dropped(dropped, there.get(), candidates);
        }
        if (failure instanceof RouteEvent.Routed routed && routed.errno() != Errno.OK) {
            settings(failure.head().skb().deviceName(), host, candidates);
            refusing(there.get(), candidates);
        }
        world.machine().hosts().values().forEach(other -> down(other, candidates));
        Ipv4Address towards = towards(failure);
        if (!towards.isAny()) {
            routes(world, there.get(), towards, candidates);
        }
        return candidates;
    }

    private static void dropped(PacketEvent.Dropped dropped, NetNamespace host, Set<Candidate> candidates) {
        SkBuff skb = dropped.head().skb();
        settings(skb.deviceName(), host.id(), candidates);
        if (dropped.reason() == DropReason.NETFILTER_DROP) {
            boolean six = skb.packet().has(Ipv6Header.class) && !skb.packet().has(Ipv4Header.class);
            String tool = six ? "ip6tables" : "iptables";
            host.netfilter().rules(six).tables().forEach(table -> filters(tool, table, host.id(), candidates));
        }
        if (dropped.reason() == DropReason.NO_SOCKET) {
            for (Header header : skb.packet().headers()) {
                listener(header, host.id(), candidates);
            }
        }
    }

    /** Rules that drop, by their numbers, and policies that do. */
    private static void filters(String tool, FilterTable table, HostId host, Set<Candidate> candidates) {
        String command = tool
                + (table.name() == TableName.FILTER ? "" : " -t " + table.name().label());
        for (Chain chain : table.chains()) {
            for (int i = 0; i < chain.rules().size(); i++) {
                String target = chain.rules().get(i).target().name();
                if (target.equals("DROP") || target.equals("REJECT")) {
                    candidates.add(new Candidate(host, command + " -D " + chain.name() + " " + (i + 1)));
                }
            }
            if (chain.drops()) {
                candidates.add(new Candidate(host, command + " -P " + chain.name() + " ACCEPT"));
            }
        }
    }

    private static void listener(Header header, HostId host, Set<Candidate> candidates) {
        if (header instanceof TcpHeader tcp) {
            candidates.add(new Candidate(host, "python3 -m http.server " + tcp.destinationPort() + " &"));
            candidates.add(new Candidate(host, "nc -l -p " + tcp.destinationPort() + " &"));
        }
        if (header instanceof UdpHeader udp) {
            candidates.add(new Candidate(host, "nc -u -l -p " + udp.destinationPort() + " &"));
        }
    }

    /** Settings by which a host refuses what it could take. */
    private static void settings(String device, HostId host, Set<Candidate> candidates) {
        candidates.add(new Candidate(host, "sysctl -w net.ipv4.ip_forward=1"));
        for (String key : List.of("rp_filter=0", "rp_filter=2", "route_localnet=1", "accept_local=1")) {
            if (!device.isEmpty()) {
                candidates.add(new Candidate(host, "sysctl -w net.ipv4.conf." + device + "." + key));
            }
            candidates.add(new Candidate(host, "sysctl -w net.ipv4.conf.all." + key));
        }
    }

    /** Routes and rules that refuse. */
    private static void refusing(NetNamespace host, Set<Candidate> candidates) {
        for (TableId table : host.routing().tables()) {
            for (Route route : host.routing().routes(table)) {
                if (route.type().rejects()) {
                    String prefix = route.prefix().length() == 0
                            ? "default"
                            : route.prefix().toString();
                    candidates.add(new Candidate(
                            host.id(),
                            "ip route del " + route.type().word() + " " + prefix + " table " + table.word()));
                }
            }
        }
        for (RoutingRule rule : host.routing().rules()) {
            if (rule.action() != RuleAction.LOOKUP && rule.action() != RuleAction.NOP) {
                candidates.add(new Candidate(host.id(), "ip rule del pref " + rule.priority()));
            }
        }
    }

    /** Devices that are down. */
    private static void down(NetNamespace host, Set<Candidate> candidates) {
        for (NetDevice device : host.devices().all()) {
            if (!device.up()) {
                candidates.add(new Candidate(host.id(), "ip link set " + device.name() + " up"));
            }
        }
    }

    /** Routes over a neighbour on a common link. */
    private static void routes(World world, NetNamespace host, Ipv4Address towards, Set<Candidate> candidates) {
        for (NetDevice device : host.devices().all()) {
            for (InterfaceAddress address : host.addresses().of(device.index())) {
                for (NetNamespace other : world.machine().hosts().values()) {
                    if (!other.id().equals(host.id())) {
                        gateways(other, address)
                                .forEach(gateway -> candidates.add(
                                        new Candidate(host.id(), "ip route add " + towards + " via " + gateway)));
                    }
                }
            }
        }
    }

    private static List<Ipv4Address> gateways(NetNamespace other, InterfaceAddress link) {
        return other.devices().all().stream()
                .flatMap(device -> other.addresses().of(device.index()).stream())
                .map(InterfaceAddress::address)
                .filter(address -> link.subnet().length() < 32 && link.subnet().contains(address))
                .filter(address -> !address.isLoopback())
                .toList();
    }

    private static Ipv4Address towards(TraceEvent failure) {
        if (failure instanceof RouteEvent.Routed routed) {
            return routed.decision().query().flow().destination();
        }
        return failure.head().skb().packet().headers().stream()
                .filter(Ipv4Header.class::isInstance)
                .map(header -> ((Ipv4Header) header).destination())
                .findFirst()
                .orElse(Ipv4Address.ANY);
    }
}
