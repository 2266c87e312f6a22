package org.packetwalk.desktop.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.packetwalk.kernel.HostId;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.Step;
import org.packetwalk.narrate.Tone;
import org.packetwalk.session.CommandRun;
import org.packetwalk.session.Executor;
import org.packetwalk.session.Remedies;
import org.packetwalk.session.Remedies.Remedy;
import org.packetwalk.session.Session;
import org.packetwalk.sim.Snapshot;

/** Changes that were found to help, each looked for once. */
final class TriedRemedies {
    private final Remedies remedies;
    private final Map<Integer, Optional<Remedy>> found = new TreeMap<>();
    private List<Snapshot> recording = List.of();

    TriedRemedies(Executor executor) {
        remedies = new Remedies(executor);
    }

    /** What to change so that what fails in a step does not. */
    ChangeView of(Session session, SessionEdits edits, Grain grain, int index, Messages messages) {
        Walk walk = edits.walk(grain);
        Step step = walk.steps().get(index);
        Tone tone = step.account().headline().tone();
        if (!walk.drawn() || tone != Tone.DROPPED && tone != Tone.REFUSED) {
            return ChangeView.NONE;
        }
        if (recording != walk.recording()) {
            recording = walk.recording();
            found.clear();
        }
        Optional<CommandRun> run = session.state().commands().stream()
                .filter(command -> command.first() == edits.standing().seen().begin() && command.size() > 0)
                .filter(command -> command.line().equals(walk.saved().trace().command()))
                .findFirst();
        return run.flatMap(command ->
                        found.computeIfAbsent(step.deciding(), place -> remedies.find(command, recording.get(place))))
                .map(remedy -> view(remedy, run.get(), messages))
                .orElse(ChangeView.NONE);
    }

    private static ChangeView view(Remedy remedy, CommandRun run, Messages messages) {
        HostId host = remedy.host();
        String program = run.line().strip().split("\\s+")[0];
        String result = remedy.printed().isEmpty()
                ? messages.text("inspector.why.tried", program)
                : messages.text("inspector.why.tried.prints", program, remedy.printed());
        return new ChangeView(host.name(), remedy.command(), result);
    }
}
