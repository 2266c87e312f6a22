package org.packetwalk.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.shell.CommandResult;
import org.packetwalk.shell.Shell;
import org.packetwalk.sim.Process;
import org.packetwalk.sim.Simulation;
import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.World;

/** A world that command lines change one after the other, with jobs that run on beside them. */
final class ShellSession {

    private static final String STDIN = "/run/packetwalk-stdin";
    private static final List<String> SIGNALS = List.of("TERM", "INT", "KILL", "HUP", "QUIT");

    private final Shell shell = new Shell();
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private World world;

    /** A session that begins in a world. */
    ShellSession(World world) {
        this.world = world;
    }

    /** Whether there is a host of this name. */
    boolean hasHost(HostId host) {
        return world.machine().find(host).isPresent();
    }

    /** Runs a line to its end. */
    CommandResult run(HostId host, String line, String stdin) {
        World before = stdin.isEmpty() ? world : world.withFile(STDIN, stdin);
        Shell.Outcome outcome =
                shell.execute(before, host, stdin.isEmpty() ? line : "cat " + STDIN + " | " + line, SnapshotSink.NONE);
        become(stdin.isEmpty() ? outcome.world() : outcome.world().withoutFiles(STDIN));
        return outcome.result();
    }

    /** Starts a line that runs on; what takes no time is done at once. */
    void start(String job, String line, String stdin) {
        World before = stdin.isEmpty() ? world : world.withFile(STDIN, stdin);
        String fed = stdin.isEmpty() ? line : "cat " + STDIN + " | " + line;
        Shell.Outcome begun = shell.execute(before, Shell.NO_HOST, fed + " &", SnapshotSink.NONE);
        int pid = begun.world().nextPid() - 1;
        if (begun.world().nextPid() == before.nextPid()) {
            jobs.put(job, Job.ended(run(Shell.NO_HOST, line, stdin)));
            return;
        }
        jobs.put(job, Job.started(pid));
        World started = stdin.isEmpty() ? begun.world() : begun.world().withoutFiles(STDIN);
        become(Simulation.until(started, started.machine().now(), SnapshotSink.NONE, Simulation.DEFAULT_BUDGET));
    }

    /** A job, if there is one of this name. */
    Optional<Job> job(String name) {
        return Optional.ofNullable(jobs.get(name));
    }

    /** Notes that what a job printed was fetched. */
    void fetched(String name) {
        jobs.computeIfPresent(name, (same, job) -> job.fetched());
    }

    /** Whether a signal is known. */
    static boolean knowsSignal(String name) {
        return SIGNALS.contains(name.startsWith("SIG") ? name.substring(3) : name);
    }

    /** Ends a job by a signal. */
    void end(String name) {
        Job job = jobs.get(name);
        if (job != null && job.running()) {
            become(world.withoutProcess(job.pid()));
        }
    }

    private void become(World now) {
        world = now;
        jobs.replaceAll((name, job) ->
                job.running() ? now.process(job.pid()).map(job::seeing).orElseGet(job::terminated) : job);
        for (Job job : jobs.values()) {
            Optional<Process> ended = world.process(job.pid()).filter(Process::ended);
            world = ended.isPresent() ? world.withoutProcess(job.pid()) : world;
        }
    }
}
