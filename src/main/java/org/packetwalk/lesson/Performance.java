package org.packetwalk.lesson;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.filter.StepFacts;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.lab.LineRun;
import org.packetwalk.sim.World;
import org.packetwalk.trace.TraceEvent;

/**
 * A command that was run, as conditions look at it.
 *
 * @param typed what was typed where
 * @param steps what happened, one step for each event
 * @param printed what it printed, complaints too
 * @param after the world after it
 */
public record Performance(Typed typed, List<StepFacts> steps, String printed, World after) {

    /** Keeps its own copy of the list. */
    public Performance {
        steps = List.copyOf(steps);
    }

    /** Runs a command in a world as the window does. */
    public static Performance of(World world, Typed typed) {
        LineRun run = LabRunner.probe(world, typed.host(), typed.command());
        return of(typed, run.events(), run.result().stdout() + run.result().stderr(), run.after());
    }

    /** What has happened already. */
    public static Performance of(Typed typed, List<TraceEvent> events, String printed, World after) {
        List<StepFacts> steps = new ArrayList<>();
        for (TraceEvent event : events) {
            steps.add(facts(event));
        }
        return new Performance(typed, steps, printed, after);
    }

    /** One event, as conditions look at it. */
    public static StepFacts facts(TraceEvent event) {
        return new StepFacts(event.head().host().name(), event.stage().layer(), 0, "", List.of(event));
    }

    /** As far as it can be seen while a prediction is open: nothing is printed yet. */
    Performance upTo(int step) {
        return new Performance(typed, steps.subList(0, step), "", World.EMPTY);
    }
}
