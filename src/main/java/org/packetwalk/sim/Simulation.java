package org.packetwalk.sim;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.program.ProgramContext;
import org.packetwalk.program.Turn;
import org.packetwalk.stack.KernelTimers;
import org.packetwalk.stack.Machine;
import org.packetwalk.stack.SystemCalls;
import org.packetwalk.stack.Walk;
import org.packetwalk.trace.ExecutionContext;

/**
 * Lets virtual time pass: runs programs that can go on, then the next timer, then the next moment something is due. Pure:
 * the same world gives the same snapshots.
 */
public final class Simulation {

    /** Events one run may make, unless said otherwise: loops and storms end there. */
    public static final int DEFAULT_BUDGET = 10_000;

    /** The exit status of a program whose host was deleted, as of one that was terminated. */
    private static final int ENDED_WITH_ITS_HOST = 143;

    private World world;
    private final SnapshotSink sink;
    private int budget;
    private int running;

    private Simulation(World world, SnapshotSink sink, int budget) {
        this.world = world;
        this.sink = sink;
        this.budget = budget;
    }

    /**
     * Runs until a process has ended, at most until a moment. Those in the background that its last deeds woke have their turn
     * before whatever comes next, as they have while a shell starts the next program.
     */
    public static World untilEnded(World world, int pid, SimTime limit, SnapshotSink sink, int budget) {
        Simulation simulation = new Simulation(world, sink, budget);
        simulation.run(limit, now -> now.process(pid).map(Process::ended).orElse(true));
        simulation.runWoken();
        return simulation.world;
    }

    /** Runs until a moment. */
    public static World until(World world, SimTime limit, SnapshotSink sink, int budget) {
        return new Simulation(world, sink, budget).run(limit, now -> false);
    }

    /** Sends a process a signal that ends it; it stays as one that has ended. */
    public static World terminated(World world, int pid, SnapshotSink sink) {
        Simulation simulation = new Simulation(world, sink, DEFAULT_BUDGET);
        world.process(pid).filter(process -> !process.ended()).ifPresent(simulation::terminate);
        return simulation.world;
    }

    /** Sends a process what Ctrl+C sends; it stays as one that has ended. */
    public static World interrupted(World world, int pid, SnapshotSink sink) {
        Simulation simulation = new Simulation(world, sink, DEFAULT_BUDGET);
        world.process(pid)
                .filter(process -> !process.ended())
                .ifPresent(process ->
                        simulation.turn(process, context -> process.program().interrupt(context)));
        return simulation.world;
    }

    private World run(SimTime limit, Predicate<World> done) {
        while (!done.test(world) && budget > 0) {
            Optional<Process> runnable = runnable();
            if (runnable.isPresent()) {
                turn(runnable.get());
                continue;
            }
            Optional<SimTime> next = next();
            if (next.isEmpty() || limit.isBefore(next.get())) {
                if (!limit.isBefore(world.machine().now()) && !limit.equals(Turn.NEVER)) {
                    world = world.with(world.machine().at(limit));
                }
                return world;
            }
            if (world.machine().now().isBefore(next.get())) {
                world = world.with(world.machine().at(next.get()));
            }
            fireTimers();
        }
        return world;
    }

    private void runWoken() {
        Optional<Process> runnable = runnable();
        while (runnable.isPresent() && budget > 0) {
            turn(runnable.get());
            runnable = runnable();
        }
    }

    /** The process that goes on now: the foreground's first, then the one that had the last turn, then by age. */
    private Optional<Process> runnable() {
        return world.processes().values().stream()
                .filter(process -> !process.ended() && ready(process))
                .min(Comparator.comparing((Process process) -> !process.foreground())
                        .thenComparing(process -> process.pid() != running)
                        .thenComparing(Process::pid));
    }

    private boolean ready(Process process) {
        SimTime now = world.machine().now();
        if (process.last() instanceof Turn.Polling polling) {
            return !now.isBefore(polling.deadline())
                    || world.machine()
                            .find(process.host())
                            .flatMap(ns -> ns.sockets().find(polling.socket()))
                            .map(socket -> socket.readable())
                            .orElse(true);
        }
        if (process.last() instanceof Turn.Writing writing) {
            return !now.isBefore(writing.deadline())
                    || world.machine()
                            .find(process.host())
                            .flatMap(ns -> ns.sockets().find(writing.socket()))
                            .map(socket -> socket.writable())
                            .orElse(true);
        }
        return process.last() instanceof Turn.Sleeping sleeping && !now.isBefore(sleeping.until());
    }

    private Optional<SimTime> next() {
        SimTime soonest = Turn.NEVER;
        if (!world.machine().timers().isEmpty()) {
            soonest = world.machine().timers().firstKey().at();
        }
        for (Process process : world.processes().values()) {
            SimTime due = Turn.NEVER;
            if (process.last() instanceof Turn.Polling polling) {
                due = polling.deadline();
            } else if (process.last() instanceof Turn.Writing writing) {
                due = writing.deadline();
            } else if (process.last() instanceof Turn.Sleeping sleeping) {
                due = sleeping.until();
            }
            soonest = due.isBefore(soonest) ? due : soonest;
        }
        return soonest.equals(Turn.NEVER) ? Optional.empty() : Optional.of(soonest);
    }

    private void fireTimers() {
        Machine machine = world.machine();
        if (machine.timers().isEmpty()
                || machine.now().isBefore(machine.timers().firstKey().at())) {
            return;
        }
        World before = world;
        Walk walk = new Walk(
                machine,
                (event, after) -> sink.accept(new Snapshot(before.with(after), event)),
                ExecutionContext.TIMER,
                budget);
        KernelTimers.fireNext(walk);
        budget -= walk.events();
        world = world.with(walk.machine());
    }

    private void turn(Process process) {
        turn(process, context -> process.program().resume(context));
    }

    private void terminate(Process process) {
        turn(process, context -> process.program().terminate(context));
    }

    private void turn(Process process, Function<ProgramContext, Turn> body) {
        if (world.machine().find(process.host()).isEmpty()) {
            world = world.with(process.after(new Turn.Exited(ENDED_WITH_ITS_HOST), "", ""));
            return;
        }
        running = process.pid();
        Printed printed = new Printed(world, process);
        Walk walk = new Walk(
                world.machine(),
                (event, after) -> sink.accept(new Snapshot(printed.world().with(after), event)),
                ExecutionContext.PROCESS,
                budget);
        Console context = new Console(walk, process, printed);
        Turn turn = body.apply(context);
        if (turn instanceof Turn.Exited) {
            context.calls.exit();
        }
        // a turn in which nothing happens counts too, so that a program which asks again and again comes to its end
        budget -= Math.max(1, walk.events());
        world = world.with(walk.machine()).with(printed.process().after(turn, "", ""));
    }

    /** What a process prints during a turn: the worlds of the turn's events hold what was printed before them. */
    private static final class Printed {
        private final StringBuilder out = new StringBuilder();
        private final StringBuilder err = new StringBuilder();
        private final Process before;
        private World world;
        private int held;

        Printed(World world, Process before) {
            this.world = world;
            this.before = before;
        }

        World world() {
            if (out.length() + err.length() > held) {
                held = out.length() + err.length();
                world = world.with(process());
            }
            return world;
        }

        Process process() {
            return before.after(before.last(), out.toString(), err.toString());
        }
    }

    /** What a program reaches during a turn. */
    private final class Console implements ProgramContext {

        private final SystemCalls calls;
        private final HostId host;
        private final Printed printed;

        Console(Walk walk, Process process, Printed printed) {
            this.calls = new SystemCalls(walk, process.host(), process.program().name(), process.pid());
            this.host = process.host();
            this.printed = printed;
        }

        @Override
        public SystemCalls calls() {
            return calls;
        }

        @Override
        public Optional<Ipv4Address> resolve(String name) {
            return world.hostsFile(host).resolve(name);
        }

        @Override
        public Optional<Ipv6Address> resolveIpv6(String name) {
            return world.hostsFile(host).resolveIpv6(name);
        }

        @Override
        public Optional<String> nameOf(IpAddress address) {
            return world.hostsFile(host).nameOf(address);
        }

        @Override
        public List<List<String>> hostsEntries() {
            return world.hostsFile(host).lines();
        }

        @Override
        public Optional<Ipv4Address> nameServer() {
            return world.nameServer(host);
        }

        @Override
        public void print(String text) {
            printed.out.append(text);
        }

        @Override
        public void printError(String text) {
            printed.err.append(text);
        }
    }
}
