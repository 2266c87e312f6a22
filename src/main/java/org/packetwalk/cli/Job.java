package org.packetwalk.cli;

import org.packetwalk.program.Turn;
import org.packetwalk.shell.CommandResult;
import org.packetwalk.sim.Process;

/**
 * A command that runs on beside the others.
 *
 * @param pid the program's number, 0 if it took no time
 * @param running whether it still runs
 * @param seen its exit status and all it has printed, as far as was seen
 * @param fetchedOut how many characters of the output were fetched
 * @param fetchedErr how many characters of the complaints were fetched
 */
record Job(int pid, boolean running, CommandResult seen, int fetchedOut, int fetchedErr) {

    /** Exit status of a program that was ended by SIGTERM: 128 and the number of the signal. */
    private static final int TERMINATED = 143;

    /** A program that was started. */
    static Job started(int pid) {
        return new Job(pid, true, CommandResult.SILENT, 0, 0);
    }

    /** A command that took no time and has ended already. */
    static Job ended(CommandResult result) {
        return new Job(0, false, result, 0, 0);
    }

    /** As its program is now. */
    Job seeing(Process process) {
        int exit = process.last() instanceof Turn.Exited exited ? exited.status() : 0;
        CommandResult now = new CommandResult(exit, process.stdout(), process.stderr());
        return new Job(pid, !process.ended(), now, fetchedOut, fetchedErr);
    }

    /** After its program was ended from outside. */
    Job terminated() {
        CommandResult last = new CommandResult(TERMINATED, seen.stdout(), seen.stderr());
        return new Job(pid, false, last, fetchedOut, fetchedErr);
    }

    /** What was printed and not fetched yet. */
    CommandResult unfetched() {
        return new CommandResult(
                seen.exit(), seen.stdout().substring(fetchedOut), seen.stderr().substring(fetchedErr));
    }

    /** After all of it was fetched. */
    Job fetched() {
        return new Job(pid, running, seen, seen.stdout().length(), seen.stderr().length());
    }
}
