package org.packetwalk.export.contract;

import java.util.List;
import java.util.function.Function;

import org.packetwalk.diagram.Caption;
import org.packetwalk.diagram.Drawing;
import org.packetwalk.narrate.Step;

/** The steps of a walk, one of them chosen. A picture is drawn when it is asked for, so that a long walk needs little memory. */
public final class ExportedWalk {
    private final List<Step> steps;
    private final int chosen;
    private final Function<Step, Drawing> pictures;
    private final Function<Step, Caption> captions;

    /**
     * A walk of at least one step.
     *
     * @param chosen the index of the step that formats with one picture show, from 0
     * @param pictures draws a step
     * @param captions what stands below its picture
     */
    public ExportedWalk(
            List<Step> steps, int chosen, Function<Step, Drawing> pictures, Function<Step, Caption> captions) {
        this.steps = List.copyOf(steps);
        this.chosen = chosen;
        this.pictures = pictures;
        this.captions = captions;
    }

    /** The steps in order. */
    public List<Step> steps() {
        return steps;
    }

    /** The chosen step with its picture. */
    public ExportedStep chosen() {
        return step(chosen);
    }

    /** The index of the chosen step, from 0. */
    public int chosenIndex() {
        return chosen;
    }

    /** What stands below the picture of a step, without drawing it; the index counts from 0. */
    public Caption caption(int index) {
        return captions.apply(steps.get(index));
    }

    /** A step with its picture; the index counts from 0. */
    public ExportedStep step(int index) {
        Step step = steps.get(index);
        return new ExportedStep(step, pictures.apply(step), captions.apply(step));
    }
}
