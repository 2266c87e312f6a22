package org.packetwalk.desktop.model;

import org.packetwalk.trace.Stage;

/**
 * One step of a walk, as a row of the event list and a tick of the scrubber.
 *
 * @param number counted from 1
 * @param time the virtual time, with its unit
 * @param host where it happens
 * @param layer which layer it belongs to
 * @param label what stands in the chip: App, L4, Hook, the name of a device
 * @param title what happens, in a few words
 * @param detail the line of evidence, in the words of the kernel and its tools
 * @param sentence the sentence of the step, as the inspector opens with it
 * @param phase the label above the scrubber where a phase begins here, else empty
 * @param dropped whether the packet ends here because it was dropped
 */
public record StepView(
        int number,
        String time,
        String host,
        Stage.Layer layer,
        String label,
        String title,
        String detail,
        String sentence,
        String phase,
        boolean dropped) {

    /** How the scrubber shows it. */
    public enum Tick {
        /** A bar in the colour of its layer. */
        LAYER,
        /** A hollow bar. */
        HOOK,
        /** A ring. */
        DEVICE,
        /** A cross. */
        DROP
    }

    /** How the scrubber shows this step. */
    public Tick tick() {
        if (dropped) {
            return Tick.DROP;
        }
        return switch (layer) {
            case HOOK -> Tick.HOOK;
            case DEVICE -> Tick.DEVICE;
            case APPLICATION, TRANSPORT, NETWORK, LINK -> Tick.LAYER;
        };
    }

    /** Whether a step over to the next layer, begun in another step, has to go on past this one. */
    public boolean sameLayer(StepView other) {
        return layer == other.layer && host.equals(other.host) && !dropped;
    }
}
