package org.packetwalk.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code packetwalk lab}: what authors and teachers do with labs. */
@Command(
        name = "lab",
        header = "Check labs with their lessons, and mark what a class has handed in.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {LabCheckCommand.class, LabGradeCommand.class})
final class LabCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Missing command: say \"lab check\" or \"lab grade\"");
    }
}
