package org.packetwalk.lab;

import java.util.List;

import org.packetwalk.shell.CommandResult;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.World;
import org.packetwalk.trace.ControlEvent;
import org.packetwalk.trace.TraceEvent;

/**
 * What one line of a lab did.
 *
 * @param line as it stands in the lab
 * @param before the world before it
 * @param after the world after it, for a probe when all was quiet again
 * @param snapshots every event with the world right after it
 * @param result how it ended and what it printed, of a line with {@code &} until the end of the lab
 * @param understood whether the simulator knows all words of it
 */
public record LineRun(
        LabLine line, World before, World after, List<Snapshot> snapshots, CommandResult result, boolean understood) {

    /** Keeps its own copy of the list. */
    public LineRun {
        snapshots = List.copyOf(snapshots);
    }

    /** The events without the worlds. */
    public List<TraceEvent> events() {
        return snapshots.stream().map(Snapshot::event).toList();
    }

    /** Whether it was stopped because it made too many events. */
    public boolean budgetReached() {
        return snapshots.stream().anyMatch(snapshot -> snapshot.event() instanceof ControlEvent.BudgetReached);
    }

    /** With what it printed until the end. */
    LineRun with(CommandResult printed) {
        return new LineRun(line, before, after, snapshots, printed, understood);
    }
}
