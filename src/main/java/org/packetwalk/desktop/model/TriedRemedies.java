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
    Pending<ChangeView> of(Session session, SessionEdits edits, Grain grain, int index, Messages messages) {
        Walk walk = edits.walk(grain);
        Step step = walk.steps().get(index);
        Tone tone = step.account().headline().tone();
        if (!walk.drawn() || tone != Tone.DROPPED && tone != Tone.REFUSED) {
            return Pending.of(() -> ChangeView.NONE);
        }
        if (recording != walk.recording()) {
            recording = walk.recording();
            found.clear();
        }
        Optional<CommandRun> run = session.state().commands().stream()
                .filter(command -> command.first() == edits.standing().seen().begin() && command.size() > 0)
                .filter(command -> command.line().equals(walk.saved().trace().command()))
                .findFirst();
        return run.map(command -> of(command, walk.recording(), step.deciding(), messages))
                .orElse(Pending.of(() -> ChangeView.NONE));
    }

    private Pending<ChangeView> of(CommandRun run, List<Snapshot> walked, int place, Messages messages) {
        if (found.containsKey(place)) {
            return Pending.of(() -> view(found.get(place), run, messages));
        }
        return watch -> {
            Optional<Remedy> remedy = remedies.find(run, walked.get(place), watch);
            return () -> {
                if (recording == walked) {
                    found.put(place, remedy);
                }
                return view(remedy, run, messages);
            };
        };
    }

    private static ChangeView view(Optional<Remedy> remedy, CommandRun run, Messages messages) {
        return remedy.map(helping -> view(helping, run, messages)).orElse(ChangeView.NONE);
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
