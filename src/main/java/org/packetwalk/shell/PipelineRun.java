package org.packetwalk.shell;

import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.World;

/** One pipeline while it runs: its commands one after the other, each with what the one before printed as its input. */
final class PipelineRun {

    private final Shell shell;
    private World world;
    private final HostId host;
    private final SnapshotSink sink;
    private final StringBuilder stderr = new StringBuilder();
    private boolean understood = true;

    PipelineRun(Shell shell, World world, HostId host, SnapshotSink sink) {
        this.shell = shell;
        this.world = world;
        this.host = host;
        this.sink = sink;
    }

    Shell.Outcome run(CommandLine.Step step, String stdin) {
        String input = stdin;
        int exit = 0;
        for (SimpleCommand command : step.commands()) {
            CommandResult result = run(command, input, step.background());
            input = result.stdout();
            stderr.append(result.stderr());
            exit = result.exit();
        }
        int shown = step.background() ? 0 : exit;
        return new Shell.Outcome(world, new CommandResult(shown, input, stderr.toString()), understood);
    }

    private CommandResult run(SimpleCommand command, String piped, boolean background) {
        Redirections redirections = new Redirections(command.redirections());
        Optional<CommandResult> fault = redirections.check(new Computer(world, sink), host);
        if (fault.isPresent()) {
            return fault.get();
        }
        String stdin = redirections.input(new Computer(world, sink), host).orElse(piped);
        int started = world.nextPid();
        CommandResult result = perform(
                shell.commands().parse(command.words(), new Place(host, Shell.known(world))), stdin, background);
        if (background && redirections.silent()) {
            world = world.process(started)
                    .map(process -> world.with(process.silenced()))
                    .orElse(world);
        }
        Computer computer = new Computer(world, sink);
        CommandResult left = redirections.apply(computer, host, result);
        world = computer.world();
        return left;
    }

    private CommandResult perform(Command command, String stdin, boolean background) {
        if (command instanceof Command.Refused refused) {
            understood &= refused.understood();
            return refused.result();
        }
        if (command instanceof Command.Start start) {
            return start(start, stdin, background);
        }
        if (command instanceof Command.Script script) {
            return script(script, background);
        }
        Computer computer = new Computer(world, sink);
        CommandResult result = command instanceof Command.Run run
                ? run.action().run(computer, stdin)
                : configure(computer, (Command.Configure) command);
        world = computer.world();
        return result;
    }

    static CommandResult configure(Computer computer, Command.Configure configure) {
        return Rtnetlink.answer(computer.configure(configure.host(), configure.request()));
    }

    private CommandResult script(Command.Script script, boolean background) {
        if (background) {
            understood = false;
            return CommandResult.failed(ShCommand.SYNTAX_ERROR, "sh: a script in the background is not simulated.\n");
        }
        Shell.Outcome outcome = shell.run(world, script.host(), script.steps(), sink);
        world = outcome.world();
        understood &= outcome.understood();
        return outcome.result();
    }

    private CommandResult start(Command.Start start, String stdin, boolean background) {
        int pid = world.nextPid();
        world = world.start(start.host(), start.program().reading(stdin), start.words(), !background);
        if (background) {
            return CommandResult.SILENT;
        }
        Shell.Outcome outcome = Shell.toItsEnd(world, pid, sink);
        world = outcome.world();
        return outcome.result();
    }
}
