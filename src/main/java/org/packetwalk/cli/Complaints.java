package org.packetwalk.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.packetwalk.lab.LabRun;
import org.packetwalk.lab.LineRun;
import org.packetwalk.trace.TraceEvent;

/** What the simulator could not do of a lab: one sentence for each line, with file and line. */
final class Complaints {

    private Complaints() {}

    /** The sentences about a run, none if all was understood. */
    static List<String> of(Path file, LabRun run) {
        List<String> sentences = new ArrayList<>();
        for (LineRun line : run.lines()) {
            String place = "packetwalk: " + file + ":" + line.line().number() + ": ";
            if (!line.understood()) {
                sentences.add(place + "not understood: "
                        + line.result().stderr().strip().replaceAll("\\s*\\R\\s*", "; "));
            }
            if (line.budgetReached()) {
                sentences.add(place + "stopped after " + line.snapshots().size() + " events" + hosts(line)
                        + ": a loop or a flood");
            }
        }
        return sentences;
    }

    private static String hosts(LineRun line) {
        List<String> names = line.events().stream()
                .map(TraceEvent::head)
                .map(head -> head.host().name())
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
        return names.isEmpty() ? "" : " on " + String.join(", ", names);
    }
}
