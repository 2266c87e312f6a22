package org.packetwalk.cli;

import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

import org.packetwalk.export.contract.ProgramVersion;

/** The headless program: the words of its command line in, an exit code out. */
@Command(
        name = "packetwalk",
        header = "Shows where a packet goes inside Linux, step by step.",
        description = "Without arguments it opens its window; with a command it works without one.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = CommandLineProgram.Version.class,
        mixinStandardHelpOptions = true,
        subcommands = {
            RunCommand.class,
            WalkCommand.class,
            RecordCommand.class,
            CompareCommand.class,
            ShellCommand.class,
            ExportCommand.class,
            LabCommand.class,
            ImportCommand.class,
            OverlayCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done; a probe that fails as it does on Linux is no failure.",
            "1:A command or a comparison failed.",
            "2:Wrong words, or a file that cannot be used.",
            "70:A fault of this program; --stacktrace shows the details."
        })
public final class CommandLineProgram {

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show the details of a fault of this program.")
    private boolean stacktrace;

    private final Console console;

    private CommandLineProgram(Console console) {
        this.console = console;
    }

    /** Standard input. */
    InputStream input() {
        return console.in();
    }

    /** Does what the words ask for and answers the exit code. */
    public static int run(List<String> words, Console console) {
        CommandLineProgram program = new CommandLineProgram(console);
        CommandLine commandLine = new CommandLine(program);
        commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        commandLine.setOut(writer(console.out()));
        commandLine.setErr(writer(console.err()));
        commandLine.setParameterExceptionHandler((fault, args) -> program.refuse(fault));
        commandLine.setExecutionExceptionHandler((fault, command, parsed) -> program.report(fault, command));
        if (words.isEmpty()) {
            commandLine.usage(commandLine.getOut());
            return ExitCode.USAGE;
        }
        try {
            return commandLine.execute(words.toArray(String[]::new));
        } catch (StackOverflowError | OutOfMemoryError fault) {
            return program.report(new IllegalStateException("the computer's memory is exhausted", fault), commandLine);
        } finally {
            console.out().flush();
            console.err().flush();
        }
    }

    private int refuse(ParameterException fault) {
        CommandLine command = fault.getCommandLine();
        command.getErr().println("packetwalk: " + oneLine(fault.getMessage()));
        CommandLine.UnmatchedArgumentException.printSuggestions(fault, command.getErr());
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help' for what can be said.");
        return ExitCode.USAGE;
    }

    private int report(Exception fault, CommandLine command) {
        if (fault instanceof BadFileException) {
            command.getErr().println("packetwalk: " + oneLine(fault.getMessage()));
            return ExitCode.USAGE;
        }
        command.getErr()
                .println("packetwalk: a fault of this program, not of the network: "
                        + oneLine(fault.toString())
                        + (stacktrace ? "" : " (--stacktrace shows where)"));
        if (stacktrace) {
            fault.printStackTrace(command.getErr());
        }
        return ExitCode.FAULT;
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** The version of the jar, {@code development} when run from classes. */
    static String version() {
        return ProgramVersion.current();
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"packetwalk " + version()};
        }
    }
}
