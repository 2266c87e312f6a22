package org.packetwalk.desktop.model;

import java.util.List;

import org.packetwalk.filter.StepFacts;
import org.packetwalk.narrate.Tick;
import org.packetwalk.trace.Stage;
import org.packetwalk.trace.TraceEvent;

/**
 * One step of a walk at some grain, as a row of the event list and a tick of the scrubber.
 *
 * @param number counted from 1
 * @param first the place of its first event in the walk, from 0
 * @param last the place of its last event
 * @param host where it happens
 * @param layer which layer it belongs to
 * @param line its words
 * @param tick how the scrubber shows it
 * @param packet the number of its packet as the canvas shows it, 0 if it has none
 * @param events its events
 */
public record StepView(
        int number,
        int first,
        int last,
        String host,
        Stage.Layer layer,
        StepLine line,
        Tick tick,
        int packet,
        List<TraceEvent> events) {

    /** Keeps an immutable list. */
    public StepView {
        events = List.copyOf(events);
    }

    /** The virtual time, with its unit. */
    public String time() {
        return line.time();
    }

    /** What stands in the chip: App, L4, Hook, the name of a device. */
    public String label() {
        return line.label();
    }

    /** What happens, in a few words. */
    public String title() {
        return line.title();
    }

    /** The line of evidence, in the words of the kernel and its tools. */
    public String detail() {
        return line.detail();
    }

    /** The sentence of the step, as the inspector opens with it. */
    public String sentence() {
        return line.sentence();
    }

    /** The label above the scrubber where a phase begins here, else empty. */
    public String phase() {
        return line.phase();
    }

    /** The same as a row of a comparison: at a place counted from 0, with another phase beginning there or none. */
    StepView at(int place, String begins) {
        return new StepView(
                place + 1, first, last, host, layer, new StepLine.Begun(line, begins), tick, packet, events);
    }

    /** What a filter or a breakpoint can ask of it. */
    public StepFacts facts() {
        return new StepFacts(
                host, layer, packet, host + " " + label() + " " + title() + " " + detail() + " " + sentence(), events);
    }

    /** Whether the packet ends here because it was dropped, or the call was refused. */
    public boolean dropped() {
        return tick == Tick.DROP;
    }

    /** Whether a step over to the next layer, begun in another step, has to go on past this one. */
    public boolean sameLayer(StepView other) {
        return layer == other.layer && host.equals(other.host) && !dropped();
    }
}
