package org.packetwalk.sim;

import org.packetwalk.kernel.HostId;
import org.packetwalk.program.Program;
import org.packetwalk.program.Turn;

/**
 * A program that runs on a host.
 *
 * @param pid its number, 1 and up
 * @param host where it runs
 * @param command the command line it was started with
 * @param foreground whether the shell waits for it; then it also goes first where several can run
 * @param silent whether its standard output goes to {@code /dev/null}
 * @param last how its last turn ended; {@link Turn.Sleeping} until now if it has not run yet
 * @param stdout what it printed so far
 * @param stderr what it printed to standard error so far
 */
public record Process(
        int pid,
        HostId host,
        String command,
        boolean foreground,
        boolean silent,
        Turn last,
        String stdout,
        String stderr) {

    /** Whether it has ended. */
    public boolean ended() {
        return last instanceof Turn.Exited;
    }

    /** Whether it goes on until somebody interrupts it. */
    public boolean endless() {
        return !ended() && program().endless();
    }

    /** The program it goes on with; only of a process that has not ended. */
    Program program() {
        if (last instanceof Turn.Sleeping sleeping) {
            return sleeping.next();
        }
        if (last instanceof Turn.Polling polling) {
            return polling.next();
        }
        if (last instanceof Turn.Writing writing) {
            return writing.next();
        }
        throw new IllegalStateException("process " + pid + " has ended");
    }

    /** After a turn with what it printed. */
    Process after(Turn turn, String printed, String printedError) {
        return new Process(
                pid,
                host,
                command,
                foreground,
                silent,
                turn,
                silent ? stdout : stdout + printed,
                stderr + printedError);
    }

    /** With its standard output to {@code /dev/null}. */
    public Process silenced() {
        return new Process(pid, host, command, foreground, true, last, stdout, stderr);
    }
}
