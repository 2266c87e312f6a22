package org.packetwalk.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.netlink.ConfigRequest;
import org.packetwalk.netlink.Configurator;
import org.packetwalk.netlink.Ipv6RouteAnswer;
import org.packetwalk.netlink.Ipv6RouteQuestion;
import org.packetwalk.netlink.RouteAnswer;
import org.packetwalk.netlink.RouteQuestion;
import org.packetwalk.sim.Process;
import org.packetwalk.sim.Simulation;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.World;
import org.packetwalk.stack.Machine;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.stack.Walk;
import org.packetwalk.trace.ExecutionContext;

/** The world while a command that takes no time works on it: what it sees and what it may change. */
public final class Computer {

    private World world;
    private final SnapshotSink sink;

    Computer(World world, SnapshotSink sink) {
        this.world = world;
        this.sink = sink;
    }

    /** The world as it is now. */
    World world() {
        return world;
    }

    /** The machine as it is now. */
    Machine machine() {
        return world.machine();
    }

    /** The names of all hosts, the newest first. */
    List<HostId> hosts() {
        return List.copyOf(machine().newest());
    }

    /** The number by which one host knows another ({@code netnsid}), -1 if it does not. */
    static int peerNumber(NetNamespace ns, HostId other) {
        Map<HostId, Integer> peers = ns.peers();
        return peers.getOrDefault(other, -1);
    }

    /** Whether a host was made with {@code ip netns add}; the one that lines without a host run on was not. */
    boolean named(HostId host) {
        return !host.equals(Shell.NO_HOST);
    }

    /** Changes the configuration of a host; answers how the kernel takes it. */
    ResultOrErrno<Errno> configure(HostId host, ConfigRequest request) {
        return walk(walk -> Configurator.apply(walk, host, request));
    }

    /** Asks a host for all its devices ({@code RTM_GETLINK}): it numbers the namespaces of far ends it has not numbered yet. */
    void askLinks(HostId host) {
        walk(walk -> {
            Configurator.tellLinks(walk, host);
            return host;
        });
    }

    /** Asks a host for the device on whose link an address is ({@code arp_ioctl}). */
    ResultOrErrno<Integer> onLink(HostId host, Ipv4Address address) {
        return walk(walk -> Configurator.onLink(walk, host, address));
    }

    /** Asks a host where a flow would go ({@code RTM_GETROUTE}). */
    ResultOrErrno<RouteAnswer> route(HostId host, RouteQuestion question) {
        return walk(walk -> Configurator.route(walk, host, question));
    }

    /** Asks the IPv6 tables of a host. */
    ResultOrErrno<Ipv6RouteAnswer> ipv6Route(HostId host, Ipv6RouteQuestion question) {
        return walk(walk -> Configurator.ipv6Route(walk, host, question));
    }

    private <T> T walk(Function<Walk, T> body) {
        World before = world;
        Walk walk = new Walk(
                world.machine(),
                (event, after) -> sink.accept(new Snapshot(before.with(after), event)),
                ExecutionContext.PROCESS,
                Simulation.DEFAULT_BUDGET);
        T answer = body.apply(walk);
        world = world.with(walk.machine());
        return answer;
    }

    /** Empties the kernel's log. */
    void clearLog() {
        world = world.with(machine().withLog(machine().log().cleared()));
    }

    /** The text files outside of /proc and /sys, by absolute path; a folder is a path that ends with a slash. */
    SortedMap<String, String> files() {
        return new TreeMap<>(world.files());
    }

    /** Writes a text file. */
    void write(String path, String text) {
        world = world.withFile(path, text);
    }

    /** Removes a file, or a folder with all that is in it. */
    void remove(String path) {
        world = world.withoutFiles(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    /** The programs that run. */
    List<Process> processes() {
        Map<Integer, Process> processes = world.processes();
        return processes.values().stream().filter(process -> !process.ended()).toList();
    }

    /** Ends a program, by SIGINT or else by SIGTERM; whether there is one of this number. */
    boolean end(int process, boolean interrupt) {
        Optional<Process> ended =
                processes().stream().filter(one -> one.pid() == process).findFirst();
        if (ended.isPresent()) {
            world = interrupt
                    ? Simulation.interrupted(world, process, sink)
                    : Simulation.terminated(world, process, sink);
        }
        return ended.isPresent();
    }
}
