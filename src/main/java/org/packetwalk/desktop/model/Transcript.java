package org.packetwalk.desktop.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.packetwalk.session.CommandRun;
import org.packetwalk.sim.Process;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.World;

/** The commands of a session as a console shows them: each with what it had printed by a moment of the walk in view. */
final class Transcript {

    private Transcript() {}

    /**
     * All commands.
     *
     * @param recording the events of the walk in view
     * @param event the event one stands at, -1 if one stands at rest
     */
    static List<ConsoleEntry> of(List<CommandRun> commands, List<Snapshot> recording, int event) {
        List<ConsoleEntry> entries = new ArrayList<>();
        int last = lastWalk(commands);
        for (int i = 0; i < commands.size(); i++) {
            CommandRun run = commands.get(i);
            String whole = run.stdout() + run.stderr();
            boolean inView = i == last && recording.size() == run.size() && event >= 0;
            entries.add(new ConsoleEntry(
                    run.host().name(),
                    run.line(),
                    inView ? printed(run, whole, recording, event) : whole,
                    run.exit() != 0,
                    run.size() > 0,
                    event >= 0 && event < recording.size() - 1 && i > last));
        }
        return entries;
    }

    private static int lastWalk(List<CommandRun> commands) {
        for (int i = commands.size() - 1; i >= 0; i--) {
            if (commands.get(i).size() > 0) {
                return i;
            }
        }
        return -1;
    }

    /** What the programs of the command had printed; as long as that is no beginning of the whole, a pipe holds it back. */
    private static String printed(CommandRun run, String whole, List<Snapshot> recording, int event) {
        int first = run.before().nextPid();
        boolean ended = event == recording.size() - 1
                || recording.subList(event, recording.size()).stream()
                        .noneMatch(snapshot ->
                                running(first, snapshot.world()).findAny().isPresent());
        if (ended) {
            return whole;
        }
        String soFar = running(first, recording.get(event).world())
                .map(process -> process.stdout() + process.stderr())
                .collect(Collectors.joining());
        return whole.startsWith(soFar) ? soFar : "";
    }

    private static Stream<Process> running(int first, World world) {
        return world.processes().values().stream().filter(process -> process.pid() >= first);
    }
}
