package org.packetwalk.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.shell.CommandResult;
import org.packetwalk.shell.Shell;
import org.packetwalk.sim.Process;
import org.packetwalk.sim.Simulation;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.Stopped;
import org.packetwalk.sim.World;
import org.packetwalk.trace.CallChain;
import org.packetwalk.trace.ControlEvent;
import org.packetwalk.trace.EventHead;
import org.packetwalk.trace.ExecutionContext;

/**
 * Runs the lines of a lab one after the other, as the recorder of the kernel lab does: before a probe that follows a
 * change it waits until the hosts are quiet, after a probe it waits for what is still going on.
 */
public final class LabRunner {

    private static final long LONGEST_SETTLING_MILLIS = 8000;
    private static final long QUIET_MILLIS = 120;
    private static final long GLANCE_MILLIS = 40;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long AFTER_COMMAND_NANOS = 100_000;
    private static final long AFTER_START_MILLIS = 150;
    private static final long AFTER_PROBE_MILLIS = 60;
    private static final long LOOK_AGAIN_MILLIS = 50;
    private static final int LOOKS_AGAIN = 10;
    private static final double MOST_SECONDS = 3600;

    /** The exit status of what SIGINT has ended. */
    private static final int INTERRUPTED = 130;

    private final Shell shell = new Shell();
    private final Lab lab;
    private final int budget;
    private final List<LineRun> done = new ArrayList<>();
    private final Map<Integer, List<Integer>> started = new LinkedHashMap<>();
    private World world;

    private LabRunner(Lab lab, World world, int budget) {
        this.lab = lab;
        this.world = world;
        this.budget = budget;
    }

    /** Runs a lab from an empty world to its end. */
    public static LabRun run(Lab lab) {
        return run(lab, Simulation.DEFAULT_BUDGET);
    }

    /**
     * Runs a lab from an empty world to its end.
     *
     * @param budget events that each line may make
     */
    public static LabRun run(Lab lab, int budget) {
        return run(lab, budget, Integer.MAX_VALUE);
    }

    /**
     * Runs a lab from an empty world, to its end if it does not make too many events: then the lines behind are left out.
     *
     * @param budget events that each line may make
     * @param total events after which no other line begins
     */
    public static LabRun run(Lab lab, int budget, int total) {
        return new LabRunner(lab, World.EMPTY.of(lab.kernel()), budget).all(total, SnapshotSink.NONE);
    }

    /**
     * Runs a lab from an empty world to its end, watched: each event is given to a sink as it comes, also those between the
     * lines. If that throws {@link Stopped}, the whole run ends with it.
     */
    public static LabRun run(Lab lab, SnapshotSink watch) {
        return new LabRunner(lab, World.EMPTY.of(lab.kernel()), Simulation.DEFAULT_BUDGET)
                .all(Integer.MAX_VALUE, watch);
    }

    /**
     * Runs a command typed on a host as a probe is run, except that it begins at once: what still goes on after it belongs
     * to it.
     */
    public static LineRun probe(World world, HostId host, String command) {
        return probe(world, host, command, SnapshotSink.NONE);
    }

    /**
     * The same, watched: each event is given to a sink as it comes. If that throws {@link Stopped}, the command ends there as by
     * Ctrl+C, with what has happened until then.
     */
    public static LineRun probe(World world, HostId host, String command, SnapshotSink watch) {
        Lab none = new Lab("", "", new TreeMap<>(), List.of(), List.of());
        LabRunner runner = new LabRunner(none, world, Simulation.DEFAULT_BUDGET);
        return runner.run(host, new LabLine(1, command, true, ""), watch);
    }

    private LabRun all(int total, SnapshotSink watch) {
        World start = world;
        boolean settled = false;
        boolean moved = false;
        int events = 0;
        for (LabLine line : lab.lines()) {
            if (events > total) {
                break;
            }
            if (line.probe() && (!settled || moved)) {
                settle(watch);
                start = settled ? start : world;
                settled = true;
            }
            moved = !line.probe();
            done.add(run(Shell.NO_HOST, line, new Recorder(watch)));
            events += done.get(done.size() - 1).snapshots().size();
        }
        if (!settled) {
            settle(watch);
            start = world;
        }
        return new LabRun(lab, withBackgroundOutput(), start, world);
    }

    private LineRun run(HostId host, LabLine line, SnapshotSink watch) {
        World before = world;
        Recorder recorder = new Recorder(watch);
        try {
            return run(host, line, recorder);
        } catch (Stopped stopped) {
            return interrupted(line, before, recorder);
        }
    }

    /** The command was stopped: its programs end, and the world is that of the last event. */
    private LineRun interrupted(LabLine line, World before, Recorder recorder) {
        StringBuilder out = new StringBuilder();
        StringBuilder err = new StringBuilder();
        List<Snapshot> snapshots = recorder.snapshots;
        world = snapshots.isEmpty()
                ? before
                : snapshots.get(snapshots.size() - 1).world();
        for (Process process : List.copyOf(world.processes().values())) {
            if (process.pid() >= before.nextPid()) {
                out.append(process.stdout());
                err.append(process.stderr());
                world = shell.execute(world, Shell.NO_HOST, "kill -INT " + process.pid(), SnapshotSink.NONE)
                        .world();
            }
        }
        CommandResult result = new CommandResult(INTERRUPTED, out.toString(), err.toString());
        return new LineRun(line, before, world, snapshots, result, true);
    }

    private LineRun run(HostId host, LabLine line, Recorder recorder) {
        World before = world;
        int firstNewProcess = before.nextPid();
        Shell.Outcome outcome = shell.execute(world, host, line.text(), recorder);
        world = outcome.world();
        if (line.background()) {
            started.put(
                    done.size(),
                    world.processes().keySet().stream()
                            .filter(pid -> pid >= firstNewProcess)
                            .toList());
            pass(AFTER_START_MILLIS, recorder);
        } else if (line.probe()) {
            pass(AFTER_PROBE_MILLIS, recorder);
            boolean quiet = false;
            for (int look = 0; look < LOOKS_AGAIN && !quiet; look++) {
                quiet = pass(LOOK_AGAIN_MILLIS, recorder);
            }
        } else {
            // Work that is due at once is done while the shell starts the next program.
            passNanos(AFTER_COMMAND_NANOS, recorder);
        }
        return new LineRun(line, before, world, recorder.finish(), outcome.result(), outcome.understood());
    }

    /** Lets virtual time pass; whether nothing happened. */
    private boolean pass(long millis, Recorder recorder) {
        return passNanos(millis * NANOS_PER_MILLI, recorder);
    }

    private boolean passNanos(long nanos, Recorder recorder) {
        int events = recorder.snapshots.size();
        world = Simulation.until(world, world.machine().now().plusNanos(nanos), recorder, Math.max(0, budget - events));
        return recorder.snapshots.size() == events;
    }

    /** Waits until nothing has happened for a while, and not for a flood to end. */
    private void settle(SnapshotSink watch) {
        long wait = (long) (seconds("settle", QUIET_MILLIS / 1000.0) * 1000);
        SimTime start = world.machine().now();
        SimTime quietSince = start;
        Recorder recorder = new Recorder(watch);
        while (recorder.snapshots.size() < budget
                && world.machine().now().since(quietSince) <= wait * 1_000_000
                && world.machine().now().since(start) <= LONGEST_SETTLING_MILLIS * 1_000_000) {
            if (!pass(GLANCE_MILLIS, recorder)) {
                quietSince = world.machine().now();
            }
        }
    }

    /** A number of the lab's header; what is no number between 0 and an hour counts as absent. */
    private double seconds(String key, double absent) {
        return lab.head(key)
                .filter(text -> text.matches("\\d{1,4}(\\.\\d{1,6})?"))
                .map(Double::valueOf)
                .filter(number -> number <= MOST_SECONDS)
                .orElse(absent);
    }

    /** The lines with what their programs in the background printed until the end. */
    private List<LineRun> withBackgroundOutput() {
        List<LineRun> lines = new ArrayList<>(done);
        started.forEach((index, processes) -> {
            LineRun line = done.get(index);
            CommandResult result = line.result();
            for (int pid : processes) {
                result = world.process(pid)
                        .map(process -> new CommandResult(0, process.stdout(), process.stderr()))
                        .orElse(CommandResult.SILENT)
                        .after(result);
            }
            lines.set(index, line.with(result));
        });
        return lines;
    }

    /** Keeps the snapshots of one line and says so when there are too many. */
    private final class Recorder implements SnapshotSink {

        private final List<Snapshot> snapshots = new ArrayList<>();
        private final SnapshotSink watch;

        Recorder(SnapshotSink watch) {
            this.watch = watch;
        }

        @Override
        public void accept(Snapshot snapshot) {
            snapshots.add(snapshot);
            watch.accept(snapshot);
        }

        List<Snapshot> finish() {
            boolean told = snapshots.stream().anyMatch(last -> last.event() instanceof ControlEvent.BudgetReached);
            if (snapshots.size() >= budget && !told) {
                Snapshot last = snapshots.get(snapshots.size() - 1);
                EventHead head = new EventHead(
                        world.machine().now(),
                        last.event().head().host(),
                        ExecutionContext.PROCESS,
                        CallChain.EMPTY,
                        SkBuff.NONE);
                accept(new Snapshot(world, new ControlEvent.BudgetReached(head, budget)));
            }
            return snapshots;
        }
    }
}
