package org.packetwalk.desktop.model;

import java.util.List;
import java.util.Locale;

import org.packetwalk.kernel.SkBuff;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.Step;
import org.packetwalk.narrate.Steps;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.Stopped;
import org.packetwalk.sim.World;
import org.packetwalk.trace.TraceEvent;

/** Whether events of a file can be told: each is valid by itself, but only a walk makes events that fit together. */
final class Telling {

    private Telling() {}

    /** Tells all steps at all grains once, before anything of them is shown; {@code watch} is given each step's last event. */
    static boolean possible(List<TraceEvent> events, SnapshotSink watch) {
        if (events.isEmpty()) {
            return false;
        }
        try {
            for (Grain grain : Grain.values()) {
                tell(events, grain, watch);
            }
            show(events, watch);
            return true;
        } catch (Stopped stopped) {
            throw stopped;
        } catch (RuntimeException contradiction) {
            // the file is a stranger's: whatever the narrator stumbles over, the file is refused and the window stays
            return false;
        }
    }

    private static void tell(List<TraceEvent> events, Grain grain, SnapshotSink watch) {
        List<Snapshot> recording =
                events.stream().map(event -> new Snapshot(World.EMPTY, event)).toList();
        StepWords words = new StepWords(Messages.of(Locale.ENGLISH), recording, packet -> 0);
        List<Step> steps = Steps.of(events, grain);
        for (Step step : steps) {
            watch.accept(recording.get(step.last()));
            StepView row = words.step(step, steps.get(0));
            row.facts();
            row.phase();
            words.why(step.account());
        }
    }

    private static void show(List<TraceEvent> events, SnapshotSink watch) {
        PacketViews packets = new PacketViews(Messages.of(Locale.ENGLISH));
        for (TraceEvent event : events) {
            watch.accept(new Snapshot(World.EMPTY, event));
            SkBuff skb = event.head().skb();
            packets.packet(skb, SkBuff.NONE, Wording.NONE);
            packets.focus(skb, 1);
        }
    }
}
