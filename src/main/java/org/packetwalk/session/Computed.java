package org.packetwalk.session;

import java.util.List;

import org.packetwalk.kernel.HostId;
import org.packetwalk.sim.Snapshot;

/**
 * What a command line does, before it has happened in the session.
 *
 * @param from how things stood
 * @param host where it was typed
 * @param line as typed
 * @param happened its events
 * @param execution what came of it
 */
public record Computed(
        SessionState from, HostId host, String line, List<Snapshot> happened, Executor.Execution execution) {

    /** Copies the list. */
    public Computed {
        happened = List.copyOf(happened);
    }

    /** The run it becomes. */
    public CommandRun run() {
        return new CommandRun(
                host,
                line,
                from.cursor(),
                from.cursor() + happened.size(),
                execution.exit(),
                execution.stdout(),
                execution.stderr(),
                from.world(),
                execution.after());
    }
}
