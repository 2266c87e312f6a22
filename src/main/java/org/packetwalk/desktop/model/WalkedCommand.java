package org.packetwalk.desktop.model;

import java.util.List;

import org.packetwalk.export.contract.ProgramVersion;
import org.packetwalk.export.json.SavedTrace;
import org.packetwalk.lab.Lab;
import org.packetwalk.session.CommandRun;
import org.packetwalk.session.Computed;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.trace.Trace;
import org.packetwalk.trace.TraceEvent;

/** A command that has made a walk, as it is saved. */
final class WalkedCommand {

    private WalkedCommand() {}

    /** A command with all that led to it; of a walk that goes on in another way, the command that began it. */
    static SavedTrace saved(Standing before, Computed computed, List<Snapshot> recording) {
        Lab script = before.open().script();
        for (CommandRun run : before.state().commands()) {
            if (run.first() < computed.from().cursor() || run.size() == 0) {
                script = script.plusProbe(ScriptLine.of(run.host(), run.line()));
            }
        }
        script = script.plusProbe(ScriptLine.of(computed.host(), computed.line()));
        boolean goesOn = recording.size() > computed.happened().size();
        Trace begun = before.seen().walk().saved().trace();
        List<TraceEvent> events = recording.stream().map(Snapshot::event).toList();
        return new SavedTrace(
                ProgramVersion.current(),
                script.source(),
                new Trace(
                        before.state().lab(),
                        goesOn ? begun.host() : computed.host().name(),
                        goesOn ? begun.command() : computed.line(),
                        events));
    }
}
