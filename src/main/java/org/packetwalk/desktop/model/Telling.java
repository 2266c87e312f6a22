package org.packetwalk.desktop.model;

import java.util.List;
import java.util.Locale;

import org.packetwalk.kernel.SkBuff;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.Step;
import org.packetwalk.narrate.Steps;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.World;
import org.packetwalk.trace.TraceEvent;

/** Whether events of a file can be told: each is valid by itself, but only a walk makes events that fit together. */
final class Telling {

    private Telling() {}

    /** Tells all steps at all grains once, before anything of them is shown. */
    static boolean possible(List<TraceEvent> events) {
        if (events.isEmpty()) {
            return false;
        }
        try {
            for (Grain grain : Grain.values()) {
                tell(events, grain);
            }
            return true;
        } catch (RuntimeException contradiction) {
            // the file is a stranger's: whatever the narrator stumbles over, the file is refused and the window stays
            return false;
        }
    }

    private static void tell(List<TraceEvent> events, Grain grain) {
        List<Snapshot> recording =
                events.stream().map(event -> new Snapshot(World.EMPTY, event)).toList();
        Messages messages = Messages.of(Locale.ENGLISH);
        StepWords words = new StepWords(messages, recording, packet -> 0);
        PacketViews packets = new PacketViews(messages);
        List<Step> steps = Steps.of(events, grain);
        for (Step step : steps) {
            words.step(step, steps.get(0));
            words.why(step.account());
            SkBuff skb = events.get(step.last()).head().skb();
            packets.packet(skb, SkBuff.NONE, Wording.NONE);
            packets.focus(skb, 1);
        }
    }
}
