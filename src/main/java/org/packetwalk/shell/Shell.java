package org.packetwalk.shell;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.program.Turn;
import org.packetwalk.sim.Process;
import org.packetwalk.sim.Simulation;
import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.World;
import org.packetwalk.stack.NetNamespace;

/** Runs command lines in a world: the only way in which a world changes. A pure function; it keeps nothing. */
public final class Shell {

    /** Where lines run that name no host: an empty network namespace without a name. */
    public static final HostId NO_HOST = new HostId("");

    private static final int PATIENCE_SECONDS = 5;
    private static final String INTERRUPTED =
            "Interrupted after " + PATIENCE_SECONDS + " s, as Ctrl+C does; with -c NUMBER it ends by itself.\n";
    private static final String WAITS = "Stopped: it waits for what does not come.\n";
    private static final String STORM =
            "Stopped: more than " + Simulation.DEFAULT_BUDGET + " events, as a loop or a storm makes them.\n";

    private final Commands commands = new Commands();

    /**
     * What came of a line.
     *
     * @param world the world afterwards
     * @param result what was printed, and the exit code of the last pipeline
     * @param understood whether the simulator knows all words; if not, the result says which it does not
     */
    public record Outcome(World world, CommandResult result, boolean understood) {}

    /** The commands there are. */
    public Commands commands() {
        return commands;
    }

    /** Runs a line typed on a host; each event is given to the sink. */
    public Outcome execute(World world, HostId host, String line, SnapshotSink sink) {
        if (CommandLine.parse(line) instanceof CommandLine.Understood understood) {
            return withNamespace(world, host, there -> run(there, host, understood.steps(), sink));
        }
        String sentence = ((CommandLine.Refused) CommandLine.parse(line)).sentence();
        return new Outcome(world, CommandResult.failed(ShCommand.SYNTAX_ERROR, "sh: 1: " + sentence + "\n"), false);
    }

    /** Runs one command given as words, without pipes and redirections, with this text as its standard input. */
    public Outcome execute(World world, HostId host, List<String> words, String stdin, SnapshotSink sink) {
        if (words.isEmpty()) {
            return new Outcome(world, CommandResult.SILENT, true);
        }
        CommandLine.Step step =
                new CommandLine.Step(CommandLine.When.ALWAYS, List.of(new SimpleCommand(words, List.of())), false);
        return withNamespace(world, host, there -> new PipelineRun(this, there, host, sink).run(step, stdin));
    }

    /**
     * What the simulator does not know of a line, as one sentence, without running it; empty if it knows all words. Names
     * of hosts and devices are taken to exist.
     */
    public Optional<String> objection(HostId host, String line) {
        CommandLine parsed = CommandLine.parse(line);
        if (parsed instanceof CommandLine.Refused refused) {
            return Optional.of(refused.sentence());
        }
        return objection(host, ((CommandLine.Understood) parsed).steps());
    }

    private Optional<String> objection(HostId host, List<CommandLine.Step> steps) {
        return steps.stream()
                .flatMap(step -> step.commands().stream())
                .map(command -> commands.parse(command.words(), new Place(host, Known.EVERYTHING)))
                .flatMap(meant -> objection(meant).stream())
                .findFirst();
    }

    private Optional<String> objection(Command meant) {
        if (meant instanceof Command.Script script) {
            return objection(script.host(), script.steps());
        }
        return meant instanceof Command.Refused refused && !refused.understood()
                ? Optional.of(refused.result().stderr().strip())
                : Optional.empty();
    }

    Outcome run(World world, HostId host, List<CommandLine.Step> steps, SnapshotSink sink) {
        World now = world;
        CommandResult all = CommandResult.SILENT;
        boolean understood = true;
        for (CommandLine.Step step : steps) {
            boolean wanted = switch (step.when()) {
                case ALWAYS -> true;
                case IF_DONE -> all.ok();
                case IF_FAILED -> !all.ok();
            };
            if (wanted) {
                Outcome outcome = new PipelineRun(this, now, host, sink).run(step, "");
                now = outcome.world();
                all = outcome.result().after(all);
                understood &= outcome.understood();
            }
        }
        return new Outcome(now, all, understood);
    }

    /** The nameless namespace is made when a line needs it and stays only if the line changed it. */
    private Outcome withNamespace(World world, HostId host, java.util.function.Function<World, Outcome> body) {
        if (!host.equals(NO_HOST) || world.machine().find(host).isPresent()) {
            return body.apply(world);
        }
        NetNamespace fresh = NetNamespace.create(host);
        Outcome outcome = body.apply(world.with(world.machine().with(fresh)));
        World after = outcome.world();
        boolean untouched =
                after.machine().find(host).filter(now -> now == fresh).isPresent();
        return untouched
                ? new Outcome(after.with(after.machine().without(host)), outcome.result(), outcome.understood())
                : outcome;
    }

    /** What a world knows of names. */
    static Known known(World world) {
        return new Known() {
            @Override
            public boolean host(HostId host) {
                return world.machine().find(host).isPresent();
            }

            @Override
            public OptionalInt device(HostId host, String name) {
                return world.machine()
                        .find(host)
                        .flatMap(ns -> ns.devices().find(name))
                        .map(NetDevice::index)
                        .map(OptionalInt::of)
                        .orElseGet(OptionalInt::empty);
            }
        };
    }

    /** Runs a started process to its end and takes it away. */
    static Outcome toItsEnd(World world, int pid, SnapshotSink sink) {
        Process started = world.process(pid).orElseThrow();
        SimTime patience = started.endless() ? world.machine().now().plusMillis(PATIENCE_SECONDS * 1000) : Turn.NEVER;
        World after = Simulation.untilEnded(world, pid, patience, sink, Simulation.DEFAULT_BUDGET);
        Process process = after.process(pid).orElseThrow();
        if (process.last() instanceof Turn.Exited exited) {
            CommandResult result = new CommandResult(exited.status(), process.stdout(), process.stderr());
            return new Outcome(after.withoutProcess(pid), result, true);
        }
        if (started.endless() && !after.machine().now().isBefore(patience)) {
            return stopped(Simulation.interrupted(after, pid, sink), pid, INTERRUPTED);
        }
        boolean waits = process.last() instanceof Turn.Polling waiting
                && waiting.deadline().equals(Turn.NEVER);
        return stopped(Simulation.terminated(after, pid, sink), pid, waits ? WAITS : STORM);
    }

    private static Outcome stopped(World world, int pid, String why) {
        Process last = world.process(pid).orElseThrow();
        int status = why.equals(INTERRUPTED) && last.last() instanceof Turn.Exited exited ? exited.status() : 1;
        return new Outcome(
                world.withoutProcess(pid), new CommandResult(status, last.stdout(), last.stderr() + why), true);
    }
}
