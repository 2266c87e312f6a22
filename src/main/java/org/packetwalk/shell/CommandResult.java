package org.packetwalk.shell;

/**
 * What a command printed and how it ended.
 *
 * @param exit the exit code, 0 if all went well
 * @param stdout what it printed, line ends included
 * @param stderr what it complained about, line ends included
 */
public record CommandResult(int exit, String stdout, String stderr) {

    /** Nothing printed, nothing wrong. */
    public static final CommandResult SILENT = new CommandResult(0, "", "");

    /** Printed something and ended well. */
    public static CommandResult printed(String stdout) {
        return new CommandResult(0, stdout, "");
    }

    /** Complained and failed. */
    public static CommandResult failed(int exit, String stderr) {
        return new CommandResult(exit, "", stderr);
    }

    /** Whether the command ended well. */
    public boolean ok() {
        return exit == 0;
    }

    /** What was printed before, and then this. */
    public CommandResult after(CommandResult earlier) {
        return new CommandResult(exit, earlier.stdout + stdout, earlier.stderr + stderr);
    }
}
