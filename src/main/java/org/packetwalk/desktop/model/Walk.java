package org.packetwalk.desktop.model;

import java.util.List;
import java.util.function.Predicate;

import org.packetwalk.diagram.RecordedWalk;
import org.packetwalk.diagram.RoutePictures;
import org.packetwalk.diagram.StackPictures;
import org.packetwalk.diagram.TopologyPicture.Position;
import org.packetwalk.diagram.TopologyPictures;
import org.packetwalk.export.json.SavedTrace;
import org.packetwalk.kernel.PacketId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Step;
import org.packetwalk.narrate.Steps;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.World;
import org.packetwalk.trace.Trace;
import org.packetwalk.trace.TraceEvent;

/**
 * The recording of the last command, cut into steps at the grain that was asked for last.
 *
 * @param saved the same as it would be saved
 * @param drawn whether the worlds are known, so that there are pictures
 */
record Walk(
        SavedTrace saved,
        List<Snapshot> recording,
        boolean drawn,
        StackPictures stack,
        TopologyPictures topology,
        RoutePictures lookups,
        Grain grain,
        List<Step> steps) {

    /** No command was traced yet. */
    static final Walk NONE =
            of(new SavedTrace("", "", new Trace("", "", "", List.of())), List.of(), List.of(), Grain.FUNCTION);

    /** A walk with the worlds it went through. */
    static Walk of(SavedTrace saved, List<Snapshot> recording, List<Position> places, Grain grain) {
        return make(saved, recording, true, places, grain);
    }

    /** A walk of which only the events are known. */
    static Walk fromFile(SavedTrace saved, Grain grain) {
        List<Snapshot> events = saved.trace().events().stream()
                .map(event -> new Snapshot(World.EMPTY, event))
                .toList();
        return make(saved, events, false, List.of(), grain);
    }

    private static Walk make(
            SavedTrace saved, List<Snapshot> recording, boolean drawn, List<Position> places, Grain grain) {
        RecordedWalk recorded = RecordedWalk.of(recording);
        return new Walk(
                saved,
                recording,
                drawn,
                StackPictures.of(recorded),
                TopologyPictures.of(recorded, places),
                RoutePictures.of(recording),
                grain,
                Steps.of(events(recording), grain));
    }

    /** The same walk cut at a grain. */
    Walk at(Grain other) {
        return other == grain
                ? this
                : new Walk(
                        saved, recording, drawn, stack, topology, lookups, other, Steps.of(events(recording), other));
    }

    /** The same walk among hosts that stand elsewhere. */
    Walk placed(List<Position> places) {
        return new Walk(saved, recording, drawn, stack, topology.placed(places), lookups, grain, steps);
    }

    /** What is before the first event that is hidden; that there is more cannot be told from it. */
    Walk before(Predicate<TraceEvent> hidden, List<Position> places) {
        List<Snapshot> seen = recording.stream()
                .takeWhile(snapshot -> !hidden.test(snapshot.event()))
                .toList();
        Trace trace = saved.trace();
        SavedTrace part = new SavedTrace(
                saved.savedBy(), saved.labText(), new Trace(trace.lab(), trace.host(), trace.command(), events(seen)));
        return make(part, seen, drawn, places, grain);
    }

    /** A packet at its stop before a step, {@link SkBuff#NONE} if the step is its first. */
    SkBuff before(Step step, PacketId packet) {
        for (int i = step.first() - 1; i >= 0 && !packet.equals(PacketId.NONE); i--) {
            SkBuff skb = recording.get(i).event().head().skb();
            if (skb.id().equals(packet)) {
                return skb;
            }
        }
        return SkBuff.NONE;
    }

    /** The world after a step. */
    World after(int step) {
        return recording.get(steps.get(step).last()).world();
    }

    private static List<TraceEvent> events(List<Snapshot> recording) {
        return recording.stream().map(Snapshot::event).toList();
    }
}
